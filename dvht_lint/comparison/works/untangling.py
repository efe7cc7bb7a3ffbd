"""Title, authors and year of a citation that was cut up in the wrong places.

Lists that people or machines made leave the end of the authors before the title ("Roe (1996). Learning to …"), what
follows the title behind it ("…. In Doe, editor", "…, unpublished manuscript"), and the year in the name of a meeting.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dvht_lint.lexicons import load

__all__ = ["Title", "person_names", "untangled", "year_within"]


class Title(NamedTuple):
    """A title by itself, with the author and the year (0: none) that stood before it."""

    title: str
    author: str = ""
    year: int = 0


_YEAR = r"(?:1[89]|20)\d\d"
_INITIALS = r"(?:[^\W\d_]\.[\s-]*)+"
_BEFORE = re.compile(
    rf"^(?P<author>(?:{_INITIALS}|[^\W\d_]\s)?[^\W\d_][\w'’-]*,?\s)?(?P<bracket>[(\[])?(?P<year>{_YEAR})[a-z]?(?(bracket)[)\]])[.,:]?\s+[‘'“\"]?"
)
_INITIALS_BEFORE = re.compile(rf"^(?P<bracket>)(?P<author>{_INITIALS}(?:[^\W\d_][\w'’-]+)?)\s*[,:]\s+", re.IGNORECASE)
_BEHIND = re.compile(
    r"[.,;?!]['’”\"]?\s*(?:in:?\s|appear|to appear|unpublished|available|an? extended abstract|tech(?:nical)?\.? rep|proceedings\b|proc\.\s"
    r"|ph\.?\s?d\.? thesis|at (?:the )?web ?site|https?:)",
    re.IGNORECASE,
)
_YEARS_WITHIN = re.compile(rf"(?<!\d)({_YEAR})(?!\d)|(?<=[^\W\d_])(?: ?[’']|-)([6-9]\d)(?!\w)")
_LONGEST = 2000
"""Characters of a title in which what follows it is looked for."""
_SHORTEST = 3
"""Words that must be left for what stands around them to be taken off."""
_PARTS = re.compile(r"\s*;\s*(?:and\s+)?|\s+(?:and|&)\s+", re.IGNORECASE)
_GENERATION = re.compile(r",?\s+(?:jr|sr|ii|iii|iv)\b\.?$", re.IGNORECASE)
_INITIAL = re.compile(r"(?<!\w)[^\W\d_](?:\.|(?!\w))")


def untangled(title: str) -> Title:
    """A title without the end of the authors before it and the imprint behind it, where enough of it is left."""
    before = _BEFORE.match(title) or _INITIALS_BEFORE.match(title)
    found = Title(title)
    if before is not None and (before["author"] or before["bracket"]) and _is_left(title[before.end() :]):
        parts = before.groupdict()
        found = Title(title[before.end() :], (parts["author"] or "").strip(" ,"), int(parts.get("year") or 0))
    behind = next((m for m in _BEHIND.finditer(found.title, 0, _LONGEST) if _is_left(found.title[: m.start()])), None)
    return found if behind is None else found._replace(title=found.title[: behind.start()])


def _is_left(text: str) -> bool:
    return len(text.split()) >= _SHORTEST


def year_within(container: str) -> int:
    """The year that a meeting bears in its name ("AAAI-1993", "COLT '94"), 0 where it bears none or several."""
    found = {int(m[1] or f"19{m[2]}") for m in _YEARS_WITHIN.finditer(container)}
    return found.pop() if len(found) == 1 else 0


def person_names(text: str) -> tuple[str, ...]:
    """The persons of a string that holds several, without what stands around a name; a body's name is one.

    Raises nothing; a string of initials alone ("m. k.", cut off from their family name) gives none.
    """
    parts = (
        [re.sub(r"^(?:and|&)\s+", "", p.strip(" ,:")) for p in _PARTS.split(text)] if _holds_persons(text) else [text]
    )
    bare = (_GENERATION.sub("", p) for p in parts)
    return tuple(p for p in bare if re.sub(_INITIAL, "", p).strip(" .-,"))


def _holds_persons(text: str) -> bool:
    """Whether initials tell that a string is of persons; a body's name has words that no person's has."""
    if _INITIAL.search(text) is None and ";" not in text and not re.match(r"(?:and|&)\s", text):
        return not re.search(r"\s(?:and|&)\s", text)
    return _body_words().isdisjoint(re.findall(r"[a-z]+", text.casefold()))


@cache
def _body_words() -> frozenset[str]:
    return frozenset(w.casefold() for w in (*load("citation_names")["bodies"], "of", "for", "on", "the"))
