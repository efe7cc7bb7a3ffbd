"""Fractions, decimals and magnitudes that end or continue a number."""

from __future__ import annotations

import unicodedata

from dvht_lint.quantities.cardinals import read_cardinal
from dvht_lint.quantities.nouns import plural_noun
from dvht_lint.quantities.numeral import LONGEST, SUFFIXES, Number, Shape
from dvht_lint.quantities.tokens import NONE, NUMBER, WORD, Tokens, word_set
from dvht_lint.quantities.vocabulary import number_words

__all__ = [
    "and_a_half",
    "fraction_after",
    "is_part",
    "magnified",
    "named_fraction",
    "read_over",
    "read_point",
    "read_vulgar",
]

_LETTERS = {"k": 1e3, "K": 1e3, "M": 1e6, "B": 1e9, "bn": 1e9, "mn": 1e6, "m": 1e6, "b": 1e9, "tn": 1e12, "T": 1e12}


_LARGE = frozenset({"million", "billion", "trillion"})


def magnified(t: Tokens, number: Number) -> Number:
    """The number with the magnitude that follows it: 2.9 million, 254M, 7 lakh, 2 dozen."""
    words = number_words()
    stop = number.stop
    factor = 1.0
    while True:
        at = stop + 1 if t.hyphen(stop) and t.lowers[stop + 1] in words.scales else stop
        step = words.magnitudes.get(t.lowers[at]) or (words.groups.get(t.lowers[at]) if factor == 1 else None)
        if t.lowers[at] in {"k", "pair", "couple"} and not (t.words[at] in {"K", "k"} and t.words[stop + 1] != "-"):
            step = None
        if step is None and t.glued(at) and (t.words[at] not in {"m", "b", "T"} or _counts_millions(t, at)):
            step = _LETTERS.get(t.words[at])
        if not step:
            break
        factor *= step
        stop = at + 1
        if t.lowers[at] in {"k", "K"}:
            break
    if factor == 1.0:
        return number
    return number._replace(
        value=number.value * factor,
        stop=stop,
        resolution=number.resolution * factor,
        magnitude=factor,
    )


_DIMENSIONS = word_set("tall high wide long deep away apart x by")


def _counts_millions(t: Tokens, at: int) -> bool:
    """Whether the "m" of "1.3m people" is a million and no metre: something in the plural is counted right after it."""
    after = at + 1
    if t.words[at] not in {"m", "b"} or t.glued(after) or t.lowers[after] in _DIMENSIONS:
        return False
    if t.lowers[after] == "of" and t.lowers[after + 1] in {"the", "its", "their", "these", "those", "an"}:
        return True
    return plural_noun(t, after) or plural_noun(t, after + 1)


def read_vulgar(t: Tokens, i: int, whole: float) -> Number | None:
    """The vulgar fraction at a token ("½"), put to a whole number."""
    character = t.words[i]
    if len(character) != 1 or character.isascii() or not (numeric := _numeric(character)):
        return None
    number = Number(whole + numeric, i + 1, 0.0, Shape.FRACTION, mixed=whole > 0)
    return magnified(t, number)


def _numeric(character: str) -> float | None:
    """The value of a vulgar fraction, None for any other character."""
    return (
        unicodedata.numeric(character, None) if unicodedata.decomposition(character).startswith("<fraction>") else None
    )


def fraction_after(t: Tokens, number: Number) -> Number | None:
    """A fraction that ends or continues a number in digits: 2/3, 3½, 3 1/2, 3 and a half."""
    i = number.stop
    whole = number.value
    if vulgar := read_vulgar(t, i, whole):
        return vulgar
    if slashed := _slashed(t, i - 1):
        return slashed
    if t.kinds[i] == NUMBER and (slashed := _slashed(t, i)) and slashed.value < 1:
        return slashed._replace(value=whole + slashed.value, mixed=True)
    if whole.is_integer() and (named := named_fraction(t, number)):
        return named
    return and_a_half(t, number)


def _slashed(t: Tokens, i: int) -> Number | None:
    """`n/m` at token `i`; a third slash makes it a date, a letter after it a unit."""
    slash, below = i + 1, i + 2
    if t.words[slash] not in {"/", "⁄"} or t.kinds[below] != NUMBER or t.kinds[i] != NUMBER:
        return None
    above, under = t.words[i], t.words[below]
    if not (above.isdigit() and under.isdigit()) or float(under) == 0 or t.words[below + 1] in {"/", "⁄"}:
        return None
    if len(above) > 9 or len(under) > 9 or t.words[i - 1] in {"/", "⁄"}:
        return None
    stop = below + 1
    if t.glued(stop) and (t.lowers[stop] in SUFFIXES or t.lowers[stop] == "ths"):
        stop += 1
    return Number(float(above) / float(under), stop, 0.0, Shape.FRACTION)


