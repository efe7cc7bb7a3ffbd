"""Ranges and ratios: two amounts that make one figure."""

from __future__ import annotations

from dvht_lint.model import Kind
from dvht_lint.quantities.amount import read_amount
from dvht_lint.quantities.figure import Figure
from dvht_lint.quantities.nouns import plural_noun
from dvht_lint.quantities.number import read_number
from dvht_lint.quantities.numeral import Shape
from dvht_lint.quantities.tokens import HYPHENS, NUMBER, WORD, Tokens, word_set

__all__ = ["read_figure"]

_SEPARATORS = frozenset({"to", "through", "thru"})


def read_figure(t: Tokens, i: int, *, comma: bool = False) -> Figure | None:
    """The amount, range or ratio that begins at token `i`."""
    opener = t.lowers[i]
    if opener in {"between", "from"}:
        return _opened(t, i, opener, comma=comma)
    if ratio := _ratio(t, i, comma=comma):
        return ratio
    if suspended := _suspended(t, i, comma=comma):
        return suspended
    first = read_amount(t, i, comma=comma)
    if first is None or first.kind is Kind.ORDINAL:
        return first
    return _ranged(t, first, comma=comma) or first


def _opened(t: Tokens, i: int, opener: str, *, comma: bool) -> Figure | None:
    """Read "between 55 and 60 per cent", "from 55% to 60%", "from 30 and 40 degrees"."""
    at = i + 1 + (t.lowers[i + 1] == "the")
    of_age = t.lowers[at] == "ages" and t.lowers[at + 1] == "of"
    first = read_amount(t, at + 2 if of_age else at, comma=comma)
    if first is None or first.kind is Kind.ORDINAL:
        return None
    words = {"and", "to"} if opener == "between" else {"to"}
    if opener == "from" and (first.unit == "" or first.dimension in {"temperature", "money"}):
        words.add("and")
    if opener == "from" and _changes(t, i):
        return None
    if t.lowers[first.stop] in words or t.words[first.stop] in HYPHENS:
        second = read_amount(t, first.stop + 1 + (t.lowers[first.stop + 1] == "the"), comma=comma)
        joined = _join(first, second)
        if joined and of_age and joined.kind is Kind.NUMBER:
            joined.kind, joined.dimension, joined.unit, joined.resolution = Kind.AGE, "age", "year", 1.0
        if joined and (opener == "between" or joined.low < joined.high):
            joined.start = i if opener == "between" or _bare_range(t, first, joined) else first.start
            return joined
    return None


def _suspended(t: Tokens, i: int, *, comma: bool) -> Figure | None:
    """Read "10- to 14-year-olds", "a two- to three-week stay": the unit stands only once."""
    number = read_number(t, i, comma=comma)
    if number is None or number.shape not in {Shape.DIGITS, Shape.WORDS}:
        return None
    joint = number.stop + 1
    if t.words[number.stop] not in HYPHENS or not t.glued(number.stop):
        return None
    if t.lowers[joint] not in {"to", "or"} or t.glued(joint):
        return None
    second = read_amount(t, joint + 1, comma=comma)
    if second is None or second.kind not in {Kind.AGE, Kind.DURATION, Kind.MEASURE}:
        return None
    return _join(Figure(Kind.NUMBER, i, number.stop, number.value, number.value, "count", "", resolution=1.0), second)


_CHANGE = word_set(
    "up down rose rise risen rises rising fell fall fallen falls falling increased increase increases increasing decreased "
    "decrease decreases decreasing dropped drop drops dropping grew grown grow grows growing declined decline declines went "
    "changed change revised revise revises cut raised raise raises jumped reduced lowered climbed moved shrank improved "
    "soared plunged slipped gained surged tumbled expanded doubled"
)


def _changes(t: Tokens, i: int) -> bool:
    """Whether "from 10 to 20" tells a change and not a range: "rose from", "down from"."""
    return not _CHANGE.isdisjoint(t.lowers[max(0, i - 4) : i])


def _bare_range(t: Tokens, first: Figure, joined: Figure) -> bool:
    """Whether "from" belongs to the range, and is not "rose from 10 to 20"."""
    return bool(t.count) and joined.low < joined.high and first.start > 0


def _ranged(t: Tokens, first: Figure, *, comma: bool) -> Figure | None:
    """The range that a dash, "to" or "or" makes of the figure and the next."""
    j = first.stop
    word = t.lowers[j]
    if t.words[j] in HYPHENS:
        at = j + 1
        if t.kinds[at] == WORD and not t.glued(at) and t.glued(j):
            return None
        if (
            t.words[j] in {"-", "‐", "‑"}
            and not t.glued(j)
            and not t.glued(at)
            and t.kinds[at] != NUMBER
            and first.kind is not Kind.NUMBER
        ):
            return None
    elif word in _SEPARATORS:
        at = j + 1
    elif word == "or" and first.kind is Kind.NUMBER and not first.single:
        at = j + 1
        if read_number(t, at) is None:
            return None
    else:
        return None
    second = read_amount(t, at, comma=comma)
    step = first.kind is Kind.PERCENT and word == "to" and second and second.kind is Kind.NUMBER and second.high > 100
    if step:
        # "rose 25% to 49,000"
        return None
    if word in _SEPARATORS and second and first.factor > 1 and second.factor == 1 and second.high < first.low:
        # "gave $1.2m to 14 shelters"
        return None
    if (
        word in _SEPARATORS
        and second
        and (first.start and t.lowers[first.start - 1] == "from" and _changes(t, first.start - 1))
    ):
        return None
    if (
        word in _SEPARATORS
        and second
        and second.high / second.scale < first.low / first.scale
        and second.factor == first.factor
    ):
        return None
    joined = _join(first, second)
    if joined is None or (word == "or" and (joined.high > 2 * joined.low or joined.high <= joined.low)):
        return None
    return joined


