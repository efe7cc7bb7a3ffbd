"""The stem of a list: "In 2011 the hotline:", which each bullet below it continues."""

from __future__ import annotations

from collections.abc import Sequence

from dvht_lint.model import Block, BlockKind, Role
from dvht_lint.text import Prose, Span

__all__ = ["Stems", "prose_of"]


class Stems:
    """The stem above each block, for blocks that are asked for in their order."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        """Start above the first block."""
        self._blocks = blocks
        self._stem: Block | None = None
        self._at = -1

    def open(self, index: int) -> None:
        """Take a block for the stem of the bullets that follow it."""
        self._stem, self._at = self._blocks[index], index

    def above(self, index: int) -> Block | None:
        """The stem that a bullet continues. A source between two bullets does not end a list, any other block does."""
        if self._stem is None or self._blocks[index].kind is not BlockKind.ITEM:
            return None
        before = self._blocks[index - 1]
        if index != self._at + 1 and before.kind is not BlockKind.ITEM and before.role is not Role.SOURCE:
            self._stem = None
        return self._stem


def prose_of(stem: Block | None) -> Prose | None:
    """The words of a stem without its colon; None for one that states something by itself."""
    if stem is None or stem.role not in {Role.LEAD, Role.HEADING}:
        return None
    plain = stem.prose.plain.rstrip()
    return stem.prose.slice(Span(0, len(plain) - 1)).strip() if plain.endswith(":") else None
