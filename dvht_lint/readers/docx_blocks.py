"""The paragraphs of a Word document and what each is: heading, item, cell, note."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from dvht_lint.model import Block, BlockKind, Comment, Role
from dvht_lint.readers.docx_package import Package, PackageError, attribute, child, is_on, local_name, small_number
from dvht_lint.readers.docx_runs import Run, paragraphs, runs
from dvht_lint.readers.docx_styles import Formats, Looks, Numbering
from dvht_lint.readers.inline import Inline
from dvht_lint.readers.leaves import Leaf, leaf_blocks
from dvht_lint.text import MarkKind, Span

__all__ = ["Body"]


@dataclass(slots=True)
class _Paragraph:
    """A paragraph with its runs and where its line begins in the document's text."""

    element: ET.Element
    runs: tuple[Run, ...]
    start: int
    note: str = ""

    @property
    def span(self) -> Span:
        return Span(self.start, self.start + sum(len(run.text) for run in self.runs))


@dataclass(slots=True)
class _Cell:
    """Where in a table a paragraph stands."""

    table: int
    row: int
    column: int
    header: bool


@dataclass(slots=True)
class _State:
    """What carries over from one paragraph to the next."""

    groups: int = 0
    list: tuple[str, int] | None = None
    tables: dict[int, int] = field(default_factory=dict)
    headers: dict[tuple[int, int], str] = field(default_factory=dict)


class Body:
    """The body of a Word document with its notes: its text, and its blocks."""

    def __init__(self, package: Package) -> None:
        """Read the parts. Raises `PackageError` where the main part is missing or broken."""
        main = package.part(package.main)
        body = child(main, "body")
        if body is None:
            raise PackageError("the file is no Word document: it has no body")
        self._package = package
        self._formats = Formats(package.related("styles"))
        self._numbering = Numbering(package.related("numbering"))
        self._links = package.links()
        self._cells = _cells(body)
        self._labels: dict[str, str] = {}
        self._called: Counter[str] = Counter()
        self._paragraphs: list[_Paragraph] = []
        self._length = 0
        for element in paragraphs(body):
            self._add(element)
        self._add_notes()
        self.text = "\n".join("".join(run.text for run in paragraph.runs) for paragraph in self._paragraphs)

    def _add(self, element: ET.Element, note: str = "") -> None:
        paragraph = _Paragraph(element, tuple(runs(element, self._links)), self._length, note)
        self._paragraphs.append(paragraph)
        self._length += len(paragraph.span) + 1
        for run in paragraph.runs:
            if run.note and run.note not in self._labels:
                kind = run.note.partition(":")[0]
                self._called[kind] += 1
                self._labels[run.note] = f"{'' if kind == 'footnote' else 'e'}{self._called[kind]}"

    def _add_notes(self) -> None:
        """Add the notes that the body calls, footnotes first, in the order of their calls."""
        for kind in ("footnote", "endnote"):
            root = self._package.related(f"{kind}s")
            notes = {f"{kind}:{attribute(note, 'id')}": note for note in (root if root is not None else ())}
            for key in [key for key in self._labels if key.startswith(kind)]:
                for element in paragraphs(notes[key]) if key in notes else ():
                    self._add(element, note=self._labels[key])

    def blocks(self) -> Iterator[Block]:
        """The blocks, in document order."""
        state = _State()
        for paragraph in self._paragraphs:
            leaf = self._leaf(paragraph, state)
            self._fill(leaf.inline, paragraph)
            leaf.end = paragraph.span.end
            made, state.groups = leaf_blocks(leaf, self.text, state.groups, pandoc=False)
            if leaf.role is Role.HEADING and made:
                state.headers[leaf.group, leaf.column] = made[0].prose.plain
            yield from made

    def comments(self) -> Iterator[Comment]:
        """The comments that a reviewer left; each stands at, and speaks for, the words it was made on."""
        root = self._package.related("comments")
        texts = {
            attribute(comment, "id"): "\n".join("".join(run.text for run in runs(p, {})) for p in paragraphs(comment))
            for comment in (root if root is not None else ())
        }
        if not texts:
            return
        begun: dict[str | None, int] = {}
        for paragraph in self._paragraphs:
            for key, at, ends in _comment_ranges(paragraph):
                if not ends:
                    begun[key] = at
                elif key in begun and key in texts:
                    where = Span(begun.pop(key), at)
                    yield Comment(texts[key], where, covers=where)

    # --- one paragraph -----------------------------------------------------------------------------

    def _leaf(self, paragraph: _Paragraph, state: _State) -> Leaf:
        """The form of a paragraph; items that follow each other are one list."""
        leaf = Leaf(BlockKind.PARAGRAPH, Inline(self.text), paragraph.start, paragraph.start)
        cell = self._cells.get(paragraph.element)
        item = self._formats.numbering(paragraph.element)
        heading = self._formats.heading(paragraph.element)
        last, state.list = state.list, None
        if paragraph.note:
            leaf.kind, leaf.label = BlockKind.NOTE, paragraph.note
        elif heading:
            leaf.kind, leaf.level = BlockKind.HEADING, heading
        elif item:
            number, depth = item
            state.groups += last is None
            state.list = item
            leaf.kind, leaf.level, leaf.group, leaf.tight = BlockKind.ITEM, depth + 1, state.groups, True
            leaf.marker = self._numbering.mark(number, depth)
        elif cell:
            self._in_table(leaf, cell, state)
        elif self._formats.is_quote(paragraph.element):
            leaf.kind = BlockKind.QUOTE
        return leaf

    def _in_table(self, leaf: Leaf, cell: _Cell, state: _State) -> None:
        if cell.table not in state.tables:
            state.groups += 1
            state.tables[cell.table] = state.groups
        leaf.kind, leaf.group = BlockKind.CELL, state.tables[cell.table]
        leaf.level, leaf.column = cell.row + (0 if cell.header else 1), cell.column
        if not leaf.level:
            leaf.role = Role.HEADING
        else:
            leaf.label = state.headers.get((leaf.group, cell.column), "")

    def _fill(self, inline: Inline, paragraph: _Paragraph) -> None:
        """Add the runs; neighbours that look alike are one stretch, however Word has cut them."""
        looks, link, at = Looks(), "", paragraph.start
        for run in paragraph.runs:
            if run.note:
                inline.note(self._labels[run.note], Span(at, at))
                continue
            if not run.text:
                continue
            new = self._formats.looks(run.element)
            if link != run.link:
                if link:
                    inline.close(MarkKind.LINK)
                if run.link:
                    inline.open(MarkKind.LINK, run.link)
                link = run.link
            _change(inline, looks, new, at)
            looks = new
            for index, part in enumerate(run.text.split("\v")):
                if index:
                    inline.line_break(Span(at, at + 1))
                    at += 1
                inline.leaf(part, Span(at, at + len(part)))
                at += len(part)
        _change(inline, looks, Looks(), at)


