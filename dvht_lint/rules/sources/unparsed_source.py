"""A citation could not be read.

Why: What cannot be read is not checked: not its age, not whether another place cites the same work otherwise. A
person may read it no better.

Fails: "Source: see our files", "Source: TBD", "Source: internal data".

Passes: any line with an author and a date, a title beside them, an address, a law or a case; what nothing rests on;
the writers' own work ("Authors' calculation"), a file of the project, "same".

Fix: Write it as "Author. (Year). *Title.* Place: Publisher.", or give it an entry in the corpus. The text is kept as
it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Severity
from dvht_lint.model import Settings, Work
from dvht_lint.rules.base import rule
from dvht_lint.rules.source_fields import at_field, is_cited

_OWN = re.compile(
    r"^(?:the )?authors?\b|^(?:our )?own\b|^our\b|\bauthors?['’]|^(?:the )?same\b|^(?:as )?above$|(?:^|[\w/-])\.(?:csv|tsv|xlsx?|json|md|parquet|py|r|sql|txt|ya?ml)\b",
    re.IGNORECASE,
)
"""The writers' own work, a file of the project, the source named before."""
_SHOWN = 80
"""Characters of a citation that a message gives."""


@rule("DV312", "unparsed-source", on=Work, severity=Severity.WARNING)
def check(work: Work, settings: Settings) -> Iterator[Finding]:
    """Report each citation that gave no fields to speak of, where something rests on it."""
    del settings
    for source in work.sources if is_cited(work) else ():
        if not source.parsed and not _OWN.search(source.text):
            shown = source.text if len(source.text) <= _SHOWN else source.text[: _SHOWN - 3] + "…"
            yield Finding(f"this citation could not be read: {shown!r}", at=at_field(source), source=source.id)
