"""CSV, a row at a time, each cell with its place (RFC 4180: cells in double quotes may hold line breaks)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dvht_lint.model import Problem
from dvht_lint.readers.nodes import Scalar
from dvht_lint.text import Span

__all__ = ["CsvRow", "csv_rows", "delimiter_of", "header_of"]


@dataclass(slots=True)
class CsvRow:
    """The cells of a row in order, and where it stands."""

    cells: list[Scalar]
    span: Span


def delimiter_of(header: str) -> str:
    """What separates the cells: a comma, or the semicolon or tab that some programs write."""
    return max(",;\t", key=header.count)


def header_of(line: str, delimiter: str) -> list[str]:
    """The names of the first row."""
    first = next(csv_rows(line, delimiter), None)
    return [str(cell.value).strip() for cell in first.cells] if isinstance(first, CsvRow) else []


@cache
def _cell(delimiter: str) -> re.Pattern[str]:
    end = re.escape(delimiter)
    return re.compile(rf'[ ]*"([^"]*+(?:""[^"]*+)*+)"[ ]*(?={end}|\r|\n|\Z)|([^{end}\r\n]*)')


def csv_rows(text: str, delimiter: str) -> Iterator[CsvRow | Problem]:
    """Each row that is not blank, or the problem that makes it none; after a quote that is never closed, no more."""
    pattern = _cell(delimiter)
    at = 0
    while at < len(text):
        start, cells, fault = at, [], None
        while True:
            match = pattern.match(text, at)
            assert match is not None
            cell, wrong = _read(match, text)
            cells.append(cell)
            fault = fault or wrong
            at = match.end()
            if fault is not None and fault.fatal:
                break
            if not text.startswith(delimiter, at):
                break
            at += len(delimiter)
        if fault is not None:
            yield fault
            if fault.fatal:
                return
        elif len(cells) > 1 or cells[0].value:
            yield CsvRow(cells, Span(start, at))
        at += 2 if text.startswith("\r\n", at) else 1


def _read(match: re.Match[str], text: str) -> tuple[Scalar, Problem | None]:
    quoted = match[1]
    if quoted is not None:
        start, end = match.span(1)
        return Scalar(quoted.replace('""', '"'), start, end, '""'), None
    start, end = match.span(2)
    raw = match[2]
    if raw.lstrip(" ").startswith('"'):
        at = start + raw.index('"')
        return Scalar(raw, start, end), _bad_quote(text, at)
    return Scalar(raw, start, end), None


def _bad_quote(text: str, at: int) -> Problem:
    closing = re.compile(r'[^"]*+(?:""[^"]*+)*+"').match(text, at + 1)
    if closing is None:
        message = "the cell that begins here is never closed: a double quote is missing"
        return Problem("DV002", message, Span(at, at + 1), fatal=True)
    message = "a double quote inside a cell in quotes is written twice"
    return Problem("DV002", message, Span(closing.end() - 1, closing.end()))
