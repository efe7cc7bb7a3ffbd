"""Two entries of the corpus or bibliography stand for one work.

Why: What is known of the work (its evidence, its date of review, that it was superseded) is kept twice and comes
apart, and nobody sees how much rests on it.

Fails: `polaris-2012` and `polaris-annual` with the same author, title and year; one work in a `.bib` file and in the
corpus under two ids.

Passes: two editions, a conference paper and its journal version, the same report of two years. Entries that
contradict each other are DV301, not this.

Fix: Keep one entry and let the others' statements cite it.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Severity
from dvht_lint.model import Settings, Work
from dvht_lint.rules.base import rule
from dvht_lint.rules.source_fields import at_field, others


@rule("DV306", "duplicate-source", on=Work, severity=Severity.WARNING)
def check(work: Work, settings: Settings) -> Iterator[Finding]:
    """Report every entry after the first that contradicts none."""
    del settings
    if not work.duplicates:
        return
    agreeing = [s for i, s in enumerate(work.sources) if s.explicit_id and i not in work.deviations]
    if not agreeing:
        return
    first = agreeing[0]
    seen = {first.id}
    for source in agreeing:
        if source.id in seen:
            continue
        seen.add(source.id)
        yield Finding(
            f"{source.id!r} is the same work as {first.id!r}: {first.label}",
            at=at_field(source, "title"),
            see=others(work, source),
            source=source.id,
            key=first.id,
        )
