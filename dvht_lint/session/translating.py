"""Translations beside their originals: which claim renders which, by key or by the order of their figures."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dvht_lint.model import Claim, Comparison, Document, Edge, Settings, Translation

__all__ = ["Translations", "language_of_path", "pair_claims"]

_LANGUAGE = re.compile(r"\.(en|es|fr|de|pt|it)(?:[-_][A-Za-z]{2,4})?\.[a-z]+$", re.IGNORECASE)
_GAP = -0.35
"""What it costs to leave a claim without counterpart."""
_SAME_SORTS = 0.5
_BAND = 40
"""How far apart, in claims with figures, an original and its translation may stand."""


def language_of_path(path: str) -> str:
    """The language that a file's name gives: `es` for `page.es.md`; empty where it gives none."""
    found = _LANGUAGE.search(path)
    return found[1].lower() if found else ""


class Translations:
    """The pairs of documents that the configuration names; comparisons are kept while both documents stay."""

    def __init__(self, named: Iterable[tuple[str, str]], settings: Settings) -> None:
        """`named` are pairs of paths, the original first."""
        self._named = tuple(named)
        self._settings = settings
        self._known: dict[tuple[str, str], tuple[Document, Document, tuple[Translation, ...]]] = {}

    def originals(self, documents: Mapping[str, Document]) -> dict[str, Document]:
        """The original of each translation that is there, by the translation's path."""
        found: dict[str, Document] = {}
        if not self._named:
            return found
        for original, translation in self._named:
            one, two = _find(documents, original), _find(documents, translation)
            if one is not None and two is not None and one is not two:
                found[two.path] = one
        return found

    def compared(self, original: Document, translation: Document) -> tuple[Translation, ...]:
        """Each claim of a translation that gives figures, beside the claim that it renders."""
        key = (original.path, translation.path)
        known = self._known.get(key)
        if known is None or known[0] is not original or known[1] is not translation:
            pairs = pair_claims(original.claims, translation.claims)
            made = tuple(Translation(self._compare(two, one)) for one, two in pairs)
            self._known[key] = known = (original, translation, made)
        return known[2]

    def _compare(self, translated: Claim, original: Claim) -> Comparison:
        from dvht_lint.comparison import compare

        return compare(translated, original, Edge.TRANSLATION, settings=self._settings)


def pair_claims(original: Sequence[Claim], translation: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """The claims with figures of both sides, each beside the one that it renders, in the order of the translation.

    Claims of blocks with the same key belong together; the others are aligned in order, so that as many figures as
    can be agree (Needleman and Wunsch 1970, in a band): a sentence that only one side has does not shift the rest.
    """
    ours, theirs = ([c for c in side if c.quantities] for side in (original, translation))
    shared = {c.key for c in ours if c.key} & {c.key for c in theirs if c.key}
    pairs: list[tuple[Claim, Claim]] = []
    for mine, yours in _by_key(ours, theirs, shared):
        pairs += _aligned(mine, yours)
    return sorted(pairs, key=lambda pair: pair[1].span)


def _by_key(
    ours: Sequence[Claim], theirs: Sequence[Claim], shared: set[str]
) -> Iterator[tuple[list[Claim], list[Claim]]]:
    groups: dict[str, tuple[list[Claim], list[Claim]]] = defaultdict(lambda: ([], []))
    for side, claims in enumerate((ours, theirs)):
        for claim in claims:
            groups[claim.key if claim.key in shared else ""][side].append(claim)
    yield from groups.values()


def _aligned(ours: Sequence[Claim], theirs: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """The best alignment of two sequences; places further apart than the band are never paired."""
    band = _BAND + abs(len(ours) - len(theirs))
    best: dict[tuple[int, int], tuple[float, int, int]] = {(0, 0): (0.0, 0, 0)}
    for i in range(len(ours) + 1):
        for j in range(max(0, i - band), min(len(theirs), i + band) + 1):
            steps = []
            if (i - 1, j - 1) in best:
                steps.append((best[i - 1, j - 1][0] + _likeness(ours[i - 1], theirs[j - 1]), 1, 1))
            steps += [(best[i - a, j - b][0] + _GAP, a, b) for a, b in ((1, 0), (0, 1)) if (i - a, j - b) in best]
            if steps:
                best[i, j] = max(steps)
    pairs = []
    i, j = len(ours), len(theirs)
    while i or j:
        _, a, b = best[i, j]
        i, j = i - a, j - b
        if a and b:
            pairs.append((ours[i], theirs[j]))
    return pairs[::-1]


def _likeness(one: Claim, two: Claim) -> float:
    """How much speaks for two claims being one in two languages: equal figures, else figures of the same sorts."""
    first, second = (Counter((q.value_low, q.value_high) for q in c.quantities) for c in (one, two))
    most = max(len(one.quantities), len(two.quantities))
    shared = (first & second).total() / most
    sorts = (Counter(q.dimension for q in one.quantities) & Counter(q.dimension for q in two.quantities)).total() / most
    return shared + _SAME_SORTS * sorts - _SAME_SORTS / 2


def _find(documents: Mapping[str, Document], name: str) -> Document | None:
    """A document by the path that the configuration gives, however the run spells the folders before it."""
    name = name.removeprefix("./")
    if name in documents:
        return documents[name]
    found = [path for path in documents if path.endswith("/" + name)]
    return documents[found[0]] if len(found) == 1 else None
