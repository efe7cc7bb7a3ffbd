"""A note is called that the document does not hold.

Why: A mark that leads nowhere looks like a citation and is none. It is what remains when a paragraph is pasted into another
document without its notes.

Fails: "19,427 calls[^hotline]" without a `[^hotline]:` below; "calls [7]" above a reference list of five entries.

Passes: a mark with its definition, a number with its entry in the list of references.

Fix: Add the note, or delete the mark.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Label
from dvht_lint.model import BlockKind, Document, Role, Settings
from dvht_lint.rules.base import rule
from dvht_lint.text import MarkKind


@rule("DV008", "undefined-note", on=Document)
def check(document: Document, settings: Settings) -> Iterator[Finding]:
    """Report each call of a note that no note or numbered entry answers."""
    del settings
    defined = {b.label for b in document.blocks if b.kind is BlockKind.NOTE or b.role is Role.SOURCE}
    for block in document.blocks:
        for mark in block.prose.marks:
            if mark.kind is not MarkKind.NOTE or mark.target in defined:
                continue
            hint = _hint(mark.target, defined) if len(mark.target) > 2 else ""
            span = mark.source if mark.source is not None else block.prose.source(mark.span)
            yield Finding(f"there is no note {mark.target!r}{hint}", at=Label(document.path, span), key=mark.target)


def _hint(label: str, defined: set[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(label, sorted(defined - {""}), n=1, cutoff=0.7)
    return f"; did you mean {near[0]!r}?" if near else ""
