"""Comparing a claim with the statement it rests on: one alignment, one reason for every difference."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dvht_lint.comparison import kinds, names, negation, scales, scope
from dvht_lint.comparison.alignment import align
from dvht_lint.comparison.figures import compare_figures
from dvht_lint.comparison.reading import read
from dvht_lint.model import Claim, Comparison, Edge, Edit, Pair, Settings, Source, Statement

__all__ = ["compare"]

_DEFAULT = Settings()


def compare(
    left: Claim | Statement,
    right: Claim | Statement,
    edge: Edge = Edge.CLAIM_STATEMENT,
    *,
    pair: Pair | None = None,
    settings: Settings = _DEFAULT,
    abbreviations: Mapping[str, str] = {},
    sources: Sequence[Source] = (),
) -> Comparison:
    """Align the left text with the right and classify every difference, in the order of the left text.

    `abbreviations` are the short forms that the document defines; `sources` those of the right side, for whom a claim
    may credit. On the edge TRANSLATION only figures are compared.
    """
    figures = compare_figures(left.prose.plain, left.quantities, right.prose.plain, right.quantities)
    edits: list[Edit] = list(figures.edits)
    if edge is not Edge.TRANSLATION and left.prose.plain != right.prose.plain:
        anchors = [
            (left.quantities[b.left].span, right.quantities[b.right].span)
            for b in figures.bindings
            if b.left >= 0 and b.right >= 0
        ]
        alignment = align(
            read(left.prose.plain), read(right.prose.plain), (figures.left_covered, figures.right_covered), anchors, abbreviations
        )
        edits += negation.find(alignment)
        edits += scales.find(alignment)
        edits += names.find(alignment, sources)
        edits += scope.find(alignment)
        edits += kinds.find(alignment)
    edits.sort(key=lambda e: (e.left, e.right, e.reason))
    return Comparison(edge, left, right, tuple(edits), tuple(figures.bindings), pair)
