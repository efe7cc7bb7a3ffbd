"""Numbers in digits and in words: what stands at a token, its value and how finely it is written.

The grammar of English number words follows Quirk et al. (1985), sections 6.63-6.67.
"""

from __future__ import annotations

from typing import cast

from dvht_lint.quantities.calendar import MONTHS
from dvht_lint.quantities.cardinals import digit_by_digit, read_cardinal, said_price
from dvht_lint.quantities.fractions import (
    and_a_half,
    fraction_after,
    is_part,
    magnified,
    named_fraction,
    read_over,
    read_point,
    read_vulgar,
)
from dvht_lint.quantities.numeral import LONGEST, SUFFIXES, Number, Shape, grain, read_digits
from dvht_lint.quantities.powers import with_power
from dvht_lint.quantities.tokens import HYPHENS, NUMBER, WORD, Tokens
from dvht_lint.quantities.vocabulary import number_words

__all__ = ["read_number"]


_SIGNS = frozenset({"minus", "negative"})


def read_number(t: Tokens, i: int, *, comma: bool = False) -> Number | None:
    """The number that begins at token `i`, with its sign, magnitude and fraction; None where none does."""
    if i in t.numbers:
        return cast("Number | None", t.numbers[i])
    number = t.numbers[i] = _read_number(t, i, comma=comma)
    return number


def _read_number(t: Tokens, i: int, *, comma: bool) -> Number | None:
    if t.words[i] in HYPHENS or t.lowers[i] in _SIGNS:
        return _negative(t, i, comma=comma)
    kind = t.kinds[i]
    if kind == NUMBER:
        return _in_digits(t, i, comma=comma)
    if kind == WORD:
        return read_vulgar(t, i, 0.0) or _in_words(t, i)
    if t.words[i] == "." and t.kinds[i + 1] == NUMBER and t.glued(i + 1) and t.words[i + 1].isdigit():
        return _decimals(t, i)
    return None


def _negative(t: Tokens, i: int, *, comma: bool) -> Number | None:
    if t.words[i] in HYPHENS:
        loose = i == 0 or not t.glued(i)
        if not loose or t.kinds[i - 1] == NUMBER or not (t.glued(i + 1) or i == 0 or t.words[i + 2] == ""):
            return None
        if t.kinds[i + 1] == WORD or t.words[i + 1] in HYPHENS:
            return None
    elif t.words[i + 1] in HYPHENS or t.lowers[i + 1] in _SIGNS:
        return None
    number = read_number(t, i + 1, comma=comma)
    return number._replace(value=-number.value) if number else None


def _decimals(t: Tokens, i: int) -> Number:
    digits = t.words[i + 1]
    return magnified(t, Number(float("0." + digits[:LONGEST]), i + 2, 10.0 ** -len(digits), Shape.DIGITS))


def _in_digits(t: Tokens, i: int, *, comma: bool) -> Number | None:
    read = read_digits(t.words[i], comma=comma)
    if read is None:
        return None
    value, resolution, malformed = read
    stop = i + 1
    text = t.words[i]
    if len(text) <= 3 and text.isdigit():
        while text[0] != "0" and t.lowers[i - 1] not in MONTHS and _is_group(t, stop):
            text += t.words[stop]
            stop += 1
        if stop > i + 1:
            value, resolution = float(text), grain(text)
    number = Number(value, stop, resolution, Shape.DIGITS, 1.0, malformed)
    if t.glued(stop) and t.lowers[stop] in SUFFIXES and text.replace(",", "").isdigit():
        return number._replace(stop=stop + 1, shape=Shape.ORDINAL)
    if continued := with_power(t, number) or fraction_after(t, number):
        return continued
    return magnified(t, number)


