"""A note is defined and never called.

Why: A note that nothing calls is not shown by most renderers: the source is lost to the reader, and the sentence that it
backed looks uncited.

Fails: `[^hotline]: Polaris Project. (2012).` in a document that has no `[^hotline]` in its text.

Passes: a note that a sentence, a heading or another note calls; a note whose mark is misspelt (the mark is reported).

Fix: Put the mark back where the note belongs, or delete the note.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Label, Severity
from dvht_lint.model import BlockKind, Document, Settings
from dvht_lint.rules.base import rule
from dvht_lint.text import MarkKind


@rule("DV009", "unused-note", on=Document, severity=Severity.WARNING)
def check(document: Document, settings: Settings) -> Iterator[Finding]:
    """Report each note whose label no mark of the document bears."""
    del settings
    notes = [block for block in document.blocks if block.kind is BlockKind.NOTE]
    if not notes:
        return
    called = {m.target for block in document.blocks for m in block.prose.marks if m.kind is MarkKind.NOTE}
    undefined = called - {note.label for note in notes}
    for note in notes:
        if note.label not in called and not _is_meant(note.label, undefined):
            yield Finding(f"nothing calls the note {note.label!r}", at=Label(document.path, note.span), key=note.label)


def _is_meant(label: str, undefined: set[str]) -> bool:
    """Whether a mark that leads nowhere is this label misspelt: then the mark is reported, and once is enough."""
    from difflib import get_close_matches

    return len(label) > 2 and bool(get_close_matches(label, undefined, n=1, cutoff=0.7))
