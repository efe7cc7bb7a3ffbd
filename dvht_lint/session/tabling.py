"""A page's sentences beside its own tables: the cell that a figure of the text restates, by row and column.

A figure is held against a cell only where its clause names one row, its sentence one column, and both are of one unit. It is
no other where the table has it in that row or column, or where it follows from the cell and its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from math import isclose

from dvht_lint.comparison.figures.profile import stems_of
from dvht_lint.comparison.figures.relation import relate
from dvht_lint.model import (
    Claim,
    Comparison,
    Document,
    Edge,
    Edit,
    Harm,
    Kind,
    Quantity,
    Reason,
    RepeatedClaim,
    Table,
    Value,
)
from dvht_lint.records import record
from dvht_lint.session.figures import read_figures
from dvht_lint.text import Span

__all__ = ["against_tables"]

_BORDER = re.compile(r"[;:()—–]|,\s|\s(?:while|whereas|but|and|compared|versus|vs)\s")
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d{2}(?!\d)")
_SHARE = re.compile(r"%|\b(?:per ?cent|percentage|share|proportion)\b", re.IGNORECASE)
_SCALES = (
    (re.compile(r"\b(?:millions?|mn)\b|\$m\b", re.IGNORECASE), 1e6),
    (re.compile(r"\bthousands?\b|\b000s\b|['’]000", re.IGNORECASE), 1e3),
)
_TOTALS = frozenset({"total", "all", "overall", "sum"})
_LEVELS = frozenset({Reason.NUMBER, Reason.RANGE, Reason.ROUNDING, Reason.PRECISION})
_FARTHEST = 10.0
"""How many times a count may be another before it is of another thing."""
_NAMED = 0.6
"""The share of a column's label that a sentence must have."""
_SHORT_ROW = 12
_MOST_CELLS = 2000
"""A longer table is a data set, of which no sentence restates a cell by chance."""


@record(frozen=True, slots=True)
class _Cell:
    """A value of a table with the words and years of its labels."""

    value: Value
    figure: Quantity
    row: frozenset[str]
    column: frozenset[str]
    years: frozenset[str]


def against_tables(document: Document) -> Iterator[RepeatedClaim]:
    """Each sentence whose figure is not that of the cell which it names, beside the cell."""
    tables = [cells for table in document.tables if (cells := _cells(table, document.language))]
    if not tables:
        return
    for claim in document.claims:
        if claim.tabular or not any(q.is_statistic for q in claim.quantities):
            continue
        for index, q in enumerate(claim.quantities):
            if not q.is_statistic or q.malformed or q.per or q.kind in {Kind.DURATION, Kind.MULTIPLE}:
                continue
            found = [cell for cells in tables if (cell := _meant(claim, index, cells)) is not None]
            if len(found) == 1:
                yield _told(claim, q, found[0])
                break


def _told(claim: Claim, q: Quantity, cell: _Cell) -> RepeatedClaim:
    prose = cell.value.cell.prose
    there = Claim(
        "",
        prose,
        cell.value.cell.span,
        claim.document,
        block=cell.value.cell.block,
        tabular=True,
        quantities=(cell.figure,),
    )
    edit = Edit(Reason.NUMBER, q.span, cell.figure.span, "The table gives another figure.", confidence=0.85)
    return RepeatedClaim((there,), (Comparison(Edge.CLAIM_CLAIM, claim, there, (edit,)),))


def _cells(table: Table, language: str) -> tuple[_Cell, ...]:
    found: list[_Cell] = []
    caption = table.caption.plain if table.caption else ""
    for value in table.values():
        if len(found) > _MOST_CELLS:
            return ()
        figures = [q for q in read_figures(value.cell.prose.plain, language) if q.is_statistic]
        bare = re.sub(r"[\d.,\s%$€£~+−–-]|million|billion|percent|per cent", "", value.cell.prose.plain)
        if len(figures) != 1 or len(bare) > 2:
            continue
        row, column = (label.plain if label else "" for label in (value.row, value.column))
        figure = _in_unit(figures[0], f"{column} {row} {caption}")
        years = frozenset(_YEAR.findall(f"{row} {column}")) or frozenset(_YEAR.findall(caption))
        found.append(_Cell(value, figure, stems_of(row) or frozenset(_YEAR.findall(row)), stems_of(column), years))
    return tuple(found)


def _in_unit(q: Quantity, labels: str) -> Quantity:
    """The figure of a cell with the unit that its labels give it."""
    if q.kind is not Kind.NUMBER:
        return q
    if _SHARE.search(labels):
        return replace(q, kind=Kind.PERCENT, dimension="share", unit="%")
    factor = next((factor for pattern, factor in _SCALES if pattern.search(labels)), 1.0)
    return replace(
        q, low=q.low * factor, high=q.high * factor, value_low=q.value_low * factor, value_high=q.value_high * factor,
        resolution=(q.resolution or 1.0) * factor, unit="", dimension="count",
    )  # fmt: skip


