"""Bold stands on other words in the claim than in its statement.

Why: Bold tells readers what matters; a span that slipped by a word is the trace of an edit.

Fails: "answered **9,214 calls**" for "**answered 9,214 calls**".

Passes: bold on one side only.

Fix: Move the bold. Nothing but an info: the words are the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Severity
from dvht_lint.model import Comparison, Reason, Settings
from dvht_lint.rules.base import findings_of, rule


@rule("DV412", "emphasis-drift", on=Comparison, severity=Severity.INFO)
def check(comparison: Comparison, settings: Settings) -> Iterator[Finding]:
    """Report each span whose bold moved."""
    del settings
    yield from findings_of(comparison, Reason.EMPHASIS)
