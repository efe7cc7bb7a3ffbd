"""A claim bounds a figure by a round number that the figure does not keep.

Why: "Over 20,000" for 19,427 sounds like rounding and is false.

Fails: "over 20,000" for 19,427; "fewer than 1,000" for 1,012.

Passes: "nearly 20,000", "more than 19,000" and "about 19,000" for 19,427.

Fix: Choose a bound on the right side of the figure.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding
from dvht_lint.model import Comparison, Reason, Settings
from dvht_lint.rules.base import findings_of, rule


@rule("DV509", "bad-rounding", on=Comparison)
def check(comparison: Comparison, settings: Settings) -> Iterator[Finding]:
    """Report each such edit."""
    del settings
    yield from findings_of(comparison, Reason.ROUNDING)
