"""Pandoc's grid tables: rules of `+---+`, cells between `|`, the header closed by `+===+`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dvht_lint.model import BlockKind, Role
from dvht_lint.readers.inline import Inline
from dvht_lint.readers.leaves import Leaf
from dvht_lint.text import Span

__all__ = ["GRID", "grid_cells"]

GRID = re.compile(r"\+(?:[-=:]{3,}\+)+[ \t]*$", re.MULTILINE)
"""A rule of a grid table."""


def grid_cells(file: str, span: Span, group: int) -> Iterator[Leaf]:
    """The cells of the table that stands at a span of the file, row by row; the lines of one cell are one text."""
    columns: dict[int, Leaf] = {}
    head = any(line.lstrip().startswith("+=") for line in span.cut(file).splitlines())
    at = span.start
    row = 0 if head else 1
    for line in span.cut(file).splitlines(keepends=True):
        if GRID.match(line.strip()):
            yield from _closed(columns)
            row += bool(columns)
            columns = {}
        else:
            _add(file, line, at, columns, (row, group))
        at += len(line)
    yield from _closed(columns)


def _closed(columns: dict[int, Leaf]) -> Iterator[Leaf]:
    for column in sorted(columns):
        yield columns[column]


def _add(file: str, line: str, at: int, columns: dict[int, Leaf], place: tuple[int, int]) -> None:
    """Add one line of text to the cells of the row that it stands in."""
    row, group = place
    start = line.find("|") + 1
    for column, part in enumerate(line[start:].rstrip().split("|")[:-1]):
        text = part.strip()
        if text:
            begin = at + start + part.index(text)
            where = Span(begin, begin + len(text))
            leaf = columns.get(column)
            if leaf is None:
                leaf = columns[column] = Leaf(
                    BlockKind.CELL, Inline(file), where.start, where.end, level=row, group=group
                )
                leaf.column, leaf.role = column, Role.CLAIM if row else Role.HEADING
            else:
                leaf.inline.space(Span(leaf.end, begin))
            leaf.inline.leaf(text, where)
            leaf.end = where.end
        start += len(part) + 1
