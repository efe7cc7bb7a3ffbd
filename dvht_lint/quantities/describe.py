"""A quantity in one line, for the debugging view."""

from __future__ import annotations

import math
from datetime import date

from dvht_lint.model import Kind, Quantity

__all__ = ["describe"]


def describe(quantity: Quantity) -> str:
    """A quantity as `pairs -v` prints it: the words, the set of values, the unit, the role.

    `"55% to 60%": percent [52, 63] % of detected victims, 2007 and 2010, about`
    """
    parts = [f'"{quantity.text}": {quantity.kind.value} {_interval(quantity)}']
    if quantity.unit:
        parts.append(f" {quantity.unit}")
    if quantity.per:
        parts.append(f" per {quantity.per}")
    if quantity.base:
        parts.append(f" of {quantity.base}")
    if quantity.period:
        parts.append(f", {quantity.period.text}")
    if quantity.qualifier.value != "exact":
        parts.append(f", {quantity.qualifier.value}")
    if quantity.malformed:
        parts.append(f" ({quantity.malformed})")
    return "".join(parts)


def _interval(quantity: Quantity) -> str:
    low, high = _end(quantity, quantity.low), _end(quantity, quantity.high)
    if low == high:
        return low
    return f"{'[' if quantity.closed[0] else '('}{low}, {high}{']' if quantity.closed[1] else ')'}"


def _end(quantity: Quantity, value: float) -> str:
    if math.isinf(value):
        return "∞" if value > 0 else "-∞"
    if (
        quantity.kind in {Kind.DATE, Kind.PERIOD}
        and quantity.dimension == "date"
        and 1 <= value <= date.max.toordinal()
    ):
        return date.fromordinal(int(value)).isoformat()
    if quantity.kind is Kind.TIME:
        return f"{int(value) // 3600:02}:{int(value) // 60 % 60:02}:{int(value) % 60:02}"
    return f"{value:,.6f}".rstrip("0").rstrip(".") if abs(value) < 1e15 else f"{value:.6g}"
