"""A claim gives the statement's number in another unit.

Why: The digits agree, so that nobody looks twice: a rise of 5 percentage points is not a rise of 5%, and a billion
is a thousand million.

Fails: "19,427 texts" for 19,427 calls; "5%" for 5 percentage points; "2.9 billion" for 2.9 million; "20 euros" for
$20; "$30 a week" for $30 a day.

Passes: the same amount converted ("1.5 cm" for 15 mm, "3 hours" for 180 minutes); another noun for the same things
("people" for victims, "nations" for countries).

Fix: Write the statement's unit.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding
from dvht_lint.model import Comparison, Reason, Settings
from dvht_lint.rules.base import findings_of, rule


@rule("DV505", "unit-drift", on=Comparison)
def check(comparison: Comparison, settings: Settings) -> Iterator[Finding]:
    """Report each such edit."""
    del settings
    yield from findings_of(comparison, Reason.UNIT)
