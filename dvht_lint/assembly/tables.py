"""The tables of a document, put together from their cells and from the lines beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from dvht_lint.assembly.captions import Captions
from dvht_lint.model import Block, BlockKind, Cell, Role, Table
from dvht_lint.roles.sourcelines import is_source_line
from dvht_lint.text import Prose, Span

__all__ = ["tables_of"]

_BESIDE = 3
"""How many blocks below a table its source line may stand, behind notes and a caption."""
_REMARK = re.compile(r"(?:\W{0,3}(?:notes?|adapted|data|table|figure)\b|:)", re.IGNORECASE)


def tables_of(blocks: Sequence[Block]) -> Iterator[Table]:
    """The tables, in the order of the document; the blocks must have their roles."""
    captions = Captions(blocks)
    seen: set[int] = set()
    for index, block in enumerate(blocks):
        if block.kind is not BlockKind.CELL or block.group in seen:
            continue
        seen.add(block.group)
        stop = index
        while stop < len(blocks) and (blocks[stop].group == block.group or blocks[stop].kind is BlockKind.CELL):
            stop += 1
        cells = list(_cells(blocks, [i for i in range(index, stop) if blocks[i].group == block.group]))
        rows = [tuple(row) for _, row in groupby(cells, key=lambda cell: cell.row)]
        yield Table(
            block.group,
            Span(cells[0].span.start, cells[-1].span.end),
            header=next((row for row in rows if not row[0].row), ()),
            rows=tuple(row for row in rows if row[0].row),
            caption=captions.of(index),
            source=_source(blocks, index, stop),
            heading=block.heading,
        )


def _cells(blocks: Sequence[Block], members: Sequence[int]) -> Iterator[Cell]:
    """The cells among some blocks; the paragraphs of one cell are one."""
    inside = [index for index in members if blocks[index].kind is BlockKind.CELL]
    for (row, column), group in groupby(inside, key=lambda index: (blocks[index].level, blocks[index].column)):
        parts = list(group)
        prose = Prose.join([blocks[index].prose for index in parts]) if len(parts) > 1 else blocks[parts[0]].prose
        yield Cell(row, column, prose, Span(blocks[parts[0]].span.start, blocks[parts[-1]].span.end), parts[0])


def _source(blocks: Sequence[Block], start: int, stop: int) -> Prose | None:
    """The source line of a table: right above it, or below it behind its caption and notes."""
    for block in blocks[stop : stop + _BESIDE]:
        if block.role is Role.SOURCE and block.kind is not BlockKind.NOTE:
            return block.prose
        if is_source_line(block.prose.plain):
            return block.prose
        if block.kind is not BlockKind.PARAGRAPH or not _REMARK.match(block.prose.plain):
            break
    above = blocks[start - 1] if start else None
    if above is not None and above.kind is BlockKind.PARAGRAPH and above.role is Role.SOURCE:
        return above.prose
    return None
