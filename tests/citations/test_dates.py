"""Dates in citations, and what only looks like one."""

from __future__ import annotations

import pytest

from dvht_lint.citations.dates import find_dates
from dvht_lint.text import Span


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("J Fam Violence. 2006;368(9551):1973-83.", [[[2006]]]),
        ("J Fam Violence. 2010;25:2001-10.", [[[2010]]]),
        ("J Fam Violence 25: 2010.", [[[2010]]]),
        ("Reports of 2011-12.", [[[2011, 12]]]),
        ("Updated: 2013-07.", [[[2013, 7]]]),
    ],
)
def test_pages_behind_the_colon_of_an_issue_are_no_date(text: str, found: list[list[list[int]]]) -> None:
    assert [date.value["date-parts"] for date in find_dates(text, Span(0, len(text)))] == found
