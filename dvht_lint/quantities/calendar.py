"""Day numbers of the proleptic Gregorian calendar, years before 1 included.

The method is Howard Hinnant's `days_from_civil`; day 1 is 1 January of year 1, as in `date.toordinal`.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["MONTHS", "Moment", "day_number"]

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan jan.",
            "february feb feb.",
            "march mar mar.",
            "april apr apr.",
            "may",
            "june jun jun.",
            "july jul jul.",
            "august aug aug.",
            "september sept sep sept. sep.",
            "october oct oct.",
            "november nov nov.",
            "december dec dec.",
        ),
        1,
    )
    for name in names.split()
}
"""Months by name and abbreviation in lower case."""
_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def day_number(year: int, month: int, day: int) -> int:
    """The number of a day; `year` 0 is 1 BC."""
    if month <= 2:
        year -= 1
    era = year // 400
    of_era = year - era * 400
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 305


def _month_length(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else _DAYS[month]


class Moment(NamedTuple):
    """A day, month, quarter, year, decade or century as far as it was written.

    `years` is how many years it covers from `year` on; `part` is `early`, `mid` or `late`; `months` how many months
    from `month` on.
    """

    stop: int
    year: int | None = None
    month: int = 0
    day: int = 0
    years: int = 1
    months: int = 1
    part: str = ""
    swapped: bool = False
    """Whether day and month might as well be exchanged (01/07/98)."""

    @property
    def first(self) -> float:
        """The first day, or month * 100 + day where no year was written."""
        if self.year is None:
            return self.month * 100 + (self.day or 1)
        if self.month:
            return day_number(self.year, self.month, self.day or 1)
        return day_number(self.year + self._share(0), 1, 1)

    @property
    def last(self) -> float:
        """The last day, or month * 100 + day where no year was written."""
        if self.year is None:
            return (self.month + self.months - 1) * 100 + (self.day or 31)
        if self.month and self.day:
            return day_number(self.year, self.month, self.day)
        if self.month:
            month = self.month + self.months - 1
            return day_number(self.year, month, _month_length(self.year, month))
        return day_number(self.year + self._share(1), 1, 1) - 1

    def _share(self, end: int) -> int:
        """Where the early, middle or late part of several years begins (0) or ends (1), in years."""
        if not self.part or self.years < 10:
            return end * self.years
        low, high = {"early": (0, 0.4), "mid": (0.3, 0.7), "late": (0.6, 1)}[self.part]
        return int(self.years * (high if end else low))
