"""Two figures of a claim stand in each other's places.

Why: Both figures are in the statement, so that a search for them finds nothing wrong.

Fails: "answered 2,945 calls and connected 19,427 victims" where the statement has them the other way round; "60% of
men and 40% of women" for 40% of men and 60% of women.

Passes: the same figures with their roles in another order ("connected 2,945 victims and answered 19,427 calls").

Fix: Exchange them. Figures are bound by role (unit, base, period and the words around them), never by presence.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding
from dvht_lint.model import Comparison, Reason, Settings
from dvht_lint.rules.base import findings_of, rule


@rule("DV510", "swapped-figures", on=Comparison)
def check(comparison: Comparison, settings: Settings) -> Iterator[Finding]:
    """Report each such edit."""
    del settings
    yield from findings_of(comparison, Reason.SWAPPED)