def _join(first: Figure, second: Figure | None) -> Figure | None:
    """One range of two amounts: what only one of them says - unit, magnitude - holds for both."""
    if second is None or second.kind is Kind.ORDINAL or second.single:
        return None
    if first.dimension != second.dimension and not _share_unit(first, second):
        return None
    if first.factor == 1 and second.factor > 1 and first.low < second.high / second.scale and not _own_unit(first):
        first.low = first.high = first.low * second.factor
        first.resolution *= second.factor
    return first.as_range(second)


def _own_unit(figure: Figure) -> bool:
    return figure.kind is Kind.MONEY and figure.low >= 1000


def _share_unit(first: Figure, second: Figure) -> bool:
    """Give the figure without a unit the other's; false where the two have different ones."""
    if first.dimension == "count" and first.kind is Kind.NUMBER and second.kind is not Kind.RATIO:
        first.resolution *= second.scale
        if second.unit == "°F":
            first.low = first.high = (first.low - 32) * 5 / 9
        else:
            first.low = first.high = first.low * second.scale
        return True
    if second.dimension == "count" and second.kind is Kind.NUMBER and first.kind in {Kind.MONEY, Kind.PERCENT}:
        if first.unit_at and first.unit_at[0] > first.start and second.unit == "" and first.kind is Kind.MONEY:
            return False
        second.kind, second.dimension, second.unit, second.unit_at = (
            first.kind,
            first.dimension,
            first.unit,
            first.unit_at,
        )
        return True
    if (
        second.dimension == "count"
        and second.kind is Kind.NUMBER
        and first.kind in {Kind.MEASURE, Kind.DURATION}
        and second.unit == ""
    ):
        return False
    if {first.dimension, second.dimension} == {"degree", "temperature"}:
        first.dimension = second.dimension
        return True
    return False


def _ratio(t: Tokens, i: int, *, comma: bool) -> Figure | None:
    """Read "one in four", "1 out of every 3", "4 in 5", "two of three", "one woman in five"."""
    above = read_number(t, i, comma=comma)
    if (
        above is None
        or above.shape not in {Shape.DIGITS, Shape.WORDS}
        or not above.value.is_integer()
        or above.value < 1
    ):
        return None
    j = above.stop
    hyphen = t.words[j] in HYPHENS and t.glued(j)
    if hyphen:
        j += 1
    parted = _noun_between(t, j) if above.value < 10 else 0
    j += parted
    word = t.lowers[j]
    at = j + 1
    of = word in {"of", "out"}
    if word == "out" and t.lowers[at] == "of":
        at += 1
    elif word not in {"in", "of"} and not (word == "for" and t.lowers[at] in {"every", "each"}):
        return None
    if hyphen and t.words[at] in HYPHENS:
        at += 1
    every = t.lowers[at] in {"every", "each"}
    if every:
        at += 1
    if t.lowers[at] in {"a", "the"} and t.lowers[at + 1] not in {"hundred", "thousand", "million", "dozen"}:
        return None
    below = read_number(t, at, comma=comma)
    if below is None or below.shape not in {Shape.DIGITS, Shape.WORDS} or not below.value.is_integer():
        return None
    if not 0 < above.value <= below.value or below.value == 1 or _is_year_like(t, at, above.value, below.value, word):
        return None
    if (
        word in {"of", "in"}
        and not every
        and (t.lowers[below.stop] in _TIMES or t.words[below.stop] in {"%", "/", ":"})
    ):
        return None
    if word == "of" and above.value == 1 and not every and plural_noun(t, below.stop):
        return None
    if parted and (word == "of" or plural_noun(t, below.stop)):
        return None
    if of and not every and below.value > _LARGEST_WHOLE and below.value not in _ROUND_WHOLES:
        # "14 of 52 complaints" are two counts; "9 of 10" is a share.
        return None
    share = above.value / below.value * 100
    return Figure(
        Kind.RATIO,
        i,
        below.stop,
        share,
        share,
        "share",
        "%",
        resolution=0.0,
        scale=100.0,
        words=t.kinds[i] == WORD,
    )


_LARGEST_WHOLE = 12
_ROUND_WHOLES = frozenset({20.0, 100.0, 1000.0})


def _noun_between(t: Tokens, i: int) -> int:
    """How many words, one or two, stand between the halves of "one adult woman in five"."""
    for length in (1, 2):
        if t.kinds[i + length - 1] != WORD or t.lowers[i + length - 1] in _NO_NOUN:
            return 0
        after = i + length + 1
        after += t.lowers[after] in {"every", "each"}
        if t.lowers[i + length] == "in" and read_number(t, after) is not None:
            return length
    return 0


_NO_NOUN = word_set(
    "in of out for to and or at on by from with per a an the every each more less than percent hundred thousand million billion"
)
_TIMES = word_set(
    "days day years year months month weeks week hours hour minutes seconds percent january february march april may june july august september october november december"
)


def _is_year_like(t: Tokens, at: int, above: float, below: float, word: str) -> bool:
    """Read "3 in 2012", "six of 1999": a year, not the second half of a ratio."""
    return word != "out" and len(t.words[at]) == 4 and t.words[at].isdigit() and 1500 <= below <= 2100 and above < 1000
