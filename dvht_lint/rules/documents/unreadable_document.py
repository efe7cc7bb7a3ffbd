"""A file that was to be checked could not be read.

Why: A check that silently leaves a file out is green while blind. The other files are still checked; the run ends
with status 2.

Fails: a path that does not exist, a folder without a document, a file without read permission, a `.md` file in
Latin-1 or a word processor's format under the wrong name, an image-only PDF.

Passes: every file that opens and is UTF-8 (or UTF-16 with its byte order mark).

Fix: Correct the path or the permission; save the file as UTF-8; list folders that hold no documents in `exclude`.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding
from dvht_lint.model import Document, Settings
from dvht_lint.rules.base import rule
from dvht_lint.rules.documents import reported


@rule("DV001", "unreadable-document", on=Document)
def check(document: Document, settings: Settings) -> Iterator[Finding]:
    """Report each reason why the file could not be read."""
    del settings
    return reported(document, "DV001")
