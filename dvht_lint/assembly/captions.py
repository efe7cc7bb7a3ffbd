"""The caption of a table: what all its rows are about, when and of whom."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dvht_lint.model import Block, BlockKind, Role
from dvht_lint.roles.cues import CAPTION_MARK, TABLE_LABEL
from dvht_lint.text import Prose, Span

__all__ = ["Captions"]

_MOST_WORDS = 30
_ATTRIBUTES = re.compile(r"\s*\{[^{}]*\}$")
"""What a Pandoc caption may end with: `{#tbl-filings .striped}`."""


class Captions:
    """The captions of a document's tables, by the number of the table."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        """Look at nothing yet: most documents have no table."""
        self._blocks = blocks
        self._found: dict[int, Prose | None] = {}

    def of(self, index: int) -> Prose | None:
        """The caption of the table that a cell belongs to, without its label and end; None where there is none.

        It stands inside the table (HTML), right above it as a lead or heading, or right below it with a label ("Table 2").
        """
        group = self._blocks[index].group
        if group not in self._found:
            self._found[group] = self._caption(index, group)
        return self._found[group]

    def _caption(self, index: int, group: int) -> Prose | None:
        start = stop = index
        while start > 0 and self._blocks[start - 1].group == group:
            start -= 1
        while stop < len(self._blocks) and self._blocks[stop].group == group:
            stop += 1
        inside = [i for i in range(start, stop) if self._blocks[i].kind is BlockKind.PARAGRAPH]
        beside = [i for i in (start - 1, stop) if 0 <= i < len(self._blocks) and self._is_caption(i, below=i == stop)]
        return next((bare for i in (*inside, *beside) if (bare := _bare(self._blocks[i].prose)) is not None), None)

    def _is_caption(self, index: int, *, below: bool) -> bool:
        block = self._blocks[index]
        if block.role not in {Role.LEAD, Role.HEADING} or block.kind not in {BlockKind.PARAGRAPH, BlockKind.HEADING}:
            return False
        return not below or _label(block.prose.plain) > 0


def _bare(caption: Prose) -> Prose | None:
    plain = caption.plain
    start, end = _label(plain), len(_ATTRIBUTES.sub("", plain).rstrip(" \t\n\xa0.:"))
    if start >= end or len(plain.split()) > _MOST_WORDS:
        return None
    return caption.slice(Span(start, end)).strip()


def _label(plain: str) -> int:
    """Where the label ends that opens a caption: "Table 2. ", ": "; 0 where there is none."""
    label = TABLE_LABEL.match(plain) or CAPTION_MARK.match(plain)
    return label.end() if label else 0
