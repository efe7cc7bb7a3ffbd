"""Authors as citations write them: "Dabby, F. C.", "Jane Smith and John Doe", bodies with `&` in their names.

CSL-JSON names come out: `{"family": …, "given": …}` for people, `{"literal": …}` for bodies. A name
that is not plainly a person's stays literal.
"""

from __future__ import annotations

import re
from functools import cache

from dvht_lint.citations.words import given_names, is_acronym, names_body

__all__ = ["Name", "is_editor", "names_authors", "names_people", "parse_names"]

Name = dict[str, str]
_PARTICLES = {"van", "von", "de", "der", "den", "di", "da", "del", "della", "la", "le", "du", "dos", "el", "al", "bin", "ibn", "ter"}  # fmt: skip
_EDITORS = re.compile(r",?\s*\(?\b(?:Eds?|Editors?|ed|eds|editors?|Comp|Trans)\b\.?\)?\.?,?\s*$")
_ET_AL = re.compile(r",?\s*(?:&|and)?\s*\b(?:et\.? ?al|and others|and colleagues)\b\.?", re.IGNORECASE)
# How the name of a part of an agency begins: with the agency before it, it is one author.
_OFFICE = re.compile(
    r"(?:the |U\.S\. )?(?:Office|Bureau|Division|Department|Administration|Unit|Branch|Section|National Center)\b"
)
_SUFFIX = re.compile(r"^(?:Jr|Sr|II|III|IV|M\.?D|Ph\.?D|MPH|Esq)\.?$")


@cache
def _initials() -> re.Pattern[str]:
    return re.compile(r"(?:[A-Z]{1,3}\b\.?(?:[ -]|$)?|[A-Z][a-z]?\.[ -]?){1,4}")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-])*")


def is_editor(text: str) -> bool:
    """Whether the names of a text are said to be editors."""
    return bool(_EDITORS.search(text))


def parse_names(text: str) -> list[Name]:
    """The names of an author field, in order; "et al." is left out.

    A body's own "and", "&" and commas ("Asian & Pacific Islander Institute", "Bureau of Democracy, Human
    Rights, and Labor") do not part it.
    """
    text = _EDITORS.sub("", " ".join(text.split()))
    text = re.sub(r"^(?:by|edited by|from)\s+", "", text, flags=re.IGNORECASE)
    text = re.sub(r"\s*(?:\.\s?){3,},?|\s*…,?", "", text)
    text = _ET_AL.sub("", text).strip(" ,;:")
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1].strip()
    if not text:
        return []
    if ";" in text:
        return [name for part in text.split(";") for name in parse_names(part)]
    for form in (_inverted, _vancouver, _mla, _direct):
        people = form(text)
        if people:
            return people
    return [{"literal": body} for body in _bodies(text)]


def names_people(text: str) -> bool:
    """Whether the text reads as a list of people rather than as a body or a title."""
    names = parse_names(text)
    return bool(names) and all("family" in name for name in names)


def names_authors(text: str) -> bool:
    """Whether a text with commas is names and nothing else: people, bodies, or an agency with its offices."""
    if names_people(text):
        return True
    first, *rest = re.split(r"\s*,\s*(?:(?:&|and)\s+)?", text)
    return (
        bool(rest) and all(_OFFICE.match(p) or is_acronym(p) for p in rest) and (names_body(first) or is_acronym(first))
    )


def _inverted(text: str) -> list[Name]:
    """As in "Dabby, F. C., & Van der Berg, A.-M., Jr." (APA)."""
    parts = [p for p in re.split(r"\s*,\s*(?:(?:&|and)\s+)?|\s+(?:&|and)\s+", text) if p]
    names: list[Name] = []
    at = 0
    while at < len(parts):
        if at + 1 >= len(parts) or not _family(parts[at]) or not _initials().fullmatch(parts[at + 1]):
            if names and _SUFFIX.match(parts[at]):
                names[-1]["suffix"] = parts[at]
                at += 1
                continue
            direct = _person(parts[at]) if names else None
            if not direct:
                return names + _trailing(parts[at:]) if names else []
            names.append(direct)
            at += 1
            continue
        names.append({"family": parts[at], "given": parts[at + 1]})
        at += 2
    return names


def _trailing(parts: list[str]) -> list[Name]:
    """What follows people in an author list and is none: a body that wrote with them."""
    return [{"literal": ", ".join(parts)}]


