"""A rule or a reader of this program failed while it looked at your text.

Why: What crashed has said nothing about the text, and silence would look like approval. The other rules and
files are still checked; the run ends with status 2.

Fails: any text on which a rule, or the reading of a file, raises an error. The message names the rule and the error.

Passes: everything else; you should never see this.

Fix: It is a fault of the program: please report the rule, the message and, if you can, the sentence. Until it is
repaired, `ignore` the rule that is named, or exclude the file.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding
from dvht_lint.model import Document, Settings
from dvht_lint.rules.base import rule
from dvht_lint.rules.documents import reported


@rule("DV099", "rule-crashed", on=Document)
def check(document: Document, settings: Settings) -> Iterator[Finding]:
    """Report nothing of its own: the session reports the rules that raise, under this rule's code."""
    del settings
    return reported(document, "DV099")
