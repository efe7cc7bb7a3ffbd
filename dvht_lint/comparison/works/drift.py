"""Where the citations of one work differ, and which form is the commonest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from rapidfuzz import fuzz

from dvht_lint.comparison.works.authors import authors_agree, names_agree
from dvht_lint.comparison.works.profile import Profile, normal_words, profile
from dvht_lint.comparison.works.venues import venues_agree
from dvht_lint.model import Source

__all__ = ["FIELDS", "drift_of"]

FIELDS = ("issued", "title", "author", "container-title", "publisher", "publisher-place", "volume", "issue", "edition", "page", "DOI", "ISBN")  # fmt: skip
"""The fields that are compared, the weightiest first."""


def drift_of(sources: Sequence[Source]) -> tuple[dict[str, str], dict[int, tuple[str, ...]]]:
    """The commonest form of each field in which the citations of a work differ, and who departs from it in what.

    The second value is by index in `sources`. Among equally common forms the corpus' or bibliography's own wins,
    then the first cited.
    """
    profiles = [profile(s) for s in sources]
    if all(p == profiles[0] for p in profiles[1:]):
        return {}, {}
    drifted: dict[str, str] = {}
    deviations: dict[int, tuple[str, ...]] = {}
    for name in FIELDS:
        best = _reference(name, sources, profiles)
        departing = [] if best is None else [i for i, p in enumerate(profiles) if _differ(name, p, profiles[best])]
        for index in departing:
            deviations[index] = (*deviations.get(index, ()), name)
        if best is not None and departing:
            drifted[name] = sources[best].shown(name)
    return drifted, deviations


def _reference(name: str, sources: Sequence[Source], profiles: Sequence[Profile]) -> int | None:
    """The index of the citation whose form of a field most others share."""
    bearing = [i for i, p in enumerate(profiles) if _FORMS[name](p)]
    if len(bearing) < 2:
        return None
    counts = Counter(_FORMS[name](profiles[i]) for i in bearing)
    first: dict[Any, int] = {}
    for i in bearing:
        first.setdefault(_FORMS[name](profiles[i]), i)
    agreeing = {
        form: sum(count for other, count in counts.items() if not _differ(name, profiles[i], profiles[first[other]]))
        for form, i in first.items()
    }
    return min(
        bearing,
        key=lambda i: (
            -agreeing[_FORMS[name](profiles[i])],
            not sources[i].explicit_id,
            -counts[_FORMS[name](profiles[i])],
            i,
        ),
    )


_FORMS: dict[str, Callable[[Profile], Any]] = {
    "issued": lambda p: (p.years, p.month) if p.years else (),
    "title": lambda p: p.title,
    "author": lambda p: p.authors,
    "container-title": lambda p: p.container,
    "publisher": lambda p: p.publisher,
    "publisher-place": lambda p: normal_words(p.place),
    "volume": lambda p: p.volume,
    "issue": lambda p: p.issue,
    "edition": lambda p: p.edition,
    "page": lambda p: p.pages if p.container and re.search(r"\d\s?[-–—]+\s?\d", p.pages) else "",
    "DOI": lambda p: p.doi,
    "ISBN": lambda p: p.isbn,
}


def _differ(name: str, a: Profile, b: Profile) -> bool:
    """Whether two citations contradict each other in a field; what one leaves out contradicts nothing."""
    left, right = _FORMS[name](a), _FORMS[name](b)
    if not left or not right or left == right:
        return False
    differ = _DIFFER.get(name)
    return differ is None or differ(a, b)


def _dates_differ(a: Profile, b: Profile) -> bool:
    return not a.years & b.years or bool(a.month and b.month and a.month != b.month)


def _titles_differ(a: Profile, b: Profile) -> bool:
    """Whether another word stands in one title: not a subtitle left out, not another spelling."""
    if a.title in (b.head, b.title) or b.title == a.head or a.numbers != b.numbers:
        return a.numbers != b.numbers and a.title not in (b.head, b.title) and b.title != a.head
    extra, other = set(a.words) - set(b.words), set(b.words) - set(a.words)
    if fuzz.ratio(a.title, b.title) >= 97:
        return not all(any(fuzz.ratio(w, v) >= 66 for v in other) for w in extra) if extra and other else False
    return not extra or not other or not all(any(fuzz.ratio(w, v) >= 80 for v in other) for w in extra)


def _authors_differ(a: Profile, b: Profile) -> bool:
    """Whether a name of the shorter list is not in the other; a list cut short says nothing else."""
    if not authors_agree(a, b):
        return True
    short, long = (a.authors, b.authors) if len(a.authors) <= len(b.authors) else (b.authors, a.authors)
    return not all(any(names_agree(x, y) for y in long) for x in short)


def _places_differ(a: Profile, b: Profile) -> bool:
    """Whether the cities differ; the country or state may be left out."""
    left, right = (set(normal_words(p.place.partition(",")[0])) for p in (a, b))
    return not (left & right)


def _pages_differ(a: Profile, b: Profile) -> bool:
    return re.findall(r"\d+", a.pages)[:1] != re.findall(r"\d+", b.pages)[:1]


_DIFFER: dict[str, Callable[[Profile, Profile], bool]] = {
    "issued": _dates_differ,
    "title": _titles_differ,
    "author": _authors_differ,
    "container-title": lambda a, b: not venues_agree(a.container, b.container),
    "publisher": lambda a, b: not venues_agree(a.publisher, b.publisher),
    "publisher-place": _places_differ,
    "page": _pages_differ,
}
