"""The end of a sentence has a full stop on one side only.

Why: It is the trace of a cut: check that nothing else went with it.

Fails: a claim that ends "… were women." where the statement ends "… were women".

Passes: straight for curly quotes, a semicolon for a full stop between two sentences, other list marks.

Fix: Set the full stop.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Severity
from dvht_lint.model import Comparison, Reason, Settings
from dvht_lint.rules.base import findings_of, rule


@rule("DV413", "punctuation-drift", on=Comparison, severity=Severity.INFO)
def check(comparison: Comparison, settings: Settings) -> Iterator[Finding]:
    """Report the end that differs."""
    del settings
    yield from findings_of(comparison, Reason.PUNCTUATION)
