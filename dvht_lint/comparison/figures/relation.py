"""What one figure of a claim is to one of its statement: the same, weaker, or drifted for one reason."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple

from dvht_lint.comparison.figures.intervals import (
    Scaled,
    common_scale,
    contains,
    is_rounding,
    same_mantissa,
    same_value,
)
from dvht_lint.model import Harm, Kind, Qualifier, Quantity, Reason

__all__ = ["Relation", "Support", "relate"]

_UPPER = frozenset({Qualifier.AT_MOST, Qualifier.LESS_THAN})
_LOWER = frozenset({Qualifier.AT_LEAST, Qualifier.MORE_THAN})
_TIMES = frozenset({Kind.DATE, Kind.PERIOD})


class Support(IntEnum):
    """How far a statement's figure goes towards a claim's, from nothing in common to the very same."""

    NONE = 0
    OTHER = 1
    """On one scale, with another value."""
    NEAR = 2
    """The same value in another unit, or a range that it touches."""
    QUALIFIED = 3
    """The same value under another qualifier."""
    WEAKER = 4
    EQUAL = 5


class Relation(NamedTuple):
    """The reason why the claim's figure is not its statement's; None where it is."""

    support: Support
    reason: Reason | None = None
    harm: Harm = Harm.MORE


NOTHING = Relation(Support.NONE)
_EQUAL = Relation(Support.EQUAL)
_WEAKER = Relation(Support.WEAKER)


def relate(claim: Quantity, statement: Quantity) -> Relation:
    """Compare two figures, whatever their roles."""
    relation = _relate(claim, statement)
    if relation.reason in _VALUES and (claim.relative or statement.relative):
        return relation._replace(reason=Reason.PERIOD)
    return relation


_VALUES = frozenset({Reason.NUMBER, Reason.UNIT, Reason.RANGE, Reason.PRECISION, Reason.ROUNDING})


def _relate(claim: Quantity, statement: Quantity) -> Relation:
    scaled = common_scale(claim, statement)
    if scaled is None:
        return _incommensurable(claim, statement)
    c, s = scaled
    if claim.kind in _TIMES and statement.kind in _TIMES:
        return _relate_times(c, s)
    if same_value(c, s):
        if claim.dimension == "clock" and claim.unit and statement.unit and claim.unit != statement.unit:
            return Relation(Support.NEAR, Reason.UNIT)
        return _relate_qualifiers(c, s)
    if same_mantissa(c, s) or _same_digits(claim, statement):
        return Relation(Support.NEAR, Reason.UNIT)
    if c.ranged or s.ranged:
        return _relate_ranges(c, s)
    return _relate_values(c, s)


def _same_digits(claim: Quantity, statement: Quantity) -> bool:
    """Whether the same number is written with two units of one dimension: 30 days and 30 weeks."""
    measured = claim.kind in _MEASURED and statement.kind in _MEASURED and claim.unit != statement.unit
    measured = measured or (claim.dimension == statement.dimension == "interval" and claim.unit != statement.unit)
    if claim.dimension != statement.dimension and (claim.incidental or statement.incidental):
        return False  # "a week" and "a barrel"
    return measured and _written(claim) == _written(statement)


_MEASURED = frozenset({Kind.MEASURE, Kind.DURATION})


def _incommensurable(claim: Quantity, statement: Quantity) -> Relation:
    """The same number counted in something else: % and points, dollars and euros, kilograms and kilometres."""
    kinds = {claim.kind, statement.kind}
    if claim.incidental and statement.incidental and Kind.NUMBER not in kinds:
        return NOTHING  # "a week" and "a barrel"
    if not kinds <= _UNITED or (Kind.NUMBER in kinds and Kind.RATE in kinds and not (claim.per or statement.per)):
        return NOTHING
    if _written(claim) == _written(statement) or (kinds <= _PLAIN and claim.value_low == statement.value_low):
        return Relation(Support.NEAR, Reason.UNIT)
    return NOTHING


_UNITED = frozenset(
    {Kind.MULTIPLE, Kind.PERCENT, Kind.POINTS, Kind.MONEY, Kind.MEASURE, Kind.DURATION, Kind.RATE, Kind.NUMBER}
)


_PLAIN = frozenset({Kind.MULTIPLE, Kind.PERCENT, Kind.POINTS, Kind.MONEY, Kind.NUMBER})
"""Kinds whose value is the number as written."""


def _written(q: Quantity) -> str:
    """The digits of a figure as written, without symbols, for telling "5%" from "5 points"."""
    digits = "".join(c for c in q.text if c.isdigit() or c in ".,")
    return digits.strip(".,").replace(",", "") or q.text.split()[0].lower()


def _relate_qualifiers(c: Scaled, s: Scaled) -> Relation:
    """The same value: what the two qualifiers make of it."""
    ours, theirs = c.quantity.qualifier, s.quantity.qualifier
    if ours is theirs:
        return _EQUAL
    if {ours, theirs} <= _LOWER or {ours, theirs} <= _UPPER:
        harder = ours in {Qualifier.MORE_THAN, Qualifier.LESS_THAN}
        return Relation(Support.QUALIFIED, Reason.QUALIFIER, Harm.LESS) if harder else _WEAKER
    if ours is Qualifier.EXACT:
        return Relation(Support.QUALIFIED, Reason.QUALIFIER_DROPPED)
    if theirs is Qualifier.EXACT:
        if s.ranged and ours is not Qualifier.ABOUT:
            return Relation(Support.QUALIFIED, Reason.QUALIFIER)
        if contains(c, s):
            return _WEAKER
        soft = ours is Qualifier.NEARLY or _is_round(s)
        return Relation(Support.QUALIFIED, Reason.QUALIFIER, Harm.LESS if soft else Harm.MORE)
    if ours is Qualifier.ABOUT and theirs is Qualifier.NEARLY:
        return _WEAKER
    return Relation(Support.QUALIFIED, Reason.QUALIFIER)


def _is_round(s: Scaled) -> bool:
    """Whether a figure is rounded, so that the value may lie a little above it: "over $90 million" for "$90 million"."""
    return s.quantity.factor > 1 and s.quantity.kind is not Kind.ORDINAL


def _relate_ranges(c: Scaled, s: Scaled) -> Relation:
    """A range on either side, and the bounds differ."""
    if c.ranged and s.ranged:
        if is_rounding(c, s):
            return _WEAKER
        touches = c.value_low <= s.value_high and s.value_low <= c.value_high
        if c.resolution > s.resolution and _one_step(c, s) and abs(c.value_high - s.value_high) <= c.resolution:
            return Relation(Support.NEAR, Reason.ROUNDING)
        return Relation(Support.NEAR if touches else Support.OTHER, Reason.RANGE)
    if c.ranged:
        inside = contains(c, s) or c.value_low <= s.value_low <= c.value_high
        return _WEAKER if inside else Relation(Support.OTHER, Reason.RANGE)
    floor = c.quantity.qualifier is Qualifier.AT_LEAST and c.quantity.kind is not Kind.AGE
    if floor and c.value_low == s.value_low and contains(c, _plain(s)):
        # Its floor is true of the range, and says less.
        return Relation(Support.QUALIFIED, Reason.RANGE, Harm.LESS)
    end = c.value_low in {s.value_low, s.value_high}
    if end:
        return Relation(Support.NEAR, Reason.RANGE)
    if c.quantity.qualifier is not Qualifier.EXACT and contains(c, _plain(s)):
        return _WEAKER
    if is_rounding(c, _end(s, s.value_low)) or is_rounding(c, _end(s, s.value_high)):
        return Relation(Support.NEAR, Reason.RANGE)
    inside = s.value_low < c.value_low < s.value_high
    return Relation(Support.NEAR if inside else Support.OTHER, Reason.NUMBER)


def _plain(s: Scaled) -> Scaled:
    """The values as written, without what "about" adds: "more than half" holds for "about 55% to 60%"."""
    if s.quantity.qualifier is Qualifier.ABOUT:
        return Scaled(s.value_low, s.value_high, (True, True), s.value_low, s.value_high, s.resolution, s.quantity)
    return s


def _end(s: Scaled, value: float) -> Scaled:
    return Scaled(value, value, (True, True), value, value, s.resolution, s.quantity)


def _relate_values(c: Scaled, s: Scaled) -> Relation:
    """Two single values that differ."""
    ours, theirs = c.quantity.qualifier, s.quantity.qualifier
    if ours is not Qualifier.EXACT and contains(c, _plain(s)) and not _is_retyped(c, s):
        return _WEAKER
    if ours in _LOWER | _UPPER:
        rounder = c.resolution > s.resolution or c.quantity.kind is Kind.RATIO
        bounds = _LOWER if ours in _LOWER else _UPPER
        broken = theirs in {Qualifier.EXACT, Qualifier.ABOUT, *bounds} and rounder and (_near(c, s) or _one_step(c, s))
        return Relation(Support.OTHER, Reason.ROUNDING if broken else Reason.NUMBER)
    if ours is Qualifier.NEARLY and s.value_low > c.value_low * (1 + _OVER) and is_rounding(c, s):
        return Relation(Support.NEAR, Reason.ROUNDING)
    if is_rounding(c, s):
        return _WEAKER
    if is_rounding(s, c) and theirs in {Qualifier.EXACT, Qualifier.ABOUT}:
        return Relation(Support.NEAR, Reason.PRECISION)
    return Relation(Support.OTHER, Reason.NUMBER)


_OVER = 0.01
"""How far a value may lie above the figure that it is "nearly", as a part of it."""


def _is_retyped(c: Scaled, s: Scaled) -> bool:
    """Whether "about" stands before a figure as fine as the statement's, and so rounds nothing: "about 763" for 736."""
    if c.quantity.qualifier is not Qualifier.ABOUT or not 0 < c.resolution <= s.resolution:
        return False
    return round(c.value_low / c.resolution) % 5 != 0


