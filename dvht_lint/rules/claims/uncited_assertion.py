"""A sentence states a fact that nothing backs.

Why: Readers take every sentence of a fact sheet for checked. The ones without a source are where opinion, hearsay
and the wording of an older draft survive.

Fails: "Shelters rarely screen for trafficking." in a document whose reference half has no such statement.

Passes: advice ("Advocates should …", "it is important that …"), questions, prompts, instructions, thanks and
announcements of a hotline; a sentence that a note, link or `Source:` line backs, or that goes on about the same thing
beside one that is backed. Every sentence of a document whose claims are not restated in a reference half, references or a
corpus, unless the configuration says `coverage = "all"`.

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
    if not uncited.restated or not claim.asserts or claim.measured:
        return
    yield Finding("no statement or citation backs this sentence", at=place(claim, claim.prose.whole()), claim=claim.id)
