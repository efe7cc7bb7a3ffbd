"""Authors as citations write them: "Dabby, F. C.", "Jane Smith and John Doe", bodies with `&` in their names.

CSL-JSON names come out: `{"family": …, "given": …}` for people, `{"literal": …}` for bodies. A name
that is not plainly a person's stays literal.
"""

from __future__ import annotations

import re

from dvht_lint.citations.people import Name, read_people
from dvht_lint.citations.words import is_acronym, names_body

__all__ = ["Name", "is_editor", "names_authors", "names_people", "parse_names"]

_EDITORS = re.compile(r",?\s*\(?\b(?:Eds?|Editors?|ed|eds|editors?|Comp|Trans)\b\.?\)?\.?,?\s*$")
_SHORT = 3
"""Words of a body between two that a list names in full: "… (ILO), Walk Free and …"."""
_ET_AL = re.compile(r",?\s{0,4}(?:&|and)?\s{0,4}\b(?:et\.? ?al|and others|and colleagues)\b\.?", re.IGNORECASE)
# How the name of a part of an agency begins: with the agency before it, it is one author.
_OFFICE = re.compile(
    r"(?:the |U\.S\. )?(?:Office|Bureau|Division|Department|Administration|Unit|Branch|Section|National Center)\b"
)


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
    more = any(match.end() == len(text) for match in _ET_AL.finditer(text))
    text = _ET_AL.sub("", text).strip(" ,;:")
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1].strip()
    if not text:
        return []
    if ";" in text:
        return [name for part in text.split(";") for name in parse_names(part)]
    return read_people(text, surely=more) or [{"literal": body} for body in _bodies(text)]


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
    listed = re.split(r",\s+|\s+and\s+(?=[^,]*$)", text)
    if len(listed) > 2 and _stands_alone(listed[0]) and _stands_alone(listed[-1]) and len(listed[-2].split()) <= _SHORT:
        return listed
    halves = re.split(r"\s*,?\s+(?:&|and)\s+", text)
    if "," in text:
        listed = text.split(", ")
        return listed if all(_stands_alone(p) for p in listed) and not any(map(_OFFICE.match, listed[1:])) else [text]
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
