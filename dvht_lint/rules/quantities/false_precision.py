"""A claim is finer than the statement it rests on.

Why: "7.15 million" says that somebody counted to the ten thousand; "7.2 million" does not.

Fails: "$7.15 billion" for $7.2 billion; "19,427" for about 19,000.

Passes: the same figure written out ("2,900,000" for 2.9 million); a rounding of the statement's figure.

Fix: Use the statement's figure, or the source's finer one in both places.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Severity
from dvht_lint.model import Comparison, Reason, Settings
from dvht_lint.rules.base import findings_of, rule


@rule("DV508", "false-precision", on=Comparison, severity=Severity.WARNING)
def check(comparison: Comparison, settings: Settings) -> Iterator[Finding]:
    """Report each such edit."""
    del settings
    yield from findings_of(comparison, Reason.PRECISION)
