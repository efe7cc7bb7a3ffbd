"""A citation could not be read.

Why: What cannot be read is not checked: not its age, not whether another place cites the same work otherwise. A
person may read it no better.

Fails: "Source: see our files", "Source: TBD", "Source: internal data".

Passes: any line with an author and a date, a title beside them, an address, a law or a case.

Fix: Write it as "Author. (Year). *Title.* Place: Publisher.", or give it an entry in the corpus. The text is kept as
it stands.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Severity
from dvht_lint.model import Settings, Source
from dvht_lint.rules.base import rule
from dvht_lint.rules.source_fields import at_field


@rule("DV312", "unparsed-source", on=Source, severity=Severity.WARNING)
def check(source: Source, settings: Settings) -> Iterator[Finding]:
    """Report a citation that gave no fields to speak of."""
    del settings
    if not source.parsed:
        shown = source.text if len(source.text) <= 80 else source.text[:77] + "…"
        yield Finding(f"this citation could not be read: {shown!r}", at=at_field(source), source=source.id)
