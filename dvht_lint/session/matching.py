"""Which statement each claim rests on, kept up to date as documents come and go.

A claim may rest on the statements of its own document's reference half, and on the pool that all documents
share: corpus files and files that are nothing but references. Each of these is a scope with an index of its
own. When a scope changes, only the claims with a word that a changed statement holds are matched again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from dvht_lint.matchers import (
    DEFAULT_THRESHOLD,
    CandidateIndex,
    Masked,
    Scored,
    accepts,
    companions,
    mask,
    rank,
)
from dvht_lint.model import Claim, Document, How, Match, Pair, Settings, Statement
from dvht_lint.session.figures import read_figures
from dvht_lint.text import Prose

__all__ = ["Matching", "claim_key"]

_RUNNERS_UP = 3
ClaimKey = tuple[str, int]
"""A document's path and the claim's place in it."""


def claim_key(document: Document, position: int) -> ClaimKey:
    """What names a claim within a session: ids may repeat between documents."""
    return (document.path, position)


@dataclass
class _Scope:
    """Statements that compete for the same claims, by `path#id`."""

    index: CandidateIndex = field(default_factory=CandidateIndex)
    statements: dict[str, Statement] = field(default_factory=dict)


class Matching:
    """The pairs of a session."""

    def __init__(self, settings: Settings) -> None:
        """Start with no documents."""
        self._threshold = settings.match_threshold or DEFAULT_THRESHOLD
        self._scopes: dict[str, _Scope] = defaultdict(_Scope)
        self._documents: dict[str, Document] = {}
        self._statements: dict[str, dict[str, Statement]] = defaultdict(dict)
        self._claims: dict[ClaimKey, tuple[Claim, Masked]] = {}
        self._by_word: dict[str, set[ClaimKey]] = defaultdict(set)
        self._explicit: set[ClaimKey] = set()
        self._stale: set[ClaimKey] = set()
        self._pairs: dict[ClaimKey, Pair | None] = {}
        self._placed: dict[str, dict[tuple[str, ...], str]] = {}

    def place(self, corpus: str, claims: Iterable[tuple[str, Claim]]) -> None:
        """Take the claims of a corpus file that stand in documents: path and claim with its statement's id.

        They are found there by their words with the figures masked, so that a drifted figure does not lose them.
        """
        before = self._placed.pop(corpus, {})
        placed = {(path, *_masked(claim).words): claim.statement for path, claim in claims if claim.statement}
        if placed:
            self._placed[corpus] = placed
        if placed != before:
            changed = {path for path, *_ in (*before, *placed)}
            self._stale |= {key for key in self._claims if key[0] in changed}

    def update(self, path: str, document: Document | None) -> None:
        """Put a document in the place of the one with its path; None takes it away."""
        before = self._documents.pop(path, None)
        if before is not None:
            self._forget_claims(path)
        if document is not None:
            self._documents[path] = document
        old, new = self._pooled(before), self._pooled(document)
        for scope in sorted(old.keys() | new.keys()):
            self._update_scope(scope, old.get(scope, {}), new.get(scope, {}))
        self._update_statements(before, document)
        if document is not None:
            self._add_claims(document)

    def pair(self, key: ClaimKey) -> Pair | None:
        """The pair of a claim, or None where it rests on no statement."""
        if key in self._stale:
            self._stale.discard(key)
            self._pairs[key] = self._keep(self._pairs.get(key), self._match(*self._claims[key]))
        return self._pairs.get(key)

    def statement(self, identifier: str, path: str = "") -> Statement | None:
        """A statement by its id: the one of the file `path` where it has one, else the first by path."""
        found = self._statements.get(identifier, {})
        return found.get(path) or (found[min(found)] if found else None)

    @staticmethod
    def _keep(old: Pair | None, new: Pair | None) -> Pair | None:
        """The old object where nothing changed, so that what was computed from it stays valid."""
        return old if old == new else new

    @staticmethod
    def _pooled(document: Document | None) -> dict[str, dict[str, Statement]]:
        """The scope of a document's statements, and those statements by key. Pairs files name theirs, so pool none."""
        if document is None or not document.statements or document.format == "pairs":
            return {}
        shared = not document.blocks or not document.claims
        scope = "" if shared else document.path
        return {scope: {f"{document.path}#{s.id}": s for s in document.statements if not s.passages}}

    def _update_scope(self, name: str, old: dict[str, Statement], new: dict[str, Statement]) -> None:
        scope = self._scopes[name]
        changed = {k for k in new if old.get(k) != new[k]}
        gone = [k for k in old if k not in new or k in changed]
        for key in gone:
            scope.statements.pop(key, None)
        for key in sorted(changed):
            scope.statements[key] = new[key]
        # A statement that only moved keeps its words; its pairs must still carry its new place.
        words = scope.index.update(((k, _masked(new[k])) for k in sorted(changed)), gone)
        for word in words:
            for claim in self._by_word.get(word, ()):
                if not name or claim[0] == name:
                    self._stale.add(claim)

    def _update_statements(self, before: Document | None, after: Document | None) -> None:
        old = {s.id: s for s in before.statements} if before else {}
        new = {s.id: s for s in after.statements} if after else {}
        path = after.path if after else before.path if before else ""
        for identifier in old.keys() | new.keys():
            if old.get(identifier) == new.get(identifier):
                continue
            if identifier in new:
                self._statements[identifier][path] = new[identifier]
            else:
                self._statements[identifier].pop(path, None)
        if old != new:
            self._stale |= self._explicit

    def _forget_claims(self, path: str) -> None:
        for key in [k for k in self._claims if k[0] == path]:
            _, masked = self._claims.pop(key)
            for word in masked.bag:
                self._by_word[word].discard(key)
            self._explicit.discard(key)
            self._stale.discard(key)
            self._pairs.pop(key, None)

    def _add_claims(self, document: Document) -> None:
        for position, claim in enumerate(document.claims):
            key = claim_key(document, position)
            masked = Masked((), "") if claim.statement else _masked(claim)
            self._claims[key] = (claim, masked)
            self._stale.add(key)
            if claim.statement:
                self._explicit.add(key)
            for word in masked.bag:
                self._by_word[word].add(key)

    def _match(self, claim: Claim, masked: Masked) -> Pair | None:
        name = claim.statement or self._placed_statement(claim, masked)
        if name:
            named = self.statement(name, claim.document)
            return Pair(claim, named, 1.0, How.EXPLICIT, (named.id,)) if named else None
        best: tuple[float, str, list[Scored]] | None = None
        for scope in (claim.document, ""):
            if scope not in self._scopes:
                continue
            index = self._scopes[scope].index
            ranked = rank(masked, index, cited=self._cited(claim, scope))
            if accepts(masked, ranked, index, self._threshold) and (best is None or ranked[0].score > best[0]):
                best = (ranked[0].score, scope, ranked)
        return self._paired(claim, masked, best[1], best[2]) if best else None

    def _cited(self, claim: Claim, scope: str) -> Callable[[str], bool] | None:
        """Whether a statement of a scope rests on a source that the claim cites; None for a claim that cites none."""
        targets = {citation.target for citation in claim.citations if citation.target}
        statements = self._scopes[scope].statements
        return (lambda name: not targets.isdisjoint(statements[name].sources)) if targets else None

    def _placed_statement(self, claim: Claim, masked: Masked) -> str:
        words = (claim.document, *masked.words)
        return next((placed[words] for placed in self._placed.values() if words in placed), "")

    def _paired(self, claim: Claim, masked: Masked, name: str, ranked: list[Scored]) -> Pair:
        scope = self._scopes[name]
        first = scope.statements[ranked[0].id]
        exact = scope.index.text(ranked[0].id).key == masked.key
        others = [] if exact else companions(masked, ranked, scope.index)
        joined = [first, *(s for s in map(scope.statements.__getitem__, others) if _may_join(s, first))]
        runners_up = tuple(
            Match(scope.statements[s.id].id, s.behind(ranked[0]))
            for s in ranked[1 : 1 + _RUNNERS_UP]
            if s.id not in others
        )
        how = How.EXACT if exact else How.FUZZY
        score = round(min(1.0, ranked[0].score), 4)
        statement = _joined(joined, stems=claim.stem is None)
        return Pair(claim, statement, score, how, tuple(s.id for s in joined), runners_up)


