"""Dates and periods: days, months, quarters, years, decades, centuries and ranges of them."""

from __future__ import annotations

import re
from typing import NamedTuple

from dvht_lint.quantities.calendar import MONTHS, Moment
from dvht_lint.quantities.number import read_number
from dvht_lint.quantities.numeral import Shape
from dvht_lint.quantities.stretches import ends_at, months_at
from dvht_lint.quantities.tokens import HYPHENS, NONE, NUMBER, WORD, Tokens, word_set
from dvht_lint.quantities.vocabulary import number_words
from dvht_lint.quantities.years import (
    ERAS,
    GLUED_YEAR,
    decade_end,
    is_year,
    looks_like_time,
    marked_year,
    read_era,
    year_after,
    year_in_words,
)

__all__ = ["Dated", "read_date"]

_DOUBTFUL = frozenset({"may", "march", "mar", "sep", "dec", "jan", "nov", "apr"})


_BEFORE_MONTH = word_set("in of since until till by during early late mid last next this from through to between")


_DECADES = {
    name: 1900 + 10 * i
    for i, name in enumerate(
        [
            "noughts",
            "tens",
            "twenties",
            "thirties",
            "forties",
            "fifties",
            "sixties",
            "seventies",
            "eighties",
            "nineties",
        ]
    )
}


_SEASONS = frozenset({"spring", "summer", "autumn", "fall", "winter"})


_NUMERIC = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})")


_PARTS = {"early": "early", "mid": "mid", "middle": "mid", "late": "late"}


_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1": 1, "2": 2, "3": 3, "4": 4}


class Dated(NamedTuple):
    """A date or period at a token: `first` to `last` are day numbers, or month * 100 + day where it has no year."""

    first: float
    last: float
    stop: int
    day: bool
    year: bool
    other: float | None = None
    """The first day if day and month are read the other way round."""
    malformed: str = ""


def read_date(t: Tokens, i: int) -> Dated | None:
    """The date, period or range of them that begins at token `i`."""
    if stretch := _told_by_end(t, i):
        return stretch
    start = i
    opener = t.lowers[i]
    if opener in {"between", "from"}:
        start = i + 1
        start += t.lowers[start] == "the"
        start += t.lowers[start] == "years"
    moment = _moment(t, start)
    if moment is None:
        return None
    ranged = _range(t, moment, "and" if opener == "between" else "")
    if ranged:
        return ranged
    if start != i:
        return None
    return _single(t, moment, start)


def _told_by_end(t: Tokens, i: int) -> Dated | None:
    """Read "year ending March 2020", "12 months to September 2020"."""
    months, at = months_at(t, i)
    end = _moment(t, at) if months else None
    days = ends_at(months, end) if end else None
    return Dated(*days, end.stop, False, True) if end and days else None


def _single(t: Tokens, moment: Moment, start: int) -> Dated:
    other = None
    if moment.swapped:
        other = moment._replace(month=moment.day, day=moment.month).first
    malformed = ""
    if GLUED_YEAR.fullmatch(t.words[start]) and len(t.words[start]) > 4:
        malformed = "a note mark seems to be glued to the year"
    return Dated(moment.first, moment.last, moment.stop, bool(moment.day), moment.year is not None, other, malformed)


def _range(t: Tokens, first: Moment, word: str) -> Dated | None:
    """The range that a separator and a second moment make of the first one."""
    j = first.stop
    if first.year is None and not first.month:
        return None
    joined = t.words[j] in HYPHENS or t.lowers[j] in ({word} if word else {"to", "through", "until", "till", "thru"})
    if word and not joined:
        joined = t.lowers[j] == word
    if not joined:
        following = (
            first.year is not None
            and first.years == 1
            and t.lowers[j + 1] == str(first.year + 1)[-len(t.words[j + 1]) :]
        )
        if t.words[j] != "/" or first.month or not t.glued(j) or not following:
            return None
    second = _second(t, j + 1, first)
    if second is None:
        return None
    if first.year is None and second.year is not None:
        first = first._replace(year=second.year)
    if (first.year is None) != (second.year is None) or second.last < first.first:
        return None
    return Dated(first.first, second.last, second.stop, False, second.year is not None)


