"""Whether two texts are worded alike but for their figures: then nothing of their wording need be aligned."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from dvht_lint.comparison.aligning.reading import Wording
from dvht_lint.model import Binding

__all__ = ["same_but_for_figures"]

_Row = tuple[str, bool, int, bool]
"""A word in lower case, whether it has a capital, its clause, and whether a comma stands before it."""


def same_but_for_figures(
    left: Wording, right: Wording, figures: tuple[frozenset[int], frozenset[int]], bindings: Sequence[Binding]
) -> bool:
    """Whether the two have the same words in the same clauses, with figures, bound in order, in the same places.

    `figures` are the indices of the words that belong to figures. A text that ends with a figure is left to the alignment.
    """
    ours, theirs = figures
    if left.size - len(ours) != right.size - len(theirs) or not left.size or not right.size:
        return False
    if left.size - 1 in ours or len(left.ranges) != len(right.ranges):
        return False
    bound = [b for b in bindings if b.left >= 0 and b.right >= 0]
    if any(one.left >= other.left or one.right >= other.right for one, other in pairwise(bound)):
        return False
    return _outline(left, ours) == _outline(right, theirs)


def _outline(wording: Wording, figures: frozenset[int]) -> list[_Row | None]:
    """The words of a text, with one empty place for each run of words that belong to figures."""
    rows: list[_Row | None] = list(zip(wording.lows, wording.capitals, wording.clause, wording.comma, strict=True))
    if not figures:
        return rows
    for at in figures:
        rows[at] = None
    return [row for place, run in groupby(rows, bool) for row in (run if place else (None,))]
