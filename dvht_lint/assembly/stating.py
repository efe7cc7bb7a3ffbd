"""Statements: the bullets of the reference half with their sources, and passages that notes quote."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from dvht_lint.assembly.citing import Citer
from dvht_lint.assembly.identity import Ids
from dvht_lint.assembly.sourcing import Note
from dvht_lint.assembly.stems import Stems, prose_of
from dvht_lint.model import Block, CitationKind, Document, Quantity, Role, Statement
from dvht_lint.text import Prose, Span

__all__ = ["StatementMaker"]

_NAMES_A_SOURCE = frozenset(
    {CitationKind.KEY, CitationKind.NOTE, CitationKind.NUMBER, CitationKind.LINK, CitationKind.LINE}
)


class StatementMaker:
    """Makes the statements of one document; `made` holds them in order."""

    def __init__(
        self,
        document: Document,
        *,
        items: Sequence[range],
        citer: Citer,
        read_quantities: Callable[[str], tuple[Quantity, ...]],
        named: Mapping[int, str],
    ) -> None:
        """`items` gives the blocks of each block's item; `named`, by where it begins, the id that a comment gives it."""
        self._document = document
        self._items = items
        self._citer = citer
        self._read_quantities = read_quantities
        self._named = named
        self._ids = Ids("s-")
        self._stems = Stems(document.blocks)
        self._quoted: dict[tuple[int, ...], str] = {}
        self.made: list[Statement] = []

    def add(self, index: int, block: Block) -> None:
        """Make the statement that begins with block `index`; what continues an item goes with the item."""
        whole = self._items[index]
        if index != whole.start:
            return
        blocks = [self._document.blocks[i] for i in whole if self._document.blocks[i].role is block.role]
        prose = Prose.join([b.prose for b in blocks]) if len(blocks) > 1 else block.prose
        if not any(c.isalnum() for c in prose.plain):
            return
        if block.role is Role.LEAD and block.prose.plain.endswith(":"):
            self._stems.open(index)
        prose = self._citer.unglued(prose)
        citations, _ = self._citer.read(prose, index)
        sources = dict.fromkeys(c.target for c in citations if c.target and c.kind in _NAMES_A_SOURCE)
        identifier = self._named.get(block.span.start) or self._ids.of(prose.plain)
        self.made.append(
            Statement(
                identifier,
                prose,
                Span(block.span.start, blocks[-1].span.end),
                self._document.path,
                citations=citations,
                quantities=self._read_quantities(prose.plain),
                sources=tuple(sources),
                role=block.role if block.role is Role.LEAD and not sources else Role.STATEMENT,
                block=index,
                language=block.language or self._document.language,
                stem=prose_of(self._stems.above(index)),
            )
        )

    def quote(self, notes: tuple[Note, ...]) -> str:
        """The id of the statement that the quotations of some notes make, which is made where it is not yet."""
        key = tuple(note.block for note in notes)
        if key not in self._quoted:
            passages = [passage for note in notes for passage in note.quotes]
            prose = Prose.join(passages) if len(passages) > 1 else passages[0]
            identifier = self._ids.of(prose.plain)
            self._quoted[key] = identifier
            self.made.append(
                Statement(
                    identifier,
                    prose,
                    prose.source(prose.whole()),
                    self._document.path,
                    quantities=self._read_quantities(prose.plain),
                    sources=tuple(dict.fromkeys(i for note in notes for i in note.sources)),
                    block=key[0],
                    language=self._document.language,
                    passages=tuple(passages),
                )
            )
        return self._quoted[key]
