"""Rows of tables as prose: what a row says, with the nouns of its headers, every figure leading back to its cell.

    |                           | victims served | requests that could not be met |
    | one day in September 2015 | 71,828         | 12,197                         |

reads "one day in September 2015, 71,828 victims served; 12,197 requests that could not be met".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from dvht_lint.model import Block, BlockKind, Quantity, Role
from dvht_lint.roles.cues import holds_figure, normal
from dvht_lint.text import Prose, ProseBuilder, Span

__all__ = ["Row", "headers_of", "nearby", "row_at"]

_LONGEST_VALUE = 8
"""Words; a longer cell is a sentence of its own."""
_MOST_VALUES = 60
"""A row of more values is data, and not read by the public as a claim."""
_SENTENCE_END = re.compile(r"[.!?][\"”’)\]]*$")
_YEAR = re.compile(r"(?:1[89]|20)\d{2}")
_BARE = re.compile(r"[\d.,\s]*\d")
_ADDRESS = re.compile(r"\d\s+[A-Z][a-z]")
_SHARE = re.compile(r"\(?(?:%|per\s?cent(?:age)?|share|proportion)\)?(?=$|\W)", re.IGNORECASE)
_COUNT = re.compile(r"(?:total\s+)?(?:number|count)\s+of\s+|no\.?\s+of\s+|#\s+of\s+", re.IGNORECASE)
_SHARE_BEHIND = re.compile(r"\s*[(\[](%|per\s?cent)[)\]]$|,\s*(%|per\s?cent)$", re.IGNORECASE)
_INDEX_LABELS = frozenset({"", "#", "no", "no.", "nr", "nr.", "id", "rank", "year", "age", "page", "step", "date"})
"""Headers of a first column whose figures number or name the rows."""
_CAPTION = re.compile(r"(?:table|figure|:|note|notes|adapted|data)\b|:", re.IGNORECASE)
_ANNOUNCES = re.compile(r":$|\btables?\b|\bbelow\b", re.IGNORECASE)


class Row(NamedTuple):
    """A row that gives figures: the blocks it is made of, its text, and where its values stand in the text."""

    blocks: tuple[int, ...]
    prose: Prose
    values: tuple[Span, ...]

    def figures(self, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
        """The quantities of the text; a statistic is one only in a value, and ends where its cell ends."""
        from dataclasses import replace

        kept: list[Quantity] = []
        for quantity in quantities:
            cell = next((v for v in self.values if v.start <= quantity.span.start < v.end), None)
            if cell is not None and quantity.span.end > cell.end:
                kept.append(replace(quantity, span=Span(quantity.span.start, cell.end)))
            elif cell is not None or not quantity.is_statistic:
                kept.append(quantity)
        return tuple(kept)


def headers_of(blocks: Sequence[Block]) -> dict[tuple[int, str], Prose]:
    """The headers of all tables, by the number of the table and their text."""
    found: dict[tuple[int, str], Prose] = {}
    for block in blocks:
        if block.kind is BlockKind.CELL and not block.level:
            found.setdefault((block.group, block.prose.plain), block.prose)
    return found


def row_at(blocks: Sequence[Block], index: int, headers: dict[tuple[int, str], Prose]) -> Row | None:
    """The row that begins with the cell `index`; None where none of its cells gives a figure."""
    first = blocks[index]
    row = [index]
    while row[-1] + 1 < len(blocks) and _same_row(blocks[row[-1] + 1], first):
        row.append(row[-1] + 1)
    row = [i for i in row if blocks[i].role is Role.CLAIM and not _is_sentence(blocks[i].prose.plain)]
    if not row:
        return None
    names, values = _parted(blocks, row)
    if not 0 < len(values) <= _MOST_VALUES:
        return None
    composed = _Composed(
        [blocks[i].prose for i in names],
        [(blocks[i].prose, headers.get((first.group, blocks[i].label))) for i in values],
    )
    return Row(tuple(row), composed.parts.build(), tuple(composed.values))


def nearby(blocks: Sequence[Block], index: int) -> list[int]:
    """The blocks beside the table of a cell that speak for it: its caption, the sentence that announces it."""
    group = blocks[index].group
    start = stop = index
    while start > 0 and _of_table(blocks[start - 1], group):
        start -= 1
    while stop < len(blocks) and _of_table(blocks[stop], group):
        stop += 1
    found = [i for i in range(start, stop) if not blocks[i].level]
    for beside, pattern in ((start - 1, _ANNOUNCES), (stop, _CAPTION)):
        if 0 <= beside < len(blocks) and blocks[beside].kind is BlockKind.PARAGRAPH:
            plain = blocks[beside].prose.plain
            if pattern.search(plain) if beside < start else pattern.match(plain):
                found.append(beside)
    return found


def _of_table(block: Block, group: int) -> bool:
    return block.group == group and block.kind in {BlockKind.CELL, BlockKind.PARAGRAPH}


def _same_row(block: Block, first: Block) -> bool:
    return block.kind is BlockKind.CELL and (block.group, block.level) == (first.group, first.level)


def _is_sentence(plain: str) -> bool:
    return len(plain.split()) > _LONGEST_VALUE or (" " in plain and bool(_SENTENCE_END.search(plain)))


def _parted(blocks: Sequence[Block], row: Sequence[int]) -> tuple[list[int], list[int]]:
    """The cells that say what a row is about, and those that give its values.

    The first cell names the row, whatever figure it holds, unless every cell of the row is a value.
    """
    figures = [_is_value(blocks[i].prose.plain) for i in row]
    first = blocks[row[0]]
    named = first.label.strip().casefold() in _INDEX_LABELS or not all(figures) or bool(_YEAR.fullmatch(_plain(first)))
    values = [i for i, holds in zip(row, figures, strict=True) if holds and not (named and i == row[0])]
    return [i for i in row if i not in values], values


def _is_value(plain: str) -> bool:
    return holds_figure(normal(plain)) and not _ADDRESS.search(plain)


def _plain(block: Block) -> str:
    return block.prose.plain.strip()


class _Composed:
    """The text of a row under construction."""

    def __init__(self, names: list[Prose], values: list[tuple[Prose, Prose | None]]) -> None:
        self.parts = _Parts()
        self.values: list[Span] = []
        by_year = bool(names) and all(label is not None and _YEAR.fullmatch(label.plain.strip()) for _, label in values)
        noun = names[0] if names and (by_year or all(label is None for _, label in values)) else None
        if noun is not None and _YEAR.fullmatch(noun.plain.strip()):
            noun = None
        self._sign: Span | None = None
        self.parts.start_at(*(prose for prose in (*names, *(value for value, _ in values)) if prose.pieces))
        self._open([name for name in names if name is not noun])
        for position, (value, label) in enumerate(values):
            if position:
                self.parts.say("; ")
            self._value(value, label, noun, by_year=by_year)

    def _open(self, names: list[Prose]) -> None:
        for whole in names:
            name = whole
            if _YEAR.fullmatch(name.plain.strip()):
                self.parts.say("in ")
            sign = _SHARE_BEHIND.search(name.plain)
            if sign:
                self._sign = name.source(Span(*sign.span()))
                name = name.slice(Span(0, sign.start()))
            self.parts.prose(name)
            self.parts.say(", ")

    def _value(self, value: Prose, label: Prose | None, noun: Prose | None, *, by_year: bool) -> None:
        """A value with its noun behind it, as English has them: "35.6% of women", "1,204 calls in 2019"."""
        bare = bool(_BARE.fullmatch(value.plain.strip()))
        start = self.parts.length
        self.parts.prose(value)
        self.values.append(Span(start, self.parts.length))
        if bare and self._sign is not None:
            self.parts.say("%", self._sign)
            bare = False
        if noun is not None:
            self._noun(noun, bare=bare)
        if label is not None and by_year:
            self.parts.say(" in ")
            self.parts.prose(label)
        elif label is not None:
            self._noun(label, bare=bare)

    def _noun(self, label: Prose, *, bare: bool) -> None:
        plain = label.plain
        begin, end = 0, len(plain)
        share = _SHARE.match(plain)
        behind = _SHARE_BEHIND.search(plain)
        count = _COUNT.match(plain)
        if share and plain.strip() != share[0]:
            begin = share.end()
        elif behind:
            end = behind.start()
        elif share:
            begin = share.end()
        elif count:
            begin = count.end()
        if bare and (share or behind):
            sign = share or behind
            assert sign is not None
            self.parts.say("%", label.source(Span(*sign.span())))
        rest = label.slice(Span(begin, end)).strip()
        if rest.plain:
            self.parts.say(" ")
            self.parts.noun(rest)


class _Parts:
    """Prose put together from cells and from words that stand nowhere in the file."""

    def __init__(self) -> None:
        self._parts: list[Prose] = []
        self._at = 0
        self.length = 0

    def start_at(self, *prose: Prose) -> None:
        """What is said before the first of these stands where it begins."""
        self._at = prose[0].pieces[0].source.start if prose else 0

    def say(self, text: str, source: Span | None = None) -> None:
        """Words that stand in the file otherwise (`source`), or nowhere: theirs is the end of what was said last."""
        builder = ProseBuilder()
        builder.replace(text, source or Span(self._at, self._at))
        self._add(builder.build())

    def prose(self, prose: Prose) -> None:
        """A cell, or a part of one, with its marks."""
        self._add(prose)
        self._at = prose.pieces[-1].source.end if prose.pieces else self._at

    def noun(self, prose: Prose) -> None:
        """A header; its first word in lower case where it is not all in capitals."""
        if prose.plain[:1].isupper() and prose.plain[1:2].islower():
            self.say(prose.plain[0].lower(), prose.source(Span(0, 1)))
            prose = prose.slice(Span(1, len(prose)))
        self.prose(prose)

    def build(self) -> Prose:
        """All of it."""
        return Prose.join(self._parts, "")

    def _add(self, prose: Prose) -> None:
        self._parts.append(prose)
        self.length += len(prose)
