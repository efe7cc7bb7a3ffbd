"""A claim drops the word that says how far a finding is established.

Why: "Potential victims" are callers whom an advocate took for victims; "detected victims" are those whom
somebody found. Without the word a count of cases that came to light reads as a count of all cases.

Fails: "victims" for "potential victims", "detected victims" or "reported victims"; "trafficker" for "alleged
trafficker"; "confirmed" for "suspected".

Passes: another word of the same strength ("suspected" for "alleged"); a hedge that the claim adds (an info);
"identified" as a verb.

Fix: Put the word back where the statement has it.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding
from dvht_lint.model import Comparison, Reason, Settings
from dvht_lint.rules.base import findings_of, rule


@rule("DV403", "dropped-hedge", on=Comparison)
def check(comparison: Comparison, settings: Settings) -> Iterator[Finding]:
    """Report each such edit."""
    del settings
    yield from findings_of(comparison, Reason.HEDGE)
