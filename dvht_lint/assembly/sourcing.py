"""The sources of a document: `Source:` lines, entries of a bibliography, notes, links; and quotations in notes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from dvht_lint.model import BlockKind, Document, Role, Source
from dvht_lint.roles.halves import looks_like_citation
from dvht_lint.roles.serving import is_line, item_ranges, served
from dvht_lint.roles.sourcelines import without_label
from dvht_lint.text import MarkKind, Prose, Span

__all__ = ["Note", "ParseCitation", "Sourcing", "collect", "linked"]

ParseCitation = Callable[[Prose, str], tuple[Source, ...]]
"""The works that a text cites; takes the text and the path of its document."""

_QUOTED = re.compile(r"[“\"«]([^“”\"«»]{20,2000})[”\"»]")
_INTRODUCED = re.compile(r"(?:[:,]|\b(?:that|states?|says?|said|writes?|wrote|quote|notes?|reads?))\s*$", re.IGNORECASE)
_SAYS = re.compile(r"\b(?:is|are|was|were|has|have|had|be|been|can|may|will|do|does|did|\w{3,}ed)\b|\d")
_EVIDENCE_OF_WORK = frozenset({"issued", "URL", "DOI", "ISBN", "container-title", "publisher"})


@dataclass(frozen=True, slots=True)
class Note:
    """What a note or numbered entry holds: the ids of its sources and the passages it quotes."""

    block: int
    sources: tuple[str, ...]
    quotes: tuple[Prose, ...] = ()


@dataclass(slots=True)
class Sourcing:
    """The sources of a document and what they serve."""

    sources: list[Source] = field(default_factory=list)
    by_block: dict[int, tuple[Source, ...]] = field(default_factory=dict)
    """The sources that a block is, by its index."""
    serving: dict[int, tuple[int, ...]] = field(default_factory=dict)
    """The indices of the `Source:` lines that serve a block, by its index."""
    holding: set[int] = field(default_factory=set)
    """The notes that hold a source or a quotation, by the index of their block."""
    items: list[range] = field(default_factory=list)
    """For each block, the blocks of the item it belongs to."""
    notes: dict[str, Note] = field(default_factory=dict)
    """Notes by label."""
    entries: dict[str, Note] = field(default_factory=dict)
    """The entries of a numbered bibliography by number."""

    def of(self, block: int) -> tuple[Source, ...]:
        """The sources that serve a block."""
        return tuple(source for line in self.serving.get(block, ()) for source in self.by_block.get(line, ()))


def collect(document: Document, parse_citation: ParseCitation) -> Sourcing:
    """Read every source that stands in a block of its own."""
    blocks = document.blocks
    lines = [block.role is Role.SOURCE and is_line(block) for block in blocks]
    items = item_ranges(blocks)
    serving = {i: by for target, by in served(blocks, lines).items() for i in items[target]}
    sourcing = Sourcing(serving=serving, items=items)
    for index, block in enumerate(blocks):
        if block.role is not Role.SOURCE:
            continue
        quotes = tuple(_quotations(block.prose)) if block.kind is BlockKind.NOTE else ()
        prose = block.prose.without([_around(block.prose, q) for q in quotes]) if quotes else block.prose
        prose = without_label(prose).strip()
        found = parse_citation(prose, document.path) if any(c.isalnum() for c in prose.plain) else ()
        if block.kind is BlockKind.NOTE:
            found = tuple(source for source in found if _is_work(source))
        sourcing.sources.extend(found)
        sourcing.by_block[index] = found
        if block.kind is BlockKind.NOTE and (found or quotes):
            sourcing.holding.add(index)
        if block.label and block.kind is not BlockKind.CELL:
            note = Note(index, tuple(source.id for source in found), tuple(block.prose.slice(q) for q in quotes))
            held = sourcing.notes if block.kind is BlockKind.NOTE else sourcing.entries
            held.setdefault(block.label, note)
    return sourcing


def linked(prose: Prose, parse_citation: ParseCitation, path: str) -> Iterator[tuple[Source, Span]]:
    """The works that the links of a text lead to, each with the link's span; addresses inside the site are none."""
    for mark in prose.marks:
        if mark.kind is MarkKind.LINK and mark.target.lower().startswith(("http://", "https://")):
            for source in parse_citation(prose.slice(mark.span), path)[:1]:
                yield source, mark.span


def _is_work(source: Source) -> bool:
    """Whether a note cites something, rather than adding a remark."""
    if looks_like_citation(source.text):
        return True
    return source.parsed and (bool(_EVIDENCE_OF_WORK & source.fields.keys()) or _share_of_capitals(source.text) > 0.6)


def _share_of_capitals(text: str) -> float:
    """How many of the longer words begin with a capital, 0 to 1: most in names and titles, few in sentences."""
    heavy = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return sum(word[0].isupper() for word in heavy) / len(heavy) if heavy else 1.0


def _quotations(prose: Prose) -> Iterator[Span]:
    """The passages that a note quotes, without their marks; quoted titles are none."""
    for found in _QUOTED.finditer(prose.plain):
        inside = Span(*found.span(1))
        if _is_passage(inside.cut(prose.plain), prose.plain[: found.start()]):
            yield inside


def _is_passage(text: str, before: str) -> bool:
    words = text.split()
    if len(words) < 5 or _share_of_capitals(" ".join(words[1:])) > 0.6:
        return False
    return text.rstrip().endswith((".", "!", "…")) or bool(_INTRODUCED.search(before)) or bool(_SAYS.search(text))


def _around(prose: Prose, inside: Span) -> Span:
    """A passage with its quotation marks."""
    return Span(max(0, inside.start - 1), min(len(prose.plain), inside.end + 1))