def _second(t: Tokens, i: int, first: Moment) -> Moment | None:
    """The second end of a range: a moment, two digits of a year, or a day of the same month."""
    text = t.words[i]
    digits = t.kinds[i] == NUMBER and text.isdigit()
    if first.year is not None and not first.month and digits and len(text) == 2 and first.years < 100:
        year = first.year // 100 * 100 + int(text)
        if t.glued(i + 1) and t.lowers[i + 1] == "s":
            return Moment(i + 2, year, years=10) if year > first.year else None
        return Moment(i + 1, year) if year > first.year and t.glued(i) and first.years == 1 else None
    if first.day and digits and len(text) <= 2 and first.day < int(text) <= 31:
        moment = _moment(t, i)
        if moment and moment.month:
            return moment
        said, stop = year_after(t, i + 1)
        return Moment(stop, said if said is not None else first.year, first.month, int(text))
    if first.years == 10 and t.lowers[i] in _DECADES and first.year is not None:
        return Moment(i + 1, first.year // 100 * 100 + _DECADES[t.lowers[i]] % 100, years=10)
    if first.year is not None and not first.month and digits and len(text) == 4:
        glued = t.glued(i + 1) and t.lowers[i + 1] == "s"
        return Moment(i + 2, int(text), years=10) if glued else Moment(i + 1, int(text))
    second = _moment(t, i)
    return second if second and bool(second.month) >= bool(first.month) else None


def _moment(t: Tokens, i: int) -> Moment | None:
    word = t.lowers[i]
    if hyphened := _hyphened(t, i):
        return hyphened
    if t.kinds[i] == NUMBER:
        return _from_digits(t, i)
    if word in MONTHS:
        return _month_first(t, i)
    if word in _PARTS:
        return _part(t, i)
    if word == "fy" and len(t.words[i + 1]) == 2 and t.words[i + 1].isdigit():
        return Moment(i + 2, 2000 + int(t.words[i + 1]))
    if word in _SEASONS or word == "fy":
        moment = _moment(t, i + 1 + (t.lowers[i + 1] == "of")) if t.kinds[i + 1] != NONE else None
        return moment if moment and moment.year is not None and not moment.month else None
    if word in {"'", "’", "‘"} and t.glued(i + 1) and len(t.words[i + 1]) == 2 and t.lowers[i + 2] == "s":
        return Moment(i + 3, 1900 + int(t.words[i + 1]), years=10) if t.words[i + 1].isdigit() else None
    if word in _DECADES and t.lowers[i - 1] in {"the", "on", "early", "mid", "late", "-"}:
        return Moment(i + 1, _DECADES[word], years=10) if _DECADES[word] > 1910 else None
    if word in {"q", "h"} and t.glued(i + 1) and t.words[i + 1] in _QUARTERS:
        number = _QUARTERS[t.words[i + 1]]
        return _quarter(t, i + 2, number) if word == "q" else _half(t, i + 2, number)
    if t.kinds[i] == WORD:
        return _from_words(t, i)
    return None


def _hyphened(t: Tokens, i: int) -> Moment | None:
    """Read "15-Jan-2020" and "Jan-15-2020"."""
    if not (t.hyphen(i + 1) and t.hyphen(i + 3)):
        return None
    one, other, year = t.lowers[i], t.lowers[i + 2], t.words[i + 4]
    name, day = (one, other) if one in MONTHS else (other, one)
    if name not in MONTHS or not (day.isdecimal() and len(day) <= 2 and 1 <= int(day) <= 31):
        return None
    return Moment(i + 5, int(year), MONTHS[name], int(day)) if year.isdecimal() and len(year) == 4 else None


def _part(t: Tokens, i: int) -> Moment | None:
    """Read "early 1990s", "mid-1980s", "late 2012"."""
    at = i + 1
    if t.words[at] in HYPHENS or t.lowers[at] == "-":
        at += 1
    if t.lowers[at] in {"to", "the", "of"} and t.lowers[i] != "to":
        return None
    moment = _moment(t, at)
    return moment._replace(part=_PARTS[t.lowers[i]]) if moment and moment.year is not None else None


def _from_digits(t: Tokens, i: int) -> Moment | None:
    text = t.words[i]
    if numeric := _NUMERIC.fullmatch(text):
        return _numeric_date(int(numeric[1]), int(numeric[2]), int(numeric[3]), i + 1)
    if t.words[i + 1] in {"/", "-"} and t.glued(i + 1) and (slashed := _slashed(t, i)):
        return slashed
    if not text.isdigit():
        return None
    if day_first := _day_first(t, i):
        return day_first
    if t.glued(i + 1) and t.lowers[i + 1] in {"st", "nd", "rd", "th"}:
        return _century(t, i + 2, int(text)) or _part_named(t, i + 2, int(text))
    if era := read_era(t, i + 1, int(text)) if len(text) <= 4 else None:
        return era
    if text.endswith("0") and (stop := decade_end(t, i)):
        if len(text) == 4:
            return Moment(stop, int(text), years=100 if text.endswith("00") and int(text) < 2000 else 10)
        if len(text) == 2 and int(text) >= 20 and t.lowers[i - 1] in {"the", "early", "mid", "late", "-"}:
            return Moment(stop, 1900 + int(text), years=10)
    if len(text) > 4 and (marked := GLUED_YEAR.fullmatch(text)) and marked_year(t, i):
        return Moment(i + 1, int(marked[1]))
    if not is_year(t, i):
        return None
    if t.lowers[i + 1] == "q" and t.glued(i + 2) and t.words[i + 2] in _QUARTERS:
        return Moment(i + 3, int(text), 3 * _QUARTERS[t.words[i + 2]] - 2, months=3)
    return Moment(i + 1, int(text))


def _slashed(t: Tokens, i: int) -> Moment | None:
    """2006-08-05, 2016/07/03, 01/07/98."""
    mark = t.words[i + 1]
    if mark == "/" and (dated := _month_and_year(t, i)):
        return dated
    if t.words[i + 3] != mark or t.kinds[i + 2] != NUMBER or t.kinds[i + 4] != NUMBER:
        return None
    parts = t.words[i], t.words[i + 2], t.words[i + 4]
    if not all(part.isdigit() for part in parts) or not (t.glued(i + 2) and t.glued(i + 3) and t.glued(i + 4)):
        return None
    if len(parts[0]) == 4:
        year, month, day = map(int, parts)
        return Moment(i + 5, year, month, day) if 1 <= month <= 12 and 1 <= day <= 31 and len(parts[2]) <= 2 else None
    if max(len(parts[0]), len(parts[1])) > 2 or len(parts[2]) not in {2, 4}:
        return None
    return _numeric_date(int(parts[0]), int(parts[1]), int(parts[2]), i + 5)


def _month_and_year(t: Tokens, i: int) -> Moment | None:
    """Read "3/1987", "03/2020": no fraction has such a denominator."""
    month, year = t.words[i], t.words[i + 2]
    written = len(month) <= 2 and month.isdigit() and len(year) == 4 and year.isdigit() and t.glued(i + 2)
    if not written or t.words[i + 3] == "/" or t.lowers[i - 1] not in _BEFORE_MONTH:
        return None
    known = 1 <= int(month) <= 12 and 1900 <= int(year) <= 2099
    return Moment(i + 3, int(year), int(month)) if known else None


def _numeric_date(month: int, day: int, year: int, stop: int) -> Moment | None:
    if year < 100:
        year += 1900 if year > 40 else 2000
    if 1 <= month <= 12 and 1 <= day <= 31:
        return Moment(stop, year, month, day, swapped=day <= 12)
    return Moment(stop, year, day, month) if 1 <= day <= 12 and 1 <= month <= 31 else None


def _month(t: Tokens, i: int, *, beside_day: bool) -> int:
    """The number of the month named at token `i`, 0 for none."""
    word = t.lowers[i]
    month = MONTHS.get(word, 0)
    if not month or word not in {"may", "march"} or beside_day:
        return month
    if not t.capital(i):
        return 0
    if word in _DOUBTFUL and t.kinds[i + 1] != NUMBER and t.lowers[i - 1] not in _BEFORE_MONTH:
        return 0
    return month


def _month_first(t: Tokens, i: int) -> Moment | None:
    """Read "July 25, 2012", "July 2012", "june thirtieth", "March"."""
    at = i + 1
    if t.words[at] == "." and t.glued(at) and len(t.words[i]) <= 4 and t.kinds[at + 1] in (NUMBER, WORD):
        at += 1
    if t.lowers[at] == "the":
        at += 1
    day, stop = _day(t, at)
    month = _month(t, i, beside_day=bool(day) and t.kinds[at] == NUMBER)
    if not month:
        return None
    if day:
        year, end = year_after(t, stop)
        return Moment(end, year, month, day)
    year, end = year_after(t, i + 1 + (t.lowers[i + 1] == "of"), loose=True)
    if year is None:
        if t.lowers[i] not in {"may", "march"} and not t.capital(i):
            return Moment(i + 1, None, month) if len(t.words[i]) > 4 else None
        return Moment(i + 1, None, month) if len(t.lowers[i]) > 3 or t.lowers[i] == "may" else None
    return Moment(end, year, month)


def _day(t: Tokens, i: int) -> tuple[int, int]:
    """A day of the month and the token after it; 0 for none."""
    text = t.words[i]
    if t.kinds[i] == NUMBER:
        if not text.isdigit() or len(text) > 2 or not 1 <= int(text) <= 31:
            return 0, i
        if t.glued(i + 1) and t.kinds[i + 1] == WORD:
            return (int(text), i + 2) if t.lowers[i + 1] in {"st", "nd", "rd", "th"} else (0, i)
        if t.words[i + 1] in {"%", ":"}:
            return 0, i
        return int(text), i + 1
    if t.kinds[i] != WORD:
        return 0, i
    number = (
        read_number(t, i) if t.lowers[i] in number_words().ordinals or t.lowers[i] in number_words().cardinals else None
    )
    if number and number.shape is Shape.ORDINAL and 1 <= number.value <= 31:
        return int(number.value), number.stop
    return 0, i


def _day_first(t: Tokens, i: int) -> Moment | None:
    """Read "25 July 2012", "the twenty fifth of july", "25–27 July"."""
    day, stop = _day(t, i)
    if not day:
        return None
    if t.words[stop] in HYPHENS and t.kinds[stop + 1] == NUMBER:
        last, end = _day(t, stop + 1)
        if last > day and _month(t, end, beside_day=t.lowers[end] not in {"may", "march"} or t.capital(end)):
            return Moment(stop, None, _month(t, end, beside_day=True), day)
        return None
    if t.lowers[stop] == "of":
        stop += 1
    month = _month(t, stop, beside_day=True)
    if not month:
        return None
    year, end = year_after(t, stop + 1)
    if t.lowers[stop] in {"may", "march"} and not t.capital(stop) and t.lowers[stop - 1] != "of" and year is None:
        return None
    return Moment(end, year, month, day)


def _from_words(t: Tokens, i: int) -> Moment | None:
    words = number_words()
    word = t.lowers[i]
    if word in words.ordinals or word in words.cardinals:
        if moment := _day_first(t, i):
            return moment
        if word == "first" and (months := _first_months(t, i + 1)):
            return months
        if word in words.ordinals and (part := _part_named(t, i + 1, int(words.ordinals[word]))):
            return part
        number = read_number(t, i)
        if number and number.shape is Shape.ORDINAL and (century := _century(t, number.stop, int(number.value))):
            return century
        if t.lowers[i + 1] in _DECADES and 15 <= words.cardinals.get(word, 0) <= 20:
            return Moment(i + 2, int(words.cardinals[word] * 100) + _DECADES[t.lowers[i + 1]] % 100, years=10)
    year, stop = year_in_words(t, i)
    if year and not looks_like_time(t, i, stop):
        return Moment(stop, year)
    if word == "two" and t.lowers[i + 1] == "thousand" and t.lowers[i - 1] in {"in", "since", "year"}:
        number = read_number(t, i)
        if number and number.value <= 2199 and t.kinds[number.stop] != WORD:
            return Moment(number.stop, int(number.value))
    return None


def _century(t: Tokens, i: int, number: int) -> Moment | None:
    at = i + 1 if t.words[i] in HYPHENS else i
    if t.lowers[at] not in {"century", "centuries"} or not 0 < number < 100:
        return None
    era = t.lowers[at + 1]
    if era in ERAS:
        return Moment(at + 2, -100 * number + 1 if era.startswith("b") else 100 * (number - 1) + 1, years=100)
    return Moment(at + 1, 100 * (number - 1), years=101)


def _first_months(t: Tokens, i: int) -> Moment | None:
    """Read "first nine months of the year", "first six months of 2021"."""
    months = int(number_words().cardinals.get(t.lowers[i], 0)) or (int(t.words[i]) if t.words[i].isdigit() else 0)
    if not 1 <= months <= 12 or t.lowers[i + 1] not in {"month", "months"} or t.lowers[i + 2] != "of":
        return None
    if t.lowers[i + 3] in {"the", "this", "that", "last"} and t.lowers[i + 4] == "year":
        return Moment(i + 5, None, 1, months=months)
    year, at = _year_of_part(t, i + 2)
    return Moment(at, year, 1, months=months) if year else None


def _part_named(t: Tokens, i: int, number: int) -> Moment | None:
    if t.lowers[i] == "half":
        return _half(t, i + 1, number)
    return _quarter(t, i + 1, number) if t.lowers[i] == "quarter" and number <= 4 else None


def _half(t: Tokens, i: int, number: int) -> Moment | None:
    """The half of a year ("first half of 2020", "H1 2020"); without the year it may be half of anything."""
    year, at = _year_of_part(t, i)
    return Moment(at, year, 6 * number - 5, months=6) if year and number <= 2 else None


def _quarter(t: Tokens, i: int, number: int) -> Moment | None:
    year, at = _year_of_part(t, i)
    return Moment(at if year else i, year, 3 * number - 2, months=3)


def _year_of_part(t: Tokens, i: int) -> tuple[int | None, int]:
    """The year that a quarter or half is of, and the token after it."""
    at = i + 1 if t.lowers[i] in {"of", ","} else i
    if t.lowers[at] == "fiscal":
        at += 1
    if t.kinds[at] == NUMBER and t.words[at].isdigit() and len(t.words[at]) == 4:
        return int(t.words[at]), at + 1
    said, stop = year_in_words(t, at)
    return (said, stop) if said else (None, i)
