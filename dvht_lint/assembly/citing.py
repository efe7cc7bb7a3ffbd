"""What a text cites: notes, keys, links, numbers, `Source:` lines, and author and year in parentheses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dvht_lint.assembly.sourcing import Note, ParseCitation, Sourcing, linked
from dvht_lint.model import Citation, CitationKind, Document, Source
from dvht_lint.text import Mark, MarkKind, Prose, Span

__all__ = ["Citer"]

_BRACKETED = re.compile(r"\(([^()]{2,120}?(?:1[89]|20)\d\d[a-z]?[^()]{0,40})\)")
_BARE_YEAR = re.compile(r"\(((?:1[89]|20)\d\d)[a-z]?(?:, pp?\. ?[\d–-]+)?\)")
_YEAR = re.compile(r"(?<!\d)((?:1[89]|20)\d\d)[a-z]?(?!\d)")
_AUTHOR_DATE = re.compile(r"^(?:see |e\.g\.,? |cf\. )?[A-Z][^,;()]{1,80}, (?:n\.d\.|(?:1[89]|20)\d\d)")

_GLUED = re.compile(r"(?<=[a-z)”\"’][.,;:!?])\d{1,3}(?:[,–-]\d{1,3}){0,9}(?=\s|$)|(?<=[a-z]{3})\d{1,3}(?=[\s.,;:!?]|$)")
_NUMBERS = re.compile(r"\d+")


class Citer:
    """Reads the citations of claims and statements; sources that only a link names are added as they are met."""

    def __init__(self, document: Document, sourcing: Sourcing, parse_citation: ParseCitation) -> None:
        """`sourcing` holds what stands in blocks of its own."""
        self._file = document.text.text
        self._sourcing = sourcing
        self._parse = parse_citation
        self._path = document.path
        self._by_year: dict[int, list[Source]] = {}
        for source in sourcing.sources:
            for year in {source.year, source.latest_year} - {None}:
                self._by_year.setdefault(int(year or 0), []).append(source)

    def unglued(self, prose: Prose) -> Prose:
        """The prose with note marks that are glued to a word ("homes.3") taken out, where the list has the number."""
        entries = self._sourcing.entries or self._sourcing.notes
        if not entries:
            return prose
        found = [m for m in _GLUED.finditer(prose.plain) if all(n in entries for n in _NUMBERS.findall(m[0]))]
        marks = [
            Mark(MarkKind.NOTE, Span(m.start(), m.start()), number, prose.source(Span(*m.span())))
            for m in found
            for number in _NUMBERS.findall(m[0])
        ]
        return prose.without([Span(*m.span()) for m in found], marks) if found else prose

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
                citations.append(Citation(CitationKind.KEY, key, _place(prose, mark), locator))
        for source, span in linked(prose, self._parse, self._path):
            self._sourcing.sources.append(source)
            citations.append(Citation(CitationKind.LINK, source.id, prose.source(span)))
        citations.extend(self._author_date(prose))
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

    def _author_date(self, prose: Prose) -> Iterator[Citation]:
        """Author and year in parentheses: a key where they name one source of the document.

        Where they name none, the sentence does say that it has a source; the list may be in another file.
        """
        plain = prose.plain
        if "(" not in plain:
            return
        for found in _BARE_YEAR.finditer(plain):
            before = plain[max(0, found.start() - 100) : found.start()].rstrip()
            named = [s for s in self._by_year.get(int(found[1]), ()) if any(before.endswith(a) for a in s.authors if a)]
            if named:
                yield Citation(CitationKind.KEY, named[0].id, prose.source(Span(*found.span())))
        for found in _BRACKETED.finditer(plain):
            at = found.start(1)
            for part in found[1].split(";"):
                span = Span(at, at + len(part))
                at += len(part) + 1
                source = self._named(part)
                if source is not None:
                    yield Citation(CitationKind.KEY, source.id, prose.source(span))
                elif _AUTHOR_DATE.match(part.strip()):
                    yield Citation(CitationKind.LINE, "", prose.source(span))

    def _named(self, text: str) -> Source | None:
        for year in _YEAR.findall(text):
            for source in self._by_year.get(int(year), ()):
                if any(author and author.casefold() in text.casefold() for author in source.authors):
                    return source
        return None


def _of_note(note: Note, kind: CitationKind, span: Span) -> Iterator[Citation]:
    quote = note.quotes[0] if note.quotes else None
    for identifier in note.sources:
        yield Citation(kind, identifier, span, quote=quote.plain if quote else "", quote_prose=quote)


def _place(prose: Prose, mark: Mark) -> Span:
    return mark.source if mark.source is not None else prose.source(mark.span)
