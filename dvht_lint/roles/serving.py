"""Which `Source:` line serves which block.

A line serves the block right before it. It serves the whole of a tight list, or of a table, that it closes. It
never reaches back over a bullet that stands alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from dvht_lint.model import Block, BlockKind
from dvht_lint.roles.sourcelines import INLINE, is_source_line

__all__ = ["is_line", "members", "served"]


def is_line(block: Block) -> bool:
    """Whether a block is a `Source:` line (and not a bibliography entry or a note)."""
    return block.marker == INLINE or is_source_line(block.prose.plain)


def served(blocks: Sequence[Block], lines: Sequence[bool]) -> dict[int, tuple[int, ...]]:
    """For each block that is served, the indices of the `Source:` lines that serve it, in order.

    `lines` says of each block whether it is a `Source:` line. The first paragraph of an item stands for the item.
    """
    serving: dict[int, list[int]] = {}
    taken = 0  # where the last Source: line stood; nothing before it is reached from a later line
    for index, is_source in enumerate(lines):
        if not is_source:
            continue
        before = index - 1
        while before >= 0 and lines[before]:
            before -= 1
        for target in _targets(blocks, lines, before, index, taken) if before >= 0 else ():
            serving.setdefault(target, []).append(index)
        if index + 1 >= len(lines) or not lines[index + 1]:
            taken = index
    return {target: tuple(sources) for target, sources in serving.items()}


def members(blocks: Sequence[Block], index: int) -> range:
    """The blocks of the item that block `index` belongs to: its first paragraph and those that continue it."""
    block = blocks[index]
    if not block.group or block.kind not in {BlockKind.ITEM, BlockKind.PARAGRAPH}:
        return range(index, index + 1)
    start = index
    while start > 0 and blocks[start].kind is not BlockKind.ITEM and blocks[start - 1].group == block.group:
        start -= 1
    end = index + 1
    while end < len(blocks) and blocks[end].kind is BlockKind.PARAGRAPH and blocks[end].group == block.group:
        end += 1
    return range(start, end)


def _targets(blocks: Sequence[Block], lines: Sequence[bool], before: int, index: int, taken: int) -> Sequence[int]:
    block = blocks[before]
    if block.kind in {BlockKind.HEADING, BlockKind.NOTE, BlockKind.CODE}:
        return ()
    if blocks[index].marker == INLINE:
        return (members(blocks, before).start,)
    if block.kind in {BlockKind.CELL, BlockKind.QUOTE}:
        first = before
        while first > taken and blocks[first - 1].kind is block.kind and blocks[first - 1].group == block.group:
            first -= 1
        return range(first, before + 1)
    anchor = members(blocks, before).start
    if blocks[anchor].kind is not BlockKind.ITEM or not _closes_list(blocks, lines, index, anchor):
        return (anchor,)
    return _tight_list(blocks, lines, anchor)


def _closes_list(blocks: Sequence[Block], lines: Sequence[bool], index: int, anchor: int) -> bool:
    """Whether no bullet of the list follows the line, nor is the line a bullet below the one it serves."""
    source, item = blocks[index], blocks[anchor]
    if source.kind is BlockKind.ITEM and source.level > item.level:
        return False
    after = index + 1
    while after < len(blocks) and lines[after]:
        after += 1
    return after >= len(blocks) or not _same_list(item, blocks[after])


def _same_list(item: Block, other: Block) -> bool:
    return bool(item.group) and other.group == item.group


def _tight_list(blocks: Sequence[Block], lines: Sequence[bool], anchor: int) -> list[int]:
    """The bullets of the tight list that ends with the bullet `anchor`, back to the last `Source:` line."""
    targets = [anchor]
    index = anchor
    while index > 0 and blocks[index].tight and not lines[index - 1]:
        above = members(blocks, index - 1).start
        item = blocks[above]
        nested = item.level != blocks[index].level
        if item.kind is not BlockKind.ITEM or not item.tight or not (nested or _same_list(item, blocks[index])):
            break
        targets.append(above)
        index = above
    return targets[::-1]
