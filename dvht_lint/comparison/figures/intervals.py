"""Two figures on one scale, and the questions about them as sets: equal, contained, rounded.

A figure denotes a set of values (`Quantity.low` to `high`); the claim is supported when its set contains the
statement's. Figures of different notations are brought to one scale first.
"""

from __future__ import annotations

from typing import NamedTuple

from dvht_lint.model import Kind, Qualifier, Quantity

__all__ = ["Scaled", "common_scale", "contains", "is_rounding", "same_mantissa", "same_value"]

_TINY = 1e-9
_ROUGH = 0.1
"""The most that rounding may move a value, as a part of it."""
_LOOSE = 0.025
"""The most where only trailing zeros say that a figure is rounded ("19,000")."""
_NO_ROUNDING = frozenset({Kind.DATE, Kind.PERIOD, Kind.TIME, Kind.ORDINAL, Kind.AGE, Kind.LABEL, Kind.LAW})
_SECONDS_A_YEAR = 31556952.0
_NAMES = frozenset({Kind.LABEL, Kind.LAW})


class Scaled(NamedTuple):
    """One side of a comparison on the common scale; the names are those of `Quantity`."""

    low: float
    high: float
    closed: tuple[bool, bool]
    value_low: float
    value_high: float
    resolution: float
    quantity: Quantity

    @property
    def ranged(self) -> bool:
        """Whether two bounds were written."""
        return self.value_low != self.value_high


def _scaled(q: Quantity, factor: float = 1.0) -> Scaled:
    return Scaled(
        q.low * factor, q.high * factor, q.closed, q.value_low * factor, q.value_high * factor, q.resolution * factor, q
    )


def common_scale(left: Quantity, right: Quantity) -> tuple[Scaled, Scaled] | None:
    """Both figures on one scale; None where they cannot be converted into each other."""
    if left.dimension == right.dimension:
        if left.kind in _NAMES or right.kind in _NAMES:
            return (_scaled(left), _scaled(right)) if left.unit == right.unit else None
        if left.per != right.per and left.per and right.per:
            return None
        return _scaled(left), _scaled(right)
    if _spells_out(left, right):
        return _scaled(left, _SECONDS[right.per]), _scaled(right)
    if _spells_out(right, left):
        return _scaled(left), _scaled(right, _SECONDS[left.per])
    factors = _FACTORS.get((left.dimension, right.dimension)) or _elliptic(left, right)
    if factors:
        ours, theirs = _scaled(left, factors[0]), _scaled(right, factors[1])
        strict = (left.dimension, right.dimension) not in _CONVERTED
        return None if strict and not same_value(ours, theirs) else (ours, theirs)
    if left.dimension == "count" and right.dimension == "share" and abs(left.value_high) < 1:
        return _scaled(left, 100.0), _scaled(right)
    if right.dimension == "count" and left.dimension == "share" and abs(right.value_high) < 1:
        return _scaled(left), _scaled(right, 100.0)
    return _changed(left, right) or _dated(left, right)


_SECONDS = {"s": 1, "min": 60, "h": 3600, "d": 86400, "wk": 604800, "month": 2629746, "yr": 31556952}


def _spells_out(rate: Quantity, plain: Quantity) -> bool:
    """Whether one figure has in its unit a time that the other is per: "8 mL per day" and "8 mL a day"."""
    return plain.per in _SECONDS and rate.dimension == f"{plain.dimension}/time"


def _changed(left: Quantity, right: Quantity) -> tuple[Scaled, Scaled] | None:
    """A multiple beside the percentage of a change, where the two agree: doubled is 100% more, halved 50% less."""
    for multiple, share, swapped in ((left, right, False), (right, left, True)):
        if (
            multiple.dimension == "multiple"
            and share.dimension == "share"
            and not (multiple.is_range or share.is_range)
        ):
            step = abs(multiple.value_low - 1) * 100
            if _close(step, share.value_low):
                one, two = (Scaled(step, step, (True, True), step, step, 0.0, q) for q in (multiple, share))
                return (two, one) if swapped else (one, two)
    return None


_FACTORS = {
    ("age", "time"): (_SECONDS_A_YEAR, 1.0),
    ("time", "age"): (1.0, _SECONDS_A_YEAR),
    ("age", "count"): (1.0, 1.0),
    ("points", "count"): (1.0, 1.0),
    ("count", "points"): (1.0, 1.0),
    ("count", "age"): (1.0, 1.0),
    ("multiple", "count"): (1.0, 1.0),
    ("count", "multiple"): (1.0, 1.0),
    ("clock", "time"): (1.0, 1.0),
    ("time", "clock"): (1.0, 1.0),
    ("degree", "temperature"): (1.0, 1.0),
    ("temperature", "degree"): (1.0, 1.0),
}


_CONVERTED = frozenset({("age", "time"), ("time", "age")})
_SAME_WORDS = frozenset({Kind.DURATION, Kind.MEASURE})


def _elliptic(left: Quantity, right: Quantity) -> tuple[float, float] | None:
    """The factors for a measure beside a bare number: "67 years", "67 of his 76 years"."""
    for bare, measured, swapped in ((left, right, False), (right, left, True)):
        plain = bare.kind is Kind.NUMBER and not bare.unit and not bare.per and bare.value_low > 1
        if (
            plain
            and measured.kind in _SAME_WORDS
            and not measured.is_range
            and measured.text.startswith(bare.text + " ")
        ):
            factor = measured.value_low / bare.value_low
            return (1.0, factor) if swapped else (factor, 1.0)
    return None


