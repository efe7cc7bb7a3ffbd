"""A note is defined and never called.

Why: A note that nothing calls is not shown by most renderers: the source is lost to the reader, and the sentence that it
backed looks uncited.

Fails: `[^hotline]: Polaris Project. (2012).` in a document that has no `[^hotline]` in its text.

Where no note of a document is called, it is one finding at the first.

Passes: a note that a sentence, a heading or another note calls; a note whose mark bears a wrong name or number, or is glued
to a figure (the mark is reported).

Fix: Put the mark back where the note belongs, or delete the note.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Label, Severity
from dvht_lint.model import BlockKind, Document, Settings
from dvht_lint.rules.base import rule
from dvht_lint.rules.note_labels import glued_mark, meant_notes
from dvht_lint.text import MarkKind


@rule("DV009", "unused-note", on=Document, severity=Severity.WARNING)
def check(document: Document, settings: Settings) -> Iterator[Finding]:
    """Report each note whose label no mark of the document bears."""
    del settings
    called = {m.target for block in document.blocks for m in block.prose.marks if m.kind is MarkKind.NOTE}
    unused = [b for b in document.blocks if b.kind is BlockKind.NOTE and b.label not in called]
    # What a mark that leads nowhere meant is told at the mark, and once is enough.
    meant = [*meant_notes(document).values()] if unused else []
    glued = set(_glued_labels(document)) if unused else set()
    told = [note for note in unused if note not in meant and note.label not in glued]
    if not called and len(told) > 1:
        see = tuple(Label(document.path, note.span, "not called either") for note in told[1:])
        at = Label(document.path, told[0].span)
        yield Finding(f"nothing calls any of the {len(told)} notes", at=at, see=see, key=told[0].label)
        return
    for note in told:
        yield Finding(f"nothing calls the note '{note.label}'", at=Label(document.path, note.span), key=note.label)


def _glued_labels(document: Document) -> Iterator[str]:
    """The labels of notes whose marks are glued to figures."""
    for claim in document.claims:
        for quantity in claim.quantities if claim.free_notes else ():
            at = glued_mark(claim, quantity)
            if at is not None:
                yield at.cut(claim.prose.plain)
