"""A sentence states a fact that nothing backs.

Why: Readers take every sentence of a fact sheet for checked. The ones without a source are where opinion, hearsay
and the wording of an older draft survive.

Fails: "Shelters rarely screen for trafficking." in a document whose reference half has no such statement.

Passes: advice ("Advocates should …", "it is important that …"), questions, prompts, instructions, thanks and
announcements of a hotline; a sentence that a note, link or `Source:` line backs. In a document without references, where
none is to be expected, the finding is an info.

Fix: Add the statement with its `Source:` line to the references, cite a source, or say whose view it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Severity
from dvht_lint.model import Settings, Uncited
from dvht_lint.rules.base import place, rule


@rule("DV102", "uncited-assertion", on=Uncited, severity=Severity.WARNING)
def check(uncited: Uncited, settings: Settings) -> Iterator[Finding]:
    """Report an assertion without a statistic; one with a statistic is the business of uncited-statistic."""
    del settings
    claim = uncited.claim
    if not claim.asserts or any(quantity.is_statistic for quantity in claim.quantities):
        return
    expected = uncited.document_has_references
    yield Finding(
        "no statement or citation backs this sentence" if expected else "this sentence cites no source",
        at=place(claim, claim.prose.whole()),
        severity=None if expected else Severity.INFO,
        claim=claim.id,
    )
