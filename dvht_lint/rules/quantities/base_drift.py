"""A claim gives a share of another whole than its statement does.

Why: 60% of victims are women; 60% of women are victims: the share is the same, the claim is not.

Fails: "55% of women" for 55% of victims; "one in four Americans" for one in four teenagers; "40% of workers" for 40% of
farm workers; "61% of all households" for 61% of the households that applied.

Passes: the same base in other words ("pupils on free meals" for pupils who receive them); words of the survey itself
("of the women interviewed"); a count that loses a word and stays true ("12 women" for 12 pregnant women).

Fix: Name the statement's base.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding
from dvht_lint.model import Comparison, Reason, Settings
from dvht_lint.rules.base import findings_of, rule


@rule("DV511", "base-drift", on=Comparison)
def check(comparison: Comparison, settings: Settings) -> Iterator[Finding]:
    """Report each such edit."""
    del settings
    yield from findings_of(comparison, Reason.BASE)
