"""A claim keeps the words around a figure of its statement and leaves the figure out.

Why: It says less, which is allowed; it is worth a look where the figure was the point.

Fails: "connected victims to services" for "connected 2,945 victims to services".

Passes: a claim that leaves the whole clause out.

Fix: Restore the figure if it was lost by accident.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Severity
from dvht_lint.model import Comparison, Reason, Settings
from dvht_lint.rules.base import findings_of, rule


@rule("DV513", "dropped-figure", on=Comparison, severity=Severity.INFO)
def check(comparison: Comparison, settings: Settings) -> Iterator[Finding]:
    """Report each such edit."""
    del settings
    yield from findings_of(comparison, Reason.FIGURE_DROPPED)
