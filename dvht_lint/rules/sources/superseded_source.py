"""A work is still cited that its own entry says has been replaced.

Why: A newer edition or corrected count takes the place of the old one; what rests on the old one has to be read
again, not just re-cited.

Fails: a corpus entry with `superseded-by: gtip-2024` on which statements still rest.

Passes: an entry without `superseded-by`.

Fix: Read the newer work, correct the statements, and cite it instead. Keep the old entry only while something rests
on it.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Label, Severity
from dvht_lint.model import Settings, Work
from dvht_lint.rules.base import rule
from dvht_lint.rules.source_fields import at_field, others


@rule("DV304", "superseded-source", on=Work, severity=Severity.WARNING)
def check(work: Work, settings: Settings) -> Iterator[Finding]:
    """Report a work once, at the entry that names its successor."""
    del settings
    source = next((s for s in work.sources if s.fields.get("superseded-by")), None)
    if source is None:
        return
    resting = tuple(Label(s.document, s.span, "rests on it", s.id) for s in work.statements)
    count = (
        f"; {len(resting)} statement{'s' * (len(resting) != 1)} rest{'s' * (len(resting) == 1)} on it"
        if resting
        else ""
    )
    yield Finding(
        f"{source.label} has been superseded by {source.shown('superseded-by')}{count}",
        at=at_field(source, "superseded-by", "title"),
        see=resting + others(work, source),
        source=source.id,
        key=source.shown("superseded-by"),
    )
