"""A claim gives a statistic that nothing backs.

Why: A figure without a source cannot be checked, and is the first thing that an opponent or a reporter asks about.
Numbers that lost their source are repeated for decades after the study behind them was withdrawn.

Fails: "One in three callers was a minor." in a document whose reference half has no such statement, and with neither
a note nor a link nor a `Source:` line of its own.

Passes: the same sentence with `[^1]`, `[@key]`, a link or a `Source:` line; a sentence that restates a statement, even
with another figure (then the figure itself is reported); telephone numbers, dates, ages, laws and steps, which are
not statistics.

Fix: Add the statement with its `Source:` line to the references, or cite the source where the figure stands.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding
from dvht_lint.model import Settings, Uncited
from dvht_lint.rules.base import place, rule


@rule("DV101", "uncited-statistic", on=Uncited)
def check(uncited: Uncited, settings: Settings) -> Iterator[Finding]:
    """Report the first statistic of the claim; the others are named beside it."""
    del settings
    claim = uncited.claim
    figures = [quantity for quantity in claim.quantities if quantity.is_statistic]
    if figures:
        others = "".join(f", nor {figure.text!r}" for figure in figures[1:])
        yield Finding(
            f"no statement or citation backs {figures[0].text!r}{others}",
            at=place(claim, figures[0].span),
            see=tuple(place(claim, figure.span, "not backed either") for figure in figures[1:]),
            claim=claim.id,
        )
