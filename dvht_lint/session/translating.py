"""Translations beside their originals: which claim renders which, by key or by the order of their figures.

The pages are named in the configuration, or found by the conventions that `languages` knows.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dvht_lint.model import Claim, Comparison, Document, Edge, Edit, Harm, Reason, Settings, Translation
from dvht_lint.quantities.language import LANGUAGES
from dvht_lint.session.digits import bare, compare_digits, in_digits
from dvht_lint.session.figures import read_figures
from dvht_lint.session.languages import language_of, paired

__all__ = ["Translations", "pair_claims"]

_GAP = -0.35
"""What it costs to leave a claim without counterpart."""
_SAME_SORTS = 0.5
_UNFAITHFUL = 0.25
"""The share of sentences that may differ; where more do, the page is no longer the same text."""
_EXCHANGES = frozenset({Reason.NUMBER, Reason.RANGE, Reason.ROUNDING, Reason.PRECISION, Reason.PERIOD, Reason.SWAPPED})
_BAND = 40
"""How far apart, in claims with figures, an original and its translation may stand."""


class Translations:
    """The documents that render others; comparisons are kept while both documents stay."""

    def __init__(self, named: Iterable[tuple[str, str]], settings: Settings) -> None:
        """`named` are pairs of paths, the original first."""
        self._named = tuple(named)
        self._settings = settings
        self._sure: frozenset[str] = frozenset()
        self._known: dict[tuple[str, str], tuple[Document, Document, tuple[Translation, ...]]] = {}

    def originals(self, documents: Mapping[str, Document]) -> dict[str, Document]:
        """The original of each translation that is there, by the translation's path."""
        found = {two: documents[one] for two, one in paired(documents).items()}
        for original, translation in self._named:
            one, two = _find(documents, original), _find(documents, translation)
            if one is not None and two is not None and one is not two:
                found.pop(one.path, None)
                found[two.path] = one
        self._sure = frozenset(
            path for path in found if any(path.endswith(t.removeprefix("./")) for _, t in self._named)
        )
        return found

    def compared(self, original: Document, translation: Document) -> tuple[Translation, ...]:
        """Each claim of a translation that gives figures, beside the claim that it renders."""
        key = (original.path, translation.path)
        known = self._known.get(key)
        if known is None or known[0] is not original or known[1] is not translation:
            made = tuple(Translation(comparison) for comparison in self._compare(translation, original))
            if translation.path not in self._sure:
                made = tuple(map(_of_exchanges, made)) if _is_faithful(made) else ()
            self._known[key] = known = (original, translation, made)
        return known[2]

    def _compare(self, translation: Document, original: Document) -> Iterator[Comparison]:
        """The claims of both that belong together, by their figures where both languages are read, else by their digits."""
        from dvht_lint.comparison import compare

        if _is_read(original) and _is_read(translation):
            for one, two in pair_claims(original.claims, translation.claims):
                found = compare(two, one, Edge.TRANSLATION, settings=self._settings)
                yield replace(found, edits=tuple(e for e in found.edits if not _is_notation(found, e)))
            return
        ours, theirs = ([in_digits(claim) for claim in _whole(side)] for side in (original, translation))
        read = {claim.span: claim for claim in _whole(original)}
        for one, two in pair_claims(ours, theirs):
            yield compare_digits(two, one, read[one.span])


def _whole(document: Document) -> Iterator[Claim]:
    """The paragraphs that hold claims, each as one: where sentences end in another language is not known."""
    sentences: dict[int, list[Claim]] = defaultdict(list)
    for claim in document.claims:
        sentences[claim.block].append(claim)
    for index, claims in sentences.items():
        if len(claims) == 1 or index >= len(document.blocks):
            yield from claims
            continue
        prose = document.blocks[index].prose
        yield replace(
            claims[0],
            prose=prose,
            span=prose.source(prose.whole()),
            quantities=read_figures(prose.plain, claims[0].language),
        )


def _is_read(document: Document) -> bool:
    return language_of(document) in {"", "en", *LANGUAGES}


def _is_notation(found: Comparison, edit: Edit) -> bool:
    """Whether two figures differ in nothing but what parts their digits, which countries of one language do otherwise."""
    left, right = edit.left.cut(found.left.prose.plain), edit.right.cut(found.right.prose.plain)
    return bool(right) and bare(left) == bare(right)


def _of_exchanges(made: Translation) -> Translation:
    """Of a page that nobody said was a translation, only figures that stand in each other's place, one of them in digits.

    It may say more, and the words for bounds and for one are used otherwise in other languages.
    """
    left, right = made.comparison.left.prose.plain, made.comparison.right.prose.plain
    edits = tuple(
        edit
        for edit in made.comparison.edits
        if edit.reason in _EXCHANGES and any(c.isdigit() for c in edit.left.cut(left) + edit.right.cut(right))
    )
    return Translation(replace(made.comparison, edits=edits))


def _is_faithful(made: Sequence[Translation]) -> bool:
    """Whether most sentences of a page that was taken for a translation give the figures of the original."""
    differing = sum(any(e.harm is Harm.MORE and e.reason in _EXCHANGES for e in t.comparison.edits) for t in made)
    return differing <= max(1, _UNFAITHFUL * len(made))


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
