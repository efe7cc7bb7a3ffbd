"""The walk over the tokens of HTML: which element a text stands in, and so what block it is.

A block's `key` is its element's id, `language` the nearest `lang`. What readers of the page do not see (scripts,
styles, templates) and what is no prose (navigation, controls) is dropped. Footnotes are found by their links: the
block that a raised number points at is a note, whose label is that number.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from dvht_lint.model import Block, BlockKind, Comment, Role
from dvht_lint.readers.html_tokens import Token, TokenKind, tokens
from dvht_lint.readers.inline import Inline, expand_labels
from dvht_lint.readers.inline_html import HTML_ELEMENTS, STRUCK, end_inline, start_inline
from dvht_lint.readers.leaves import Leaf, leaf_blocks
from dvht_lint.readers.site_markup import COMPONENT
from dvht_lint.text import Span

__all__ = ["HtmlWalk"]

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_BLOCK_ELEMENTS = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu ol p pre search section summary table tbody "
    "td tfoot th thead tr ul"
)
_BLOCKS = frozenset(_BLOCK_ELEMENTS.split())
_VOID = frozenset(
    {"hr", "img", "input", "link", "meta", "area", "base", "col", "embed", "source", "track", "wbr", "br"}
)
_DROPPED_ELEMENTS = "head nav template noscript svg math object select datalist button canvas audio video map"
_DROPPED = frozenset(_DROPPED_ELEMENTS.split())
# An element that begins ends these, up to the nearest container that keeps them apart.
_ENDS = {
    "li": (frozenset({"li"}), _LISTS),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "td": (frozenset({"td", "th"}), frozenset({"table", "tr"})),
    "th": (frozenset({"td", "th"}), frozenset({"table", "tr"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "tbody": (frozenset({"tr", "thead", "tbody"}), frozenset({"table"})),
    "tfoot": (frozenset({"tr", "thead", "tbody"}), frozenset({"table"})),
}
_DEEPEST_SEARCH = 64
_COMPONENT = re.compile(COMPONENT)
_RUNS = re.compile(r"[^ \t\n\r\f]+(?: [^ \t\n\r\f]+)*|[ \t\n\r\f]+")
_BACK_LINK = re.compile(r"[\s↩↑⏎^]+$")


@dataclass(slots=True)
class _Frame:
    """An open block element."""

    element: str
    language: str
    key: str = ""
    group: int = 0
    marker: str = ""
    fresh: bool = True
    label: str = ""
    numbered: int = 0
    headers: dict[int, str] = field(default_factory=dict)
    row: int = -1
    column: int = 0
    has_header: bool = False
    start: int = 0


class HtmlWalk:
    """Turns tokens into blocks: `feed` it parts of one file, then `finish`."""

    def __init__(self, text: str, *, known_only: bool = False) -> None:
        """Walk parts of the file with this text; with `known_only`, what is no element of HTML is text."""
        self._text = text
        self._known_only = known_only
        self._fed_from = 0
        self._blocks: list[Block] = []
        self.comments: list[Comment] = []
        self.groups = 0
        """The last number given to a list, table or quotation."""
        self.document_language = ""
        self._frames: list[_Frame] = []
        self._open: Counter[str] = Counter()
        self._leaf: Leaf | None = None
        self._dropped: list[str] = []
        self._labels: dict[str, str] = {}
        self._fragment: tuple[str, list[str]] | None = None

    @property
    def language(self) -> str:
        """The language of what stands here."""
        return self._frames[-1].language if self._frames else ""

    def feed(self, span: Span) -> None:
        """Read a part of the file."""
        self._fed_from = span.start
        for token in tokens(self._text, span):
            if token.kind is TokenKind.COMMENT:
                if token.text:
                    self.comments.append(Comment(token.text, token.span))
            elif self._known_only and token.is_tag and token.text not in HTML_ELEMENTS:
                if not _COMPONENT.fullmatch(token.span.cut(self._text)):
                    self._characters(Token(TokenKind.TEXT, token.span, token.span.cut(self._text)))
            elif token.kind is TokenKind.START:
                self._start(token)
            elif token.kind is TokenKind.END:
                self._end(token)
            elif not self._dropped:
                self._characters(token)
        self._flush()

    def take(self) -> list[Block]:
        """The blocks read since the last time; notes are told apart only in `finish`."""
        blocks, self._blocks = self._blocks, []
        return blocks

    def finish(self) -> list[Block]:
        """The blocks, with those that a note mark points at as notes."""
        return [self._as_note(block) for block in self.take()]

    # --- tokens ------------------------------------------------------------------------------------

    def _characters(self, token: Token) -> None:
        if self._fragment:
            self._fragment[1].append(token.text)
        if token.kind is TokenKind.REFERENCE or self._open["pre"]:
            self._inline(token.span).leaf(token.text, token.span)
        elif self._leaf or not token.text.isspace():
            self._words(token.text, token.span.start)

    def _words(self, text: str, start: int) -> None:
        """Add text with every run of white space as one space, and none at the beginning of a block."""
        for match in _RUNS.finditer(text):
            run, where = match[0], Span(start + match.start(), start + match.end())
            if not run.isspace():
                self._inline(where).leaf(run, where)
            elif self._leaf:
                if run == " ":
                    self._leaf.inline.leaf(run, where)
                else:
                    self._leaf.inline.space(where)

    def _start(self, token: Token) -> None:
        element, attributes = token.text, token.attributes
        if element in _DROPPED or attributes.get("role") == "navigation" or self._dropped:
            self._drop(element)
        elif element in _BLOCKS:
            self._start_block(token)
        elif element == "hr":
            self._flush()
        elif element in STRUCK and self._leaf is None:
            self._dropped.append(element)
        elif element not in _VOID or element == "br":
            self._start_inline(token)

    def _drop(self, element: str) -> None:
        if not self._dropped:
            self._flush()
        if element not in _VOID and (not self._dropped or element == self._dropped[0]):
            self._dropped.append(element)

    def _start_inline(self, token: Token) -> None:
        if token.text == "br" and self._leaf is None:
            return
        if token.text == "a":
            href = token.attributes.get("href", "")
            self._fragment = (href[1:], []) if href.startswith("#") else None
        if token.text not in {"sup", "br", "q"} and self._leaf is None:
            # A leaf begins with text; marks opened before it are opened in it.
            self._leaf = self._new_leaf(token.span)
        inline = self._inline(token.span)
        if self._leaf and not inline.length and not self._leaf.key:
            self._leaf.key = token.attributes.get("id") or (
                token.attributes.get("name", "") if token.text == "a" else ""
            )
        start_inline(inline, token.text, token.attributes, token.span)

    def _end(self, token: Token) -> None:
        element = token.text
        if self._dropped:
            if element == self._dropped[-1]:
                self._dropped.pop()
        elif element in _BLOCKS:
            self._flush()
            self._close(element)
        elif self._leaf:
            self._leaf.end = token.span.end
            end_inline(self._leaf.inline, element, token.span)
            if element == "a":
                self._end_fragment()

    def _end_fragment(self) -> None:
        """Keep which label leads to which id: the block with that id is the note."""
        if self._fragment:
            target, parts = self._fragment
            labels = expand_labels("".join(parts))
            if len(labels) == 1:
                self._labels.setdefault(target, labels[0])
        self._fragment = None

    # --- blocks ------------------------------------------------------------------------------------

    def _start_block(self, token: Token) -> None:
        self._flush()
        element, attributes = token.text, token.attributes
        self._close_implied(element)
        parent = self._frames[-1] if self._frames else None
        language = attributes.get("lang") or attributes.get("xml:lang") or (parent.language if parent else "")
        if element == "html":
            self.document_language, language = language, ""
        frame = _Frame(element, language, attributes.get("id", ""), start=token.span.start)
        frame.group = parent.group if parent else 0
        if element in _LISTS or element in {"table", "blockquote", "dl"}:
            self.groups += 1
            frame.group = self.groups
            frame.numbered = _number(attributes.get("start"), 1) if element == "ol" else 0
        elif element == "li":
            frame.marker = self._marker(parent, attributes)
        elif element == "tr":
            self._start_row()
        elif element in {"td", "th"}:
            self._start_cell(frame, attributes)
        self._frames.append(frame)
        self._open[element] += 1

    def _marker(self, parent: _Frame | None, attributes: dict[str, str]) -> str:
        if parent is None or parent.element != "ol":
            return "-"
        number = _number(attributes.get("value"), parent.numbered)
        parent.numbered = number + 1
        return f"{number}."

    def _start_row(self) -> None:
        table = self._table()
        if table:
            table.row, table.column = table.row + 1, 0

    def _start_cell(self, frame: _Frame, attributes: dict[str, str]) -> None:
        table = self._table()
        if table is None:
            return
        table.row = max(table.row, 0)
        if frame.element == "th" and not table.row:
            table.has_header = True
        frame.row, frame.column = table.row, table.column
        frame.label = table.headers.get(table.column, "")
        table.column += max(1, _number(attributes.get("colspan"), 1))

    def _table(self) -> _Frame | None:
        for frame in self._frames[: -_DEEPEST_SEARCH - 1 : -1]:
            if frame.element == "table":
                return frame
        return None

    def _close_implied(self, element: str) -> None:
        if self._frames and self._frames[-1].element == "p":
            self._pop()
        if element not in _ENDS:
            return
        ended, barrier = _ENDS[element]
        for depth, frame in enumerate(self._frames[: -_DEEPEST_SEARCH - 1 : -1], start=1):
            if frame.element in barrier:
                return
            if frame.element in ended:
                for _ in range(depth):
                    self._pop()
                return

    def _close(self, element: str) -> None:
        if self._open[element]:
            while self._frames and self._frames[-1].element != element:
                self._pop()
            self._pop()

    def _pop(self) -> None:
        self._open[self._frames.pop().element] -= 1

    def _inline(self, source: Span) -> Inline:
        self._leaf = self._leaf or self._new_leaf(source)
        self._leaf.end = source.end
        return self._leaf.inline

    def _new_leaf(self, source: Span) -> Leaf:
        """Begin a block with the text at `source`; the elements around it decide what it is."""
        leaf = Leaf(BlockKind.PARAGRAPH, Inline(self._text), source.start, source.end)
        frame = self._frames[-1] if self._frames else None
        if frame is None:
            return leaf
        leaf.language, leaf.group = frame.language, frame.group
        leaf.level = self._open["li"]
        if frame.element in _HEADINGS:
            leaf.kind, leaf.level = BlockKind.HEADING, _HEADINGS[frame.element]
        elif self._open["pre"]:
            leaf.kind = BlockKind.CODE
        else:
            self._place(leaf, frame)
        owner = frame if frame.fresh else None
        leaf.key = owner.key if owner else ""
        if owner and owner.start >= self._fed_from and owner.element in {"p", "li", "td", "th"} | _HEADINGS.keys():
            leaf.start = owner.start
        frame.fresh = False
        return leaf

    def _place(self, leaf: Leaf, frame: _Frame) -> None:
        """Find the item, cell or quotation that a text stands in, with or without a paragraph of its own."""
        for outer in self._frames[: -_DEEPEST_SEARCH - 1 : -1]:
            if outer.element == "li":
                if outer.fresh:
                    leaf.kind, leaf.marker, leaf.tight = BlockKind.ITEM, outer.marker, frame is outer
                    frame.key, frame.start = frame.key or outer.key, outer.start
                    outer.fresh, frame.fresh = False, True
                return
            if outer.element in {"td", "th"}:
                leaf.kind, leaf.label = BlockKind.CELL, outer.label
                table = self._table()
                header = table is not None and table.has_header
                leaf.level, leaf.column = outer.row + (0 if header else 1), outer.column
                if header and not leaf.level:
                    leaf.role = Role.HEADING
                return
            if outer.element == "blockquote":
                leaf.kind = BlockKind.QUOTE
                return
            if outer.element in _LISTS or outer.element == "table":
                return

    def _flush(self) -> None:
        leaf, self._leaf = self._leaf, None
        if leaf is None:
            return
        blocks, self.groups = leaf_blocks(leaf, self._text, self.groups, pandoc=False)
        self._blocks.extend(blocks)
        table = self._table() if leaf.role is Role.HEADING and blocks else None
        if table is not None:
            table.headers.setdefault(leaf.column, blocks[0].prose.plain)

    def _as_note(self, block: Block) -> Block:
        label = self._labels.get(block.key, "") if block.key else ""
        if label and block.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM}:
            block = replace(block, kind=BlockKind.NOTE, label=label)
        if block.kind is not BlockKind.NOTE:
            return block
        arrow = _BACK_LINK.search(block.prose.plain, max(0, len(block.prose) - 8))
        return replace(block, prose=block.prose.slice(Span(0, arrow.start()))) if arrow else block


def _number(value: str | None, otherwise: int) -> int:
    return int(value) if value and re.fullmatch(r"\d{1,6}", value.strip()) else otherwise
