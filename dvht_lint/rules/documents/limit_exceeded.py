"""A file is larger, or stands for more, than the limits allow, and was not checked.

Why: A file of a few lines can stand for billions of values, and a file of gigabytes is rarely a document. Both would
take the machine down with them. The other files are still checked; the run ends with status 2.

Fails: a file over `file-size-limit` (64 MB by default); YAML whose aliases stand for millions of values; brackets
nested a hundred deep; a file that takes longer to read than `time-limit` (300 seconds of the processor).

Passes: any file within the limits: reading takes time in proportion to its size.

Fix: Split the file, exclude it, or raise `file-size-limit` or `time-limit`; the archive form (`.jsonl`, `.parquet`) and
`dvht-lint scan` are made for large sets.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding
from dvht_lint.model import Document, Settings
from dvht_lint.rules.base import rule
from dvht_lint.rules.documents import reported


@rule("DV007", "limit-exceeded", on=Document)
def check(document: Document, settings: Settings) -> Iterator[Finding]:
    """Report each limit that the file exceeds."""
    del settings
    return reported(document, "DV007")
