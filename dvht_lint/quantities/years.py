"""Years, in digits and in words, and what tells them from other numbers."""

from __future__ import annotations

import re

from dvht_lint.quantities.calendar import MONTHS, Moment
from dvht_lint.quantities.nouns import plural_noun
from dvht_lint.quantities.number import read_number
from dvht_lint.quantities.numeral import Shape
from dvht_lint.quantities.tokens import NUMBER, WORD, Tokens, word_set
from dvht_lint.quantities.vocabulary import number_words

__all__ = [
    "ERAS",
    "GLUED_YEAR",
    "decade_end",
    "is_year",
    "looks_like_time",
    "marked_year",
    "read_era",
    "year_after",
    "year_in_words",
]

_BEFORE_YEAR = word_set(
    "in since during until till year years fiscal fy calendar early late mid spring summer autumn fall winter "
    "season circa © ("
)


_LOOSE_BEFORE_YEAR = word_set("of from by after before between to through and or around about than , – - — and")


_DETERMINERS = word_set("the a an its his her their this that our")


GLUED_YEAR = re.compile(r"((?:19|20)\d{2})\d{1,2}")


ERAS = frozenset({"ad", "a.d.", "ce", "c.e.", "bc", "b.c.", "bce", "b.c.e."})


def decade_end(t: Tokens, i: int) -> int:
    """The token after the "s" of a decade ("1990s", "1990's"), 0 where there is none."""
    if t.glued(i + 1) and t.lowers[i + 1] == "s":
        return i + 2
    apostrophe = t.words[i + 1] in {"'", "’"} and t.glued(i + 1) and t.glued(i + 2) and t.lowers[i + 2] == "s"
    return i + 3 if apostrophe else 0


def marked_year(t: Tokens, i: int) -> bool:
    """Whether six digits are a year with a note mark: "since 202212—", "in 201183"."""
    return t.lowers[i - 1] in {"in", "since", "during", "year", "until"} or (
        t.words[i + 1] in {"–", "—"} and t.glued(i + 1)
    )


def read_era(t: Tokens, i: int, year: int) -> Moment | None:
    """The year with the era that follows it at token `i`: "750BC", "79 AD"."""
    era = t.lowers[i].strip(".") if t.lowers[i] in ERAS else ""
    if not era or (t.words[i].islower() and not t.glued(i)):
        return None
    return Moment(i + 1, 1 - year if era.startswith("b") else year)


def is_year(t: Tokens, i: int) -> bool:
    """Whether a run of digits is a year: by what stands before it and what follows."""
    text, before, after = t.words[i], t.lowers[i - 1], t.lowers[i + 1]
    if len(text) == 3:
        return (
            before in _BEFORE_EARLY_YEAR and text[0] != "0" and (t.kinds[i + 1] != WORD or after in _AFTER_EARLY_YEAR)
        )
    value = int(text) if len(text) == 4 else 0
    glued = t.glued(i) and before not in _MARKS_BEFORE_YEAR and before != "fy"
    if not 1000 <= value <= 2199 or after in _AFTER_FIGURES or glued:
        return False
    if (t.glued(i + 1) and t.kinds[i + 1] == WORD) or _is_divided(t, i, value):
        return False
    if before in _BEFORE_YEAR or before in MONTHS:
        return True
    if after in _AFTER_COUNTS or (plural_noun(t, i + 1) and not t.capital(i + 1)):
        return before in _DETERMINERS and 1900 <= value <= 2099 and after != "of"
    if before in _LOOSE_BEFORE_YEAR:
        return value >= 1200
    return 1600 <= value <= 2099


_BEFORE_EARLY_YEAR = frozenset({"in", "since", "year"})


_AFTER_EARLY_YEAR = word_set("when and as at by the he she it they under with to after during")


_MARKS_BEFORE_YEAR = frozenset({"(", "-", "–", "—", "[", "/", "'", "“", '"'})


