"""A figure has a note mark glued to it, or is written in a form that no reader can be sure of.

Why: A superscript lost in copying turns 2,945³ into 2,9453: another number, and one that nobody can search for.

Fails: "2,9453 victims", "24%1 of them", "turned 18.7", "since 202212—".

Passes: "2,945 victims³" with a real note; "2,945.3 tonnes"; 18.7 years.

Fix: Make the mark a note (`[^3]`) or take it out.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Severity
from dvht_lint.model import Claim, Settings
from dvht_lint.rules.base import place, rule


@rule("DV514", "malformed-figure", on=Claim, severity=Severity.WARNING)
def check(claim: Claim, settings: Settings) -> Iterator[Finding]:
    """Report each figure that was read as malformed."""
    del settings
    for quantity in claim.quantities:
        if quantity.malformed:
            message = f"“{quantity.text}” is not well formed: {quantity.malformed}."
            yield Finding(message, at=place(claim, quantity.span), key=quantity.text, confidence=0.8)
