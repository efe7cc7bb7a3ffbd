"""The `evidence` of a source names a file that is not there.

Why: Evidence is what a statement is checked against. Where the file is missing, quotations and figures pass without
anybody having looked.

Fails: `evidence: evidence/report-2012.pdf` where there is no such file beside the corpus.

Passes: a path relative to the corpus file that leads to a file; a source without `evidence`.

Fix: Put the file where the path says, correct the path, or take the key away and give a `quote` with a `locator`
instead. A web address belongs in `URL`.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding
from dvht_lint.model import Document, Settings
from dvht_lint.rules.base import rule
from dvht_lint.rules.documents import reported


@rule("DV010", "missing-evidence", on=Document)
def check(document: Document, settings: Settings) -> Iterator[Finding]:
    """Report each source whose evidence was not found."""
    del settings
    return reported(document, "DV010")
