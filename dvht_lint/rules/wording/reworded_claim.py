"""A claim has other words than its statement, and no narrower rule tells why.

Why: Every narrower rule names a reason: a hedge that went, a place that moved. What is left over may be honest
paraphrase or a new assertion that no source bears; a lexicon cannot tell which, a reader can.

One word in another's place, where all around it is the same, stands out; so does a long stretch that has no counterpart.

Fails: "The shop sells cots" for "The shop lends cots". "The line lets frightened callers plan tomorrow" for "The line refers callers to shelters": most of the
words that bear meaning have no counterpart in the statement.

Passes: synonyms, other spellings, active for passive, another order of clauses or list items, a part of the
statement.

Fix: Go back to the statement's wording where it will do; else have the new wording reviewed, and cite what
bears it. The share of the wording that is not explained is in the message and sets the confidence.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Severity
from dvht_lint.model import Comparison, Reason, Settings
from dvht_lint.rules.base import findings_of, rule


@rule("DV401", "reworded-claim", on=Comparison, severity=Severity.WARNING)
def check(comparison: Comparison, settings: Settings) -> Iterator[Finding]:
    """Report the longest stretch that nothing explains."""
    del settings
    yield from findings_of(comparison, Reason.REWORDED)