def _vancouver(text: str) -> list[Name]:
    """As in "Basile KC, Smith SG, Black MC"."""
    names: list[Name] = []
    for part in text.split(", "):
        match = re.fullmatch(r"((?:[a-z]+ )?[A-Z][\w'’-]+(?: [A-Z][a-z][\w'’-]+)?) ([A-Z]{1,3})", part)
        if not match or (len(names) == 0 and "," not in text and names_body(match[1])):
            return []
        names.append({"family": match[1], "given": match[2]})
    return names if len(names) > 1 or (names and len(names[0]["given"]) < 3) else []


def _mla(text: str) -> list[Name]:
    """As in "Smith, John, and Jane Doe"."""
    head, comma, rest = text.partition(", ")
    if not comma or not _family(head) or names_body(text):
        return []
    parts = [p for p in re.split(r",\s*(?:(?:&|and)\s+)?|\s+(?:&|and)\s+", rest) if p]
    if not parts or not _is_given(parts[0]):
        return []
    names: list[Name] = [{"family": head, "given": parts[0]}]
    for part in parts[1:]:
        person = _person(part)
        if not person:
            return []
        names.append(person)
    return names


def _direct(text: str) -> list[Name]:
    """As in "Jane Smith, F. C. Dabby and John Doe"."""
    parts = [p for p in re.split(r",\s*(?:(?:&|and)\s+)?|\s+(?:&|and)\s+", text) if p]
    names: list[Name] = []
    for part in parts:
        if names and _SUFFIX.match(part):
            names[-1]["suffix"] = part
            continue
        person = _person(part)
        if not person:
            return []
        names.append(person)
    return names


def _person(text: str) -> Name | None:
    """One name in speaking order; a common given name or an initial must say that it is a person's."""
    words = text.split()
    if not 2 <= len(words) <= 5 or names_body(text):
        return None
    first = words[0].strip(".").lower()
    if first not in given_names() and not re.fullmatch(r"(?:[A-Z]\.-?)+|[A-Z]", words[0]):
        return None
    family = len(words) - 1
    while family > 1 and words[family - 1].lower() in _PARTICLES:
        family -= 1
    if not all(_word().fullmatch(w) and (w[0].isupper() or w in _PARTICLES) for w in words):
        return None
    return {"family": " ".join(words[family:]), "given": " ".join(words[:family])}


def _family(text: str) -> bool:
    words = text.split()
    if not 1 <= len(words) <= 4 or (len(words) > 1 and names_body(text)):
        return False
    return all(
        _word().fullmatch(w) and (w[0].isupper() or w.lower() in _PARTICLES or w[1:2] in ("’", "'")) for w in words
    )


def _is_given(text: str) -> bool:
    words = text.split()
    if not 1 <= len(words) <= 3:
        return False
    return words[0].lower().strip(".") in given_names() or (
        len(words) <= 2
        and any(re.fullmatch(r"[A-Z]\.?|(?:[A-Z]\.)+", w) for w in words)
        and all(w[0].isupper() for w in words)
    )


def _bodies(text: str) -> list[str]:
    """The bodies that a text names; it is parted only where every part is a body by itself."""
    glossed = r"\s*,\s*&\s*|\s*,\s*and\s+|\s*,\s*|\s+&\s+|\s+and\s+|\s*/\s*"
    parts = [p for p in re.split(glossed, text) if p]
    if "&" not in text and " and " not in text and any(_OFFICE.match(p) for p in parts[1:]):
        return [text]
    if len(parts) > 1 and all(_stands_alone(p) for p in parts):
        return parts
    if len(parts) == 2 and re.search(r"^[A-Z]{2,6}\s*,", text) and not names_body(parts[1]):
        return parts
    if re.search(r",\s*&\s", text):
        listed = [p for p in re.split(r"\s*,\s*&\s*|\s*,\s+(?=[^,]*(?:\(|,\s*&))", text) if p]
        if all(_stands_alone(p) or len(p.split()) > 1 for p in listed):
            return listed
    halves = re.split(r"\s*,?\s+(?:&|and)\s+", text)
    if len(halves) == 2 and all(_stands_alone(h) for h in halves):
        return halves
    return [text]


def _stands_alone(text: str) -> bool:
    """Whether a part of a name is a body's whole name: its short form, or several words with a body's noun."""
    bare = re.sub(r"\s*\([^)]*\)", "", text).strip()
    if is_acronym(bare):
        return True
    words = bare.split()
    return len(words) > 1 and names_body(re.sub(r"\b(?:[A-Z]\.){2,}", "", bare)) and words[0][0].isupper()
