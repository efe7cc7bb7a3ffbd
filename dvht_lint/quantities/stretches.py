"""Stretches of time told by where they end: "the past ten years", "the year ending March 2020", "the six months to June 2021"."""

from __future__ import annotations

from dvht_lint.model import Kind
from dvht_lint.quantities.calendar import Moment, day_number
from dvht_lint.quantities.figure import Figure
from dvht_lint.quantities.number import read_number
from dvht_lint.quantities.numeral import Number, Shape
from dvht_lint.quantities.tokens import NUMBER, WORD, Tokens, word_set
from dvht_lint.quantities.vocabulary import number_words, unit_names
from dvht_lint.quantities.writing import make_figure

__all__ = ["ends_at", "months_at", "read_past"]

_PAST = word_set("past last previous preceding prior")
_STRETCHES = frozenset({"year", "quarter"})
_DETERMINERS = word_set("the this these their his her its our over in within during")
_WHOLE = frozenset({"d", "wk", "fortnight", "month", "yr", "decade", "century"})
_ENDING = word_set("ending ended to")
_MONTHS = {"month": 1, "months": 1, "year": 12, "years": 12, "quarter": 3, "quarters": 3}


def read_past(t: Tokens, i: int) -> Figure | None:
    """The duration in "the past decade", "the last 12 months", "the previous two years" at "past", "last" …

    "Last year" without an article is a calendar year, and "the last week of May" is no stretch that ends now.
    """
    if t.lowers[i] not in _PAST or t.lowers[i - 1] not in _DETERMINERS:
        return None
    number = read_number(t, i + 1) if t.kinds[i + 1] == NUMBER or t.kinds[i + 1] == WORD else None
    counted = number is not None and number.shape in {Shape.DIGITS, Shape.WORDS}
    if number is not None and not counted:
        return None
    if number is None:
        number = Number(1.0, i + 1, 0.0, Shape.WORDS)
    at = number.stop + 1 if t.hyphen(number.stop) else number.stop
    unit = unit_names().get(t.lowers[at]) if t.kinds[at] == WORD else None
    if unit is None or unit.name not in _WHOLE or t.lowers[at + 1] == "of" or t.hyphen(at + 1):
        return None
    figure = make_figure(Kind.DURATION, t, i, at + 1, number, scale=unit.scale)
    figure.dimension, figure.unit, figure.unit_at = "time", unit.name, (at, at + 1)
    figure.relative = True
    figure.single = not counted
    return figure


def months_at(t: Tokens, i: int) -> tuple[int, int]:
    """How many months "year", "12 months", "two quarters" at a token are, and the token after "ending" or "to"; 0 for none."""
    count, at = 1.0, i
    if t.lowers[i] not in _STRETCHES:
        count, at = _small(t, i), i + 1
        if not count:
            return 0, i
    at += t.hyphen(at)
    months = _MONTHS.get(t.lowers[at], 0)
    at += 1 + (t.lowers[at + 1] == "period")
    if not months or t.lowers[at] not in _ENDING:
        return 0, i
    at += 1
    at += t.lowers[at] in {"on", "the", "in", "up"}
    return int(count * months), at


def _small(t: Tokens, i: int) -> float:
    """A number of two digits or one word; 0 for none."""
    if t.kinds[i] == NUMBER:
        return float(t.words[i]) if t.words[i].isdigit() and len(t.words[i]) <= 2 else 0.0
    return number_words().cardinals.get(t.lowers[i], 0.0)


def ends_at(months: int, end: Moment) -> tuple[float, float] | None:
    """The first and last day of so many months that end with a month or day; None where the end has no month."""
    if end.year is None or not end.month:
        return None
    whole = end.year * 12 + end.month - months
    first = day_number(whole // 12, whole % 12 + 1, 1)
    if end.day and end.last != end._replace(day=0).last:
        # Ends in the middle of a month: begins in the middle of one too.
        first += end.day
    return first, end.last