def _is_group(t: Tokens, i: int) -> bool:
    """Whether token `i` is a group of three digits set off by one space, as in 19 427."""
    return (
        t.kinds[i] == NUMBER
        and len(t.words[i]) == 3
        and t.words[i].isdigit()
        and t.starts[i] == t.ends[i - 1] + 1
        and t.text[t.ends[i - 1]].isspace()
        and not (t.words[i + 1] in HYPHENS and t.kinds[i + 2] == NUMBER and t.glued(i + 1))
    )


def _in_words(t: Tokens, i: int) -> Number | None:
    words = number_words()
    first = t.lowers[i]
    if first in {"a", "an"}:
        return _after_article(t, i)
    if first == "point":
        return read_point(t, i, 0.0)
    if first == "half":
        return _half(t, i + 1)
    if first in words.fractions and first in {"quarter", "quarters"}:
        return Number(0.25, i + 1, 0.0, Shape.FRACTION)
    if first in words.groups and first != "dozens":
        return Number(words.groups[first], i + 1, 1.0, Shape.WORDS)
    if first in words.ordinals:
        return Number(words.ordinals[first], i + 1, 0.0, Shape.ORDINAL)
    if first in words.scales and first != "hundred":
        return None
    number = digit_by_digit(t, i) or said_price(t, i) or read_cardinal(t, i)
    if number is None or number.shape is Shape.ORDINAL:
        return number
    return _continued(t, number)


def _continued(t: Tokens, number: Number) -> Number:
    """A cardinal in words with what may follow: a decimal point, a fraction, a group, a magnitude."""
    words = number_words()
    if t.lowers[number.stop] in SUFFIXES:
        return number._replace(stop=number.stop + 1, shape=Shape.ORDINAL)
    if t.lowers[number.stop] == "point" and (pointed := read_point(t, number.stop, number.value)):
        return pointed
    if fraction := named_fraction(t, number) or read_over(t, number) or and_a_half(t, number):
        return fraction
    group = words.groups.get(t.lowers[number.stop])
    if group == 12:
        return number._replace(value=number.value * 12, stop=number.stop + 1, compound=True)
    if t.lowers[number.stop] in {"k", "bn", "mn"}:
        return magnified(t, number)
    return number


def _after_article(t: Tokens, i: int) -> Number | None:
    """Read "a hundred", "a dozen", "a third", "an eighth", "a quarter", "half" after "a" or "an"."""
    words = number_words()
    word = t.lowers[i + 1]
    one = Number(1.0, i + 1, 1.0, Shape.WORDS)
    if word in words.groups and (word == "dozen" or t.lowers[i + 2] == "of"):
        return Number(words.groups[word], i + 2, 1.0, Shape.WORDS, compound=True)
    if word in words.scales:
        value = words.scales[word]
        number = Number(value, i + 2, value, Shape.WORDS, value, compound=True)
        if t.lowers[i + 2] in words.magnitudes:
            return magnified(t, number)
        rest = i + 3 if t.lowers[i + 2] == "and" else i + 2
        small = read_cardinal(t, rest) if t.lowers[rest] in words.cardinals else None
        if small and small.shape is Shape.WORDS and small.value < value:
            return Number(value + small.value, small.stop, small.resolution, Shape.WORDS, compound=True)
        return number
    if word == "half":
        return _half(t, i + 2)
    if word == "quarter" or ((word in words.ordinals or word == "third") and is_part(t, i + 2)):
        return named_fraction(t, one)
    return None


def _half(t: Tokens, stop: int) -> Number:
    """Read "half", and "half a million", "half a dozen", "half-million"."""
    words = number_words()
    at = stop + 1 if t.hyphen(stop) else stop
    at += t.lowers[at] in {"a", "an"}
    at += t.hyphen(at)
    factor = words.scales.get(t.lowers[at]) or words.groups.get(t.lowers[at])
    if factor and factor >= 12:
        return Number(factor / 2, at + 1, factor / 2, Shape.WORDS, factor if factor > 12 else 1.0, compound=True)
    return Number(0.5, stop, 0.0, Shape.FRACTION)
