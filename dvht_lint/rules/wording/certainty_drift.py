"""A claim is more certain, or holds more often, than its statement.

Why: "May" and "usually" are the findings of a careful study. A claim that drops them promises what nobody
found.

Fails: "seek" or "will seek" for "may seek"; "always" for "usually"; "victims suffer" for "victims often
suffer"; "is" for "appears to be".

Passes: "might" for "may"; "typically" for "usually"; "often" for "usually" and "may" for "do", which say less
(an info).

Fix: Use the statement's modal or adverb. The scale is in `lexicons/scales.json`: rarely, occasionally,
sometimes, often, usually, (nothing), always.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding
from dvht_lint.model import Comparison, Reason, Settings
from dvht_lint.rules.base import findings_of, rule


@rule("DV404", "certainty-drift", on=Comparison)
def check(comparison: Comparison, settings: Settings) -> Iterator[Finding]:
    """Report each such edit."""
    del settings
    yield from findings_of(comparison, Reason.CERTAINTY)
