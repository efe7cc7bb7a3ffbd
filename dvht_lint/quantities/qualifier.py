"""Qualifiers: the words before and after a figure that widen or bound it, and the set that results."""

from __future__ import annotations

import math

from dvht_lint.model import Kind, Qualifier
from dvht_lint.quantities.figure import Figure
from dvht_lint.quantities.tokens import NUMBER, Tokens
from dvht_lint.quantities.vocabulary import bound_words, number_words, unit_names

__all__ = ["bounds", "qualify"]

_LONGEST = 5
_BETWEEN = frozenset({"a", "an", "the", "total", "of"})
_ABOUT = 0.05
"""How far "about" reaches, as a part of the value, where the figure is not rounded more coarsely."""
_MOST = 0.1
"""How far it reaches at most; "nearly" reaches as far, downwards only."""
_MOVING = frozenset(
    "go goes went gone going climb climbed move moved push pushed bring brings brought shot came".split()
)
_TIME_KINDS = frozenset({Kind.DATE, Kind.PERIOD, Kind.TIME})
_TIME_WORDS = {
    "before": Qualifier.LESS_THAN,
    "after": Qualifier.MORE_THAN,
    "since": Qualifier.AT_LEAST,
    "until": Qualifier.AT_MOST,
    "till": Qualifier.AT_MOST,
    "circa": Qualifier.ABOUT,
    "around": Qualifier.ABOUT,
    "about": Qualifier.ABOUT,
    "c.": Qualifier.ABOUT,
    "ca.": Qualifier.ABOUT,
    "approximately": Qualifier.ABOUT,
}


def qualify(t: Tokens, figure: Figure, floor: int) -> None:
    """Find the qualifier of a figure; words before token `floor` belong to the figure before it."""
    if figure.kind in _TIME_KINDS:
        _qualify_time(t, figure, floor)
        return None
    if figure.kind is Kind.ORDINAL:
        return None
    words = bound_words()
    i = figure.start
    if t.lowers[i - 2 : i] == ["age", "of"] and i > floor + 3:
        i -= 3 if t.lowers[i - 3] == "the" else 2
    for skip in range(3):
        end = i - skip
        if end <= floor or (skip and t.lowers[end] not in _BETWEEN):
            break
        if t.lowers[end - 1] not in words.last:
            continue
        for length in range(min(_LONGEST, end - floor), 0, -1):
            found = words.before.get(tuple(t.lowers[end - length : end]))
            if found and not _is_other_word(t, end - length, length, figure):
                figure.qualifier, figure.qualifier_at = Qualifier(found), (end - length, end)
                return _qualify_range(t, figure, floor)
    _qualify_after(t, figure)
    return None


def _qualify_range(t: Tokens, figure: Figure, floor: int) -> None:
    """Read "just over", "as many as" and the like are whole phrases; "no" before a bound turns it round."""
    assert figure.qualifier_at
    start = figure.qualifier_at[0]
    if start > floor and t.lowers[start - 1] in {"no", "not"} and figure.qualifier in _TURNED:
        figure.qualifier = _TURNED[figure.qualifier]
        figure.qualifier_at = (start - 1, figure.qualifier_at[1])
    elif start > floor and t.lowers[start - 1] in {"very", "somewhat", "slightly", "only", "just", "an", "a", "well"}:
        figure.qualifier_at = (start - 1, figure.qualifier_at[1])


_TURNED = {
    Qualifier.MORE_THAN: Qualifier.AT_MOST,
    Qualifier.LESS_THAN: Qualifier.AT_LEAST,
    Qualifier.AT_LEAST: Qualifier.LESS_THAN,
    Qualifier.AT_MOST: Qualifier.MORE_THAN,
}