def read_point(t: Tokens, i: int, whole: float) -> Number | None:
    """Decimals said digit by digit after "point", or written in digits after it."""
    words = number_words()
    digits = ""
    j = i + 1
    while (value := words.cardinals.get(t.lowers[j], 0.0 if t.lowers[j] in {"o", "oh"} else None)) is not None:
        if value > 99 or len(digits) > LONGEST:
            break
        digits += str(int(value))
        j += 1
    if not digits and t.kinds[j] == NUMBER and t.words[j].isdigit():
        digits, j = t.words[j][:LONGEST], j + 1
    if not digits:
        return None
    number = Number(whole + float("0." + digits), j, 10.0 ** -len(digits), Shape.WORDS, compound=True)
    return magnified(t, number)


def named_fraction(t: Tokens, number: Number) -> Number | None:
    """Read "two-thirds", "three quarters", "one half", "31 thirty-seconds": a numerator and a denominator's name."""
    words = number_words()
    at = number.stop + 1 if t.hyphen(number.stop) else number.stop
    word = t.lowers[at]
    denominator = words.fractions.get(word)
    stop = at + 1
    if (word == "half" and number.value != 1) or (word == "quarter" and number.value not in {1, 3}):
        return None
    if denominator is None or word == "third":
        denominator, stop = _denominator(t, at, number)
        if not denominator:
            return None
    value = number.value / denominator
    if t.lowers[stop] in {"million", "billion", "trillion"}:
        return magnified(t, Number(value, stop, 0.0, Shape.FRACTION))
    if t.lowers[stop] == "of" and t.lowers[stop + 1] in {"a", "one"} and t.lowers[stop + 2] in _LARGE:
        return magnified(t, Number(value, stop + 2, 0.0, Shape.FRACTION))._replace(shape=Shape.WORDS, compound=True)
    return Number(value, stop, 0.0, Shape.FRACTION)


def is_part(t: Tokens, i: int) -> bool:
    """Whether what follows "a third" at token `i` tells a part of a whole, and not the third of a row."""
    return t.lowers[i] in _AFTER_PARTS or t.kinds[i] == NONE


_AFTER_PARTS = word_set(
    "of more less fewer higher lower greater larger smaller bigger as have had were are do did would could will said say "
    "reported felt told ) , . ; : ! ?"
)


def _denominator(t: Tokens, at: int, number: Number) -> tuple[float, int]:
    """The value of an ordinal that names the parts of a fraction, and the token after it; 0 for none."""
    words = number_words()
    word = t.lowers[at]
    if word.endswith("s") and word[:-1] in words.ordinals:
        if word != "seconds":
            return words.ordinals[word[:-1]], at + 1
    elif word in words.ordinals and number.value == 1:
        compound = _cardinal_of_ordinal(t, at)
        if word != "second" and (is_part(t, at + 1) or t.hyphen(at - 1) or compound[1] > at + 1):
            return compound
        return 0.0, at
    if word in words.cardinals:
        return _cardinal_of_ordinal(t, at)
    return 0.0, at


def _cardinal_of_ordinal(t: Tokens, at: int) -> tuple[float, int]:
    """A compound ordinal of more than one word ("two thousandth", "thirty seconds" after a numerator)."""
    words = number_words()
    single = t.lowers[at]
    if single in words.ordinals:
        return words.ordinals[single], at + 1
    number = read_cardinal(t, at)
    if number is None:
        return 0.0, at
    if number.shape is Shape.ORDINAL:
        return number.value, number.stop
    ending = t.lowers[number.stop]
    if ending.endswith("s") and ending[:-1] in words.ordinals and number.value >= 20:
        last = words.ordinals[ending[:-1]]
        return (number.value + last if last < 100 else number.value * last), number.stop + 1
    return 0.0, at


def read_over(t: Tokens, number: Number) -> Number | None:
    """Read "one hundred forty two over one"."""
    if t.lowers[number.stop] != "over" or not number.compound:
        return None
    below = read_cardinal(t, number.stop + 1) if t.kinds[number.stop + 1] == WORD else None
    if below is None or below.shape is not Shape.WORDS or below.value == 0:
        return None
    return Number(number.value / below.value, below.stop, 0.0, Shape.FRACTION)


def and_a_half(t: Tokens, number: Number) -> Number | None:
    """Read "two and a half", "3 and three quarters": a whole number and a fraction."""
    if t.lowers[number.stop] != "and" or not number.value.is_integer():
        return None
    at = number.stop + 1
    if t.lowers[at] in {"a", "an"}:
        at += 1
    if t.lowers[at] == "half":
        part: Number | None = Number(0.5, at + 1, 0.0, Shape.FRACTION)
    elif t.lowers[at] == "quarter":
        part = Number(0.25, at + 1, 0.0, Shape.FRACTION)
    elif t.kinds[at] == WORD:
        below = read_cardinal(t, at)
        part = (named_fraction(t, below) or read_over(t, below)) if below and below.shape is Shape.WORDS else None
    else:
        part = _slashed(t, at)
    if part is None:
        return None
    return magnified(t, Number(number.value + part.value, part.stop, 0.0, Shape.FRACTION, mixed=True))
