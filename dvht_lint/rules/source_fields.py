"""What the rules on sources share: dates of sources, and labels of the other citations of a work."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from dvht_lint.diagnostic import Label
from dvht_lint.model import Source, Work

__all__ = [
    "LAW",
    "at_field",
    "date_fault",
    "is_borrowed",
    "is_cited",
    "is_readable",
    "last_day",
    "last_known_day",
    "others",
    "present",
]

LAW = frozenset({"legislation", "legal_case", "treaty", "bill", "regulation", "hearing"})
"""CSL types that do not grow stale and have places of their own (a section, a reporter)."""


def at_field(source: Source, *names: str, message: str = "") -> Label:
    """The label of the first of these fields that the citation gives, else of the whole citation."""
    return Label(source.document, source.at(*names), message, source.id)


def is_borrowed(source: Source, field: str) -> bool:
    """Whether a short form ("Ibid.") has a field only from the full citation, which is told of it."""
    return "short-form" in source.fields and field not in source.spans


def others(work: Work, source: Source, field: str = "") -> tuple[Label, ...]:
    """A label for every other citation of a work, with what it gives for a field."""
    return tuple(_other(s, field) for s in work.sources if s is not source)


def _other(source: Source, field: str) -> Label:
    value = source.shown(field) if field else ""
    return at_field(
        source, *([field] if field else []), message=f"here {value}" if value else "the same work, cited here"
    )


def is_readable(work: Work) -> bool:
    """Whether any citation of the work could be read; an unreadable one has a rule of its own."""
    return any(s.parsed for s in work.sources)


def last_day(value: Any) -> date | None:
    """The last day that a date field may mean ("2013" is 31 December 2013); None where it gives no date."""
    try:
        year, month, day = (*_parts(value), 0, 0, 0)[:3]
        if day:
            return date(year, month, day)
        if month:
            return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return date(year, 12, 31)
    except (ValueError, OverflowError):
        return None


def _parts(value: Any) -> list[int]:
    """Year, month and day as far as given; empty where the field is words ("n.d.")."""
    if isinstance(value, date):
        return [value.year, value.month, value.day]
    if isinstance(value, Mapping):
        parts = (value.get("date-parts") or [[]])[-1]
        return [int(p) for p in parts if str(p).isdigit()]
    match = re.fullmatch(r"\s*(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T.*)?\s*", str(value or ""))
    return [int(p) for p in match.groups() if p] if match else []


def date_fault(value: Any) -> str:
    """What is wrong with a date field, or nothing: no such month or day, or no date at all."""
    if isinstance(value, Mapping):
        value = value.get("raw") or (value if "date-parts" in value and not value.get("literal") else "")
    if value in (None, ""):
        return ""
    parts = _parts(value)
    if not parts:
        digits = re.match(r"\d{4}-(\d{1,2})(?:-\d{1,2})?$", str(value))
        if digits:
            return f"has no month {int(digits[1])}"
        return (
            ""
            if re.search(
                r"(?i:n\.?\s?d\b|press|forthcoming|preparation|review|submitted|appear|accepted|draft|undated)|[A-Za-z]+\s+\d{4}|\d{4}",
                str(value),
            )
            else "is not a date"
        )
    if len(parts) > 1 and not 1 <= parts[1] <= 12:
        return f"has no month {parts[1]}"
    return "" if last_day(value) else "is no day of the calendar"


def last_known_day(work: Work) -> date | None:
    """The last day of the newest issue or revision that the citations give, those with a deviating date apart."""
    days = [
        day
        for index, source in enumerate(work.sources)
        if "issued" not in work.deviations.get(index, ())
        for name in ("issued", "revised")
        if (day := last_day(source.fields.get(name)))
    ]
    return max(days, default=None)


def is_cited(work: Work) -> bool:
    """Whether anything rests on the work: a statement, or a claim that points to it by more than a link in its words."""
    linked = {s.id for s in work.sources if s.linked}
    return bool(work.statements) or any(c.target not in linked for c in work.citations)


def present(source: Source, alternatives: str) -> Iterator[str]:
    """Which of some fields, written `author|editor`, a citation gives."""
    return (name for name in alternatives.split("|") if source.fields.get(name))