def _is_other_word(t: Tokens, start: int, length: int, figure: Figure) -> bool:
    """Whether a word that can bound a figure is a preposition here: "over three years", "around the"."""
    word = t.lowers[start]
    if word == "up" and t.lowers[start - 1] in _MOVING:
        # "Goes up to $53.9m from $48.2m" says where it ends.
        return True
    if length > 1:
        return False
    if (
        word in {"over", "beyond"}
        and figure.kind is Kind.DURATION
        and t.lowers[start - 1] not in {"for", "is", "was", "of", "lasted", "took", "takes", "after"}
    ):
        return True
    if word == "some":
        return figure.single or (figure.words and figure.high < 20)
    if word in {"c.", "ca", "ca.", "estimated", "near", "above", "below"} and figure.single:
        return True
    if word in {">", "<"}:
        return False
    return figure.single and word in {"about", "around", "over", "under"} and figure.kind is Kind.NUMBER


def _qualify_after(t: Tokens, figure: Figure) -> None:
    words = bound_words()
    j = figure.stop
    if t.hyphen(j) and t.lowers[j + 1] == "plus":
        figure.qualifier, figure.qualifier_at = Qualifier.AT_LEAST, (j, j + 2)
        return
    if t.words[j] == "+" and (not t.glued(j) or t.kinds[j + 1] == NUMBER):
        return
    if t.lowers[j] in {"a", "an", "per", "each", "every"} and t.lowers[j + 1] in unit_names():
        j += 2
    if t.lowers[j] not in words.first:
        if t.lowers[j + 1] in words.first and t.lowers[j] in {
            "people",
            "years",
            "percent",
            "victims",
            "cases",
            "calls",
            "times",
            "hours",
            "months",
            "days",
            "weeks",
        }:
            j += 1
        else:
            return
    for length in (3, 2, 1):
        phrase = tuple(t.lowers[j : j + length])
        found = words.after.get(phrase)
        if found and not (
            phrase[0] in {"plus", "approximately", "maximum", "odd", "at"}
            and (t.kinds[j + length] == NUMBER or t.lowers[j + length] in number_words().cardinals)
        ):
            if phrase[0] in {"and", "or", "at"} and t.lowers[j + length] in {"than", "the", "a"}:
                return
            figure.qualifier, figure.qualifier_at = Qualifier(found), (j, j + length)
            return


def _qualify_time(t: Tokens, figure: Figure, floor: int) -> None:
    i = figure.start
    if i > floor and t.lowers[i - 1] in {"year", "years"}:
        i -= 1
    if i > floor and t.lowers[i - 1] == "the":
        i -= 1
    if i > floor and (found := _TIME_WORDS.get(t.lowers[i - 1])):
        if figure.kind is Kind.TIME and found is Qualifier.ABOUT:
            return
        figure.qualifier, figure.qualifier_at = found, (i - 1, i)


def bounds(figure: Figure) -> tuple[float, float, bool, bool]:
    """The set of values that the figure and its qualifier stand for: low, high, and whether each end belongs to it."""
    low, high = figure.low, figure.high
    top = 100.0 if figure.dimension == "share" and high <= 100 else math.inf
    bottom = -math.inf if figure.kind in _TIME_KINDS or low < 0 else 0.0
    match figure.qualifier:
        case Qualifier.ABOUT:
            if figure.kind in _TIME_KINDS:
                return low - 731, high + 731, True, True
            # "about one in three" is said of 30 % as well as of 36 %: there is no finer simple ratio to say.
            reach = _MOST if figure.kind is Kind.RATIO else _ABOUT
            slack = min(max(reach * abs(high), figure.resolution / 2), _MOST * abs(high))
            return low - slack, high + slack, True, True
        case Qualifier.AT_LEAST:
            return low, top, True, True
        case Qualifier.MORE_THAN:
            return (high, top, False, True) if figure.kind in _TIME_KINDS else (low, top, False, True)
        case Qualifier.AT_MOST:
            return bottom, high, True, True
        case Qualifier.LESS_THAN:
            return (bottom, low, True, False) if figure.kind in _TIME_KINDS else (bottom, high, True, False)
        case Qualifier.NEARLY:
            return high - _MOST * abs(high), high, True, False
        case _:
            return low, high, True, True