def _dated(left: Quantity, right: Quantity) -> tuple[Scaled, Scaled] | None:
    """A day without its year beside one with it, and a year that was read as a number."""
    if left.dimension == "day-of-year" and right.dimension == "date":
        projected = _without_year(right)
        return (_scaled(left), projected) if projected else None
    if left.dimension == "date" and right.dimension == "day-of-year":
        projected = _without_year(left)
        return (projected, _scaled(right)) if projected else None
    for number, dated, swapped in ((left, right, False), (right, left, True)):
        if number.dimension == "count" and dated.dimension == "date" and (year := _whole_year(dated)) is not None:
            if not number.value_low.is_integer() or not 1000 <= number.value_low <= 2200 or number.is_range:
                return None
            other = Scaled(year, year, (True, True), year, year, 0.0, dated)
            return (other, _scaled(number)) if swapped else (_scaled(number), other)
    return None


def _whole_year(q: Quantity) -> float | None:
    """The year of a period that is exactly one year."""
    if not 364 <= q.value_high - q.value_low <= 366:
        return None
    return float(round((q.value_low + 182) / 365.2425 + 0.5))


def _without_year(q: Quantity) -> Scaled | None:
    """A dated day or month as month * 100 + day."""
    from datetime import date

    if not 1 <= q.value_low <= q.value_high <= date.max.toordinal() or q.value_high - q.value_low > 92:
        return None
    first, last = date.fromordinal(int(q.value_low)), date.fromordinal(int(q.value_high))
    low, high = float(first.month * 100 + first.day), float(last.month * 100 + last.day)
    if last.day >= 28 and first.day == 1:
        high = float(last.month * 100 + 31)
    return Scaled(low, high, q.closed, low, high, 0.0, q)


def _close(a: float, b: float, slack: float = 0.0) -> bool:
    return a == b or abs(a - b) <= max(slack, _TINY * max(abs(a), abs(b)))


def same_value(left: Scaled, right: Scaled) -> bool:
    """Whether both wrote the same value or bounds, each in its own notation.

    Between two units, and between a fraction and a percentage, a difference below half of the last digit is none.
    """
    slack = 0.0
    a, b = left.quantity, right.quantity
    if a.unit != b.unit and a.kind in _MEASURED and b.kind in _MEASURED and a.dimension != "count":
        slack = max(left.resolution, right.resolution) * 0.525
        slack = min(slack, _ROUGH * abs(left.value_high))
    elif (a.kind is Kind.RATIO) != (b.kind is Kind.RATIO) and not _is_simple(left, right):
        slack = max(left.resolution, right.resolution) * 0.525
    if _close(left.value_low, right.value_low, slack) and _close(left.value_high, right.value_high, slack):
        return True
    return _second_reading(left, right)


_MEASURED = frozenset({Kind.MEASURE, Kind.DURATION, Kind.AGE})


def _is_simple(left: Scaled, right: Scaled) -> bool:
    return left.resolution == 0 and right.resolution == 0


def _second_reading(left: Scaled, right: Scaled) -> bool:
    """Whether an ambiguous date or time agrees in its other reading."""
    if left.ranged or right.ranged:
        return False
    ours = {left.value_low, left.quantity.other if left.quantity.other is not None else left.value_low}
    theirs = {right.value_low, right.quantity.other if right.quantity.other is not None else right.value_low}
    return not ours.isdisjoint(theirs)


def contains(outer: Scaled, inner: Scaled) -> bool:
    """Whether every value of `inner` is one of `outer`."""
    slack = _TINY * max(abs(outer.value_high), abs(inner.value_high))
    above = inner.low > outer.low + slack or (
        abs(inner.low - outer.low) <= slack and (outer.closed[0] or not inner.closed[0])
    )
    below = inner.high < outer.high - slack or (
        (inner.high == outer.high or abs(inner.high - outer.high) <= slack) and (outer.closed[1] or not inner.closed[1])
    )
    return above and below


def is_rounding(rounded: Scaled, exact: Scaled) -> bool:
    """Whether a figure is the other one, rightly rounded to its own last digit."""
    if rounded.quantity.kind in _NO_ROUNDING or rounded.quantity.dimension == "label":
        return False
    step = rounded.resolution or (1.0 if rounded.quantity.kind is Kind.RATIO else 0.0)
    if step <= exact.resolution * (1 - _TINY) or step == 0:
        return False
    return _rounds(rounded.value_low, exact.value_low, step, rounded) and _rounds(
        rounded.value_high, exact.value_high, step, rounded
    )


def _rounds(rounded: float, exact: float, step: float, side: Scaled) -> bool:
    q = side.quantity
    loose = q.qualifier is Qualifier.EXACT and q.dimension != "share" and q.factor == 1 and _ends_in_zero(q.text)
    most = _LOOSE if loose or (q.dimension == "share" and step > 1) else _ROUGH
    return abs(rounded - exact) <= min(step / 2 * (1 + _TINY), most * max(abs(exact), _TINY))


def _ends_in_zero(text: str) -> bool:
    """Whether only trailing zeros tell how finely a figure is written."""
    digits = [character for character in text if character.isdigit()]
    return "." not in text and (not digits or digits[-1] == "0")


def same_mantissa(left: Scaled, right: Scaled) -> bool:
    """Whether the digits agree and only the magnitude does not: 2.9 million and 2.9 billion."""
    ours, theirs = left.quantity.factor, right.quantity.factor
    if ours == theirs or not left.value_low or not right.value_low:
        return False
    return _close(left.value_low / ours, right.value_low / theirs) and _close(
        left.value_high / ours, right.value_high / theirs
    )
