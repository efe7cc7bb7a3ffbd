"""Cardinal number words of English."""

from __future__ import annotations

from dvht_lint.quantities.numeral import LONGEST, Number, Shape, grain
from dvht_lint.quantities.tokens import Tokens
from dvht_lint.quantities.vocabulary import number_words

__all__ = ["digit_by_digit", "read_cardinal", "said_price"]


def said_price(t: Tokens, i: int) -> Number | None:
    """Read "one fifty-five dollars" as 155, the way prices are said; None where no currency follows."""
    cardinals = number_words().cardinals
    hundreds, ten = cardinals.get(t.lowers[i], 0.0), cardinals.get(t.lowers[i + 1], 0.0)
    if not (1 <= hundreds <= 9 and 20 <= ten <= 99) or not t.kinds[i + 2]:
        return None
    rest = read_cardinal(t, i + 1)
    if rest is None or rest.shape is not Shape.WORDS or rest.value > 99 or t.lowers[rest.stop] not in _PRICED:
        return None
    return rest._replace(value=100 * hundreds + rest.value)


_PRICED = frozenset({"dollars", "bucks", "euros", "pounds"})


def digit_by_digit(t: Tokens, i: int) -> Number | None:
    """Three digits or more said one by one: "four five one nine zero"."""
    cardinals = number_words().cardinals
    digits = ""
    j = i
    while len(digits) <= LONGEST and (value := cardinals.get(t.lowers[j], 99.0)) < 10 and t.lowers[j] != "nil":
        digits += str(int(value))
        j += 1
    after = t.lowers[j]
    if len(digits) < 3 or after in cardinals or t.hyphen(j) or after in number_words().scales:
        return None
    return Number(float(digits), j, grain(digits), Shape.WORDS, compound=True)


def read_cardinal(t: Tokens, i: int) -> Number | None:
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
    return Number(value, stop, grain(digits), Shape.WORDS, magnitude if current == 0 else 1.0, compound=stop > i + 1)


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
