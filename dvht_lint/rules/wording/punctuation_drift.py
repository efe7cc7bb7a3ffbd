"""The end of a sentence has a full stop on one side only.

Why: It is the trace of a cut: check that nothing else went with it.

Fails: a claim that ends "… were women." where the statement ends "… were women".

Passes: straight for curly quotes, a semicolon for a full stop between two sentences, other list marks.

Fix: Set the full stop.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dvht_lint.diagnostic import Finding, Severity
from dvht_lint.model import Comparison, Reason, Settings
from dvht_lint.rules.base import finding_of, place, rule


@rule("DV413", "punctuation-drift", on=Comparison, severity=Severity.INFO)
def check(comparison: Comparison, settings: Settings) -> Iterator[Finding]:
    """Report the end that differs, on the side where the full stop is missing."""
    del settings
    for edit in comparison.of(Reason.PUNCTUATION):
        finding = finding_of(comparison, edit)
        if not len(edit.right):
            claim = place(comparison.left, edit.left, "the claim")
            finding = replace(finding, at=place(comparison.right, edit.right), see=(claim,), fix=None)
        yield finding
