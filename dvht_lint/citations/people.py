"""People's names in every order that citations write them: "Dabby, F. C.", "Basile KC", "Doe, Jane, and John Roe".

CSL-JSON names come out: `{"family": …, "given": …}`. Each form reads a whole text or gives nothing back.
"""

from __future__ import annotations

import re
from functools import cache

from dvht_lint.citations.places import is_place
from dvht_lint.citations.words import (
    CAPITALS,
    FAMILY,
    given_names,
    in_dictionary,
    is_acronym,
    is_common_word,
    names_body,
)

__all__ = ["Name", "read_people", "read_person", "shaped_person"]

_WORDS = 4
"""Words of a name that only its neighbours in a list show to be a person's."""

Name = dict[str, str]
_PARTICLES = frozenset({"van", "von", "de", "der", "den", "di", "da", "del", "della", "la", "le", "du", "dos", "el", "al", "bin", "ibn", "ter"})  # fmt: skip
_SUFFIX = re.compile(r"^(?:Jr|Sr|II|III|IV|M\.?D|Ph\.?D|MPH|Esq)\.?$")
_JOINT = re.compile(r"\s*,\s*(?:(?:&|and)\s+)?|\s+(?:&|and)\s+")


@cache
def _initials() -> re.Pattern[str]:
    return re.compile(rf"(?:[{CAPITALS}]{{1,3}}\b\.?(?:[ -]|$)?|[{CAPITALS}][a-z]?\.[ -]?){{1,6}}")


@cache
def _initial() -> re.Pattern[str]:
    return re.compile(rf"(?:[{CAPITALS}]\.-?)+|[{CAPITALS}]")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-])*")


def read_people(text: str, *, surely: bool = False) -> list[Name]:
    """The people that a text lists and nothing else, in order; empty where any part of it may be no person.

    `surely` says that people it is ("… et al."): then one name needs no other sign.
    """
    if surely and (one := _one(text)):
        return [one]
    for form in (_inverted, _glued, _first_inverted, _direct, _families):
        people = form(text)
        if people:
            return people
    return []


def _one(text: str) -> Name | None:
    """As in "Dank, Meredith" or "Meredith Dank" before "et al."; a body may have colleagues as well."""
    family, comma, given = text.partition(", ")
    if comma:
        named = _family(family) and all(_word().fullmatch(w) and w[0].isupper() for w in given.split())
        return {"family": family, "given": given} if named and len(given.split()) <= 3 else None
    if _family(text) and " " not in text and not is_acronym(text):
        return {"family": text}
    return _shaped(text)


def _parts(text: str) -> list[str]:
    return [p for p in _JOINT.split(text) if p]


def _inverted(text: str) -> list[Name]:
    """As in "Dabby, F. C., & Van der Berg, A.-M., Jr." (APA)."""
    parts = _parts(text)
    names: list[Name] = []
    at = 0
    while at < len(parts):
        if at + 1 >= len(parts) or not _family(parts[at]) or not _initials().fullmatch(parts[at + 1]):
            if names and _SUFFIX.match(parts[at]):
                names[-1]["suffix"] = parts[at]
                at += 1
                continue
            direct = read_person(parts[at]) if names else None
            if not direct:
                # What follows people in an author list and is none: a body that wrote with them.
                return [*names, {"literal": text[text.index(parts[at]) :]}] if names else []
            names.append(direct)
            at += 1
            continue
        names.append({"family": parts[at], "given": parts[at + 1]})
        at += 2
    return names


def _glued(text: str) -> list[Name]:
    """As in "Basile KC, Smith SG, Black MC" (Vancouver)."""
    names: list[Name] = []
    for part in text.split(", "):
        match = re.fullmatch(
            rf"((?:[a-z]+ ){{0,2}}{FAMILY}(?: [{CAPITALS}][^\W\dA-Z_][\w'’-]+)?) ([{CAPITALS}]{{1,4}})(?: (?:Jr|Sr|\dnd|\drd)\.?)?",
            part,
        )
        if not match or (len(names) == 0 and "," not in text and names_body(match[1])):
            return []
        names.append({"family": match[1], "given": match[2]})
    return names if len(names) > 1 or (names and len(names[0]["given"]) < 3) else []


def _first_inverted(text: str) -> list[Name]:
    """As in "Smith, John, and Jane Doe" (MLA, Chicago): the first name is turned round, the rest are not."""
    head, comma, rest = text.partition(", ")
    parts = _parts(rest)
    if not comma or not parts or not _family(head) or names_body(f"{head} {parts[0]}"):
        return []
    if not (_is_given(parts[0]) or _unheard_given(head, parts[0])):
        return []
    if len(head.split()) > 1 and len(parts[0].split()) > 1 and not re.search(rf"[{CAPITALS}]\.?$", parts[0]):
        return []  # "Helena Galhardas, Daniela Florescu"
    names: list[Name] = [{"family": head, "given": parts[0]}]
    others = _listed(parts[1:], text, sure=1)
    return names + others if len(parts) == 1 or others else []


