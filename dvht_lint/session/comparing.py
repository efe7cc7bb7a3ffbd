"""The comparisons of a session: each pair compared once, and again only when one of its sides changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from dvht_lint.comparison import compare
from dvht_lint.model import Comparison, Document, Edit, Pair, Reason, Settings, Source, Statement
from dvht_lint.session.evidence.noted import against_notes
from dvht_lint.session.matching import ClaimKey
from dvht_lint.session.stems import of_bullet, stem_edits, with_stems
from dvht_lint.session.tabular import of_values
from dvht_lint.text import Span

__all__ = ["Comparisons"]


class _Known(NamedTuple):
    pair: Pair
    abbreviations: Mapping[str, str]
    sources: tuple[Source, ...]
    comparison: Comparison


class Comparisons:
    """Claims compared with their statements, by the claim's key."""

    def __init__(
        self,
        settings: Settings,
        documents: Mapping[str, Document],
        sources_of: Callable[[Statement], tuple[Source, ...]],
    ) -> None:
        """`documents` are the session's by path, kept up to date by it; `sources_of` says what a statement rests on."""
        self._settings = settings
        self._documents = documents
        self._sources_of = sources_of
        self._bare: dict[ClaimKey, _Known] = {}
        self._stemmed: dict[ClaimKey, _Known] = {}
        self._told: dict[ClaimKey, Comparison] = {}

    def forget(self, path: str) -> None:
        """Drop what was compared of a document."""
        for memory in (self._bare, self._stemmed, self._told):
            for key in [k for k in memory if k[0] == path]:
                del memory[key]

    def of(self, key: ClaimKey, pair: Pair) -> Comparison:
        """The comparison of a claim with its statement; the same object while nothing that it is made of changes."""
        return self._remembered(self._bare, key, pair, stems=False)

    def of_stems(self, pairs: Iterable[tuple[ClaimKey, Pair]]) -> Iterator[tuple[Pair, Comparison]]:
        """What the stems of a document's lists contradict: each edit with the first bullet that shows it."""
        seen: set[tuple[Span, Reason]] = set()
        for key, pair in pairs:
            stem = pair.claim.stem
            if stem is None:
                continue
            whole = self._remembered(self._stemmed, key, pair, stems=True)
            fresh: list[Edit] = []
            for edit in stem_edits(whole, stem):
                atom = (stem.source(edit.left), edit.reason)
                if atom not in seen:
                    seen.add(atom)
                    fresh.append(edit)
            if fresh:
                comparison = replace(whole, edits=tuple(fresh), bindings=(), reworded=0.0)
                if self._told.get(key) != comparison:
                    self._told[key] = comparison
                yield pair, self._told[key]

    def _remembered(self, memory: dict[ClaimKey, _Known], key: ClaimKey, pair: Pair, *, stems: bool) -> Comparison:
        ours, theirs = (self._documents.get(side.document) for side in (pair.claim, pair.statement))
        abbreviations = {**(theirs.abbreviations if theirs else {}), **(ours.abbreviations if ours else {})}
        sources = self._sources_of(pair.statement)
        known = memory.get(key)
        if known is None or known.pair is not pair or known[1:3] != (abbreviations, sources):
            comparison = self._compare(pair, abbreviations, sources, stems=stems)
            memory[key] = known = _Known(pair, abbreviations, sources, comparison)
        return known.comparison

    def _compare(
        self, pair: Pair, abbreviations: Mapping[str, str], sources: tuple[Source, ...], *, stems: bool
    ) -> Comparison:
        if pair.statement.passages:
            return against_notes(pair, self._settings, abbreviations)
        claim, statement = with_stems(pair) if stems else (pair.claim, pair.statement)
        comparison = compare(
            claim, statement, pair=pair, settings=self._settings, abbreviations=abbreviations, sources=sources
        )
        if stems:
            return comparison
        if claim.tabular:
            return of_values(comparison)
        return of_bullet(comparison, claim.stem) if claim.stem is not None else comparison
