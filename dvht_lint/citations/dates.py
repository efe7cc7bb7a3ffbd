"""Dates as citations give them: "(Revised 2013, July)", "n.d.", "15 June 2014", "2013-07".

CSL-JSON dates come out: `{"date-parts": [[2013, 7]]}`, `{"literal": "n.d."}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from dvht_lint.records import record
from dvht_lint.text import Span

__all__ = ["MONTH", "FoundDate", "find_dates", "month_number", "parse_date", "read_dates"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = ("spring", "summer", "autumn", "fall", "winter")
_SEASON_NUMBERS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?|Spring|Summer|Autumn|Fall|Winter)"
)
_YEAR = r"(?:1[5-9]|20)\d\d"


@record(frozen=True, slots=True)
class FoundDate:
    """A date, where it stands and whether it was named a revision ("Revised", "Updated")."""

    value: dict[str, Any]
    span: Span
    revised: bool = False


@cache
def _dates() -> re.Pattern[str]:
    day = r"\d{1,2}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{1,2})?"
    span = rf"{MONTH}(?:\s?[-–/]\s?{MONTH})?"
    forms = (
        rf"(?P<y1>{_YEAR})-(?P<m1>\d\d)(?:-(?P<d1>\d\d))?(?!\d)",
        rf"(?P<y2>{_YEAR})[a-z]?,?\s+(?P<m2>{span})(?:\s+(?P<d2>{day}))?\b",
        rf"(?P<m3>{span})\s+(?P<d3>{day}),?\s+(?P<y3>{_YEAR})\b",
        rf"(?P<d4>{day})\s+(?P<m4>{span}),?\s+(?P<y4>{_YEAR})\b",
        rf"(?P<m5>{span}),?\s+(?P<y5>{_YEAR})\b",
        rf"(?P<m6>\d{{1,2}})/(?P<d6>\d{{1,2}})/(?P<y6>{_YEAR})\b",
        rf"(?P<y7>{_YEAR})\s?[-–/]\s?(?P<z7>{_YEAR}|\d\d)(?!\d)",
        rf"(?P<y8>{_YEAR})[a-z]?(?!\w)",
        r"(?P<word>n\.\s?d\.|\b(?-i:n\.?d\.?)(?=\)|,|$)|\bno date\b|\bundated\b|\bforthcoming\b|\bin press\b|\bto appear\b)",
    )
    revision = r"(?P<rev>\b(?:last\s+)?(?:revised|(?<![a-z] )rev\.|updated|upd\.|modified|reviewed)(?:\s+on)?[:,]?\s+)?"
    # Pages stand right behind the colon of an issue: "2006;368(9551):1973-83".
    return re.compile(revision + r"(?<![\w/.-])(?<![)\d]:)(?:" + "|".join(forms) + ")", re.IGNORECASE)


def find_dates(text: str, region: Span) -> Iterator[FoundDate]:
    """Every date in a region, in order."""
    for match in _dates().finditer(text, region.start, region.end):
        value = _value(match)
        if value is not None:
            start = match.end("rev") if match["rev"] else match.start()
            yield FoundDate(value, Span(start, match.end()), revised=bool(match["rev"]))


def _value(match: re.Match[str]) -> dict[str, Any] | None:
    if match["word"]:
        return {"literal": " ".join(match["word"].lower().split())}
    for form in "12345678":
        year = match[f"y{form}"]
        if year:
            break
    groups = match.groupdict()
    month, day = groups.get(f"m{form}") or "", groups.get(f"d{form}") or ""
    other = groups.get(f"z{form}")
    if other:
        return _years(int(year), other)
    if form == "6" and int(month) > 12:
        month, day = day, month
    season = month.lower()[:6].strip(".")
    if season in _SEASON_NUMBERS:
        return {"date-parts": [[int(year)]], "season": _SEASON_NUMBERS[season]}
    parts = [int(year)]
    number = int(month) if month.isdigit() else month_number(month)
    if number:
        parts.append(number)
        digits = re.match(r"\d+", day)
        if digits:
            parts.append(int(digits[0]))
    return {"date-parts": [parts]}


def _years(first: int, other: str) -> dict[str, Any] | None:
    """A span of years; "2011-12" is 2011 to 2012, and "2012-07" was taken as a month before."""
    last = int(other) if len(other) == 4 else first // 100 * 100 + int(other)
    return {"date-parts": [[first], [last]]} if last >= first else None


def month_number(name: str) -> int:
    """The number of a month by its English name, full or cut short; 0 for what is none."""
    head = name.lower()[:3]
    return _MONTHS.index(head) + 1 if head in _MONTHS else 0


def parse_date(text: str) -> tuple[dict[str, Any] | None, dict[str, Any] | None] | None:
    """Read a text that should be nothing but a date: (issued, revised), or None where it says something else.

    "Revised 2013, July" gives the one date known as both.
    """
    found = list(find_dates(text, Span(0, len(text))))
    if not found:
        return None
    rest = text
    for item in reversed(found):
        rest = rest[: item.span.start] + rest[item.span.end :]
    filler = r"[\s,;.()\[\]/©-]|\b(?:last|revised|rev|updated|upd|modified|reviewed|published|original|work|in|on|ca?|circa|reprinted|first|issued|posted|date)\b"
    if re.sub(filler, "", rest, flags=re.IGNORECASE):
        return None
    return read_dates(found)


def read_dates(found: list[FoundDate]) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    """The date of issue and the date of revision among some dates; a lone revision is both."""
    issued = next((d.value for d in found if not d.revised), None)
    revised = next((d.value for d in reversed(found) if d.revised), None)
    return issued or revised, revised
