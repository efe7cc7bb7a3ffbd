"""The figures of one text contradict each other.

Why: No source is needed to see that one in four is not 20%, and a reader who sees it trusts nothing else on the page.

Fails: "one in four (20%)"; "62% were women, 25% men and 21% children" of one whole; "62% rent and the remaining 48% own";
"from 15.4% to 12.8%, a drop of 3 points"; "between 60% and 55%"; "40 of the 30 cases"; what a text works out and gets wrong:
"7 of the 77 shelters (16%)", "25 visits of $40 come to $1,200", "12 × 35 = 450".

Where the claim's figure, or the word beside it, differs from its statement's, that is the fault and is reported alone;
the figure it no longer fits with is named there.

Passes: "one in three (33%)" and other right roundings; parts that overlap ("62% were women and 45% were minors", which
says nothing of a whole); "fell from 60% to 55%". Cells of a table are never added up; a product or share is asked
only where the text itself says what it comes to.

Fix: Look the figures up again; one of them is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding
from dvht_lint.model import Settings, Stated
from dvht_lint.rules.base import place, rule
from dvht_lint.rules.contradicting import contradictions_of
from dvht_lint.rules.figure_arithmetic import explains


@rule("DV512", "arithmetic", on=Stated)
def check(stated: Stated, settings: Settings) -> Iterator[Finding]:
    """Report each pair or group of figures that cannot all be true, but for what the statement itself corrects."""
    del settings
    claim = stated.claim
    for found in contradictions_of(claim):
        if stated.comparison is not None and any(explains(edit, found) for edit in stated.comparison.edits):
            continue
        see = tuple(place(claim, span, "does not fit with this") for span in found.others)
        yield Finding(found.message, at=place(claim, found.span), see=see, confidence=0.85)
