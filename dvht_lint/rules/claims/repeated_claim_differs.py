"""A claim is made in two places with two figures.

Why: Of two figures for one fact at least one is wrong, and a reader who finds both believes neither. The figure was
corrected or updated in one place and forgotten in the other.

Fails: "In 2014 the shelters of the county housed 1,204 women." on one page and "In 2014 the shelters of the county
housed 1,240 women." on another, in other words too, whether or not either cites a source; two statements that say so; "more
than 80%" against "more than 60%", "twice" against "three times", "the last 40 years" against "the last 65 years". "In the North they rose by 26%" on a page whose
own table has 62% in the row North of that column.

Passes: a series ("In 2013 … 1,204", "In 2014 … 1,310"); the same words about another place, group, age, year or name, in the
sentence or above it; labels with their values ("Annual cost: $4 million"), rows of tables, plans and advice; pages that are
alike throughout but for their figures; a page that tells both figures, as the other does; the same figure written otherwise, or
a coarser one that is still true ("more than 1,200"); what follows from the cells of a table, and a sentence that names no
single row and column of it. A figure that differs from the statement its claim rests on is
`number-drift`, and not reported here again; that nothing backs the figure (`uncited-statistic`) is told once the two agree.

The place to correct is the one that nothing backs, else the rarer figure, else the later; the other is named beside it.

Fix: Look the figure up in the source and give it in every place.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding
from dvht_lint.model import Claim, Comparison, Edit, Harm, Reason, RepeatedClaim, Settings
from dvht_lint.rules.base import place, rule

_VALUES = frozenset({Reason.NUMBER, Reason.RANGE, Reason.ROUNDING, Reason.SWAPPED})


@rule("DV105", "repeated-claim-differs", on=RepeatedClaim)
def check(repeated: RepeatedClaim, settings: Settings) -> Iterator[Finding]:
    """Report each deviating claim once, at its first figure that differs, beside the other places."""
    del settings
    for comparison in repeated.comparisons:
        differing = [e for e in comparison.edits if e.reason in _VALUES and e.harm is Harm.MORE]
        if differing:
            yield _finding(repeated, comparison, differing[0])


def _finding(repeated: RepeatedClaim, comparison: Comparison, edit: Edit) -> Finding:
    usual, *agreeing = repeated.claims
    here, there = edit.left.cut(comparison.left.prose.plain), edit.right.cut(comparison.right.prose.plain)
    cell = isinstance(usual, Claim) and usual.tabular
    return Finding(
        f"the table has {there!r} for this, {here!r} here"
        if cell
        else f"the same claim has {there!r} elsewhere, {here!r} here",
        at=place(comparison.left, edit.left),
        see=(
            place(usual, edit.right, "the cell" if cell else "the same claim"),
            *(place(claim, claim.prose.whole(), "and again") for claim in agreeing),
        ),
        claim=comparison.left.id,
        confidence=edit.confidence,
        key=f"{comparison.left.id}|{here}|{there}",
    )
