"""A work is older than a reader will take for current.

Why: Numbers age. A page of this year that rests on a count of 2004 says nothing false, but nobody can tell from the
page how old the count is.

Fails: with `max-source-age` of 10, a handbook of 2004 in a check of 2026.

Passes: a work within the age; one whose last revision is; laws and judgments, which hold until they are changed; a
work that is 10 years old only if it came out early in its year.

Fix: Look for a newer edition or count. Where the old work is the right one, raise `max-source-age` or ignore the rule
for its block with a reason. It is an info by default, or the calendar alone would turn a build red.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Severity
from dvht_lint.model import Settings, Work
from dvht_lint.rules.base import rule
from dvht_lint.rules.source_fields import LAW, at_field, last_known_day, others


@rule("DV303", "stale-source", on=Work, severity=Severity.INFO)
def check(work: Work, settings: Settings) -> Iterator[Finding]:
    """Report a work once, at its first citation."""
    first = work.sources[0]
    day = last_known_day(work)
    if day is None or first.fields.get("type") in LAW:
        return
    newest = (settings.as_of.year - settings.max_source_age, settings.as_of.month, settings.as_of.day)
    if (day.year, day.month, day.day) < newest:
        yield Finding(
            f"{first.label} is more than {settings.max_source_age} years old on {settings.as_of}",
            at=at_field(first, "revised", "issued"),
            see=others(work, first, "issued"),
            source=first.id,
        )
