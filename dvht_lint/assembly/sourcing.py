"""The sources of a document: `Source:` lines, entries of a bibliography, notes, links; and quotations in notes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from dvht_lint.model import Block, BlockKind, Document, Role, Source
from dvht_lint.roles.halves import looks_like_citation
from dvht_lint.roles.serving import is_line, item_ranges, served
from dvht_lint.roles.sourcelines import without_label
from dvht_lint.text import MarkKind, Prose, Span

__all__ = ["Note", "ParseCitation", "Sourcing", "collect", "linked"]

ParseCitation = Callable[[Prose, str], tuple[Source, ...]]
"""The works that a text cites; takes the text and the path of its document."""
_OF_LINK = ("type", "URL", "DOI", "ISBN")
_ONLY_NUMBERS = re.compile(r"[\[(]?\d{1,3}(?:(?:[,;]|\s|and|&)+\d{1,3}){0,20}[\])]?\.?")


class Note(NamedTuple):
    """What a note or numbered entry holds: the ids of its sources and what it quotes or says of them.

    `cites` is whether it names a source at all, though it may not be one that can be read.
    """

    block: int
    sources: tuple[str, ...]
    quotes: tuple[Prose, ...] = ()
    cites: bool = True


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
    from dvht_lint.assembly.quoting import is_discourse, is_title, is_work, passages, summaries, with_marks

    quotes = list(passages(block.prose))
    said = list(summaries(block.prose, quotes))
    away = [with_marks(block.prose, quote) for quote in quotes if not is_title(block.prose, quote)] + said
    rest = block.prose.slice(Span(0, min(span.start for span in away))) if away else block.prose
    if away and not looks_like_citation(rest.plain):
        rest = block.prose.without(sorted(away))
    if is_discourse(rest) and any(mark.kind is MarkKind.LINK for mark in rest.marks):
        found = tuple(source for source, _ in linked(rest, parse_citation, path))
    else:
        found = tuple(filter(is_work, _cited(without_label(rest), path, parse_citation)))
    sourcing.sources.extend(found)
    if found or quotes:
        sourcing.holding.add(index)
    evidence = tuple(block.prose.slice(span) for span in sorted(quotes + said))
    cites = bool(found) or looks_like_citation(rest.plain)
    sourcing.notes.setdefault(block.label, Note(index, tuple(source.id for source in found), evidence, cites))


def _cited(prose: Prose, path: str, parse_citation: ParseCitation) -> tuple[Source, ...]:
    return parse_citation(prose.strip(), path) if any(c.isalnum() for c in prose.plain) else ()


def linked(prose: Prose, parse_citation: ParseCitation, path: str) -> Iterator[tuple[Source, Span]]:
    """The works that the links of a text lead to, each with the link's span; addresses inside the site are none."""
    for mark in prose.marks:
        if mark.kind is MarkKind.LINK and mark.target.lower().startswith(("http://", "https://")):
            words = prose.slice(mark.span)
            for source in parse_citation(words, path)[:1]:
                yield source if _cites(words.plain) else _bare(source), mark.span


def _cites(words: str) -> bool:
    return "://" not in words and "www." not in words and looks_like_citation(words)


def _bare(source: Source) -> Source:
    """A link as no more than its address."""
    kept = {name: value for name, value in source.fields.items() if name in _OF_LINK}
    return replace(source, fields=kept, spans={k: v for k, v in source.spans.items() if k in kept}, linked=True)
