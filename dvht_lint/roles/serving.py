"""Which `Source:` line serves which block.

A line serves the block right before it. It serves the whole of a tight list, or of a table, that it closes. It
never reaches back over a bullet that stands alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from dvht_lint.model import Block, BlockKind
from dvht_lint.roles.sourcelines import INLINE, is_source_cell, is_source_line

__all__ = ["is_line", "item_ranges", "served"]


def is_line(block: Block) -> bool:
    """Whether a block is a `Source:` line (and not a bibliography entry or a note)."""
    return block.marker == INLINE or is_source_line(block.prose.plain) or is_source_cell(block)


def served(blocks: Sequence[Block], lines: Sequence[bool]) -> dict[int, tuple[int, ...]]:
    """For each block that is served, the indices of the `Source:` lines that serve it, in order.

    `lines` says of each block whether it is a `Source:` line. The first paragraph of an item stands for the item.
    """
    serving: dict[int, list[int]] = {}
    reach = _Reach(blocks, lines, item_ranges(blocks))
    text, taken = -1, 0  # the last block that is no line; the last line before it, behind which nothing is reached
    for index, is_source in enumerate(lines):
        if not is_source:
            taken = index - 1 if index and lines[index - 1] else taken
            text = index
        elif text >= 0:
            for target in reach.targets(text, index, taken):
                serving.setdefault(target, []).append(index)
    return {target: tuple(sources) for target, sources in serving.items()}


def item_ranges(blocks: Sequence[Block]) -> list[range]:
    """For each block, the blocks of the item it belongs to: its first paragraph and those that continue it."""
    ranges: list[range] = []
    start = 0
    for index in range(len(blocks) + 1):
        if index == len(blocks) or not _continues(blocks, index):
            ranges.extend([range(start, index)] * (index - start))
            start = index
    return ranges


def _continues(blocks: Sequence[Block], index: int) -> bool:
    """Whether a block is a further paragraph of the item that the block before it belongs to."""
    block = blocks[index]
    return bool(
        index and block.group and block.kind is BlockKind.PARAGRAPH and blocks[index - 1].group == block.group
    ) and blocks[index - 1].kind in {BlockKind.ITEM, BlockKind.PARAGRAPH}


class _Reach:
    """How far back `Source:` lines reach."""

    def __init__(self, blocks: Sequence[Block], lines: Sequence[bool], items: Sequence[range]) -> None:
        self._blocks = blocks
        self._lines = lines
        self._items = items
        self._after = [len(blocks)] * len(blocks)  # the next block that is no line
        for index in range(len(blocks) - 2, -1, -1):
            self._after[index] = self._after[index + 1] if lines[index + 1] else index + 1

    def targets(self, before: int, index: int, taken: int) -> Sequence[int]:
        """What the line `index` serves; `before` is the last block above it that is no line."""
        blocks = self._blocks
        block = blocks[before]
        if block.kind in {BlockKind.HEADING, BlockKind.NOTE, BlockKind.CODE}:
            return ()
        anchor = self._items[before].start
        if blocks[index].marker == INLINE:
            return (anchor,)
        if block.kind in {BlockKind.CELL, BlockKind.QUOTE}:
            first = before
            if is_source_cell(blocks[index]):
                return [i for i in self._row(before, taken) if blocks[i].level == blocks[index].level]
            while first > taken and blocks[first - 1].kind is block.kind and blocks[first - 1].group == block.group:
                first -= 1
            return range(first, before + 1)
        if blocks[anchor].kind is not BlockKind.ITEM or not self._closes_list(index, anchor):
            return (anchor,)
        return self._tight_list(anchor)

    def _row(self, before: int, taken: int) -> range:
        """The cells of the row that ends with the cell `before`."""
        first = before
        cell = self._blocks[before]
        while first > taken and (self._blocks[first - 1].group, self._blocks[first - 1].level) == (
            cell.group,
            cell.level,
        ):
            first -= 1
        return range(first, before + 1)

    def _closes_list(self, index: int, anchor: int) -> bool:
        """Whether no bullet of the list follows the line, nor is the line a bullet below the one it serves."""
        source, item = self._blocks[index], self._blocks[anchor]
        if source.kind is BlockKind.ITEM and source.level > item.level:
            return False
        after = self._after[index]
        return after >= len(self._blocks) or not _same_list(item, self._blocks[after])

    def _tight_list(self, anchor: int) -> list[int]:
        """The bullets of the tight list that ends with the bullet `anchor`, back to the last `Source:` line."""
        targets = [anchor]
        index = anchor
        while index > 0 and self._blocks[index].tight and not self._lines[index - 1]:
            above = self._items[index - 1].start
            item, last = self._blocks[above], self._blocks[index]
            same = item.level != last.level or _same_list(item, last)
            if item.kind is not BlockKind.ITEM or not item.tight or not same:
                break
            targets.append(above)
            index = above
        return targets[::-1]


def _same_list(item: Block, other: Block) -> bool:
    return bool(item.group) and other.group == item.group