def _change(inline: Inline, old: Looks, new: Looks, at: int) -> None:
    """End what the last run had and this one has not, and begin the rest."""
    if old.raised and not new.raised:
        inline.lower(at)
    if old.struck and not new.struck:
        inline.unstrike(at)
    for kind, was, now in (
        (MarkKind.STRONG, old.bold, new.bold),
        (MarkKind.EMPHASIS, old.italic, new.italic),
    ):
        if was and not now:
            inline.close(kind)
        elif now and not was:
            inline.open(kind)
    if new.struck and not old.struck:
        inline.strike(at)
    if new.raised and not old.raised:
        inline.raise_(at)


def _cells(body: ET.Element) -> dict[ET.Element, _Cell]:
    """Where each paragraph of a table stands; of nested tables the innermost counts."""
    found: dict[ET.Element, _Cell] = {}
    tables = [element for element in body.iter() if local_name(element) == "tbl"]
    for number, table in enumerate(tables):
        rows = [row for row in _rows(table) if local_name(row) == "tr"]
        header = bool(rows) and _has_header(table, rows)
        for index, row in enumerate(rows):
            column = 0
            for cell in _rows(row):
                if local_name(cell) != "tc":
                    continue
                place = _Cell(number, index, column, header)
                found.update((paragraph, place) for paragraph in cell if local_name(paragraph) == "p")
                width = attribute(child(cell, "tcPr", "gridSpan"), "val")
                column += small_number(width, 1)
    return found


def _rows(element: ET.Element) -> Iterator[ET.Element]:
    """The children of a table or row, those in content controls too."""
    for part in element:
        if local_name(part) == "sdt":
            yield from child(part, "sdtContent") or ()
        else:
            yield part


def _has_header(table: ET.Element, rows: list[ET.Element]) -> bool:
    """Whether the first row names the columns: it says so, or the table's look does and there are rows below it."""
    if is_on(child(rows[0], "trPr", "tblHeader")):
        return True
    look = child(table, "tblPr", "tblLook")
    return len(rows) > 1 and attribute(look, "firstRow") in {"1", "true", "on"}


def _comment_ranges(paragraph: _Paragraph) -> Iterator[tuple[str | None, int, bool]]:
    """The comments that begin or end in a paragraph: id, offset in the text, and whether it ends there."""
    lengths = {run.element: len(run.text) for run in paragraph.runs}
    at = paragraph.start
    for element in paragraph.element.iter():
        name = local_name(element)
        if name in {"commentRangeStart", "commentRangeEnd"}:
            yield attribute(element, "id"), at, name == "commentRangeEnd"
        at += lengths.get(element, 0)
