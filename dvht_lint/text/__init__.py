"""Text that knows its way back to the file it was read from.

`SourceText` is a file as decoded; `Prose` is the plain text of one block or sentence in which every
character keeps the place it came from, so that no later stage has to search the file for a text it
already had.
"""

from __future__ import annotations

from dvht_lint.text.prose import Mark, MarkKind, Piece, Prose, ProseBuilder
from dvht_lint.text.source import Place, SourceText
from dvht_lint.text.span import Span

__all__ = [
    "Mark",
    "MarkKind",
    "Piece",
    "Place",
    "Prose",
    "ProseBuilder",
    "SourceText",
    "Span",
]
