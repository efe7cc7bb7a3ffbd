"""A claim dates a figure or an event otherwise than its statement.

Why: Figures age. A number of 2011 presented as one of 2021 misleads even where the number is right.

Fails: "in 2012" for 2011; "between 2007 and 2011" for 2007 to 2010; "in 2009" for 2007 to 2010; "the late 1990s" for
the early 1990s; a day where the statement has only the year.

Passes: the same period in other words ("from 2007 to 2010", "2007-10"); a coarser one ("the 1990s" for 1994, "in 2011"
for March 2011).

Fix: Write the statement's period.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding
from dvht_lint.model import Comparison, Reason, Settings
from dvht_lint.rules.base import findings_of, rule


@rule("DV506", "period-drift", on=Comparison)
def check(comparison: Comparison, settings: Settings) -> Iterator[Finding]:
    """Report each such edit."""
    del settings
    yield from findings_of(comparison, Reason.PERIOD)
