"""A file breaks the grammar of its format, and none of it, or a row of it, could be checked.

Why: What cannot be parsed cannot be checked, and a tool that guesses checks something that nobody wrote. The other
files are still checked; the run ends with status 2.

Fails: YAML with a tab for indentation or a `: ` inside an unquoted text; JSON with a comma before `}`; a damaged
Word document; a line of a `.jsonl` file that is no JSON.

Passes: files that their own format's tools open.

Fix: The message says what stands there and what was expected. In YAML, put texts with colons or quotes inside in
quotes, or write them as a block under `text: >-`.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding
from dvht_lint.model import Document, Settings
from dvht_lint.rules.base import rule
from dvht_lint.rules.documents import reported


@rule("DV002", "invalid-syntax", on=Document)
def check(document: Document, settings: Settings) -> Iterator[Finding]:
    """Report each place where the format's grammar is broken."""
    del settings
    return reported(document, "DV002")
