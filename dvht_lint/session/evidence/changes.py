"""What a source says now against what it said when it was locked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from dvht_lint.comparison import compare
from dvht_lint.lockfile import LockedPassage, LockedSource, LockedStatement
from dvht_lint.model import (
    Edge,
    EvidenceChange,
    Evidenced,
    Harm,
    Passage,
    PassageChange,
    Reason,
    Settings,
    Source,
    Statement,
)
from dvht_lint.session.evidence.backing import shown
from dvht_lint.session.evidence.copies import Copy, CopyKey
from dvht_lint.session.figures import read_figures
from dvht_lint.text import Prose, Span

__all__ = ["changes", "locked", "text_hash"]

_FIGURES = frozenset(
    {Reason.NUMBER, Reason.RANGE, Reason.QUALIFIER_DROPPED, Reason.QUALIFIER, Reason.UNIT, Reason.PERIOD, Reason.UNBACKED,
     Reason.PRECISION, Reason.ROUNDING, Reason.SWAPPED, Reason.BASE}
)  # fmt: skip
_LIKE = 0.4
"""The least score at which a sentence stands in the place of a locked passage that is gone."""


def text_hash(copy: Copy) -> str:
    """The SHA-256 of what a copy says: a file saved anew, or a page in another layout, says the same."""
    return hashlib.sha256(" ".join(copy.text.split()).encode("utf-8", "surrogatepass")).hexdigest()


def locked(copy: Copy, evidenced: Iterable[Evidenced], as_of: date, corpus: str, path: str) -> LockedSource:
    """A source as it is to be locked, with the passages that back the statements which rest on it.

    What a page of the web does not back is no loss: it may be there to lead to the work.
    """
    statements: dict[str, LockedStatement] = {}
    for one in evidenced:
        passages = tuple(
            LockedPassage(p.page, p.prose.plain, figures)
            for p, figures in zip(one.passages, one.figures, strict=True)
            if p.path == copy.path and p.source == copy.source and not p.is_quote
        )
        unbacked = () if copy.fetched else tuple(u.text for u in one.unbacked)
        if passages or unbacked:
            statements[one.statement.id] = LockedStatement(one.statement.prose.plain, passages, unbacked)
    return LockedSource(corpus, path, copy.sha256, text_hash(copy), as_of, statements)


def changes(
    entries: Mapping[str, LockedSource],
    names: Mapping[str, Source],
    copies: Mapping[CopyKey, Copy],
    gone: Mapping[str, str],
    settings: Settings,
) -> Iterator[EvidenceChange]:
    """What is otherwise than in the lock, a source each; `names` are the sources by their name in the lock.

    `gone` says why the evidence of a source could not be read, by the same names.
    """
    for name, entry in entries.items():
        source = names.get(name)
        if source is None:
            continue  # nobody names the source any more
        copy = copies.get((source.document, source.id))
        if copy is None:
            yield EvidenceChange(source, entry.path, entry.checked, gone=gone.get(name) or "it is not there any more")
        elif copy.sha256 != entry.sha256 and text_hash(copy) != entry.text_sha256:
            yield _change(source, entry, copy, settings)


def _change(source: Source, entry: LockedSource, copy: Copy, settings: Settings) -> EvidenceChange:
    kept, changed = 0, []
    for name, statement in entry.statements.items():
        for passage in statement.passages:
            if copy.words.page_of(passage.text) is not None:
                kept += 1
            else:
                changed.append(_passage_change(name, passage, copy, settings))
    field = "URL" if copy.fetched else "evidence"
    return EvidenceChange(source, entry.path, entry.checked, kept, tuple(changed), field=field)


def _passage_change(name: str, passage: LockedPassage, copy: Copy, settings: Settings) -> PassageChange:
    before = Statement(
        name, Prose.verbatim(passage.text), Span(0, 0), "", quantities=read_figures(passage.text, settings.language)
    )
    near = [p for score, p in copy.near(passage.text, before.quantities) if score >= _LIKE]
    if not near:
        return PassageChange(name, passage.page, passage.text, "", tuple((f, "") for f in passage.figures))
    now = near[0]
    return PassageChange(name, passage.page, passage.text, now.prose.plain, tuple(_figures(before, now, settings)))


def _figures(before: Statement, now: Passage, settings: Settings) -> Iterator[tuple[str, str]]:
    """The figures that the passage gave otherwise, each as it was and as it is."""
    after = Statement("", now.prose, Span(0, 0), now.path, quantities=now.quantities)
    comparison = compare(before, after, Edge.STATEMENT_EVIDENCE, settings=settings)
    pairs = {b.left: b.right for b in comparison.bindings if b.left >= 0}
    for index, quantity in enumerate(before.quantities):
        spans = [s for s in (quantity.span, quantity.qualifier_span, quantity.unit_span, quantity.period_span) if s]
        touched = any(
            e.reason in _FIGURES and e.harm is Harm.MORE and any(e.left.overlaps(s) or e.left == s for s in spans)
            for e in comparison.edits
        )
        if touched and (quantity.is_statistic or pairs.get(index, -1) >= 0):
            right = pairs.get(index, -1)
            found = shown(now.prose.plain, now.quantities[right]) if right >= 0 else ""
            yield shown(before.prose.plain, quantity), found
