"""A note is called that the document does not hold.

Why: A mark that leads nowhere looks like a citation and is none. It is what remains when a paragraph is pasted into another
document without its notes.

Fails: "19,427 calls[^hotline]" without a `[^hotline]:` below; "calls [7]" above a reference list of five entries.

A note that nothing calls and that the mark surely meant is named beside it, and not told again.

Passes: a mark with its definition, a number with its entry in the list of references. Raised or bracketed numbers of a document
that numbers nothing are no calls of notes ("never [1]; daily [5]"), nor are the stars in a table's cells.

Fix: Add the note, or delete the mark.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Label
from dvht_lint.model import Block, BlockKind, Document, Settings
from dvht_lint.rules.base import rule
from dvht_lint.rules.note_labels import defined_labels, meant_notes
from dvht_lint.text import Mark, MarkKind

_QUOTING = frozenset({BlockKind.CELL, BlockKind.NOTE, BlockKind.QUOTE})
"""Where numbers in brackets are values, or those of the work that is quoted."""


@rule("DV008", "undefined-note", on=Document)
def check(document: Document, settings: Settings) -> Iterator[Finding]:
    """Report each call of a note that no note or numbered entry answers."""
    del settings
    marks = [(b, m) for b in document.blocks for m in b.prose.marks if m.kind is MarkKind.NOTE]
    defined = defined_labels(document) if marks else set()
    numbers = any(label.isdigit() for label in defined)
    lost = [
        (block, mark)
        for block, mark in marks
        if mark.target not in defined and (_is_sure(document, block, mark) or (numbers and block.kind not in _QUOTING))
    ]
    meant = meant_notes(document) if lost else {}
    for block, mark in lost:
        note = meant.get(mark.target)
        hint = f"; did you mean '{note.label}'?" if note else _hint(mark.target, defined)
        span = mark.source if mark.source is not None else block.prose.source(mark.span)
        see = (Label(document.path, note.span, "nothing calls this note"),) if note else ()
        yield Finding(
            f"there is no note '{mark.target}'{hint}", at=Label(document.path, span), see=see, key=mark.target
        )


def _is_sure(document: Document, block: Block, mark: Mark) -> bool:
    """Whether a mark calls a note by its form alone, `[^1]`; a number in brackets or a raised one may be anything."""
    span = mark.source if mark.source is not None else block.prose.source(mark.span)
    return span.cut(document.text.text).startswith("[^")


def _hint(label: str, defined: set[str]) -> str:
    """The label of another note, called or not, that is nearly the same; numbers are all near."""
    from difflib import get_close_matches

    near = get_close_matches(label, sorted(defined - {""}), n=1, cutoff=0.7) if len(label) > 2 else []
    return f"; did you mean '{near[0]}'?" if near else ""
