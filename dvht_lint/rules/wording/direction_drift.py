"""A claim turns a direction round: rise and fall, more and less, likely and unlikely.

Why: The figure can survive a retyping that turns what it means round.

Fails: "fell by 12 percent" for "rose by 12 percent"; "less likely" for "more likely"; "younger" for "older";
"before" for "after".

Passes: "increased" for "rose"; "not lower" for "higher".

Fix: Use the statement's direction.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding
from dvht_lint.model import Comparison, Reason, Settings
from dvht_lint.rules.base import findings_of, rule


@rule("DV410", "direction-drift", on=Comparison)
def check(comparison: Comparison, settings: Settings) -> Iterator[Finding]:
    """Report each such edit."""
    del settings
    yield from findings_of(comparison, Reason.DIRECTION)
