"""Tables: one block of caption, header, rows and source line, whatever the format."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dvht_lint.records import record
from dvht_lint.text import Prose, Span

__all__ = ["Cell", "Table", "Value"]


@record(frozen=True, slots=True)
class Cell:
    """A cell of a table; `row` is 0 for the header and counts from 1 below it, `column` counts from 0.

    `block` is the first of the document's blocks that it is made of.
    """

    row: int
    column: int
    prose: Prose
    span: Span
    block: int


class Value(NamedTuple):
    """A cell with the labels that say what it is the value of; a label is None where there is none."""

    cell: Cell
    row: Prose | None
    column: Prose | None


@record(frozen=True, slots=True)
class Table:
    """A table of a document: `document.tables` holds them in order, empty cells left out.

    `table.caption` and `table.source` are None where there is none; `table.header` holds the cells of the header row,
    `table.rows` those of the others, row by row. `table.at(row, column)` is one cell; `table.values()` gives every cell that
    is no label, each with the labels of its row and its column:

        for cell, row, column in table.values():
            cell.prose, row.plain, column.plain       # "62%", "North", "Rise in rents"
    """

    number: int
    """What its blocks have for a `group`."""
    span: Span
    header: tuple[Cell, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    caption: Prose | None = None
    source: Prose | None = None
    heading: str = ""

    def at(self, row: int, column: int) -> Cell | None:
        """The cell of a row and column; row 0 is the header."""
        cells = next((cells for cells in (self.header, *self.rows) if cells and cells[0].row == row), ())
        return next((cell for cell in cells if cell.column == column), None)

    def row_label(self, cell: Cell) -> Prose | None:
        """What the first column says of a cell's row."""
        first = self.at(cell.row, 0)
        return first.prose if first is not None and cell.column else None

    def column_label(self, cell: Cell) -> Prose | None:
        """What the header says of a cell's column."""
        return next((head.prose for head in self.header if head.column == cell.column), None)

    def values(self) -> Iterator[Value]:
        """Every cell below the header that is no row label; of a table of one column, every cell below the header."""
        alone = all(cell.column == 0 for row in self.rows for cell in row)
        labels = {head.column: head.prose for head in self.header}
        for row in self.rows:
            first = row[0].prose if row and not row[0].column and not alone else None
            for cell in row:
                if cell.column or alone:
                    yield Value(cell, first, labels.get(cell.column))
