"""Currencies before and after a number, and money with its hundredths."""

from __future__ import annotations

from dvht_lint.model import Kind
from dvht_lint.quantities.figure import Figure
from dvht_lint.quantities.number import read_number
from dvht_lint.quantities.numeral import Number, Shape
from dvht_lint.quantities.tokens import NONE, NUMBER, OTHER, WORD, Tokens
from dvht_lint.quantities.units import FEW_LETTERS
from dvht_lint.quantities.vocabulary import (
    Currency,
    currency_names,
    currency_symbols,
    number_words,
)
from dvht_lint.quantities.writing import make_figure

__all__ = ["currency_after", "currency_before", "read_money", "with_minor"]

_MAGNITUDE_LETTERS = {
    "m": 1e6,
    "mm": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "k": 1e3,
    "t": 1e12,
    "tn": 1e12,
    "mn": 1e6,
    "M": 1e6,
    "B": 1e9,
}


def currency_before(t: Tokens, i: int) -> tuple[Currency | None, int]:
    """The currency symbol or code that stands before a number, and the token after it."""
    word = t.words[i]
    symbols = currency_symbols()
    if t.kinds[i] == OTHER:
        found = symbols.get(word)
        return found, i + 1 if found else i
    if t.kinds[i] == WORD and t.kinds[i + 1] != NONE and len(word) <= 4:
        if t.words[i + 1] in {"$", "£"} and t.glued(i + 1) and (found := symbols.get(word + t.words[i + 1])):
            return found, i + 2
        if word.isupper() or word in {"Rs", "Rs.", "Rp", "Fr."}:
            found = symbols.get(word)
            if found and (t.kinds[i + 1] == NUMBER or t.words[i + 1] in {"$", "£", "€"}):
                return found, i + 1 if t.kinds[i + 1] == NUMBER else i + 2
    return None, i


def read_money(t: Tokens, i: int, number: Number, currency: Currency, *, comma: bool) -> Figure:
    """Money with its symbol in front: "$2.9 million", "$20-bn", "$1.2m"."""
    letters = _MAGNITUDE_LETTERS.get(t.words[number.stop]) or _MAGNITUDE_LETTERS.get(t.lowers[number.stop])
    if letters and number.magnitude == 1 and t.starts[number.stop] <= t.ends[number.stop - 1] + 1:
        number = number._replace(
            value=number.value * letters,
            resolution=number.resolution * letters,
            magnitude=letters,
            stop=number.stop + 1,
        )
    elif t.hyphen(number.stop) and (factor := number_words().magnitudes.get(t.lowers[number.stop + 1])):
        number = number._replace(
            value=number.value * factor, resolution=number.resolution * factor, magnitude=factor, stop=number.stop + 2
        )
    figure = make_figure(Kind.MONEY, t, i, number.stop, number)
    figure.dimension, figure.unit = "money:" + currency.code, currency.code
    figure.unit_at = (i, i + 1)
    named, stop = currency_after(t, number.stop)
    if named and (named.code in (currency.code, "USD") or currency.code == "USD"):
        figure.stop = stop
        if named.code not in {currency.code, "USD"}:
            figure.dimension, figure.unit = "money:" + named.code, named.code
    return with_minor(t, figure, currency, comma=comma)


def currency_after(t: Tokens, i: int) -> tuple[Currency | None, int]:
    """The currency named after a number, up to three words, and the token after it."""
    if t.kinds[i] == OTHER:
        found = currency_symbols().get(t.words[i]) if t.glued(i) or t.kinds[i + 1] != NUMBER else None
        return found, i + 1 if found else i
    names = currency_names()
    if len(t.words[i]) == 3 and t.words[i].isupper() and (found := currency_symbols().get(t.words[i])):
        return found, i + 1
    for length in (3, 2, 1):
        phrase = " ".join(t.lowers[i : i + length])
        if t.kinds[i + length - 1] != WORD:
            continue
        found = names.get(phrase) or names.get(phrase.replace(".", ""))
        if found and not (length == 1 and len(phrase) <= FEW_LETTERS and not t.glued(i) and t.words[i].islower()):
            return found, i + length
    if t.kinds[i] == WORD and t.words[i + 1] == "$" and t.glued(i + 1):
        found = currency_symbols().get(t.words[i] + "$")
        return found, i + 2 if found else i
    return None, i


def with_minor(t: Tokens, figure: Figure, currency: Currency, *, comma: bool) -> Figure:
    """Money with its hundredths: "twenty dollars fifty cents", "20 ringgit and 43 sen", "twenty dollars and 43"."""
    at = figure.stop
    joined = t.lowers[at] in {"and", ","}
    if joined:
        at += 1
    number = read_number(t, at, comma=comma)
    if number is None or not 0 < number.value < 100 or number.shape is Shape.ORDINAL or not figure.low.is_integer():
        return figure
    if t.lowers[number.stop] in currency.minor or t.lowers[number.stop] in {"cent", "cents"}:
        figure.stop = number.stop + 1
    elif t.lowers[figure.stop] == "and" and t.kinds[number.stop] != WORD and t.words[figure.start] != "$":
        figure.stop = number.stop
    else:
        return figure
    figure.low = figure.high = figure.low + number.value / 100
    figure.resolution = 0.01
    figure.single = False
    return figure
