"""The figures of one claim told in two places: which of them are others, seen from both sides."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import isclose
from typing import NamedTuple

from dvht_lint.comparison.figures.comparing import FigureComparison, compare_figures
from dvht_lint.model import Claim, Harm, Kind, Qualifier, Quantity, Reason, Statement

__all__ = ["Retold", "retold"]

_VALUES = frozenset({Reason.NUMBER, Reason.RANGE, Reason.ROUNDING, Reason.SWAPPED, Reason.PRECISION})
_OTHERWISE = frozenset({Reason.PERIOD, Reason.BASE, Reason.UNIT})
"""What makes two sentences two claims: another period, another base, another unit."""
_BOUNDS = (
    frozenset({Qualifier.MORE_THAN, Qualifier.AT_LEAST}),
    frozenset({Qualifier.LESS_THAN, Qualifier.AT_MOST, Qualifier.NEARLY}),
)
_CAPITAL = re.compile(r"(?:^|\s)[A-Z][\w.]*\s$")
_FORMULA = re.compile(r"\w\($")
_LABELS = frozenset({Kind.AGE, Kind.ORDINAL, Kind.LABEL, Kind.LAW, Kind.CODE})
"""Kinds that say of whom or which a figure is told."""
_NEAR, _VAGUE = 2.5, 7.0
"""How many points a share in words ("half", "nearly half") may be off the share that it stands for."""
_SPANS = frozenset({Kind.DURATION})


class Retold(NamedTuple):
    """What becomes of the figures of one text in another, by index into their quantities."""

    agreeing: tuple[tuple[int, int], ...]
    differing: tuple[tuple[int, int], ...]


def retold(one: Claim | Statement, other: Claim | Statement) -> Retold | None:
    """Which figures of two tellings agree and which differ, None where they speak of different times, groups or units.

    A figure differs where neither can stand for the other, or where both are bounds of one sort: "more than 80%" and
    "more than 60%" are both true of 90%, and no page says one thing by both. "More than 1,200" stands for 1,204.
    """
    labels = [{(q.kind, q.low, q.high, q.unit) for q in side.quantities if q.kind in _LABELS} for side in (one, other)]
    if labels[0] != labels[1]:
        return None
    held = [_conditions(side.quantities) for side in (one, other)]
    there = compare_figures(one.prose.plain, one.quantities, other.prose.plain, other.quantities)
    back = compare_figures(other.prose.plain, other.quantities, one.prose.plain, one.quantities)
    if _is_otherwise(there, one) or _is_otherwise(back, other):
        return None
    mirrored = {(b.right, b.left) for b in back.bindings}
    agreeing, differing = [], []
    for bound in there.bindings:
        i, j = bound.left, bound.right
        if j < 0 or (i, j) not in mirrored:
            continue
        left, right = one.quantities[i], other.quantities[j]
        if i in held[0] or j in held[1]:
            continue
        if not (_is_told(one.prose.plain, left) and _is_told(other.prose.plain, right)) or _is_other_form(left, right):
            continue
        if _differs(left, right, there, back):
            differing.append((i, j))
        elif left.is_statistic and right.is_statistic:
            agreeing.append((i, j))
    return Retold(tuple(agreeing), tuple(differing))


def _conditions(quantities: Sequence[Quantity]) -> frozenset[int]:
    """The stretches of time that say when another figure of the text holds ("after 6 months, 40%")."""
    measured = any(q.is_statistic and q.kind is not Kind.DURATION for q in quantities)
    return frozenset(i for i, q in enumerate(quantities) if q.kind is Kind.DURATION and not q.relative and measured)


def _is_told(text: str, q: Quantity) -> bool:
    """Whether a figure is measured, or a stretch of time that ends now; not "Box 4.1" nor the degrees in "χ2(443)"."""
    before = text[: q.span.start]
    named = q.kind is Kind.NUMBER and (not q.unit or "." in q.text) and _CAPITAL.search(before)
    return (q.is_statistic or (q.relative and q.kind in _SPANS)) and not (
        q.malformed or named or _FORMULA.search(before)
    )


def _is_other_form(left: Quantity, right: Quantity) -> bool:
    """Whether one is a bound and the other a range or a bound the other way: a scale's steps, not one figure."""
    sorts = [next((i for i, sort in enumerate(_BOUNDS) if q.qualifier in sort), -1) for q in (left, right)]
    if sorts[0] >= 0 and sorts[1] >= 0:
        return sorts[0] != sorts[1]
    return any(a >= 0 and q.is_range for a, q in zip(sorts, (right, left), strict=True))


def _differs(left: Quantity, right: Quantity, there: FigureComparison, back: FigureComparison) -> bool:
    if left.relative or right.relative:
        return left.relative and right.relative and left.dimension == right.dimension and not _meet(left, right)
    if any(left.qualifier in sort and right.qualifier in sort for sort in _BOUNDS):
        return left.dimension == right.dimension and not _meet(left, right)
    said = [q for q in (left, right) if not any(c.isdigit() for c in q.text)]
    if len(said) == 1 and left.dimension == right.dimension == "share":
        return abs(left.value_low - right.value_low) > (_NEAR if said[0].qualifier is Qualifier.EXACT else _VAGUE)
    return _told(there, left) and _told(back, right)


def _meet(left: Quantity, right: Quantity) -> bool:
    return isclose(left.value_low, right.value_low, rel_tol=1e-3) and isclose(
        left.value_high, right.value_high, rel_tol=1e-3
    )


def _told(found: FigureComparison, q: Quantity) -> bool:
    return any(e.reason in _VALUES and e.harm is Harm.MORE and e.left.overlaps(q.span) for e in found.edits)


def _is_otherwise(found: FigureComparison, side: Claim | Statement) -> bool:
    """Whether a figure holds for another time, group or thing; a stretch of time that ends now is a figure itself."""
    spans = [q.span for q in side.quantities if q.relative]
    return any(
        e.reason in _OTHERWISE and e.harm is Harm.MORE and not any(span.overlaps(e.left) for span in spans)
        for e in found.edits
    )
