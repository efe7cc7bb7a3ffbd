"""Every statement beside the evidence of its sources, kept up to date with both."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dvht_lint.model import (
    Alteration,
    Citation,
    Claim,
    Document,
    Evidenced,
    Miscited,
    Passage,
    Settings,
    Source,
    Statement,
    Unbacked,
)
from dvht_lint.session.evidence.backing import Reading, readings
from dvht_lint.session.evidence.copies import Copy, CopyKey
from dvht_lint.session.evidence.verbatim import differences
from dvht_lint.session.figures import read_figures
from dvht_lint.text import Prose, Span

__all__ = ["EvidenceGraph", "SourcesOf"]

Side = Claim | Statement
_Known = tuple[tuple[Side, tuple[Source, ...]], Evidenced, tuple[Miscited, ...]]
SourcesOf = Callable[[Side], tuple[Source, ...]]
"""The sources that a statement or claim names."""

_OWN_QUOTATION = re.compile(r"“([^“”]{12,2000})”|(?<![\w\"])\"([^\"]{12,2000})\"(?!\w)")
_WORDS_OF_A_QUOTATION = 4
"""A shorter stretch in quotation marks is a term, which need not be anybody's words."""
_MOST_DIFFERENCES = 4
"""A quotation with more differences is another text: that is said once."""
_ELSEWHERE = 0.6
"""The least score at which a passage of a source that is not cited is taken for what the statement restates."""


@dataclass
class EvidenceGraph:
    """The copies by source, and what came of each statement last time."""

    settings: Settings
    copies: dict[CopyKey, Copy] = field(default_factory=dict)
    _known: dict[tuple[str, str, bool], _Known] = field(default_factory=dict)

    def put(self, key: CopyKey, copy: Copy | None) -> bool:
        """Take a copy in the place of an older one; None takes it away. Whether that changed anything."""
        if self.copies.get(key) == copy:
            return False
        if copy is None:
            del self.copies[key]
        else:
            self.copies[key] = copy
        self._known.clear()
        return True

    def text_of(self, path: str) -> str | None:
        """The text of a copy by its path, where spans lead into it."""
        for copy in self.copies.values():
            if copy.path == path and not path.lower().endswith((".pdf", ".docx")):
                return copy.pages[0].text if copy.pages else ""
        return None

    def subjects(
        self, documents: Sequence[Document], sides: Iterable[Side], sources_of: SourcesOf
    ) -> Iterator[tuple[Evidenced, tuple[Miscited, ...]]]:
        """What the sources of each statement say of it, for those that have evidence or a quotation."""
        if not self.copies:
            # Most projects: only what quotes its source is looked at.
            sides = [s for s in sides if any(c.quote for c in s.citations)]
        by_key: dict[CopyKey, Source] | None = None
        memory: dict[tuple[str, str, bool], _Known] = {}
        for side in sides:
            sources = sources_of(side)
            quotes = any(c.quote for c in side.citations)
            if not quotes and not any((s.document, s.id) in self.copies for s in sources):
                continue
            key = (side.document, side.id, isinstance(side, Claim))
            known = self._known.get(key)
            if known is None or known[0] != (side, sources):
                by_key = by_key or {(s.document, s.id): s for d in documents for s in d.sources}
                known = ((side, sources), *_Looking(self, side, sources, by_key).result())
            memory[key] = known
            yield known[1], known[2]
        self._known = memory


