"""A claim bounds a figure another way than its statement: more than becomes less than, about becomes exactly at most.

Why: A bound turned round makes a true figure false.

Fails: "less than 500" for more than 500; "up to 40" for at least 40; "more than 74" for 74.

Passes: "over" for "more than"; "at least 40" for "40" (weaker); "more than 40" for
"at least 40", and "over $90 million" for $90 million (a rounded figure), are infos.

Fix: Use the statement's bound.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding
from dvht_lint.model import Comparison, Reason, Settings
from dvht_lint.rules.base import findings_of, rule


@rule("DV504", "qualifier-drift", on=Comparison)
def check(comparison: Comparison, settings: Settings) -> Iterator[Finding]:
    """Report each such edit."""
    del settings
    yield from findings_of(comparison, Reason.QUALIFIER)
