"""Which note a mark that leads nowhere, or that is glued to a figure, was meant to call."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dvht_lint.model import Block, BlockKind, Claim, Document, Quantity, Role
from dvht_lint.text import MarkKind, Span

__all__ = ["defined_labels", "glued_mark", "meant_notes"]

_GLUED = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?\s?%)(?P<mark>\d{1,2})(?!\d)")
_SHORTEST_NAME = 3
"""Labels shorter than this are numbers and letters, of which every other is a near one."""


def defined_labels(document: Document) -> set[str]:
    """The labels that a mark can lead to: notes, and entries of a numbered list of references."""
    return {b.label for b in document.blocks if b.kind is BlockKind.NOTE or b.role is Role.SOURCE}


def glued_mark(claim: Claim, quantity: Quantity) -> Span | None:
    """Where in a claim's prose the digits of a note mark are glued to a malformed figure, if it is plain which they are."""
    glued = _GLUED.match(claim.prose.plain, quantity.span.start) if quantity.malformed else None
    return Span(*glued.span("mark")) if glued else None


def meant_notes(document: Document) -> Mapping[str, Block]:
    """For labels that lead nowhere, the note that nothing calls and that was meant.

    A name is meant by its spelling. Of numbers, where one leads nowhere and one note is not called, one is the other.
    """
    notes = {block.label: block for block in document.blocks if block.kind is BlockKind.NOTE}
    called = {m.target for block in document.blocks for m in block.prose.marks if m.kind is MarkKind.NOTE}
    lost = sorted(called - defined_labels(document))
    unused = {label: note for label, note in notes.items() if label not in called}
    if not lost or not unused:
        return {}
    from difflib import get_close_matches

    meant: dict[str, Block] = {}
    for label in lost:
        near = get_close_matches(label, sorted(unused), n=1, cutoff=0.7) if len(label) >= _SHORTEST_NAME else []
        if near:
            meant[label] = unused.pop(near[0])
    numbers = [label for label in lost if label.isdigit()], [label for label in unused if label.isdigit()]
    if all(len(labels) == 1 for labels in numbers):
        (label,), (number,) = numbers
        meant.setdefault(label, unused[number])
    return meant