def _may_join(statement: Statement, first: Statement) -> bool:
    """Whether a statement may be read together with the first: it is of its document, and not its stem."""
    return statement.document == first.document and not (
        first.stem is not None
        and statement.span.start <= first.stem.source(first.stem.whole()).start < statement.span.end
    )


def _masked(side: Claim | Statement) -> Masked:
    """The side as the matcher sees it, with the words and times of the stem that it continues."""
    masked = mask(side.prose.plain, side.quantities)
    stem = side.stem.plain if side.stem else side.lead if isinstance(side, Claim) else ""
    if not stem:
        return masked
    above = mask(stem, read_figures(stem, side.language))
    return replace(
        masked,
        words=(*above.words, *masked.words),
        times=(*above.times, *masked.times),
        names=above.names | masked.names,
        above=above.bag - masked.bag,
    )


def _joined(statements: Iterable[Statement], *, stems: bool) -> Statement:
    """Several statements of one document as one text, in the order of the document; `stems` puts theirs before them."""
    ordered = sorted(statements, key=lambda s: s.span)
    parts: list[Prose] = []
    above: Prose | None = None
    for statement in ordered:
        if stems and statement.stem is not None and statement.stem != above:
            parts.append(statement.stem)
        above = statement.stem
        parts.append(statement.prose)
    if len(parts) == 1:
        return ordered[0]
    prose = Prose.join(parts)
    sources = tuple(dict.fromkeys(i for s in ordered for i in s.sources))
    citations = tuple(c for s in ordered for c in s.citations)
    return replace(
        ordered[0],
        prose=prose,
        quantities=read_figures(prose.plain, ordered[0].language),
        sources=sources,
        citations=citations,
        stem=None if stems else ordered[0].stem,
    )
