"""The sources of a document: `Source:` lines, entries of a bibliography, notes, links; and quotations in notes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from dvht_lint.model import Block, BlockKind, Document, Role, Source
from dvht_lint.roles.serving import is_line, item_ranges, served
from dvht_lint.roles.sourcelines import without_label
from dvht_lint.text import MarkKind, Prose, Span

__all__ = ["Note", "ParseCitation", "Sourcing", "collect", "linked"]

ParseCitation = Callable[[Prose, str], tuple[Source, ...]]
"""The works that a text cites; takes the text and the path of its document."""
_ONLY_NUMBERS = re.compile(r"[\[(]?\d{1,3}(?:(?:[,;]|\s|and|&)+\d{1,3}){0,20}[\])]?\.?")


class Note(NamedTuple):
    """What a note or numbered entry holds: the ids of its sources and the passages it quotes."""

    block: int
    sources: tuple[str, ...]
    quotes: tuple[Prose, ...] = ()


class Sourcing:
    """The sources of a document and what they serve; blocks go by their index."""

    def __init__(self, items: list[range], serving: dict[int, tuple[int, ...]]) -> None:
        """`items` gives the blocks of each block's item, `serving` the `Source:` lines that serve a block."""
        self.items = items
        self.serving = serving
        self.sources: list[Source] = []
        self.by_block: dict[int, tuple[Source, ...]] = {}
        self.holding: set[int] = set()
        """The notes that hold a source or a quotation."""
        self.notes: dict[str, Note] = {}
        """Notes by label."""
        self.entries: dict[str, Note] = {}
        """The entries of a numbered bibliography by number."""

    def of(self, block: int) -> tuple[Source, ...]:
        """The sources that serve a block."""
        return tuple(source for line in self.serving.get(block, ()) for source in self.by_block.get(line, ()))

    def listed(self, blocks: Sequence[Block]) -> Iterator[Source]:
        """The entries of the list of references; `Source:` lines and notes are none."""
        for index, sources in self.by_block.items():
            if blocks[index].kind is not BlockKind.NOTE and not is_line(blocks[index]):
                yield from sources


def collect(document: Document, parse_citation: ParseCitation) -> Sourcing:
    """Read every source that stands in a block of its own."""
    blocks = document.blocks
    lines = [block.role is Role.SOURCE and is_line(block) for block in blocks]
    items = item_ranges(blocks)
    serving = {i: by for target, by in served(blocks, lines).items() for i in items[target]}
    sourcing = Sourcing(items, serving)
    by_number: list[tuple[int, Prose]] = []
    for index, block in enumerate(blocks):
        if block.role is not Role.SOURCE:
            continue
        if block.kind is BlockKind.NOTE:
            _take_note(sourcing, index, block, document.path, parse_citation)
            continue
        prose = without_label(block.prose)
        if _ONLY_NUMBERS.fullmatch(prose.plain.strip()):
            by_number.append((index, prose))
            continue
        found = _cited(prose, document.path, parse_citation)
        sourcing.sources.extend(found)
        sourcing.by_block[index] = found
        if block.label and block.kind is not BlockKind.CELL:
            sourcing.entries.setdefault(block.label, Note(index, tuple(source.id for source in found)))
    for index, prose in by_number:
        _take_numbers(sourcing, index, prose, document.path, parse_citation)
    return sourcing


def _take_numbers(sourcing: Sourcing, index: int, prose: Prose, path: str, parse_citation: ParseCitation) -> None:
    """A line such as "Source: 3, 5", which names entries of the numbered list."""
    entries = [sourcing.entries.get(number) for number in re.findall(r"\d+", prose.plain)]
    if all(entries):
        sourcing.by_block[index] = tuple(source for e in entries if e for source in sourcing.by_block[e.block])
    else:
        sourcing.by_block[index] = _cited(prose, path, parse_citation)
        sourcing.sources.extend(sourcing.by_block[index])


def _take_note(sourcing: Sourcing, index: int, block: Block, path: str, parse_citation: ParseCitation) -> None:
    from dvht_lint.assembly.quoting import is_work, passages, with_marks

    quotes = list(passages(block.prose))
    rest = block.prose.without([with_marks(block.prose, quote) for quote in quotes]) if quotes else block.prose
    found = tuple(filter(is_work, _cited(without_label(rest), path, parse_citation)))
    sourcing.sources.extend(found)
    if found or quotes:
        sourcing.holding.add(index)
    note = Note(index, tuple(source.id for source in found), tuple(block.prose.slice(quote) for quote in quotes))
    sourcing.notes.setdefault(block.label, note)


def _cited(prose: Prose, path: str, parse_citation: ParseCitation) -> tuple[Source, ...]:
    return parse_citation(prose.strip(), path) if any(c.isalnum() for c in prose.plain) else ()


def linked(prose: Prose, parse_citation: ParseCitation, path: str) -> Iterator[tuple[Source, Span]]:
    """The works that the links of a text lead to, each with the link's span; addresses inside the site are none."""
    for mark in prose.marks:
        if mark.kind is MarkKind.LINK and mark.target.lower().startswith(("http://", "https://")):
            for source in parse_citation(prose.slice(mark.span), path)[:1]:
                yield source, mark.span
