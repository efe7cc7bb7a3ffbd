"""A claim leaves out the condition under which its statement holds.

Why: "Survivors qualify for the visa if they help the police" and "survivors qualify for the visa" send people
to different doors.

Fails: an "if", "when", "unless" or "among those who …" of the statement whose clause has no counterpart in the
claim, while the main clause has.

Passes: the condition in other words or another place; a sentence of the statement that the claim does not
restate at all.

Fix: Restate the condition, in brief if need be. It is a warning: a claim may hold without it.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Severity
from dvht_lint.model import Comparison, Reason, Settings
from dvht_lint.rules.base import findings_of, rule


@rule("DV411", "dropped-condition", on=Comparison, severity=Severity.WARNING)
def check(comparison: Comparison, settings: Settings) -> Iterator[Finding]:
    """Report each such edit."""
    del settings
    yield from findings_of(comparison, Reason.CONDITION)
