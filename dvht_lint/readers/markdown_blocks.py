"""The walk over the events of a Markdown parser: containers, leaves, and where each stands in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from dvht_lint.model import Block, BlockKind, Comment, Role
from dvht_lint.readers.inline import Inline
from dvht_lint.readers.leaves import Leaf, leaf_blocks
from dvht_lint.readers.link_places import LinkPlaces
from dvht_lint.readers.offsets import CodePoints
from dvht_lint.text import MarkKind, Span

if TYPE_CHECKING:
    from dvht_lint.readers.html_blocks import HtmlWalk

__all__ = ["Walk"]

_MARKER = re.compile(r"[-+*]|\d{1,9}[.)]")
_YEAR_MARKER = re.compile(r"\d{4,9}[.)]")
_MARKS = {"Strong": MarkKind.STRONG, "Emphasis": MarkKind.EMPHASIS}
_LONE_RETURN = re.compile(r"\r(?!\n)")
_SENTENCE_END = re.compile(r"[.!?:;,][\"'”’)]*$")
_LONGEST_HEADING = 200
_INLINE_STARTS = frozenset({"Strong", "Emphasis", "Strikethrough", "Link", "Image"})


@dataclass(slots=True)
class _Frame:
    """A container that is open: an item, a quotation, a note's definition, a list, a table."""

    kind: str
    group: int = 0
    marker: str = ""
    label: str = ""
    start: int = 0
    fresh: bool = True
    headers: dict[int, str] = field(default_factory=dict)
    row: int = 0
    column: int = 0


