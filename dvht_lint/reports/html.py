"""`html`: one self-contained page for people who never open a terminal.

It is whole without its script, which only filters and copies; its security policy lets nothing else run,
whatever a document holds.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dvht_lint.diagnostic import CitedSource, Diagnostic, Region, Report, ReportedPair, Safety, Severity, Subject
from dvht_lint.errors import MissingExtraError
from dvht_lint.records import record
from dvht_lint.reports import RenderOptions
from dvht_lint.reports.phrases import (
    by_path,
    checked,
    counted,
    found,
    one_line,
    rule_sections,
    totals,
    unique_fingerprints,
)
from dvht_lint.text import Place, SourceText

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["render"]

_TEMPLATES = Path(__file__).parent / "templates"
_GAP = "\N{CARET}"  # where words are missing
_CONTEXT = 120  # code points to either side of a finding that speaks of no claim
_SAFETY = {
    Safety.SAFE: "A change of form only; it can be applied by the program.",
    Safety.UNSAFE: "Check it against the source before you use it.",
    Safety.SUGGESTION: "One way to say it: yours to decide.",
}
_DOUBT = 0.75  # confidence below which the page says that the finding may be wrong

Part = tuple[str, bool]
"""A run of text, and whether it is marked."""


@record(frozen=True, slots=True)
class _Wording:
    """Text to paste: what it is, the text, and how far to trust it."""

    title: str
    text: tuple[Part, ...]
    note: str


@record(frozen=True, slots=True)
class _Item:
    """A finding as the page shows it."""

    id: str
    code: str
    name: str
    severity: str
    message: str
    line: int
    column: int
    doubtful: str
    claim: tuple[Part, ...]
    excerpt: tuple[Part, ...]
    statement: tuple[Part, ...]
    statement_place: str
    source: str
    related: tuple[str, ...]
    wording: _Wording | None


def render(report: Report, options: RenderOptions) -> str:  # noqa: ARG001 - a page has no width
    """Render the report. Raises `MissingExtraError` without the extra `report`."""
    template = _template()
    style, script = _asset("report.css"), _asset("report.js")
    page: str = template.render(
        style=_safe(style),
        script=_safe(script),
        style_hash=_hash(style),
        script_hash=_hash(script),
        texts=_parts_markup,
        receipt=report.receipt,
        found=found(report),
        verdict=_verdict(report),
        checked=checked(report),
        as_of=f"{report.as_of.day} {report.as_of:%B %Y}" if report.as_of else "",
        seconds=f"{report.receipt.seconds:.2f}",
        tiles=_tiles(report),
        groups=list(_groups(report)),
        rules=list(_rules(report)),
        sources=[_source(source) for source in report.sources],
        sources_caption=f"{counted(len(report.sources), 'source')}, with the claims that rest on each",
        pairs=[_pair(pair) for pair in report.pairs],
        pairs_count=counted(len(report.pairs), "pair"),
        silenced=[_silenced(d) for d in (*report.suppressed, *report.baselined)],
    )
    return page + "\n"


@cache
def _template() -> Template:
    try:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined
    except ImportError:
        raise MissingExtraError("--output-format html", "report") from None
    environment = Environment(loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined)
    return environment.get_template("report.html")


@cache
def _asset(name: str) -> str:
    return (_TEMPLATES / name).read_text("utf-8")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _safe(text: str) -> Any:
    """Text of the package itself, which the template may print as it stands."""
    from markupsafe import Markup

    return Markup(text)  # noqa: S704 - read from the package


def _parts_markup(parts: Iterable[Part]) -> Any:
    """The runs as text, the marked ones in `<mark>`."""
    from markupsafe import Markup, escape

    tag = Markup("<mark>{}</mark>")
    return Markup().join(tag.format(text) if marked else escape(text) for text, marked in parts)


def _verdict(report: Report) -> str:
    if not report.diagnostics:
        return "No findings."
    return f"{found(report)} in {counted(len(by_path(report.diagnostics)), 'document')}."


def _tiles(report: Report) -> list[dict[str, str]]:
    names = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.INFO: "Infos"}
    severities = [
        {"kind": severity.value, "severity": severity.value, "name": names[severity], "number": f"{number:,}"}
        for severity, number in totals(report.diagnostics).items()
    ]
    receipt = report.receipt
    counts = {
        "Claims": receipt.claims,
        "Claims with a statement": receipt.matched,
        "Figures compared": receipt.quantities,
        "Documents": receipt.documents,
    }
    return severities + [
        {"kind": "count", "severity": "", "name": name, "number": f"{number:,}"} for name, number in counts.items()
    ]


def _groups(report: Report) -> Iterator[dict[str, Any]]:
    """The findings of each document."""
    ids = {id(diagnostic): name for diagnostic, name in unique_fingerprints(report.diagnostics)}
    for number, (path, diagnostics) in enumerate(by_path(report.diagnostics).items(), start=1):
        items = [_item(diagnostic, f"f-{ids[id(diagnostic)]}", report) for diagnostic in diagnostics]
        yield {"id": f"document-{number}", "path": one_line(path), "findings": items}


def _item(diagnostic: Diagnostic, name: str, report: Report) -> _Item:
    source = report.documents.get(diagnostic.path)
    shown = {subject.id for subject in (diagnostic.statement, diagnostic.source) if subject}
    return _Item(
        id=name,
        code=diagnostic.code,
        name=diagnostic.name,
        severity=diagnostic.severity.value,
        message=one_line(diagnostic.message),
        line=diagnostic.region.start.line,
        column=diagnostic.region.start.column,
        doubtful="may be a false alarm" if diagnostic.confidence < _DOUBT else "",
        claim=_marked(diagnostic.claim),
        excerpt=() if diagnostic.claim or source is None else _excerpt(diagnostic, source),
        statement=_marked(diagnostic.statement),
        statement_place=_place(diagnostic.statement.region) if diagnostic.statement else "",
        source=one_line(diagnostic.source.text) if diagnostic.source else "",
        related=tuple(
            f"{one_line(r.message) or 'Compare'}: {_place(r.region)}" for r in diagnostic.related if r.id not in shown
        ),
        wording=_wording(diagnostic, source),
    )


def _place(region: Region | None) -> str:
    return f"{one_line(region.path)}, line {region.start.line}" if region else ""


def _marked(subject: Subject | None) -> tuple[Part, ...]:
    """A text cut where its marks begin and end."""
    if subject is None:
        return ()
    parts: list[Part] = []
    end = 0
    for mark in subject.marks:
        parts += [(subject.text[end : mark.start], False), (mark.cut(subject.text) or _GAP, True)]
        end = max(end, mark.end)
    parts.append((subject.text[end:], False))
    return tuple((one_line(text), marked) for text, marked in parts if text)


def _excerpt(diagnostic: Diagnostic, source: SourceText) -> tuple[Part, ...]:
    """The words of the file around a finding that speaks of no claim."""
    span, text = diagnostic.span, source.text
    if not len(span):
        return ()
    start, end = max(span.start - _CONTEXT, 0), min(span.end + _CONTEXT, len(text))
    start = text.rfind("\n", start, span.start) + 1 or start
    stop = text.find("\n", span.end, end)
    end = stop if stop >= 0 else end
    parts = [(text[start : span.start], False), (span.cut(text), True), (text[span.end : end], False)]
    return tuple((one_line(text), marked) for text, marked in parts if text)


def _wording(diagnostic: Diagnostic, source: SourceText | None) -> _Wording | None:
    """What to paste: the passage with the fix in it, or else the words of the statement."""
    fix = diagnostic.fix
    if fix and fix.edits and source is not None:
        return _Wording(one_line(fix.title), _fixed(diagnostic, source), _SAFETY[fix.safety])
    if diagnostic.statement and diagnostic.claim:
        text = one_line(diagnostic.statement.text)
        return _Wording("The statement’s own words", ((text, False),), _SAFETY[Safety.SUGGESTION])
    return None


def _fixed(diagnostic: Diagnostic, source: SourceText) -> tuple[Part, ...]:
    """The claim as it stands in the file (else the lines of the edits), the edits made and marked."""
    assert diagnostic.fix is not None
    edits = sorted(diagnostic.fix.edits, key=lambda edit: edit.span)
    start = source.offset(Place(edits[0].start.line, 1))
    end = source.offset(Place(edits[-1].end.line + 1, 1))
    region = diagnostic.claim.region if diagnostic.claim else None
    if region and region.path == diagnostic.path:
        first, last = source.offset(region.start), source.offset(region.end)
        if first <= edits[0].span.start and edits[-1].span.end <= last:
            start, end = first, last
    parts: list[Part] = []
    for edit in edits:
        parts += [(source.text[start : edit.span.start], False), (edit.text, True)]
        start = edit.span.end
    parts.append((source.text[start:end].rstrip(), False))
    return tuple((text, marked) for text, marked in parts if text)


def _rules(report: Report) -> Iterator[dict[str, Any]]:
    """The rules that found something, by code."""
    pages = {rule.code: rule for rule in report.rules}
    rules: dict[str, list[Diagnostic]] = {}
    for diagnostic in report.diagnostics:
        rules.setdefault(diagnostic.code, []).append(diagnostic)
    for code, diagnostics in sorted(rules.items()):
        page = pages.get(code)
        sections = rule_sections(page.doc) if page else {}
        yield {
            "code": code,
            "name": diagnostics[0].name,
            "count": f"{len(diagnostics):,}",
            "summary": page.summary if page else "",
            "why": sections.get("why", ""),
            "fix": sections.get("fix", ""),
            "url": _web(diagnostics[0].url),
        }


def _web(url: str) -> str:
    """The address where it is one of the web's: no other may become a link."""
    return url if url.startswith(("https://", "http://")) else ""


def _source(source: CitedSource) -> dict[str, str]:
    return {
        "label": one_line(source.label),
        "text": one_line(source.text) if source.text != source.label else "",
        "year": str(source.year) if source.year is not None else "no date",
        "age": counted(source.age, "year") if source.age is not None else "unknown",
        "uses": f"{source.uses:,}",
        "url": _web(source.url),
        "place": _place(source.region),
    }


def _pair(pair: ReportedPair) -> dict[str, str]:
    return {
        "claim": one_line(pair.claim.text),
        "statement": one_line(pair.statement.text),
        "place": _place(pair.claim.region),
        "how": f"{pair.how}, score {pair.score:.2f}",
    }


def _silenced(diagnostic: Diagnostic) -> str:
    return f"{_place(diagnostic.region)}: {diagnostic.code} {one_line(diagnostic.message)}"
