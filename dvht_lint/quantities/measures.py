"""Measures and durations, in one unit or several added up."""

from __future__ import annotations

from dvht_lint.model import Kind
from dvht_lint.quantities.figure import Figure
from dvht_lint.quantities.number import read_number
from dvht_lint.quantities.numeral import Number, Shape
from dvht_lint.quantities.tokens import NONE, NUMBER, WORD, Tokens
from dvht_lint.quantities.units import one_unit, read_unit
from dvht_lint.quantities.vocabulary import (
    Unit,
    unit_names,
)
from dvht_lint.quantities.writing import make_figure

__all__ = ["make_measure", "part_of_unit"]

_COMPOUND = frozenset({"time", "length", "mass", "volume"})


def part_of_unit(t: Tokens, i: int, number: Number, *, comma: bool) -> Figure | None:
    """Read "tenth of a gallon", "fourth of liter"."""
    if t.lowers[number.stop] != "of" or number.compound or number.value < 3:
        return None
    at = number.stop + 1 + (t.lowers[number.stop + 1] in {"a", "an"})
    unit, end = read_unit(t, at, digits=False)
    if unit is None or unit.dimension == "time":
        return None
    part = number._replace(value=1 / number.value, resolution=0.0, shape=Shape.FRACTION)
    return make_measure(t, i, part, unit, (at, end), comma=comma)


def make_measure(t: Tokens, i: int, number: Number, unit: Unit, at: tuple[int, int], *, comma: bool) -> Figure:
    """The measure that a number and the unit at the tokens `at` make, with the smaller units that may follow."""
    kind = Kind.DURATION if unit.dimension == "time" else Kind.MEASURE
    figure = make_figure(kind, t, i, at[1], number, scale=unit.scale)
    figure.dimension, figure.unit, figure.unit_at = unit.dimension, unit.name, at
    if unit.name == "°F":
        figure.low = figure.high = (number.value - 32) * 5 / 9
        figure.dimension, figure.resolution = "temperature", number.resolution * 5 / 9
    return _compounded(t, figure, comma=comma) if unit.dimension in _COMPOUND else figure


def _compounded(t: Tokens, figure: Figure, *, comma: bool) -> Figure:
    """A measure in several units added up: "1 hour and 30 minutes", "5 ft 10 in", "1 hour thirty", "an hour and a half"."""
    scale = figure.scale
    for _ in range(5):
        at = figure.stop
        while t.words[at] == "," or t.lowers[at] == "and":
            at += 1
        if at > figure.stop + 2 or t.kinds[at] == NONE:
            break
        if at > figure.stop and t.words[figure.stop] != "," and (part := _and_part(t, at)):
            figure.stop = part[1]
            figure.low = figure.high = figure.low + part[0] * scale
            figure.single = False
            return figure
        number = read_number(t, at, comma=comma)
        if number is None or number.shape is Shape.ORDINAL or number.value < 0:
            break
        unit, end = one_unit(t, number.stop, digits=t.kinds[number.stop - 1] == NUMBER)
        value = number.value
        if (
            unit is None
            and scale == 3600
            and at <= figure.stop + 1
            and t.words[figure.stop] != ","
            and value < 60
            and t.kinds[number.stop] != WORD
        ):
            unit, end = unit_names()["minute"], number.stop
        if unit is None and figure.unit == "m" and at == figure.stop and 10 <= value < 100 and figure.words:
            # "One metre eighty": the hundredths need no unit.
            unit, end = unit_names()["centimetre"], number.stop
        if unit is None or unit.dimension != figure.dimension or not value * unit.scale < scale:
            break
        figure.low = figure.high = figure.low + value * unit.scale
        figure.single = False
        figure.resolution = number.resolution * unit.scale
        figure.stop, scale = end, unit.scale
    return figure


def _and_part(t: Tokens, i: int) -> tuple[float, int] | None:
    """The fraction in "an hour and a half" and the token after it."""
    at = i + 1 if t.lowers[i] in {"a", "an"} else i
    value = {"half": 0.5, "quarter": 0.25}.get(t.lowers[at])
    return (value, at + 1) if value and t.lowers[at + 1] not in unit_names() else None
