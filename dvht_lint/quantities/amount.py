"""Amounts: a number with what it counts in - percent, money, a measure, an age, a multiple - or bare."""

from __future__ import annotations

from dvht_lint.model import Kind
from dvht_lint.quantities.figure import Figure
from dvht_lint.quantities.measures import make_measure, part_of_unit
from dvht_lint.quantities.money import currency_after, currency_before, read_money, with_minor
from dvht_lint.quantities.number import read_number
from dvht_lint.quantities.numeral import Number, Shape, read_digits
from dvht_lint.quantities.tokens import HYPHENS, NONE, NUMBER, WORD, Tokens, word_set
from dvht_lint.quantities.units import read_unit
from dvht_lint.quantities.vocabulary import unit_names
from dvht_lint.quantities.writing import in_words, make_figure

__all__ = ["FAHRENHEIT", "read_amount"]

_PERCENT = frozenset({"%", "percent", "pct", "pct.", "percentage", "％", "٪"})


_COUNTRY = frozenset({"us", "u.s", "u.s.", "american", "united", "canadian", "australian"})


_MULTIPLE_OF = word_set(
    "as more less fewer higher lower greater larger bigger the faster longer likelier what that smaller"
)


_AS_MUCH = word_set("likely many much often high large big common long frequently")


_ORDINAL_LETTERS = frozenset({"st", "nd", "rd", "th"})


FAHRENHEIT = "fahrenheit"


def read_amount(t: Tokens, i: int, *, comma: bool = False) -> Figure | None:
    """The figure at token `i` with its unit, without qualifier or range; None where no number begins."""
    currency, at = currency_before(t, i)
    number = read_number(t, at, comma=comma)
    if number is None:
        return None if currency else _article_unit(t, i)
    if currency:
        return read_money(t, i, number, currency, comma=comma)
    if number.shape is Shape.ORDINAL:
        if part := part_of_unit(t, i, number, comma=comma):
            return part
        return Figure(Kind.ORDINAL, i, number.stop, number.value, number.value, "ordinal", words=in_words(t, i))
    if score := _score(t, i, comma=comma):
        return score
    figure = _with_suffix(t, i, number, comma=comma)
    if figure:
        return figure
    return _bare(t, i, number)


_SCORES = word_set("rating ratings rated score scored scores grade average mark")


def _score(t: Tokens, i: int, *, comma: bool) -> Figure | None:
    """Read "an average rating of 6.88/10": a mark on a scale, not a share."""
    if t.kinds[i] != NUMBER or t.words[i + 1] != "/" or t.words[i + 2] not in {"4", "5", "10", "20", "100"}:
        return None
    if _SCORES.isdisjoint(t.lowers[max(0, i - 4) : i]):
        return None
    read = read_digits(t.words[i], comma=comma)
    if read is None:
        return None
    return Figure(Kind.NUMBER, i, i + 3, read[0], read[0], "score:" + t.words[i + 2], "point", resolution=read[1])


def _bare(t: Tokens, i: int, number: Number) -> Figure:
    """A number by itself: a share where it is a fraction of a whole, else a count."""
    figure = make_figure(Kind.NUMBER, t, i, number.stop, number)
    if number.shape is Shape.FRACTION and not number.mixed and abs(number.value) <= 1:
        figure.kind, figure.dimension, figure.unit = Kind.RATIO, "share", "%"
        figure.low = figure.high = number.value * 100
        figure.scale = 100.0
    return figure


def _with_suffix(t: Tokens, i: int, number: Number, *, comma: bool) -> Figure | None:
    """The number with the unit that follows it."""
    stop = number.stop
    at = stop + 1 if t.hyphen(stop) else stop
    if percent := _percent(t, i, number, at):
        return percent
    if age := _age(t, i, number, at):
        return age
    if multiple := _multiple(t, i, number, at):
        return multiple
    currency, end = currency_after(t, at)
    if currency and not (t.lowers[at] in {"pound", "pounds"} and _weighs(t, i, end)):
        figure = make_figure(Kind.MONEY, t, i, end, number)
        figure.dimension, figure.unit, figure.unit_at = "money:" + currency.code, currency.code, (at, end)
        return with_minor(t, figure, currency, comma=comma)
    if t.lowers[at] in {"cent", "cents", "¢", "penny", "pennies", "pence"}:
        figure = make_figure(Kind.MONEY, t, i, at + 1, number, scale=0.01)
        code = "GBP" if t.lowers[at] == "pence" else "USD"
        figure.dimension, figure.unit, figure.unit_at = "money:" + code, code, (at, at + 1)
        return figure
    if number.shape is Shape.FRACTION:
        at += t.lowers[at] == "of"
        at += t.lowers[at] in {"a", "an"}
        at += t.hyphen(at)
    if t.lowers[at] in _PLAIN and t.lowers[at + 1] in unit_names():
        at += unit_names()[t.lowers[at + 1]].dimension == "time"
    unit, end = read_unit(t, at, digits=not in_words(t, i))
    if (
        unit
        and at > stop
        and t.lowers[at - 1] in {"a", "an"}
        and unit.dimension == "time"
        and unit.name in {"yr", "month", "wk"}
        and t.lowers[at - 2] != "of"
        and number.value != 0.5
    ):
        return None
    if unit and not (unit.name == "month" and t.kinds[at - 1] == NONE):
        return make_measure(t, i, number, unit, (at, end), comma=comma)
    return None


