"""A claim gives another value than the statement it rests on.

Why: A wrong digit is the commonest error of copied figures, and readers cannot see it: 2,954 looks as true as 2,945.

Fails: "2,954 calls" where the statement says 2,945; "57%" where it says 55% to 60%; "one in three" for 25%;
"the third report" for the second.

Passes: the same value in another notation (one in four, 25%, a quarter; 2.9 million, 2,900,000; twelve, 12);
a right rounding ("2.9 million" for 2,945,000); a bound that the value keeps ("more than 19,000" for 19,427).

Fix: Write the statement's figure, or change the statement and its source together.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding
from dvht_lint.model import Comparison, Reason, Settings
from dvht_lint.rules.base import findings_of, rule


@rule("DV501", "number-drift", on=Comparison)
def check(comparison: Comparison, settings: Settings) -> Iterator[Finding]:
    """Report each such edit."""
    del settings
    yield from findings_of(comparison, Reason.NUMBER)
