"""A corpus or pairs file holds something that its schema does not know: a wrong key, a wrong type, a missing key.

Why: A misspelt key is a key that is not there. `statments:` leaves every claim without its statement, and nothing else
in the file looks wrong.

Fails: an unknown key (with a suggestion where it is near a known one, or where another program calls it so: `year`
for `issued`), a claim without `text`, `reviewed: soon`, a source's `type` that CSL does not have, `version: 2`, a
second YAML document in one file.

Passes: every file that `dvht-lint schema corpus` describes; sources take all variables of CSL-JSON.

Fix: Write the key that is suggested. Editors that know the schema say the same while you type: put
`# yaml-language-server: $schema=…/schemas/corpus.schema.json` into the first line.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding
from dvht_lint.model import Document, Settings
from dvht_lint.rules.base import rule
from dvht_lint.rules.documents import reported


@rule("DV003", "schema-violation", on=Document)
def check(document: Document, settings: Settings) -> Iterator[Finding]:
    """Report each key, type and value that the schema does not allow."""
    del settings
    return reported(document, "DV003")