def _near(c: Scaled, s: Scaled) -> bool:
    """Whether a bound is a round number next to the value it breaks."""
    return abs(c.value_low - s.value_low) <= 0.1 * max(abs(s.value_low), 1e-9)


def _one_step(c: Scaled, s: Scaled) -> bool:
    """Whether the two are less than one step of the rounder one apart: "under 0.4%" and 0.48%."""
    return abs(c.value_low - s.value_low) <= min(c.resolution, 0.25 * abs(s.value_low)) * (1 + 1e-9)


def _is_written_range(q: Quantity) -> bool:
    """Whether two dates were written, and not one decade or century."""
    return (q.value_high - q.value_low > 31 and q.text[0] not in "'’" and sum(c.isdigit() for c in q.text) > 4) or any(
        mark in q.text for mark in (" to ", " and ", "–", " - ")
    )


def _is_one_business_year(split: Scaled, year: Scaled) -> bool:
    """Whether "2019/20" may be the year ending March 2020: twelve months that begin in the one and end in the other year."""
    short = _SPLIT_YEAR.search(split.quantity.text) is not None
    inside = split.value_low < year.value_low and year.value_high < split.value_high
    return short and inside and _YEAR_DAYS[0] <= year.value_high - year.value_low <= _YEAR_DAYS[1]


_SPLIT_YEAR = re.compile(r"\d{4}[/–-]\d{2}$")
_YEAR_DAYS = (360, 367)


def _relate_times(c: Scaled, s: Scaled) -> Relation:
    """Dates and periods: the claim may be coarser than its statement, never finer or elsewhere."""
    ours, theirs = c.quantity.qualifier, s.quantity.qualifier
    if same_value(c, s):
        opposite = (ours in _LOWER and theirs in _UPPER) or (ours in _UPPER and theirs in _LOWER)
        return Relation(Support.QUALIFIED, Reason.PERIOD) if opposite else _EQUAL
    if _is_one_business_year(c, s) or _is_one_business_year(s, c):
        return _EQUAL
    if _is_written_range(c.quantity):
        return Relation(Support.NEAR if contains(c, s) else Support.OTHER, Reason.PERIOD)
    bounded = ours in {Qualifier.LESS_THAN, Qualifier.MORE_THAN}
    inside = c.value_low <= s.value_low and s.value_high <= c.value_high and theirs is not ours
    if contains(c, s) or (inside and not bounded):
        return _WEAKER
    touches = s.value_low <= c.value_low and c.value_high <= s.value_high
    return Relation(Support.NEAR if touches else Support.OTHER, Reason.PERIOD)
