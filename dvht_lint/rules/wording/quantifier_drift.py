"""A claim speaks of more of a group than its statement does, or of the other part of it.

Why: "Some", "most" and "all" are figures in words.

Fails: "all victims" for "the majority of victims"; "most" for "some"; "women" for "many women"; "a minority"
for "a majority"; "only" where the statement excludes nothing.

Passes: "the majority of" for "most"; "several" for "some"; "many" for "most", which says less (an info).

Fix: Use the statement's quantifier, or its figure.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding
from dvht_lint.model import Comparison, Reason, Settings
from dvht_lint.rules.base import findings_of, rule


@rule("DV405", "quantifier-drift", on=Comparison)
def check(comparison: Comparison, settings: Settings) -> Iterator[Finding]:
    """Report each such edit."""
    del settings
    yield from findings_of(comparison, Reason.QUANTIFIER)
