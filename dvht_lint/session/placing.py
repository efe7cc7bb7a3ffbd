"""Findings to diagnostics: places, severities after configuration, and fingerprints."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping

from dvht_lint import HOME_PAGE
from dvht_lint.diagnostic import (
    Diagnostic,
    Finding,
    FixEdit,
    Label,
    Region,
    Related,
    ReportedFix,
    RuleInfo,
    Severity,
    Subject,
)
from dvht_lint.matchers import exact_key
from dvht_lint.model import Claim, Source, Statement
from dvht_lint.session.selection import Selection
from dvht_lint.text import SourceText, Span

__all__ = ["CONFIDENCE_FLOOR", "RULE_PAGES", "Context", "Placing", "place_finding", "region_of"]

CONFIDENCE_FLOOR = 0.5
"""Below this confidence, 0 to 1, a finding is an info whatever its rule says."""
RULE_PAGES = f"{HOME_PAGE}rules/"

Texts = Callable[[str], SourceText]
"""The text of a file by its path."""
_Memory = dict[tuple[int, ...], tuple[tuple[object, ...], Mapping[str, SourceText], Diagnostic]]
"""By the identities of a finding and what it is about: these, held so that no other takes their places; the texts; the result."""


class Context:
    """What a finding is about, as far as its rule's subject tells."""

    def __init__(
        self, claim: Claim | None = None, statement: Statement | None = None, source: Source | None = None
    ) -> None:
        """Any of the three may be missing."""
        self.claim, self.statement, self.source = claim, statement, source


def region_of(texts: Texts, path: str, span: Span) -> Region:
    """A span of a file as lines and columns."""
    text = texts(path)
    end = min(span.end, len(text.text))
    return Region(path, text.place(min(span.start, end)), text.place(end))


def place_finding(rule: RuleInfo, finding: Finding, context: Context, texts: Texts, selection: Selection) -> Diagnostic:
    """A finding as it is reported."""
    severity = selection.severities.get(rule.code, rule.severity)
    if finding.severity is not None and (
        finding.severity.rank > severity.rank or rule.code not in selection.severities
    ):
        severity = finding.severity
    if finding.confidence < CONFIDENCE_FLOOR:
        severity = Severity.INFO
    claim = _subject(context.claim, texts, finding, "claim")
    statement = _subject(context.statement, texts, finding, "statement")
    return Diagnostic(
        code=rule.code,
        name=rule.name,
        severity=severity,
        confidence=round(max(0.0, min(1.0, finding.confidence)), 4),
        message=finding.message,
        region=region_of(texts, finding.at.path, finding.at.span),
        span=finding.at.span,
        claim=claim,
        statement=statement,
        source=_source(context.source, texts),
        related=tuple(_related(label, texts) for label in finding.see),
        fix=_fix(finding, texts),
        fingerprint=_fingerprint(rule, finding, context, texts),
        url=f"{RULE_PAGES}{rule.name}",
    )


class Placing:
    """Findings placed, and kept while neither the finding nor a text that it was placed in changes."""

    def __init__(self, texts: Texts, selection: Selection) -> None:
        """Start with nothing placed."""
        self._texts = texts
        self._selection = selection
        self._before: _Memory = {}
        self._now: _Memory = {}

    def place(self, rule: RuleInfo, finding: Finding, context: Context) -> Diagnostic:
        """The finding as it is reported."""
        about = (context.claim, context.statement, context.source)
        key = (id(finding), *map(id, about))
        known = self._now.get(key) or self._before.get(key)
        if known is None or any(self._texts(path) is not text for path, text in known[1].items()):
            used: dict[str, SourceText] = {}

            def texts(path: str) -> SourceText:
                return used.setdefault(path, self._texts(path))

            known = ((finding, *about), used, place_finding(rule, finding, context, texts, self._selection))
        self._now[key] = known
        return known[2]

    def forget(self) -> None:
        """Forget what was not placed since this was last called."""
        self._before, self._now = self._now, {}


def _subject(side: Claim | Statement | None, texts: Texts, finding: Finding, kind: str) -> Subject | None:
    if side is None:
        return None
    labels = [finding.at] if kind == "claim" else list(finding.see)
    marks = tuple(m for label in labels if label.path == side.document for m in _marks(side, label))
    return Subject(side.id, side.prose.plain, region_of(texts, side.document, side.span), marks)


def _marks(side: Claim | Statement, label: Label) -> list[Span]:
    """The span of the plain text that a label of the file covers, where it covers any."""
    if not side.prose.pieces or not (side.span.start <= label.span.start <= label.span.end <= side.span.end):
        return []
    starts = [
        p for p in side.prose.pieces if p.source.start <= label.span.start < max(p.source.end, p.source.start + 1)
    ]
    if not starts:
        return []
    piece = starts[0]
    start = piece.plain.start + (label.span.start - piece.source.start if piece.verbatim else 0)
    last = [p for p in side.prose.pieces if p.source.start < label.span.end <= p.source.end]
    if not last:
        return [Span(start, start)]
    end = last[-1].plain.start + label.span.end - last[-1].source.start if last[-1].verbatim else last[-1].plain.end
    return [Span(start, max(start, end))]


def _source(source: Source | None, texts: Texts) -> Subject | None:
    if source is None:
        return None
    return Subject(source.id, source.text, region_of(texts, source.document, source.span))


def _related(label: Label, texts: Texts) -> Related:
    return Related(label.message, region_of(texts, label.path, label.span), label.id, label.span)


def _fix(finding: Finding, texts: Texts) -> ReportedFix | None:
    if finding.fix is None:
        return None
    text = texts(finding.at.path)
    edits = tuple(FixEdit(text.place(e.span.start), text.place(e.span.end), e.text, e.span) for e in finding.fix.edits)
    return ReportedFix(finding.fix.title, finding.fix.safety, edits)


def _fingerprint(rule: RuleInfo, finding: Finding, context: Context, texts: Texts) -> str:
    """A hash of the rule and the texts it speaks of; line numbers take no part, or every edit would change it."""
    claim = exact_key(context.claim.prose.plain) if context.claim else ""
    statement = exact_key(context.statement.prose.plain) if context.statement else ""
    source = exact_key(context.source.text) if context.source else ""
    key = finding.key
    if not (claim or statement or source or key):
        key = f"{finding.at.path}|{finding.at.span.cut(texts(finding.at.path).text)[:400]}|{finding.message}"
    parts = f"{rule.code}\x1f{claim}\x1f{statement}\x1f{source}\x1f{key}"
    return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:16]
