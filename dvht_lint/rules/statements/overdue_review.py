"""A statement was last checked by a person too long ago.

Why: Laws change, reports are revised, hotlines are renamed. A date of review says that somebody looked; an old one, that
nobody did since.

Fails: `reviewed: 2024-01-15` with `review-after = 365` in a run of June 2025.

Passes: a statement reviewed within the time set; a statement without a date of review.

Fix: Check the statement against its source and set `reviewed` to the day you did, or raise `review-after`.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Severity
from dvht_lint.model import Settings, Statement
from dvht_lint.rules.base import place, rule


@rule("DV203", "overdue-review", on=Statement, severity=Severity.INFO)
def check(statement: Statement, settings: Settings) -> Iterator[Finding]:
    """Report a review that is more days old than the configuration allows."""
    if statement.reviewed is None:
        return
    age = (settings.as_of - statement.reviewed).days
    if age > settings.review_after:
        yield Finding(
            f"last reviewed on {statement.reviewed.isoformat()}, {age} days ago; {settings.review_after} are allowed",
            at=place(statement, statement.prose.whole()),
        )
