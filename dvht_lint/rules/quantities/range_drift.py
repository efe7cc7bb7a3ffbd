"""A claim moves a bound of a range, or narrows the range to one end.

Why: "Up to 60%" and "55% to 60%" rest on the same study and leave different pictures; the end that serves the
argument is the one that survives.

Fails: "55% to 65%" for 55% to 60%; "60%", "up to 60%" or "at least 55%" for 55% to 60%.

Passes: the same range in other words ("between 55 and 60 per cent"); "more than half" for 55% to 60%. A value inside
the range that the statement does not give ("57%") is number-drift.

Fix: Give both ends.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding
from dvht_lint.model import Comparison, Reason, Settings
from dvht_lint.rules.base import findings_of, rule


@rule("DV502", "range-drift", on=Comparison)
def check(comparison: Comparison, settings: Settings) -> Iterator[Finding]:
    """Report each such edit."""
    del settings
    yield from findings_of(comparison, Reason.RANGE)
