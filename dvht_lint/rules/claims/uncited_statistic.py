"""A claim gives a statistic that nothing backs.

Why: A figure without a source cannot be checked, and is the first thing that an opponent or a reporter asks about.
Numbers that lost their source are repeated for decades after the study behind them was withdrawn.

Fails: "One in three callers was a minor." in a document whose reference half has no such statement, and with neither
a note nor a link nor a `Source:` line of its own.

Passes: the same sentence with `[^1]`, `[@key]`, a link or a `Source:` line; a sentence that goes on about the same thing
beside one that is backed, or continues the lead of a list that is; one that names whose figure it is ("according to the
Census Bureau"); a sentence that restates a statement, even with another figure (then the figure itself is reported).
Figures that are no measured values about the world: telephone numbers, dates, ages, laws, steps, small counts and prices;
goals, proposals, thresholds, conditions and examples; quotations; what the writer did, and what stands under a heading such
as "Methods" or "Results" or points at a table or figure of the page; the cells of a table.

A document that cites nothing at all gets one warning, at its first statistic, that counts them. `coverage = "all"` asks for
each of them, `coverage = "off"` for none.

Fix: Add the statement with its `Source:` line to the references, or cite the source where the figure stands.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Severity
from dvht_lint.model import Settings, Uncited
from dvht_lint.rules.base import place, rule


@rule("DV101", "uncited-statistic", on=Uncited)
def check(uncited: Uncited, settings: Settings) -> Iterator[Finding]:
    """Report the first statistic of the claim; the others are named beside it."""
    del settings
    claim = uncited.claim
    figures = claim.measured
    if not figures:
        return
    others = "".join(f", nor {figure.text!r}" for figure in figures[1:])
    more = len(uncited.others)
    further = f", nor the statistics of {more} more sentence{'s' if more > 1 else ''}" if more else ""
    nowhere = "" if uncited.cites else "; the document cites no source at all"
    yield Finding(
        f"no statement or citation backs {figures[0].text!r}{others}{further}{nowhere}",
        at=place(claim, figures[0].span),
        see=(
            *(place(claim, figure.span, "not backed either") for figure in figures[1:]),
            *(place(other, other.measured[0].span, "not backed either") for other in uncited.others),
        ),
        severity=None if uncited.cites else Severity.WARNING,
        claim=claim.id,
    )