def _direct(text: str) -> list[Name]:
    """As in "Jane Smith, F. C. Dabby and John Doe".

    One name by itself may as well be a body's of another language ("Casa de Esperanza").
    """
    names = _listed(_parts(text), text)
    if len(names) == 1 and not _is_known(names[0]):
        words = text.split()
        return names if len(words) == 2 and not is_common_word(words[1]) else []
    return names


def _families(text: str) -> list[Name]:
    """As in "Okonkwo and Jones"; two that are words as well may be a body or a theme ("Crime and Justice")."""
    match = re.fullmatch(rf"({FAMILY}) (?:and|&) ({FAMILY})", text)
    if not match or names_body(text) or all(map(in_dictionary, match.groups())):
        return []
    return [{"family": family} for family in match.groups()]


def _listed(parts: list[str], text: str, sure: int = 0) -> list[Name]:
    """Names in speaking order, after so many that are sure.

    One that nothing shows to be a person's is taken for one among more that are, unless it ends the list: then it may
    be the title ("Jane Smith, John Doe, Human Rights").
    """
    names: list[Name] = []
    unsure = 0
    for index, part in enumerate(parts):
        if names and _SUFFIX.match(part):
            names[-1]["suffix"] = part
            continue
        person = read_person(part)
        if not person and (index < len(parts) - 1 or re.search(r"(?:&|\band) " + re.escape(part) + "$", text)):
            person = _shaped(part, among_people=len(parts) > 2)
            unsure += 1
        if not person:
            return []
        names.append(person)
    return names if 2 * unsure < len(names) + 2 * sure else []


def read_person(text: str) -> Name | None:
    """One name in speaking order.

    An initial or a common given name shows that it is a person's, or a first word that no dictionary of English has.
    """
    name = _shaped(text)
    if not name:
        return None
    first, *others = text.split()
    if _is_known(name):
        return name
    unheard = len(first) > 2 and not is_acronym(first) and not is_common_word(first)
    return name if unheard and (len(others) == 1 or not any(map(is_common_word, others))) else None


def shaped_person(text: str) -> Name | None:
    """The name that a text has the form of, in speaking order, whosever it is: two to four words with capitals."""
    return _shaped(text, among_people=True) if len(text.split()) <= _WORDS else None


def _is_known(name: Name) -> bool:
    """Whether an initial or a common given name shows a name to be a person's."""
    words = name.get("given", "").split()
    return bool(words) and (
        words[0].partition("-")[0].strip(".").lower() in given_names() or any(_initial().fullmatch(w) for w in words)
    )


def _shaped(text: str, *, among_people: bool = False) -> Name | None:
    """Two to five words with capitals as family and given name; among people, a family name may be a body's noun ("Bank")."""
    words = text.split()
    if (
        not 2 <= len(words) <= 5
        or is_place(text)
        or (names_body(text) and not among_people and not _abbreviated(words))
    ):
        return None
    family = len(words) - 1
    while family > 1 and words[family - 1].lower() in _PARTICLES:
        family -= 1
    if not all(_word().fullmatch(w) and (w[0].isupper() or w in _PARTICLES) for w in words):
        return None
    if _initial().fullmatch(words[-1]):
        return None
    return {"family": " ".join(words[family:]), "given": " ".join(words[:family])}


def _abbreviated(words: list[str]) -> bool:
    """Whether initials stand before a family name that is a body's noun too: "A. Bank", not "U.S. Bank"."""
    return all(
        _initial().fullmatch(w) and w not in ("U.S.", "U.N.", "U.K.", "E.U.") for w in words[:-1]
    ) and not is_acronym(words[-1])


def _family(text: str) -> bool:
    words = text.split()
    if not 1 <= len(words) <= 4 or (len(words) > 1 and names_body(text)) or any(_initial().fullmatch(w) for w in words):
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
        and any(re.fullmatch(rf"[{CAPITALS}]\.?|(?:[{CAPITALS}]\.)+", w) for w in words)
        and all(w[0].isupper() for w in words)
    )


def _unheard_given(family: str, given: str) -> bool:
    """Whether a given name that is on no list may be one: "Okonkwo, Ngozi", not "Safety, Australia"."""
    words = given.split()
    return (
        1 <= len(words) <= 3
        and len(family.split()) <= 2
        and all(_word().fullmatch(w) and w[0].isupper() for w in words)
        and not (is_acronym(family) or is_acronym(words[0]) or is_place(given) or is_place(f"Town, {given}"))
        and not is_common_word(words[0])
    )