class _Looking:
    """One statement held against its sources."""

    def __init__(
        self, graph: EvidenceGraph, side: Side, sources: tuple[Source, ...], by_key: Mapping[CopyKey, Source]
    ) -> None:
        self.graph, self.side, self.sources, self.by_key = graph, side, sources, by_key
        self.copies = [c for s in sources if (c := graph.copies.get((s.document, s.id))) is not None]
        self.altered = [*self._altered_quotes(), *self._altered_own()]
        # What an altered quotation says is told once, at its words; it is no measure for the statement.
        wrong = {a.span for a in self.altered}
        self.quotes = [self._passage(c) for c in side.citations if c.quote and not _holds(c, wrong)]
        self.readings = readings(side, self.copies, self.quotes, graph.settings)

    def result(self) -> tuple[Evidenced, tuple[Miscited, ...]]:
        altered = self.altered
        miscited: list[Miscited] = []
        unbacked: list[Unbacked] = []
        quoted = [a.span for a in altered]
        for lacking in self.readings.unbacked():
            if not self._must_be_there(lacking):
                continue
            place = self.side.prose.source(lacking.span)
            if any(place.overlaps(span) for span in quoted):
                continue  # an altered quotation of the statement itself: told there
            elsewhere = self._elsewhere(lacking)
            if elsewhere is None:
                unbacked.append(lacking)
            elif elsewhere not in miscited:
                miscited.append(elsewhere)
        wording = tuple((e, p) for e, p in self.readings.wording() if not self._told(e.left, quoted))
        backing = self.readings.passages()
        value = Evidenced(
            self.side,
            self.sources,
            tuple(passage for passage, _ in backing),
            tuple(altered),
            tuple(unbacked),
            wording,
            tuple(figures for _, figures in backing),
        )
        return value, tuple(miscited)

    def _told(self, span: Span, spans: Iterable[Span]) -> bool:
        place = self.side.prose.source(span)
        return any(place.overlaps(other) for other in spans)

    def _passage(self, citation: Citation) -> Passage:
        prose = citation.quote_prose or Prose(citation.quote)
        page = re.sub(r"^(?:pp?|pages?)\.?\s*", "", citation.locator, flags=re.IGNORECASE)
        figures = read_figures(prose.plain, self.graph.settings.language)
        return Passage(self.side.document, page, prose, figures, citation.target, is_quote=True)

    def _must_be_there(self, lacking: Unbacked) -> bool:
        """Whether every source was looked into, or a passage that surely is meant says otherwise."""
        quoted = {c.target for c in self.side.citations if c.quote}
        open_ones = [s for s in self.sources if (s.document, s.id) not in self.graph.copies and s.id not in quoted]
        return not open_ones or (lacking.edit is not None)

    # --- quotations ------------------------------------------------------------------------------

    def _altered_quotes(self) -> Iterator[Alteration]:
        """What each `quote` has that the evidence of its source has not."""
        for citation in self.side.citations:
            source = next((s for s in self.sources if s.id == citation.target), None)
            copy = self.graph.copies.get((source.document, source.id)) if source else None
            if citation.quote and copy is not None:
                prose = citation.quote_prose
                yield from self._altered(prose or Prose(citation.quote), [copy], None if prose else citation.span)

    def _altered_own(self) -> Iterator[Alteration]:
        """What a quotation inside the statement has that no source of it has."""
        open_ones = [s for s in self.sources if (s.document, s.id) not in self.graph.copies]
        if not self.copies or open_ones:
            return
        prose = self.side.prose
        for match in _OWN_QUOTATION.finditer(prose.plain):
            span = Span(*match.span(match.lastindex or 0))
            if len(span.cut(prose.plain).split()) >= _WORDS_OF_A_QUOTATION:
                yield from self._altered(prose.slice(span), self.copies, None)

    def _altered(self, quote: Prose, copies: list[Copy], place: Span | None) -> Iterator[Alteration]:
        if any(copy.words.page_of(quote.plain) is not None for copy in copies):
            return
        copy = copies[0]
        number = copy.words.likeliest(quote.plain)
        label, text = copy.words.stretch(number) if number is not None else ("", "")
        near = self._near(copy, quote.plain)
        passage = near or Passage(copy.path, label, Prose(text), (), copy.source)
        found = differences(quote.plain, text) if number is not None else None
        path = self.side.document
        if not found or len(found) > _MOST_DIFFERENCES:
            span = place or quote.source(quote.whole())
            yield Alteration(path, span, quote.plain, "", None, passage if number is not None else None)
            return
        for difference in found:
            span = place or quote.source(difference.span)
            yield Alteration(path, span, difference.quoted, difference.original, passage)

    @staticmethod
    def _near(copy: Copy, text: str) -> Passage | None:
        return next((passage for _, passage in copy.near(text, read_figures(text))), None)

    # --- other sources ---------------------------------------------------------------------------

    def _elsewhere(self, lacking: Unbacked) -> Miscited | None:
        """Another source whose evidence has the figure in its role."""
        cited = next((s for s in self.sources if (s.document, s.id) in self.graph.copies), None)
        if cited is None:
            return None
        own = {(s.document, s.id) for s in self.sources}
        contents = {self.graph.copies[k].sha256 for k in own if k in self.graph.copies}
        best: tuple[Reading, Source] | None = None
        for key, copy in self.graph.copies.items():
            source = self.by_key.get(key)
            if key in own or source is None or copy.sha256 in contents:
                continue
            reading = readings(self.side, (copy,), (), self.graph.settings).backing(lacking.index)
            if reading and reading.score >= _ELSEWHERE and (best is None or reading.score > best[0].score):
                best = (reading, source)
        if best is None:
            return None
        citation = next((c for c in self.side.citations if c.target == cited.id), None)
        at = citation.span if citation else self.side.span
        return Miscited(self.side, at, cited, best[1], passage=best[0].passage)


def _holds(citation: Citation, spans: Iterable[Span]) -> bool:
    """Whether one of the spans of the file lies in the quotation of a citation."""
    prose = citation.quote_prose
    place = prose.source(prose.whole()) if prose else citation.span
    return any(place.contains(span) for span in spans)
