"""Which sources a claim or statement names, across documents; and ids that name nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace

from dvht_lint.diagnostic import Finding
from dvht_lint.model import (
    UNREAD_BIBLIOGRAPHY,
    Citation,
    CitationKind,
    Claim,
    Document,
    Pair,
    Problem,
    Project,
    Source,
    Statement,
)
from dvht_lint.session.placing import Context
from dvht_lint.text import Span

__all__ = ["Links"]

_NAMING = frozenset({CitationKind.KEY, CitationKind.LINE, CitationKind.NOTE, CitationKind.NUMBER, CitationKind.LINK})
FindStatement = Callable[[str, str], Statement | None]


class Links:
    """Sources by id over all documents. An id means the file's own source where it has one, else the first by path."""

    def __init__(self) -> None:
        """Start with no documents."""
        self._sources: dict[str, dict[str, Source]] = defaultdict(dict)
        self._statements: dict[str, set[str]] = defaultdict(set)
        self._documents: dict[str, Document] = {}
        self._problems: dict[str, tuple[Document, Document]] = {}

    def update(self, path: str, document: Document | None) -> None:
        """Put a document in the place of the one with its path; None takes it away."""
        before = self._documents.pop(path, None)
        if before is not None:
            for source in before.sources:
                self._sources[source.id].pop(path, None)
            for statement in before.statements:
                self._statements[statement.id].discard(path)
        if document is not None:
            self._documents[path] = document
            for source in document.sources:
                self._sources[source.id].setdefault(path, source)
            for statement in document.statements:
                self._statements[statement.id].add(path)

    def source(self, identifier: str, path: str = "") -> Source | None:
        """A source by its id."""
        found = self._sources.get(identifier)
        if not found:
            return None
        return found.get(path) or found[min(found)]

    def sources_of(self, statement: Statement) -> tuple[Source, ...]:
        """The sources that a statement rests on, in its order."""
        found = (self.source(i, statement.document) for i in statement.sources)
        return tuple(s for s in found if s is not None)

    def cited(self, claim: Claim) -> tuple[Source, ...]:
        """The sources that a claim's own citations lead to."""
        found = (self.source(c.target, claim.document) for c in claim.citations if c.kind in _NAMING)
        return tuple({id(s): s for s in found if s is not None}.values())

    def backs(self, claim: Claim) -> bool:
        """Whether a claim says itself where it is from, even if that cannot be resolved: it is not uncited."""
        return claim.covered or any(c.kind in _NAMING for c in claim.citations)

    def context(self, context: Context, finding: Finding, statements: FindStatement) -> Context:
        """The context of a finding, with what the finding itself names put in."""
        source, statement = context.source, context.statement
        if finding.source:
            source = self.source(finding.source, finding.at.path) or source
        if finding.statement:
            statement = statements(finding.statement, finding.at.path) or statement
        return Context(context.claim, statement, source)

    def project(self, documents: tuple[Document, ...], pairs: tuple[Pair, ...]) -> Project:
        """All there is, with the ids that something rests on."""
        used = frozenset(i for p in pairs for i in (p.statements or (p.statement.id,)))
        sources = {i for d in documents for s in d.statements for i in s.sources}
        sources |= {c.target for d in documents for c in _citations(d)}
        return Project(documents, pairs, used, frozenset(sources))

    def with_problems(self, document: Document) -> Document:
        """The document with the ids that lead nowhere in any file as problems; the same object while nothing changes.

        A reader knows only its own file: an id that it misses may stand in another.
        """
        own = tuple(p for p in document.problems if not (p.code == "DV005" and p.key and self._known(p.key)))
        problems = (*own, *self._dangling(document))
        if problems == document.problems:
            return document
        known = self._problems.get(document.path)
        if known is not None and known[0] is document and known[1].problems == problems:
            return known[1]
        extended = replace(document, problems=problems)
        self._problems[document.path] = (document, extended)
        return extended

    def _known(self, identifier: str) -> bool:
        return bool(self._sources.get(identifier) or self._statements.get(identifier))

    def _dangling(self, document: Document) -> Iterator[Problem]:
        reported = {p.span for p in document.problems}
        for directive in document.directives:
            if directive.verb == "statement":
                for name, span in zip(directive.arguments, directive.argument_spans, strict=False):
                    if not self._statements.get(name):
                        yield Problem(
                            "DV005",
                            f"there is no statement with the id {name!r}{self._near(name, self._statements)}",
                            span,
                        )
        if not document.metadata.get(UNREAD_BIBLIOGRAPHY):
            yield from self._unknown_keys(document, reported)

    def _unknown_keys(self, document: Document, reported: set[Span]) -> Iterator[Problem]:
        """The keys that no source has: one finding for all of a document that names no bibliography."""
        keys = [c for c in _citations(document) if c.kind is CitationKind.KEY and c.target and c.span not in reported]
        unknown = list({c.span: c for c in keys if self._leads_nowhere(c)}.values())
        if not document.metadata.get("bibliography") and len(unknown) == len({c.span for c in keys}):
            unknown = [c for c in unknown if _is_bracketed(document.text.text, c.span)]
            if len(unknown) > 1:
                text = f"the document names no bibliography, and no source has the id {unknown[0].target!r} or another of its {len(unknown)} keys"
                yield Problem("DV005", text, unknown[0].span, see=tuple(c.span for c in unknown[1:]))
                return
        for citation in unknown:
            near = self._near(citation.target, self._sources)
            yield Problem("DV005", f"there is no source with the id {citation.target!r}{near}", citation.span)

    def _leads_nowhere(self, citation: Citation) -> bool:
        return bool(citation.target) and not self._known(citation.target)

    @staticmethod
    def _near(name: str, known: Mapping[str, Collection[object]]) -> str:
        from difflib import get_close_matches

        near = get_close_matches(name, [k for k, held in known.items() if k and held], n=1, cutoff=0.7)
        return f"; did you mean {near[0]!r}?" if near else ""


def _is_bracketed(text: str, span: Span) -> bool:
    """Whether a key stands in square brackets, where no handle of a person does."""
    opening, closing = text.rfind("[", 0, span.start + 1), text.rfind("]", 0, span.start)
    return opening > closing and "\n\n" not in text[opening : span.start]


def _citations(document: Document) -> Iterator[Citation]:
    for claim in document.claims:
        yield from claim.citations
    for statement in document.statements:
        yield from statement.citations