class Walk:
    """Turns the events of one Markdown text into blocks; `run` once, then read `blocks` and `comments`."""

    def __init__(self, text: str, start: int, *, plain: bool) -> None:
        """Walk the text of a file from offset `start` on."""
        self._text = text
        self._start = start
        self._plain = plain
        self._links = LinkPlaces(text)
        self.blocks: list[Block] = []
        self._inline_comments: list[Comment] = []
        self._frames: list[_Frame] = []
        self._groups = 0
        self._leaf: Leaf | None = None
        self._images = 0
        self._html: list[Span] = []
        self._pages: HtmlWalk | None = None
        self._code: list[tuple[str, Span]] | None = None
        self._nested = False

    @property
    def comments(self) -> list[Comment]:
        """The comments, in the order of the file."""
        return sorted(
            [*self._inline_comments, *(self._pages.comments if self._pages else ())], key=lambda comment: comment.span
        )

    def run(self) -> None:
        """Read the whole text."""
        # The parser knows no line end of one carriage return, as old word processors write them.
        part = _LONE_RETURN.sub("\n", self._text[self._start :])
        self._read(part, CodePoints(part, self._start))

    def _read(self, part: str, at: Callable[[int], int]) -> None:
        import pyromark

        chosen = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_FOOTNOTES
        chosen |= pyromark.Options.ENABLE_STRIKETHROUGH | pyromark.Options.ENABLE_TASKLISTS
        chosen |= pyromark.Options.ENABLE_HEADING_ATTRIBUTES | pyromark.Options.ENABLE_GFM
        events: Iterator[tuple[Any, Any]] = pyromark.events_with_range(part, options=chosen)
        for event, bounds in events:
            if isinstance(event, str):
                self._unit(event, Span(at(bounds["start"]), at(bounds["end"])))
                continue
            name, value = next(iter(event.items()))
            if name == "Text":
                start, size = at(bounds["start"]), bounds["end"] - bounds["start"]
                # Nearly all text stands in the file as it reads; only the rest needs its end looked up.
                verbatim = size == (len(value) if value.isascii() else len(value.encode()))
                verbatim = verbatim and self._text.startswith(value, start)
                self._text_event(value, Span(start, start + len(value) if verbatim else at(bounds["end"])))
            elif name == "End" and value == "Paragraph":
                self._flush()
            elif name == "Start":
                tag, details = next(iter(value.items())) if isinstance(value, dict) else (value, None)
                self._begin(tag, details, Span(at(bounds["start"]), at(bounds["end"])))
            elif name == "End":
                tag = next(iter(value)) if isinstance(value, dict) else value
                self._end(tag, Span(at(bounds["start"]), at(bounds["end"])))
            else:
                self._inline_event(name, value, Span(at(bounds["start"]), at(bounds["end"])))
        self._flush()

    # --- events ------------------------------------------------------------------------------------

    def _unit(self, name: str, source: Span) -> None:
        if name == "Rule":
            self._flush()
            if self._plain and not source.cut(self._text).strip().strip("_ \t"):
                blank = _stripped(self._text, source)
                self._open(BlockKind.PARAGRAPH, blank)
                self._inline(blank).leaf(blank.cut(self._text), blank)
                self._flush()
        elif not self._images:
            self._inline(source).line_break(source)

    def _text_event(self, text: str, source: Span) -> None:
        if self._code is not None:
            # The parser puts spaces of its own, which stand nowhere, for the rest of a tab.
            if len(source):
                self._code.append((text, source))
        elif not self._images:
            self._inline(source).leaf(text, source)

    def _inline_event(self, name: str, value: Any, source: Span) -> None:
        if name == "Html":
            self._html.append(source)
        elif self._images or name == "TaskListMarker":
            return
        elif name == "FootnoteReference":
            self._inline(source).note(value.casefold(), source)
        elif name == "Code":
            self._code_span(value, source)
        elif name == "InlineHtml":
            self._inline_html(value, source)

    def _begin(self, tag: str, details: Any, source: Span) -> None:
        if tag in _INLINE_STARTS:
            self._begin_inline(tag, details, source)
            return
        self._flush()
        if tag == "Paragraph":
            self._open(BlockKind.PARAGRAPH, source)
        elif tag == "Heading":
            leaf = self._open(BlockKind.HEADING, source)
            leaf.level, leaf.key = int(details["level"][1:]), details["id"] or ""
        elif tag in {"CodeBlock", "HtmlBlock"}:
            self._code, self._html = ([] if tag == "CodeBlock" else None), []
        elif tag == "TableCell":
            self._open_cell(source)
        else:
            self._begin_container(tag, details, source)

    def _begin_container(self, tag: str, details: Any, source: Span) -> None:
        if tag in {"List", "BlockQuote", "Table"}:
            self._groups += 1
            self._frames.append(_Frame(tag, self._groups))
        elif tag == "FootnoteDefinition":
            self._frames.append(_Frame(tag, label=str(details).casefold(), start=source.start))
        elif tag == "Item":
            marker = _MARKER.match(self._text, source.start)
            group = self._frames[-1].group if self._frames else 0
            self._frames.append(_Frame(tag, group, marker[0] if marker else "", start=source.start))

    def _begin_inline(self, tag: str, details: Any, source: Span) -> None:
        inline = self._inline(source)
        if tag == "Image":
            self._images += 1
        elif self._images:
            return
        elif tag == "Strikethrough":
            inline.strike(source.start)
        elif tag == "Link":
            place = self._links.of(source, details["dest_url"], details["link_type"], details["id"])
            inline.open(MarkKind.LINK, details["dest_url"], place)
        else:
            inline.open(_MARKS[tag])

    def _end(self, tag: str, source: Span) -> None:
        if tag in _INLINE_STARTS:
            self._end_inline(tag, source)
        elif tag == "Heading":
            self._end_heading(source)
        elif tag == "CodeBlock":
            self._end_code(source)
        elif tag == "HtmlBlock":
            self._end_html()
        else:
            self._flush()
            if self._frames and tag == self._frames[-1].kind:
                self._frames.pop()
            elif tag in {"TableHead", "TableRow"}:
                self._frames[-1].row += 1
                self._frames[-1].column = 0

    def _end_inline(self, tag: str, source: Span) -> None:
        inline = self._inline(source)
        if tag == "Image":
            self._images -= 1
        elif self._images:
            return
        elif tag == "Strikethrough":
            inline.unstrike(source.end)
        else:
            inline.close(MarkKind.LINK if tag == "Link" else _MARKS[tag])

    # --- blocks ------------------------------------------------------------------------------------

    def _open(self, kind: BlockKind, source: Span) -> Leaf:
        """Begin a block at `source`; the innermost container decides what it is."""
        leaf = Leaf(kind, Inline(self._text), source.start, source.start)
        self._leaf = leaf
        leaf.language = self._pages.language if self._pages else ""
        leaf.level = sum(frame.kind == "Item" for frame in self._frames)
        frame = self._frames[-1] if self._frames else None
        if frame is None:
            return leaf
        if kind not in {BlockKind.PARAGRAPH, BlockKind.ITEM}:
            frame.fresh = False
            return leaf
        leaf.group, leaf.kind = frame.group, BlockKind.PARAGRAPH
        if frame.kind == "Item" and frame.fresh:
            leaf.kind, leaf.marker, leaf.start = BlockKind.ITEM, frame.marker, frame.start
            leaf.tight = kind is BlockKind.ITEM
            if _YEAR_MARKER.fullmatch(frame.marker):
                leaf.inline.leaf(frame.marker, Span(frame.start, frame.start + len(frame.marker)))
                leaf.inline.space(Span(frame.start + len(frame.marker), source.start))
        elif frame.kind == "BlockQuote":
            leaf.kind = BlockKind.QUOTE
        elif frame.kind == "FootnoteDefinition":
            leaf.kind, leaf.label = BlockKind.NOTE, frame.label
            leaf.start = frame.start if frame.fresh else leaf.start
        frame.fresh = False
        return leaf

    def _open_cell(self, source: Span) -> None:
        leaf = self._open(BlockKind.CELL, source)
        frame = self._frames[-1]
        leaf.group, leaf.level = frame.group, frame.row
        leaf.start = _stripped(self._text, source).start
        leaf.column = frame.column
        if not frame.row:
            leaf.role = Role.HEADING
        else:
            leaf.label = frame.headers.get(frame.column, "")
        frame.column += 1

    def _inline(self, source: Span) -> Inline:
        """The prose being collected; the text of a tight item has no paragraph of its own and opens one here."""
        leaf = self._leaf or self._open(BlockKind.ITEM, source)
        leaf.end = max(leaf.end, source.end)
        return leaf.inline

    def _end_heading(self, source: Span) -> None:
        """Close a heading; in a plain text, a dashed line below a whole paragraph is a rule."""
        leaf = self._leaf
        if leaf and self._plain and self._text[source.start] != "#":
            prose = leaf.inline.finish()
            if leaf.inline.breaks or len(prose) > _LONGEST_HEADING or _SENTENCE_END.search(prose.plain):
                leaf.kind, leaf.level = BlockKind.PARAGRAPH, 0
        self._flush()

    def _end_code(self, source: Span) -> None:
        """Close a code block; in a plain text neither indentation nor a row of tildes makes code."""
        lines, self._code = self._code or [], None
        if self._plain and not self._nested and self._text[source.start] != "`":
            self._nested = True
            self._read_indented(lines)
            self._nested = False
            return
        leaf = self._open(BlockKind.CODE, source)
        for text, where in lines:
            leaf.inline.leaf(text.rstrip("\r\n"), Span(where.start, where.start + len(text.rstrip("\r\n"))))
            leaf.inline.space(Span(where.start + len(text.rstrip("\r\n")), max(where.end, where.start + len(text))))
        leaf.end = _stripped(self._text, source).end
        self._flush()

    def _read_indented(self, lines: list[tuple[str, Span]]) -> None:
        """Read lines that are no code as if they stood at the margin."""
        starts: list[int] = []
        sources: list[int] = []
        parts: list[str] = []
        length = 0
        for text, where in lines:
            at = where.start
            for line in text.splitlines(keepends=True):
                kept = line.lstrip(" \t")
                starts.append(length)
                sources.append(at + len(line) - len(kept))
                parts.append(kept)
                length += len(kept)
                at += len(line)
        points = CodePoints("".join(parts))

        def place(offset: int) -> int:
            point = points(offset)
            index = max(0, bisect_right(starts, point) - 1)
            return sources[index] + point - starts[index]

        self._read("".join(parts), place)

    def _end_html(self) -> None:
        """Read a block of raw HTML; elements that it leaves open go on around what follows."""
        if self._html:
            from dvht_lint.readers.html_blocks import HtmlWalk

            pages = self._pages = self._pages or HtmlWalk(self._text, known_only=True)
            pages.groups = self._groups
            pages.feed(Span(self._html[0].start, self._html[-1].end))
            self._groups = pages.groups
            self.blocks.extend(self._in_item(pages.take()))
        self._html = []

    def _in_item(self, blocks: list[Block]) -> list[Block]:
        """The blocks of raw HTML; the first text of an item is the item's, as in Markdown."""
        frame = self._frames[-1] if self._frames else None
        if frame is None or frame.kind != "Item" or not frame.fresh or not blocks:
            return blocks
        frame.fresh = False
        first = blocks[0]
        if first.kind is not BlockKind.PARAGRAPH:
            return blocks
        depth = sum(outer.kind == "Item" for outer in self._frames)
        span = Span(frame.start, first.span.end)
        item = replace(first, kind=BlockKind.ITEM, span=span, level=depth, group=frame.group, marker=frame.marker)
        return [item, *blocks[1:]]

    def _flush(self) -> None:
        """Close the block being read, if any."""
        leaf, self._leaf = self._leaf, None
        if leaf is None:
            return
        if leaf.kind is BlockKind.PARAGRAPH and self._text.startswith("+-", leaf.start):
            from dvht_lint.readers.grid_tables import GRID

            if GRID.match(self._text, leaf.start):
                self._grid(leaf)
                return
        blocks, self._groups = leaf_blocks(leaf, self._text, self._groups, pandoc=True)
        self.blocks.extend(blocks)
        if leaf.role is Role.HEADING and blocks:
            self._frames[-1].headers[leaf.column] = blocks[0].prose.plain

    def _grid(self, leaf: Leaf) -> None:
        """Read a paragraph that is a grid table, cell by cell."""
        from dvht_lint.readers.grid_tables import grid_cells

        self._groups += 1
        headers: dict[int, str] = {}
        for cell in grid_cells(self._text, Span(leaf.start, leaf.end), self._groups):
            cell.label = headers.get(cell.column, "") if cell.level else ""
            blocks, self._groups = leaf_blocks(cell, self._text, self._groups, pandoc=True)
            self.blocks.extend(blocks)
            if not cell.level and blocks:
                headers[cell.column] = blocks[0].prose.plain

    # --- inline ------------------------------------------------------------------------------------

    def _code_span(self, code: str, source: Span) -> None:
        """Add inline code: verbatim where its text stands between the backticks as it is."""
        inline = self._inline(source)
        inline.open(MarkKind.CODE)
        raw = source.cut(self._text)
        ticks = len(raw) - len(raw.lstrip("`"))
        at = raw.find(code, ticks, len(raw) - ticks)
        inline.leaf(code, Span(source.start + at, source.start + at + len(code)) if at >= 0 else source)
        inline.close(MarkKind.CODE)

    def _inline_html(self, markup: str, source: Span) -> None:
        from dvht_lint.readers.inline_html import comments, end_inline, read_tag, start_inline

        inline = self._inline(source)
        if markup.startswith("<!--"):
            self._inline_comments.extend(comments(self._text, source))
            return
        tag = read_tag(markup)
        if tag is None:
            if not markup.startswith(("<!", "<?")):
                inline.leaf(markup, source)
            return
        element, closes, attributes = tag
        if closes:
            end_inline(inline, element, source)
        else:
            start_inline(inline, element, attributes, source)


def _stripped(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    part = span.cut(text)
    start = span.start + len(part) - len(part.lstrip())
    return Span(start, max(start, span.start + len(part.rstrip())))
