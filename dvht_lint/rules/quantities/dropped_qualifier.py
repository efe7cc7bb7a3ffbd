"""A claim gives a figure without the approximately, at least, nearly or up to of its statement.

Why: The qualifier is part of the finding. "At least 3,000" counts what was seen; "3,000" says that is all there is.

Fails: "55% to 60%" for approximately 55% to 60%; "3,000 people" for at least 3,000; "20,000" for nearly 20,000;
"$5 billion" for up to $5 billion.

Passes: "about", "roughly" or "some" for "approximately"; a coarser figure that the statement implies.

Fix: Put the statement's qualifier back; the fix inserts it.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding
from dvht_lint.model import Comparison, Reason, Settings
from dvht_lint.rules.base import findings_of, rule


@rule("DV503", "dropped-qualifier", on=Comparison)
def check(comparison: Comparison, settings: Settings) -> Iterator[Finding]:
    """Report each such edit."""
    del settings
    yield from findings_of(comparison, Reason.QUALIFIER_DROPPED)
