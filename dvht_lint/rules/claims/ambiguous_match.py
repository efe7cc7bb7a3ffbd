"""A claim fits two statements about equally well.

Why: Drift is judged against the statement that a claim restates. Where two are as near as each other, the comparison
may be with the wrong one, and a drift from the right one stays unseen.

Fails: "Most survivors are women." beside the statements "Most survivors of trafficking are women." and "Most survivors of
assault are women."

Passes: a claim that is word for word one of them, or clearly nearer to one; statements that differ in their figures alone.

Fix: Name the statement before the block: `<!-- dvht-lint: statement=ID -->`, or `statement:` in a corpus file.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Label, Severity
from dvht_lint.model import How, Pair, Settings
from dvht_lint.rules.base import place, rule

_TOO_NEAR = 0.02
"""How far, on the scale 0 to 1 of match scores, the second best may lie below the best and still compete."""
_CERTAIN = 0.95
"""A match as good as this differs in its figures alone, and figures are not what matching goes by."""


@rule("DV103", "ambiguous-match", on=Pair, severity=Severity.WARNING)
def check(pair: Pair, settings: Settings) -> Iterator[Finding]:
    """Report a fuzzy match with a runner-up right behind it."""
    del settings
    if pair.how is not How.FUZZY or pair.score >= _CERTAIN or pair.claim.tabular:
        return  # rows of a table are alike by nature, and told apart by their figures
    near = [match for match in pair.runners_up if pair.score - match.score <= _TOO_NEAR]
    near = [match for match in near if match.statement not in pair.statements]
    if near:
        yield Finding(
            f"this may restate {pair.statement.id!r} or {near[0].statement!r}",
            at=place(pair.claim, pair.claim.prose.whole()),
            see=(Label(pair.statement.document, pair.statement.span, "compared with", pair.statement.id),),
            confidence=0.6,
            key=near[0].statement,
        )
