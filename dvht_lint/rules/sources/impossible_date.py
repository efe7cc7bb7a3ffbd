"""A date cannot be true: a work older than what it reports, or one from the future.

Why: A count of 2014 is not in a report of 2012. Either the year of the work or the year in the statement is wrong,
or the statement rests on another work.

Fails: "Annual Report 2011" issued in 2009; a statement about 2014 that rests on a work of 2012 alone; a work issued,
or a page accessed, after the day of the check.

Passes: "Annual Report 2011" issued in 2010 (a fiscal year, a report dated ahead) or later; a projection ("by 2030");
a work that is "forthcoming".

Fix: Check the year on the work's title page, then correct the citation or the statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from dvht_lint.diagnostic import Finding, Label
from dvht_lint.model import Settings, Source, Statement, Work
from dvht_lint.rules.base import rule
from dvht_lint.rules.source_fields import LAW, at_field, last_day, last_known_day, others

_YEAR = re.compile(r"(?<![\d.,$])(?:19|20)\d\d(?![\d%]|,\d)")
_AHEAD = re.compile(
    r"\b(?:by|until|through|to|toward|towards|beyond|vision|agenda|goals?|strategy|plan|roadmap|project(?:ed|ions?)"
    r"|forecasts?|outlook|horizon|will|expected|target|scenario)\b",
    re.IGNORECASE,
)


@rule("DV307", "impossible-date", on=Work)
def check(work: Work, settings: Settings) -> Iterator[Finding]:
    """Report dates of the citations, then of what rests on the work alone."""
    for index, source in enumerate(work.sources):
        repeated = any(
            s.fields.get("issued") == source.fields.get("issued") and s.title == source.title
            for s in work.sources[:index]
        )
        if not repeated:
            yield from _own_dates(work, source, settings.as_of)
    issued = last_known_day(work)
    if issued is not None and work.sources[0].fields.get("type") not in LAW:
        for statement in work.statements:
            yield from _newer_data(work, statement, issued)


def _own_dates(work: Work, source: Source, as_of: date) -> Iterator[Finding]:
    for name in ("issued", "revised", "accessed"):
        first = _first_day(source, name)
        if first is not None and first > as_of:
            yield _at(work, source, name, f"{source.shown(name)} is in the future: the check is of {as_of}")
            return
    newest = max((y for y in (source.year, source.latest_year) if y), default=None)
    if newest is None or _AHEAD.search(source.title) or source.fields.get("type") in LAW:
        return
    years = [int(y) for y in _YEAR.findall(source.title)]
    if years and max(years) > newest + 1:
        yield _at(work, source, "issued", f"a work of {newest} cannot report on {max(years)}, the year in its title")


def _first_day(source: Source, name: str) -> date | None:
    """The first day that a date field may mean."""
    day, shown = last_day(source.fields.get(name)), source.shown(name)
    if day is None:
        return None
    if len(shown) <= 4:
        return date(day.year, 1, 1)
    return date(day.year, day.month, 1) if len(shown) <= 7 else day


def _at(work: Work, source: Source, name: str, message: str) -> Finding:
    return Finding(
        message,
        at=at_field(source, name),
        see=others(work, source),
        source=source.id,
        key=f"{name}|{source.shown(name)}",
    )


def _newer_data(work: Work, statement: Statement, issued: date) -> Iterator[Finding]:
    """A figure of a later year than the work's, in a statement that rests on this work alone."""
    if len(set(statement.sources)) > 1 or _AHEAD.search(statement.prose.plain):
        return
    for quantity in statement.quantities:
        period = quantity.period
        if period and quantity.is_statistic and period.first > issued.toordinal():
            span = quantity.period_span or quantity.span
            first = work.sources[0]
            at = Label(statement.document, statement.prose.source(span), f"the work is of {issued.year}", statement.id)
            message = f"{first.label} cannot give a figure for {period.text or date.fromordinal(period.first).year}"
            see = (at_field(first, "issued", message="the source"), *others(work, first))
            yield Finding(message, at=at, see=see, source=first.id, statement=statement.id, key=period.text)
            return
