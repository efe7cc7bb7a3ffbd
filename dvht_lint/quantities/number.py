"""Numbers in digits and in words: what stands at a token, its value and how finely it is written.

The grammar of English number words follows Quirk et al. (1985), sections 6.63-6.67.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from typing import NamedTuple, cast

from dvht_lint.quantities.calendar import MONTHS
from dvht_lint.quantities.tokens import HYPHENS, NUMBER, WORD, Tokens
from dvht_lint.quantities.vocabulary import number_words

__all__ = ["NOTE_MARK", "Number", "Shape", "read_digits", "read_number"]

_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_GROUPED = re.compile(r"\d{1,3}(?:[,'’]\d{3})+(?:\.\d+)?")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})*,\d{3}(?:\.\d+)?")
_DECIMAL_COMMA = re.compile(r"\d+(?:\.\d{3})*,\d{1,2}")
_MARKED = re.compile(r"(\d{1,3}(?:,\d{3})*,\d{3})\d{1,2}")
_SWAP = str.maketrans(",.", ".,")
_LONGEST = 30
"""More digits than this are an identifier, not a figure."""
_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_LETTERS = {"k": 1e3, "K": 1e3, "M": 1e6, "B": 1e9, "bn": 1e9, "mn": 1e6, "m": 1e6, "b": 1e9, "tn": 1e12, "T": 1e12}
_SIGNS = frozenset({"minus", "negative"})
NOTE_MARK = "a note mark seems to be glued to the figure"


class Shape(StrEnum):
    """How a number is written."""

    DIGITS = "digits"
    WORDS = "words"
    ORDINAL = "ordinal"
    FRACTION = "fraction"


class Number(NamedTuple):
    """A number at a token: `stop` is the token after it, `resolution` the unit of its last digit.

    `magnitude` is the factor that a word such as "million" put to it (1 for none). `mixed` says that a whole
    number stands before a fraction ("two and a half").
    """

    value: float
    stop: int
    resolution: float
    shape: Shape
    magnitude: float = 1.0
    malformed: str = ""
    mixed: bool = False
    compound: bool = False
    """Written with more than one number word, so that it cannot be a pronoun or an article."""


def read_digits(text: str, *, comma: bool = False) -> tuple[float, float, str] | None:
    """The value, the unit of the last digit and what is wrong with a run of digits, points and commas.

    `comma` says that the language writes a decimal comma. None where the run is no number ("1.2.3").
    """
    if len(text) > _LONGEST:
        return None
    if text.isdigit():
        return float(text), _grain(text), ""
    if comma:
        text = text.translate(_SWAP)
    if _PLAIN.fullmatch(text):
        return float(text), 10.0 ** -len(text.partition(".")[2]), ""
    if _GROUPED.fullmatch(text) or _INDIAN.fullmatch(text):
        bare = re.sub("[,'’]", "", text)
        fraction = bare.partition(".")[2]
        return float(bare), 10.0 ** -len(fraction) if fraction else _grain(bare), ""
    if _DECIMAL_COMMA.fullmatch(text):
        bare = text.replace(".", "").replace(",", ".")
        return float(bare), 10.0 ** -len(bare.partition(".")[2]), ""
    if marked := _MARKED.fullmatch(text):
        bare = marked[1].replace(",", "")
        return float(bare), _grain(bare), NOTE_MARK
    return None


def _grain(digits: str) -> float:
    """The unit of the last digit that is not a trailing zero: 1 for 19427, 1000 for 19000."""
    return 10.0 ** (len(digits) - len(digits.rstrip("0"))) if digits.strip("0") else 1.0


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
        return _vulgar(t, i, 0.0) or _in_words(t, i)
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
    return _magnified(t, Number(float("0." + digits[:_LONGEST]), i + 2, 10.0 ** -len(digits), Shape.DIGITS))


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
            value, resolution = float(text), _grain(text)
    number = Number(value, stop, resolution, Shape.DIGITS, 1.0, malformed)
    if t.glued(stop) and t.lowers[stop] in _SUFFIXES and text.replace(",", "").isdigit():
        return number._replace(stop=stop + 1, shape=Shape.ORDINAL)
    if fraction := _fraction_after(t, number):
        return fraction
    return _magnified(t, number)


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


def _magnified(t: Tokens, number: Number) -> Number:
    """The number with the magnitude that follows it: 2.9 million, 254M, 7 lakh, 2 dozen."""
    words = number_words()
    stop = number.stop
    factor = 1.0
    while True:
        at = stop + 1 if t.hyphen(stop) and t.lowers[stop + 1] in words.scales else stop
        step = words.magnitudes.get(t.lowers[at]) or (words.groups.get(t.lowers[at]) if factor == 1 else None)
        if t.lowers[at] in {"k", "pair", "couple"} and not (t.words[at] in {"K", "k"} and t.words[stop + 1] != "-"):
            step = None
        if step is None and t.glued(at):
            step = _LETTERS.get(t.words[at]) if t.words[at] not in {"m", "b", "T"} else None
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


def _vulgar(t: Tokens, i: int, whole: float) -> Number | None:
    character = t.words[i]
    if len(character) != 1 or character.isascii() or not (numeric := _numeric(character)):
        return None
    number = Number(whole + numeric, i + 1, 0.0, Shape.FRACTION, mixed=whole > 0)
    return _magnified(t, number)


def _numeric(character: str) -> float | None:
    """The value of a vulgar fraction, None for any other character."""
    return (
        unicodedata.numeric(character, None) if unicodedata.decomposition(character).startswith("<fraction>") else None
    )


def _fraction_after(t: Tokens, number: Number) -> Number | None:
    """A fraction that ends or continues a number in digits: 2/3, 3½, 3 1/2, 3 and a half."""
    i = number.stop
    whole = number.value
    if vulgar := _vulgar(t, i, whole):
        return vulgar
    if slashed := _slashed(t, i - 1):
        return slashed
    if t.kinds[i] == NUMBER and (slashed := _slashed(t, i)) and slashed.value < 1:
        return slashed._replace(value=whole + slashed.value, mixed=True)
    if whole.is_integer() and (named := _named_fraction(t, number)):
        return named
    return _and_a_half(t, number)


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
    if t.glued(stop) and (t.lowers[stop] in _SUFFIXES or t.lowers[stop] == "ths"):
        stop += 1
    return Number(float(above) / float(under), stop, 0.0, Shape.FRACTION)


def _in_words(t: Tokens, i: int) -> Number | None:
    words = number_words()
    first = t.lowers[i]
    if first in {"a", "an"}:
        return _after_article(t, i)
    if first == "point":
        return _point(t, i, 0.0)
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
    number = _digit_by_digit(t, i) or _said_price(t, i) or _cardinal(t, i)
    if number is None or number.shape is Shape.ORDINAL:
        return number
    return _continued(t, number)


def _said_price(t: Tokens, i: int) -> Number | None:
    """Read "one fifty-five dollars" as 155, the way prices are said; None where no currency follows."""
    cardinals = number_words().cardinals
    hundreds, ten = cardinals.get(t.lowers[i], 0.0), cardinals.get(t.lowers[i + 1], 0.0)
    if not (1 <= hundreds <= 9 and 20 <= ten <= 99) or not t.kinds[i + 2]:
        return None
    rest = _cardinal(t, i + 1)
    if rest is None or rest.shape is not Shape.WORDS or rest.value > 99 or t.lowers[rest.stop] not in _PRICED:
        return None
    return rest._replace(value=100 * hundreds + rest.value)


_PRICED = frozenset({"dollars", "bucks", "euros", "pounds"})


def _digit_by_digit(t: Tokens, i: int) -> Number | None:
    """Three digits or more said one by one: "four five one nine zero"."""
    cardinals = number_words().cardinals
    digits = ""
    j = i
    while len(digits) <= _LONGEST and (value := cardinals.get(t.lowers[j], 99.0)) < 10 and t.lowers[j] != "nil":
        digits += str(int(value))
        j += 1
    after = t.lowers[j]
    if len(digits) < 3 or after in cardinals or t.hyphen(j) or after in number_words().scales:
        return None
    return Number(float(digits), j, _grain(digits), Shape.WORDS, compound=True)


def _continued(t: Tokens, number: Number) -> Number:
    """A cardinal in words with what may follow: a decimal point, a fraction, a group, a magnitude."""
    words = number_words()
    if t.lowers[number.stop] in _SUFFIXES:
        return number._replace(stop=number.stop + 1, shape=Shape.ORDINAL)
    if t.lowers[number.stop] == "point" and (pointed := _point(t, number.stop, number.value)):
        return pointed
    if fraction := _named_fraction(t, number) or _over(t, number) or _and_a_half(t, number):
        return fraction
    group = words.groups.get(t.lowers[number.stop])
    if group == 12:
        return number._replace(value=number.value * 12, stop=number.stop + 1, compound=True)
    if t.lowers[number.stop] in {"k", "bn", "mn"}:
        return _magnified(t, number)
    return number


def _cardinal(t: Tokens, i: int) -> Number | None:
    """Cardinal words from token `i` on: "one hundred and twenty-three million"; an ordinal may end them."""
    words = number_words()
    total = current = 0.0
    last = ""
    magnitude = 1.0
    stop = j = i
    while True:
        word = t.lowers[j]
        if word in words.cardinals:
            value = words.cardinals[word]
            if (
                last in {"", "scale"}
                or (last == "hundred" and value < 100)
                or (last == "ten" and 0 < value < 10 and t.words[j - 1] != ",")
            ):
                current += value
            else:
                break
            last = "ten" if value >= 20 and value % 10 == 0 else "unit"
        elif word == "hundred" and last in {"unit", "ten"} and 0 < current < 100:
            current *= 100
            last = "hundred"
        elif word in words.scales and word != "hundred" and (last != "scale" or current == 0) and (current or total):
            scale = words.scales[word]
            if current == 0 or (total and scale > magnitude):
                total = (total + current) * scale
            else:
                total += current * scale
            magnitude = scale
            current, last = 0.0, "scale"
        elif (
            word in words.ordinals and last and (ended := _ordinal_end(words.ordinals[word], last, current)) is not None
        ):
            if word == "second" and last == "unit":
                break
            return Number(total + ended, j + 1, 0.0, Shape.ORDINAL, compound=True)
        else:
            break
        stop = j = j + 1
        j = _joined(t, j, last)
    if not last:
        return None
    value = total + current
    digits = str(int(value))
    return Number(value, stop, _grain(digits), Shape.WORDS, magnitude if current == 0 else 1.0, compound=stop > i + 1)


def _ordinal_end(value: float, last: str, current: float) -> float | None:
    """What an ordinal word makes of the cardinal words before it; None where it does not continue them."""
    if value >= 100:
        return current * value if last in {"unit", "ten"} else None
    if (last == "ten" and value < 10) or last in {"hundred", "scale"}:
        return current + value
    return None


def _joined(t: Tokens, j: int, last: str) -> int:
    """The token after a hyphen, or after an "and" that number words may hold."""
    words = number_words()
    follows = t.lowers[j + 1]
    if t.hyphen(j) and (follows in words.cardinals or follows in words.ordinals or follows in words.scales):
        if last == "ten" and (words.cardinals.get(follows, 9) < 10 or words.ordinals.get(follows, 99) < 10):
            return j + 1
        return j + 1 if last in {"hundred", "scale"} or follows in words.scales else j
    if t.lowers[j] == "and" and last in {"hundred", "scale"}:
        small = words.cardinals.get(follows, words.ordinals.get(follows, 100.0))
        if small < 100 and follows not in words.fractions and t.lowers[j + 2] not in {"half", "hundred"}:
            return j + 1
    return j


def _point(t: Tokens, i: int, whole: float) -> Number | None:
    """Decimals said digit by digit after "point", or written in digits after it."""
    words = number_words()
    digits = ""
    j = i + 1
    while (value := words.cardinals.get(t.lowers[j], 0.0 if t.lowers[j] in {"o", "oh"} else None)) is not None:
        if value > 99 or len(digits) > _LONGEST:
            break
        digits += str(int(value))
        j += 1
    if not digits and t.kinds[j] == NUMBER and t.words[j].isdigit():
        digits, j = t.words[j][:_LONGEST], j + 1
    if not digits:
        return None
    number = Number(whole + float("0." + digits), j, 10.0 ** -len(digits), Shape.WORDS, compound=True)
    return _magnified(t, number)


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
            return _magnified(t, number)
        rest = i + 3 if t.lowers[i + 2] == "and" else i + 2
        small = _cardinal(t, rest) if t.lowers[rest] in words.cardinals else None
        if small and small.shape is Shape.WORDS and small.value < value:
            return Number(value + small.value, small.stop, small.resolution, Shape.WORDS, compound=True)
        return number
    if word == "half":
        return _half(t, i + 2)
    if word == "quarter" or ((word in words.ordinals or word == "third") and t.lowers[i + 2] == "of"):
        return _named_fraction(t, one)
    return None


def _half(t: Tokens, stop: int) -> Number:
    """Read "half", and "half a million", "half a dozen", "half-million"."""
    words = number_words()
    at = stop + 1 if t.lowers[stop] in {"a", "an"} or t.hyphen(stop) else stop
    factor = words.scales.get(t.lowers[at]) or words.groups.get(t.lowers[at])
    if factor and factor >= 12:
        return Number(factor / 2, at + 1, factor / 2, Shape.WORDS, factor if factor > 12 else 1.0, compound=True)
    return Number(0.5, stop, 0.0, Shape.FRACTION)


def _named_fraction(t: Tokens, number: Number) -> Number | None:
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
        return _magnified(t, Number(value, stop, 0.0, Shape.FRACTION))
    return Number(value, stop, 0.0, Shape.FRACTION)


def _denominator(t: Tokens, at: int, number: Number) -> tuple[float, int]:
    """The value of an ordinal that names the parts of a fraction, and the token after it; 0 for none."""
    words = number_words()
    word = t.lowers[at]
    if word.endswith("s") and word[:-1] in words.ordinals:
        if word != "seconds":
            return words.ordinals[word[:-1]], at + 1
    elif word in words.ordinals and number.value == 1:
        compound = _cardinal_of_ordinal(t, at)
        if word != "second" and (t.lowers[at + 1] == "of" or t.hyphen(at - 1) or compound[1] > at + 1):
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
    number = _cardinal(t, at)
    if number is None:
        return 0.0, at
    if number.shape is Shape.ORDINAL:
        return number.value, number.stop
    ending = t.lowers[number.stop]
    if ending.endswith("s") and ending[:-1] in words.ordinals and number.value >= 20:
        last = words.ordinals[ending[:-1]]
        return (number.value + last if last < 100 else number.value * last), number.stop + 1
    return 0.0, at


def _over(t: Tokens, number: Number) -> Number | None:
    """Read "one hundred forty two over one"."""
    if t.lowers[number.stop] != "over" or not number.compound:
        return None
    below = _cardinal(t, number.stop + 1) if t.kinds[number.stop + 1] == WORD else None
    if below is None or below.shape is not Shape.WORDS or below.value == 0:
        return None
    return Number(number.value / below.value, below.stop, 0.0, Shape.FRACTION)


def _and_a_half(t: Tokens, number: Number) -> Number | None:
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
        below = _cardinal(t, at)
        part = (_named_fraction(t, below) or _over(t, below)) if below and below.shape is Shape.WORDS else None
    else:
        part = _slashed(t, at)
    if part is None:
        return None
    return _magnified(t, Number(number.value + part.value, part.stop, 0.0, Shape.FRACTION, mixed=True))