_AFTER_FIGURES = frozenset({"%", "percent", "°"})


_AFTER_COUNTS = word_set("of million billion thousand dollars")


def _is_divided(t: Tokens, i: int, year: int) -> bool:
    """Whether a slash and a number follow that are not the next year's: "1795/1805", but not "2011/12"."""
    return t.words[i + 1] == "/" and t.kinds[i + 2] == NUMBER and not str(year + 1).endswith(t.words[i + 2])


def year_after(t: Tokens, i: int, *, loose: bool = False) -> tuple[int | None, int]:
    """The year that follows a day or month, and the token after it."""
    at = i
    if t.words[at] == "." and t.kinds[at + 1] == NUMBER and not t.glued(at + 1):
        at += 1
    if t.words[at] in {",", "'", "’"} or t.lowers[at] in {"of", "in"}:
        at += 1
    text = t.words[at]
    if t.kinds[at] == NUMBER:
        if (
            text.isdigit()
            and len(text) == 4
            and 1000 <= int(text) <= 2199
            and not (t.glued(at + 1) and t.lowers[at + 1] == "s")
        ):
            return int(text), at + 1
        if text.isdigit() and len(text) == 3 and t.lowers[at - 1] in {",", "of"} and not loose:
            return int(text), at + 1
        if len(text) == 2 and text.isdigit() and t.words[at - 1] in {"'", "’"}:
            return 2000 + int(text) if int(text) < 40 else 1900 + int(text), at + 1
        return None, i
    if t.kinds[at] != WORD or t.lowers[at - 1] == "in":
        return None, i
    year, end = year_in_words(t, at)
    if year:
        return year, end
    words = number_words()
    if t.lowers[at] in words.cardinals and (number := read_number(t, at)) and number.shape is Shape.WORDS:
        if 1000 <= number.value <= 2199:
            return int(number.value), number.stop
        if 20 <= number.value <= 99 and not loose and t.kinds[number.stop] != WORD:
            return 1900 + int(number.value) if number.value > 40 else 2000 + int(number.value), number.stop
    if t.lowers[at] == "zero" and t.lowers[at + 1] in words.cardinals:
        return 2000 + int(words.cardinals[t.lowers[at + 1]]), at + 2
    return None, i


def year_in_words(t: Tokens, i: int) -> tuple[int, int]:
    """A year said in two parts ("nineteen eighty-six", "twenty twelve", "nineteen oh five"); 0 for none."""
    words = number_words().cardinals
    century = words.get(t.lowers[i], 0.0)
    if not 10 <= century <= 20:
        return 0, i
    rest = t.lowers[i + 1]
    value = words.get(rest, 0.0)
    if rest in {"o", "oh"} and 0 < words.get(t.lowers[i + 2], 0.0) < 10:
        return int(century * 100 + words[t.lowers[i + 2]]), i + 3
    if (
        rest == "hundred"
        and 11 <= century < 20
        and t.lowers[i + 2] not in {"and", *words}
        and t.lowers[i - 1] in {"in", "since"}
    ):
        return int(century * 100), i + 2
    if not 10 <= value <= 99:
        return 0, i
    stop = i + 2
    if value >= 20 and value % 10 == 0:
        at = stop + 1 if t.hyphen(stop) else stop
        unit = words.get(t.lowers[at], 0.0)
        if 0 < unit < 10:
            value, stop = value + unit, at + 1
    if t.lowers[stop] in {"thousand", "million", "hundred"}:
        return 0, i
    return int(century * 100 + value), stop


def looks_like_time(t: Tokens, i: int, stop: int) -> bool:
    """Whether a year in words is a time of day: "at eleven fifty-five", "eleven forty a.m."."""
    hour = number_words().cardinals[t.lowers[i]]
    return hour <= 12 and (t.lowers[i - 1] in {"at", "by"} or t.lowers[stop] in {"am", "pm", "a.m.", "p.m.", "a", "p"})
