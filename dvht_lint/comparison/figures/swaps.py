"""Figures that have changed places: each of two stands where the other should."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import combinations

from dvht_lint.comparison.figures.bound import Bound
from dvht_lint.comparison.figures.parts import is_part
from dvht_lint.comparison.figures.relation import Support
from dvht_lint.comparison.figures.roles import Side
from dvht_lint.model import Kind, Reason

__all__ = ["find_swaps", "is_part_of"]

_TELLING = 0.25
"""How different the surroundings of two figures must be to tell which is which."""
_CROSSED = 0.5
"""The least cosine of the differences, claim and statement, that speaks for an exchange."""


def find_swaps(claim: Side, statement: Side, bound: dict[int, Bound]) -> None:
    """Mark two figures of the claim that stand in each other's places."""
    for one, other in combinations(bound.values(), 2):
        if _exchanged_units(claim, statement, one, other):
            bound[one.left] = replace(one, swapped=other.left)
            bound[other.left] = replace(other, swapped=one.left)
    firm = [b for b in bound.values() if b.right >= 0 and b.relation.support >= Support.QUALIFIED]
    for one, other in combinations(firm, 2):
        c, d = claim.quantities[one.left], claim.quantities[other.left]
        if one.right == other.right or c.dimension != d.dimension or c.value_low == d.value_low or c.kind in _UNSWAPPED:
            continue
        if bound[one.left].swapped >= 0 or bound[other.left].swapped >= 0:
            continue
        if is_part_of(claim, one.left, other.left) or is_part_of(statement, one.right, other.right):
            continue
        kept, crossed = _change_roles(claim, statement, one, other)
        if kept:
            continue
        if crossed or _crossed(
            _difference(claim, one.left, other.left), _difference(statement, other.right, one.right)
        ):
            bound[one.left] = replace(one, swapped=other.left)
            bound[other.left] = replace(other, swapped=one.left)


def _change_roles(claim: Side, statement: Side, one: Bound, other: Bound) -> tuple[bool, bool]:
    """Whether two figures of a change keep what "from", "by" and "to" make of them, and whether they exchanged it."""
    said = [claim.changes[b.left] for b in (one, other)]
    meant = [statement.changes[b.right] for b in (one, other)]
    if not all(said) or not all(meant) or said[0] == said[1]:
        return False, False
    return said == meant, said == meant[::-1]


def _exchanged_units(claim: Side, statement: Side, one: Bound, other: Bound) -> bool:
    """Whether each of two figures is per what the other one should be: "$1 per woman and $2 per man"."""
    if one.relation.reason is not Reason.UNIT or other.relation.reason is not Reason.UNIT or one.right == other.right:
        return False
    pers = claim.quantities[one.left].per, claim.quantities[other.left].per
    return all(pers) and pers == (statement.quantities[other.right].per, statement.quantities[one.right].per)


def is_part_of(side: Side, one: int, other: int) -> bool:
    """Whether the first of two figures is a part of the second: "14 of the 52 complaints"."""
    return other == one + 1 and is_part(side.quantities[one], side.quantities[other], side.text)


_UNSWAPPED = frozenset({Kind.LABEL, Kind.LAW, Kind.DATE, Kind.PERIOD})
"""Names change places as words do; of two dates and two figures exchanged, the figures are told."""


def _difference(side: Side, one: int, other: int) -> dict[str, float]:
    """What the surroundings of one figure have and those of the other have not, and the other way round (negative)."""
    # A figure without a noun counts what the other counts: "67 victims were served and 29 could not be".
    nouns = bool(side.quantities[one].unit and side.quantities[other].unit)
    found = dict(_traits(side, one, nouns=nouns))
    for word, weight in _traits(side, other, nouns=nouns).items():
        found[word] = found.get(word, 0.0) - weight
    return found


def _traits(side: Side, index: int, *, nouns: bool) -> dict[str, float]:
    """The surroundings of a figure with its noun, base and period as words of their own."""
    q = side.quantities[index]
    traits = dict(side.around[index])
    if nouns:
        traits |= {f"noun {q.unit}": 1.0}
    traits |= {f"base {q.base}": 1.0}
    if q.period:
        traits[f"period {q.period.first} {q.period.last}"] = 1.5
    return traits


def _crossed(ours: dict[str, float], theirs: dict[str, float]) -> bool:
    """Whether the two differences point the same way, so that each figure stands where the other should."""
    product = sum(weight * theirs.get(word, 0.0) for word, weight in ours.items())
    length = math.hypot(*ours.values()) * math.hypot(*theirs.values())
    return length > _TELLING and product / length > _CROSSED