def _meant(claim: Claim, index: int, cells: Sequence[_Cell]) -> _Cell | None:
    """The cell that a figure of a claim restates and does not give; None where it gives it, or names none or several."""
    text, q = claim.prose.plain, claim.quantities[index]
    alike = [cell for cell in cells if _comparable(q, cell.figure)]
    if not alike:
        return None
    clause = _clause(text, q)
    words, years = _stems(text), frozenset(_YEAR.findall(text))
    rows = _named_rows(_stems(clause), frozenset(_YEAR.findall(clause)), alike)
    if not rows and sum(_comparable(other, alike[0].figure) for other in claim.quantities if other.is_statistic) == 1:
        rows = _named_rows(words, years, alike)
    if len({cell.row for cell in rows}) != 1:
        return None
    meant = _named_column(words, years, rows)
    if meant is None or _given(q, meant, cells) or _follows(q, meant, cells):
        return None
    return meant


def _named_rows(words: frozenset[str], years: frozenset[str], cells: Sequence[_Cell]) -> list[_Cell]:
    """The cells whose row's label stands in a text whole; of labels one within the other, the longest."""
    named = [cell for cell in cells if cell.row and cell.row <= words | years and not cell.row <= _TOTALS]
    most = max((len(cell.row) for cell in named), default=0)
    longest = [cell for cell in named if len(cell.row) == most]
    return longest if all(any(cell.row <= best.row for best in longest) for cell in named) else named


def _named_column(words: frozenset[str], years: frozenset[str], cells: Sequence[_Cell]) -> _Cell | None:
    """The one cell of a row whose column's label is what the sentence speaks of."""
    if any(cell.years for cell in cells):
        if not years:
            return None
        cells = [cell for cell in cells if not cell.years or cell.years & years]
    scores = {
        id(cell): (len(cell.column & words) / len(cell.column) if cell.column else float(bool(cell.years & years)))
        for cell in cells
    }
    best = max(scores.values(), default=0.0)
    first = [cell for cell in cells if scores[id(cell)] == best]
    return first[0] if best >= _NAMED and len(first) == 1 else None


def _comparable(q: Quantity, other: Quantity) -> bool:
    if q.is_range or other.is_range or q.dimension != other.dimension:
        return False
    if q.dimension == "share":
        return True
    low, high = sorted((abs(q.value_low), abs(other.value_low)))
    return low > 0 and high / low <= _FARTHEST


def _given(q: Quantity, meant: _Cell, cells: Sequence[_Cell]) -> bool:
    """Whether a figure is that of its cell, or of another in its row or column: then it restates that one."""
    near = [cell for cell in cells if cell.row == meant.row or cell.value.cell.column == meant.value.cell.column]
    return any(_says(q, cell.figure) for cell in near)


def _says(q: Quantity, figure: Quantity) -> bool:
    if q.dimension != figure.dimension:
        return isclose(q.value_low, figure.value_low, rel_tol=1e-6)
    relation = relate(q, figure)
    rounded = abs(q.value_low - figure.value_low) <= 0.501 * (q.resolution or 1.0)
    return (
        rounded
        or q.low <= figure.value_low <= q.high
        or relation.reason not in _LEVELS
        or relation.harm is not Harm.MORE
    )


def _follows(q: Quantity, meant: _Cell, cells: Sequence[_Cell]) -> bool:
    """Whether a figure is a sum, difference, ratio or change of the cell and another in its row or column."""
    a = meant.figure.value_low
    column = [c.figure.value_low for c in cells if c.value.cell.column == meant.value.cell.column]
    row = [c.figure.value_low for c in cells if c.row == meant.row]
    worked = [sum(column), sum(row)]
    for b in (*column, *row):
        worked += [a + b, abs(a - b)]
        if b and q.kind is Kind.PERCENT:
            worked += [100 * a / b, 100 * abs(a - b) / b]
        if a and q.kind is Kind.PERCENT:
            worked += [100 * b / a, 100 * abs(a - b) / a]
    if q.kind is Kind.PERCENT and len(row) <= _SHORT_ROW:
        worked += [100 * abs(x - y) / y for x in row for y in row if y]
    if column and sum(column) and q.kind is Kind.PERCENT:
        worked.append(100 * a / sum(column))
        worked.append(100 - a)
    return any(abs(q.value_low - value) <= 0.501 * (q.resolution or 1.0) for value in worked)


def _clause(text: str, q: Quantity) -> str:
    start = max((m.end() for m in _BORDER.finditer(text, 0, q.span.start)), default=0)
    after = _BORDER.search(text, q.span.end)
    return Span(start, after.start() if after else len(text)).cut(text)


@lru_cache(maxsize=2048)
def _stems(text: str) -> frozenset[str]:
    return stems_of(text)