_PLAIN = word_set(
    "full whole consecutive straight calendar solid entire complete successive more further additional extra"
)
"""Words between a number and a unit of time that leave the time what it is; "business" and "working" do not."""
_WEIGHT = word_set("meat weigh weighs weighed weighing weight lose lost heavy gain gained ounces oz")


def _weighs(t: Tokens, i: int, end: int) -> bool:
    """Whether pounds are a weight here: "lost ten pounds", "six pounds of meat"."""
    if t.lowers[end] == "of" and t.lowers[end + 1] in {"gold", "silver", "sterling"}:
        return True
    if t.lowers[end] == "of":
        return True
    near = {t.lowers[i - 1], t.lowers[i - 2], t.lowers[end], t.lowers[end + 1]} if i > 1 else {t.lowers[end]}
    return not _WEIGHT.isdisjoint(near)


def _percent(t: Tokens, i: int, number: Number, at: int) -> Figure | None:
    if number.shape is Shape.FRACTION and t.lowers[at] == "of" and t.lowers[at + 1] in {"a", "one", "1"}:
        at += 2
    word = t.lowers[at]
    stop = at + 1
    if word == "basis" and t.lowers[stop] in {"point", "points"}:
        figure = make_figure(Kind.POINTS, t, i, stop + 1, number, scale=0.01)
        figure.dimension, figure.unit, figure.unit_at = "points", "percentage point", (at, stop + 1)
        return figure
    if word == "per" and (t.lowers[at + 1] == "cent" or (t.hyphen(at + 1) and t.lowers[at + 2] == "cent")):
        stop = at + 2 if t.lowers[at + 1] == "cent" else at + 3
    elif word not in _PERCENT and not (word == "pp" and not in_words(t, i)):
        return None
    figure = make_figure(Kind.PERCENT, t, i, stop, number)
    figure.dimension, figure.unit, figure.unit_at = "share", "%", (at, stop)
    figure.resolution = 0.0 if number.shape is Shape.FRACTION else min(figure.resolution, 1.0)
    point = stop + 1 if t.hyphen(stop) else stop
    if word == "pp" or t.lowers[point] in {"point", "points"}:
        figure.kind, figure.dimension, figure.unit = Kind.POINTS, "points", "percentage point"
        figure.stop = stop if word == "pp" else point + 1
        figure.unit_at = (at, figure.stop)
    elif word == "percentage":
        return None
    elif t.kinds[stop] == NUMBER and t.glued(stop) and len(t.words[stop]) <= 2 and word == "%":
        figure.malformed = "a note mark seems to be glued to the figure"
    return figure


def _age(t: Tokens, i: int, number: Number, at: int) -> Figure | None:
    """Read "18-year-old", "18 years old", "12 months of age"."""
    unit = {"year": 1.0, "years": 1.0, "yr": 1.0, "month": 1 / 12, "months": 1 / 12}.get(t.lowers[at])
    if not unit:
        return None
    end = at + 1
    if t.words[end] in HYPHENS:
        end += 1
    if t.lowers[end] in {"old", "olds"}:
        end += 1
    elif t.lowers[end] == "of" and t.lowers[end + 1] == "age":
        end += 2
    else:
        return None
    figure = make_figure(Kind.AGE, t, i, end, number, scale=unit)
    figure.dimension, figure.unit, figure.unit_at = "age", "year", (at, end)
    return figure


def _multiple(t: Tokens, i: int, number: Number, at: int) -> Figure | None:
    word = t.lowers[at]
    if word == "as" and number.shape is Shape.FRACTION and t.lowers[at + 1] in _AS_MUCH:
        figure = make_figure(Kind.MULTIPLE, t, i, at, number)
        figure.dimension, figure.unit = "multiple", "time"
        return figure
    if word in {"x", "×"} and t.glued(at) and not t.glued(at + 1):
        stop = at + 1
    elif word in {"times", "fold"} and (
        word == "fold" or t.lowers[at + 1] in _MULTIPLE_OF or t.lowers[at + 1] in {"in", "a", "per"}
    ):
        if t.lowers[at + 1] in {"a", "per"} and word == "times":
            return None
        stop = at + 1
    else:
        return None
    figure = make_figure(Kind.MULTIPLE, t, i, stop, number)
    figure.dimension, figure.unit, figure.unit_at = "multiple", "time", (at, stop)
    return figure


def _article_unit(t: Tokens, i: int) -> Figure | None:
    """Read "a dollar", "an hour", "a kg": one of a unit, which may not be meant as a figure."""
    if t.lowers[i] not in {"a", "an"}:
        return None
    at = i + 1
    currency, end = currency_after(t, at)
    one = Number(1.0, at, 1.0, Shape.WORDS)
    if currency and t.kinds[at] == WORD:
        figure = make_figure(Kind.MONEY, t, i, end, one)
        figure.dimension, figure.unit, figure.unit_at = "money:" + currency.code, currency.code, (at, end)
        return with_minor(t, figure, currency, comma=False)
    unit, end = read_unit(t, at)
    if unit is None or unit.dimension in {"dose", "angle", "degree"} or (t.kinds[end] == NUMBER and t.capital(at)):
        return None
    figure = make_measure(t, i, one, unit, (at, end), comma=False)
    figure.single = figure.low == unit.scale
    return figure
