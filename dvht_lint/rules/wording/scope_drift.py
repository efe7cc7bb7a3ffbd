"""A claim speaks of other people or another place than its statement.

Why: A share of detected victims worldwide is no share of victims in one country, and what holds of women need
not hold of girls.

Fails: "in the United States" for "worldwide"; "women and girls" for "women"; "people" for "women"; "in
high-income countries" left out.

Passes: "globally" for "worldwide"; "Kenyan" for "in Kenya"; a place inside the statement's that both name;
"women" where the statement says "women and girls" without a figure, which says less (an info).

Fix: Name the people and the place that the statement names.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding
from dvht_lint.model import Comparison, Reason, Settings
from dvht_lint.rules.base import findings_of, rule


@rule("DV406", "scope-drift", on=Comparison)
def check(comparison: Comparison, settings: Settings) -> Iterator[Finding]:
    """Report each such edit."""
    del settings
    yield from findings_of(comparison, Reason.SCOPE)
