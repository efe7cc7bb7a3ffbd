"""What a text cites: notes, keys, links, numbers, `Source:` lines, and author and year in parentheses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from dvht_lint.assembly.abbreviations import abbreviations
from dvht_lint.assembly.sourcing import Note, ParseCitation, Sourcing, linked
from dvht_lint.model import Citation, CitationKind, Document, Problem
from dvht_lint.text import Mark, MarkKind, Prose, Span

if TYPE_CHECKING:
    from dvht_lint.assembly.listed import ListedWorks

__all__ = ["Citer"]

CROSS_REFERENCES = tuple(
    f"{kind}{sign}"
    for kind in "fig tbl tab sec eq lst thm lem cor prp cnj def exm exr sol rem nte tip wrn imp cau".split()
    for sign in "-:"
)
"""How the keys begin that lead to a figure, table or section of the document itself (Quarto, bookdown, pandoc-crossref)."""
_YEAR_IN_BRACKETS = re.compile(r"\([^()]{0,120}\d{4}")


@cache
def _glued() -> re.Pattern[str]:
    """A number behind a full stop, or behind a word, as a note mark is once it is no longer raised."""
    return re.compile(
        r"(?<=[a-z)”\"’][.,;:!?])\d{1,3}(?:[,–-]\d{1,3}){0,9}(?=\s|$)|(?<=[a-z]{3})\d{1,3}(?=[\s.,;:!?]|$)"
    )


class Citer:
    """Reads the citations of claims and statements; sources that only a link names are added as they are met."""

    def __init__(self, document: Document, sourcing: Sourcing, parse_citation: ParseCitation) -> None:
        """`sourcing` holds what stands in blocks of its own."""
        self._file = document.text.text
        self._sourcing = sourcing
        self._parse = parse_citation
        self._path = document.path
        self._blocks = document.blocks
        self._works: ListedWorks | None = None

    def unglued(self, prose: Prose) -> Prose:
        """The prose with note marks that are glued to a word ("homes.3") taken out, where the list has the number."""
        entries = self._sourcing.entries or self._sourcing.notes
        if not entries:
            return prose
        cuts: list[Span] = []
        marks: list[Mark] = []
        for found in _glued().finditer(prose.plain):
            numbers = re.findall(r"\d+", found[0])
            if all(number in entries for number in numbers):
                cuts.append(Span(*found.span()))
                at, place = Span(found.start(), found.start()), prose.source(cuts[-1])
                marks.extend(Mark(MarkKind.NOTE, at, number, place) for number in numbers)
        return prose.without(cuts, marks) if cuts else prose

    def read(self, prose: Prose, block: int) -> tuple[tuple[Citation, ...], tuple[Note, ...]]:
        """The citations of a text that stands in a block, and the notes it calls that quote a passage.

        A mark whose note is missing is a citation without target: the sentence does say that it has a source.
        """
        citations = list(self._lines(block))
        notes: list[Note] = []
        for mark in prose.marks:
            if mark.kind is MarkKind.NOTE:
                kind, note = self._called(mark)
                if note is None:
                    citations.append(Citation(kind, "", _place(prose, mark)))
                else:
                    notes.append(note)
                    citations.extend(_of_note(note, kind, _place(prose, mark)))
            elif mark.kind is MarkKind.CITATION:
                key, _, locator = mark.target.partition(", ")
                if key.startswith(CROSS_REFERENCES):
                    continue
                citations.append(Citation(CitationKind.KEY, key, _place(prose, mark), locator))
        for source, span in linked(prose, self._parse, self._path):
            self._sourcing.sources.append(source)
            citations.append(Citation(CitationKind.LINK, source.id, prose.source(span)))
        if _YEAR_IN_BRACKETS.search(prose.plain):
            from dvht_lint.assembly.authordate import author_dates

            citations.extend(author_dates(prose, self._listed()))
        return tuple(citations), tuple(note for note in notes if note.quotes)

    def read_credit(self, prose: Prose) -> tuple[Citation, ...]:
        """What a text in parentheses behind a sentence cites; one that nothing else resolves is a source by itself."""
        citations, _ = self.read(prose, -1)
        if any(citation.target for citation in citations):
            return citations
        inside = prose.plain.rstrip(". ")
        sources = self._parse(prose.slice(Span(1, len(inside) - 1)), self._path)
        found = [source for source in sources if source.parsed and source.title]
        self._sourcing.sources.extend(found)
        return tuple(Citation(CitationKind.LINE, source.id, source.span) for source in found) or citations

    def _called(self, mark: Mark) -> tuple[CitationKind, Note | None]:
        """What a note mark calls: `[3]` an entry of a numbered list before a note, every other form the reverse."""
        note = (CitationKind.NOTE, self._sourcing.notes.get(mark.target))
        entry = (CitationKind.NUMBER, self._sourcing.entries.get(mark.target))
        written = mark.source.cut(self._file) if mark.source is not None else ""
        if written.startswith("[^"):
            return note
        first, second = (entry, note) if written.startswith("[") else (note, entry)
        return first if first[1] is not None else second

    def _lines(self, block: int) -> Iterator[Citation]:
        for source in self._sourcing.of(block):
            yield Citation(CitationKind.LINE, source.id, source.span)

    def unlisted(self) -> Iterator[Problem]:
        """The citations by author and date that the list of references does not answer."""
        blocks = [b for b in self._blocks if _YEAR_IN_BRACKETS.search(b.prose.plain)]
        if blocks:
            from dvht_lint.assembly.authordate import unlisted

            yield from unlisted(blocks, self._listed())

    def _listed(self) -> ListedWorks:
        """The works of the document, read when the first text may name one."""
        if self._works is None:
            from dvht_lint.assembly.listed import ListedWorks

            short = abbreviations(block.prose.plain for block in self._blocks)
            listed = list(self._sourcing.listed(self._blocks))
            known = set(map(id, listed))
            others = [source for source in self._sourcing.sources if id(source) not in known]
            self._works = ListedWorks.of(listed, others, short)
        return self._works


def _of_note(note: Note, kind: CitationKind, span: Span) -> Iterator[Citation]:
    quote = note.quotes[0] if note.quotes else None
    for identifier in note.sources or (("",) if note.cites else ()):
        yield Citation(kind, identifier, span, quote=quote.plain if quote else "", quote_prose=quote)


def _place(prose: Prose, mark: Mark) -> Span:
    return mark.source if mark.source is not None else prose.source(mark.span)
