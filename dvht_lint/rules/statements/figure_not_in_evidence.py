"""No passage of the evidence gives a figure of the statement in that role.

Why: The statement is what every claim is checked against. Where its own figure is not in the source, the claims agree
with each other and with nothing else.

Fails: a statement of 19,472 calls in 2011 where the report says 19,427; one of 14,322 calls in 2011 where the report
has that figure for 2010.

Passes: the same figure written otherwise ("one in four" for 25 percent); a figure that the passage bears out
("more than 19,000" for 19,427); a statement whose other sources have no evidence to look into.

Fix: Look at the passage that the finding names, correct the statement and the claims that rest on it, or name the
source that has the figure.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding
from dvht_lint.model import Claim, Evidenced, Settings, Statement, Unbacked
from dvht_lint.rules.base import place, rule
from dvht_lint.rules.evidence_words import against, label

_NAMED = 0.95
_ELSEWHERE = 0.8


@rule("DV205", "figure-not-in-evidence", on=Evidenced)
def check(evidenced: Evidenced, settings: Settings) -> Iterator[Finding]:
    """Report each figure once, with the passage that comes nearest."""
    del settings
    side = evidenced.statement
    for lacking in evidenced.unbacked:
        if lacking.nearest is None or not lacking.nearest.is_quote:
            yield _finding(side, lacking)


def _finding(side: Claim | Statement, lacking: Unbacked) -> Finding:
    nearest, elsewhere = lacking.nearest, lacking.elsewhere
    confidence = _NAMED
    see = [label(nearest, "the passage that comes nearest")] if nearest else []
    if lacking.edit is not None and nearest is not None:
        message = against(lacking.edit, nearest, side)
    elif elsewhere is not None:
        page = f"p. {elsewhere.page} has" if elsewhere.page else "it stands there"
        message = f"no passage of the evidence gives “{lacking.text}” in this role; {page} {'it ' if elsewhere.page else ''}of something else"
        confidence = _ELSEWHERE
        see.append(label(elsewhere, "the same figure in another role"))
    else:
        page = f"; p. {nearest.page} comes nearest" if nearest and nearest.page else ""
        message = f"no passage of the evidence gives “{lacking.text}”{page}"
    return Finding(message, at=place(side, lacking.span), see=tuple(see), confidence=confidence, key=lacking.text)
