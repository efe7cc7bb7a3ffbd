"""Pairs files (`.jsonl`, `.csv`, `.parquet`): one claim and the statement it rests on a row.

A row is `{id, claim, statement, source?}`; other columns are left alone, for archives have many. A row that cannot
be read is a problem at its place, and the other rows are still checked. A Parquet file has no lines: it is shown
as the JSON Lines it stands for, so that the line is the number of the row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dvht_lint.config import did_you_mean
from dvht_lint.model import Citation, CitationKind, Claim, Document, Problem, Statement
from dvht_lint.readers.csv_rows import csv_rows, delimiter_of, header_of
from dvht_lint.readers.jsonl_rows import jsonl_rows
from dvht_lint.readers.nodes import Scalar
from dvht_lint.readers.scalar_prose import scalar_prose
from dvht_lint.text import SourceText, Span

__all__ = ["COLUMNS", "REQUIRED", "SUFFIXES", "looks_like_pairs", "read"]

SUFFIXES = (".jsonl", ".csv", ".parquet")
REQUIRED = ("id", "claim", "statement")
COLUMNS = (*REQUIRED, "source")


def read(path: str, data: bytes) -> Document:
    """Read a pairs file. Each claim has its row's id, and names its statement, whose id is `ROW:statement`.

    Raises `UnicodeDecodeError` where a text file is not UTF-8, and `MissingExtraError` for a Parquet file where
    pyarrow is not installed.
    """
    suffix = path[path.rfind(".") :].lower()
    if suffix == ".parquet":
        from dvht_lint.readers.parquet import parquet_as_json_lines

        text, problems = parquet_as_json_lines(data, COLUMNS, REQUIRED)
        source = SourceText(path, text)
        if problems:
            return Document(path, source, "pairs", problems=problems)
    else:
        source = SourceText.decode(path, data)
    pairs = _Pairs(source)
    if suffix == ".csv":
        pairs.read_csv()
    else:
        pairs.read_json_lines()
    return pairs.document()


def looks_like_pairs(data: bytes) -> bool:
    """Whether a `.jsonl`, `.csv` or `.parquet` file holds pairs, by a glance at its first row or its footer."""
    if data.startswith(b"PAR1"):
        footer = data[-100_000:]
        return all(name.encode() in footer for name in REQUIRED[1:])
    line = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:20_000].partition(b"\n")[0].decode("utf-8", "replace")
    if line.startswith("{"):
        return all(re.search(rf'"{name}"\s*:', line) for name in REQUIRED[1:])
    names = {name.casefold() for name in header_of(line, delimiter_of(line))}
    return names.issuperset(REQUIRED[1:])


@dataclass(slots=True)
class _Taken:
    """Where an id was first given, and how many rows have it."""

    span: Span
    count: int = 1


class _Pairs:
    """A pairs file on its way to a document."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.claims: list[Claim] = []
        self.statements: list[Statement] = []
        self.taken: dict[str, _Taken] = {}
        self.number = 0

    def document(self) -> Document:
        if not self.number and not self.problems:
            self.problems.append(Problem("DV003", "the file holds no pairs", Span(0, 0)))
        return Document(
            self.source.path, self.source, "pairs",
            problems=tuple(self.problems), claims=tuple(self.claims), statements=tuple(self.statements),
        )  # fmt: skip

    def read_json_lines(self) -> None:
        for row in jsonl_rows(self.source.text):
            self.number += 1
            if isinstance(row, Problem):
                self.problems.append(row)
            else:
                self.row(row.cells, row.span)

    def read_csv(self) -> None:
        text = self.source.text
        delimiter = delimiter_of(text.partition("\n")[0])
        rows = csv_rows(text, delimiter)
        header = next(rows, None)
        if header is None or isinstance(header, Problem):
            self.problems.extend([header] if isinstance(header, Problem) else [])
            return
        names = [str(cell.value).strip().casefold() for cell in header.cells]
        missing = [name for name in REQUIRED if name not in names]
        if missing:
            hint = did_you_mean(missing[0], [name for name in names if name not in COLUMNS])
            message = f"the first row must name the columns id, claim, statement: {', '.join(missing)} is missing{hint}"
            self.problems.append(Problem("DV003", message, header.span))
            if missing != ["id"]:
                return
        for row in rows:
            self.number += 1
            if isinstance(row, Problem):
                # The rows before it are sound: not fatal for the file, though its code ends the run with 2.
                self.problems.append(replace(row, fatal=False))
            elif len(row.cells) > len(names):
                message = f"the row has {len(row.cells)} cells, the first row {len(names)}: a text with commas stands in quotes"
                self.problems.append(Problem("DV002", message, row.span))
            else:
                self.row(dict(zip(names, row.cells, strict=False)), row.span)

    def row(self, cells: dict[str, Scalar], span: Span) -> None:
        """Take in one row; a missing id is a problem, and the row is checked under its number."""
        if not self.is_sound(cells, span):
            return
        name = self.name(cells, span)
        statement = f"{name}:statement"
        claim, other = cells["claim"], cells["statement"]
        text, path = self.source.text, self.source.path
        citations = self.citations(cells)
        self.claims.append(
            Claim(name, scalar_prose(claim, text), Span(claim.start, claim.end), path, statement=statement)
        )
        self.statements.append(
            Statement(statement, scalar_prose(other, text), Span(other.start, other.end), path, citations=citations)
        )

    def is_sound(self, cells: dict[str, Scalar], span: Span) -> bool:
        for name in ("claim", "statement"):
            cell = cells.get(name)
            if cell is not None and isinstance(cell.value, str) and cell.value.strip():
                continue
            hint = did_you_mean(name, [key for key in cells if key not in COLUMNS]) if cell is None else ""
            what = f"the row needs the key '{name}'{hint}" if cell is None else f"'{name}' must be a text"
            where = span if cell is None else Span(cell.start, cell.end)
            self.problems.append(Problem("DV003", what, where))
            return False
        return True

    def name(self, cells: dict[str, Scalar], span: Span) -> str:
        cell = cells.get("id")
        name = str(cell.value).strip() if cell is not None and cell.value is not None else ""
        at = Span(cell.start, cell.end) if cell is not None and name else span
        if not name:
            self.problems.append(Problem("DV003", "the row needs an id, by which findings name it", at))
            name = f"row-{self.number}"
        taken = self.taken.get(name)
        if taken is None:
            self.taken[name] = _Taken(at)
            return name
        self.problems.append(Problem("DV004", f"two rows have the id {name!r}", at, (taken.span,)))
        taken.count += 1
        return f"{name}#{taken.count}"

    def citations(self, cells: dict[str, Scalar]) -> tuple[Citation, ...]:
        cell = cells.get("source")
        if cell is None or not isinstance(cell.value, str) or not cell.value.strip():
            return ()
        return (Citation(CitationKind.LINE, cell.value.strip(), Span(cell.start, cell.end)),)
