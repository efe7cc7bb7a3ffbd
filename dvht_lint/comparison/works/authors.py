"""Whether the authors of two citations may be the same persons and bodies."""

from __future__ import annotations

from functools import cache

from rapidfuzz import fuzz

from dvht_lint.comparison.works.profile import Name, Profile, names
from dvht_lint.lexicons import load

__all__ = ["authors_agree", "names_agree", "same_first_author"]


def authors_agree(a: Profile, b: Profile) -> bool | None:
    """Whether at least half of the shorter author list is in the other; None where one has no author."""
    if not a.authors or not b.authors:
        return None
    short, long = (a.authors, b.authors) if len(a.authors) <= len(b.authors) else (b.authors, a.authors)
    found = sum(any(names_agree(x, y) for y in long) for x in short)
    return 2 * found >= len(short)


def same_first_author(a: Profile, b: Profile) -> bool:
    """Whether the author who is named first in either citation is among those of the other."""
    return bool(a.authors and b.authors) and (
        any(names_agree(a.authors[0], y) for y in b.authors) and any(names_agree(b.authors[0], x) for x in a.authors)
    )


def names_agree(a: Name, b: Name) -> bool:
    """Whether two names may be of one author: initials for given names, short forms, a parent body before it."""
    if a.words == b.words:
        return True
    if a.short or b.short:
        short, long = (a, b) if a.short else (b, a)
        if long.words in _known_bodies().get(short.words[0], ()):
            return True
        return short.words[0] in long.words or any(_shortens(short.acronyms[0], run) for run in long.acronyms)
    if a.family == b.family and _initials_agree(a, b):
        return True
    if len(a.words) > 2 or len(b.words) > 2:
        if _runs_together(a, b) or _runs_together(b, a):
            return True
        few, many = sorted((set(a.words), set(b.words)), key=len)
        if len(few) > 1 and few <= many:
            return True
    return fuzz.ratio("".join(a.words), "".join(b.words)) >= 88


@cache
def _known_bodies() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The names, as compared, of the bodies known by a short form that their initials do not make ("UNICEF")."""
    known: dict[str, tuple[tuple[str, ...], ...]] = {}
    for full, entry in load("bodies").items():
        for short in entry["short"]:
            known[short] = (*known.get(short, ()), *(name.words for name in names(full)))
    return known


def _runs_together(a: Name, b: Name) -> bool:
    """Whether one name's family name stands in the other in pieces, as badly converted accents leave it ("H u mmer")."""
    return len(b.family) >= 5 and "".join(a.words).endswith(b.family) and a.words[0][0] == b.words[0][0]


def _shortens(acronym: str, initials: str) -> bool:
    """Whether a short form is made of a name's initials; the country before it or a last word may be left out."""
    if len(acronym) < 3:
        return acronym == initials
    return initials.startswith(acronym) or initials.endswith(acronym)


def _initials_agree(a: Name, b: Name) -> bool:
    """Whether given names and initials may be one person's; those of one name may be left out or change places."""
    left, right = set(a.initials), set(b.initials)
    if not left or not right:
        return True
    first, other = a.words[0], b.words[0]
    if first[0] == other[0]:
        person = not a.acronyms or not b.acronyms
        return person or len(first) == 1 or len(other) == 1 or first[:2] == other[:2]
    return left <= right or right <= left
