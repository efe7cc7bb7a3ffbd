"""`sarif`: SARIF 2.1.0, the OASIS exchange format that code-scanning services read.

Paths are relative to the root, columns count code points, and fingerprints hold no line numbers, so that an
alert stays the same one when the file moves under it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from dvht_lint.diagnostic import Diagnostic, Region, Report, ReportedFix, RuleInfo, Severity
from dvht_lint.reports import RenderOptions
from dvht_lint.reports.phrases import fix_note, unique_fingerprints

__all__ = ["render"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SNIPPET = 1000  # code points of the file that a result may quote


def render(report: Report, options: RenderOptions) -> str:  # noqa: ARG001 - data has no looks
    """Render the report, findings that were silenced included and marked so."""
    silenced = {id(d): "inSource" for d in report.suppressed} | {id(d): "external" for d in report.baselined}
    found = [*report.diagnostics, *report.suppressed, *report.baselined]
    rules = {code: index for index, code in enumerate(sorted({d.code for d in found}))}
    pages = {rule.code: rule for rule in report.rules}
    results = []
    for diagnostic, fingerprint in unique_fingerprints(found):
        result = _result(diagnostic, rules[diagnostic.code], fingerprint, report)
        if silenced:
            kind = silenced.get(id(diagnostic))
            result["suppressions"] = [{"kind": kind, "status": "accepted"}] if kind else []
        results.append(result)
    first = {d.code: d for d in reversed(found)}
    run = {
        "tool": {
            "driver": {
                "name": "dvht-lint",
                "version": report.receipt.version,
                "rules": [_rule(first[code], pages.get(code)) for code in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": report.receipt.unchecked == 0}],
        "results": results,
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(diagnostic: Diagnostic, info: RuleInfo | None) -> dict[str, Any]:
    """The rule of a finding, with its page where the rule is known."""
    rule: dict[str, Any] = {"id": diagnostic.code, "name": diagnostic.name}
    if diagnostic.url:
        rule["helpUri"] = diagnostic.url
    severity = diagnostic.severity
    if info is not None and info.doc:
        severity = info.severity
        rule["shortDescription"] = {"text": info.summary}
        rule["fullDescription"] = {"text": info.doc}
        rule["help"] = {"text": info.doc, "markdown": info.doc}
        rule["properties"] = {"tags": [info.family]}
    rule["defaultConfiguration"] = {"level": _LEVELS[severity]}
    return rule


def _result(diagnostic: Diagnostic, rule: int, fingerprint: str, report: Report) -> dict[str, Any]:
    location = _location(diagnostic.region)
    source = report.documents.get(diagnostic.path)
    if source is not None and 0 < len(diagnostic.span) <= _SNIPPET:
        location["physicalLocation"]["region"]["snippet"] = {"text": diagnostic.span.cut(source.text)}
    result: dict[str, Any] = {
        "ruleId": diagnostic.code,
        "ruleIndex": rule,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": diagnostic.message},
        "locations": [location],
        "partialFingerprints": {"dvhtLint/v1": fingerprint},
        "rank": round(diagnostic.confidence * 100, 1),
    }
    related = [
        {"id": number, "message": {"text": message}, **_location(region)}
        for number, (message, region) in enumerate(_related(diagnostic), start=1)
    ]
    if related:
        result["relatedLocations"] = related
    if diagnostic.fix:
        result["fixes"] = [_fix(diagnostic.path, diagnostic.fix)]
    return result


def _related(diagnostic: Diagnostic) -> Iterator[tuple[str, Region]]:
    """The other places of a finding, and those of its statement and source where no other names them."""
    named = set()
    for related in diagnostic.related:
        named.add(related.id)
        yield related.message or "related", related.region
    for name, subject in (("the statement", diagnostic.statement), ("the source", diagnostic.source)):
        if subject and subject.region and subject.id not in named:
            yield name, subject.region


def _fix(path: str, fix: ReportedFix) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(Region(path, edit.start, edit.end)), "insertedContent": {"text": edit.text}}
        for edit in fix.edits
    ]
    change = {"artifactLocation": {"uri": _uri(path)}, "replacements": replacements}
    return {"description": {"text": f"{fix.title} ({fix_note(fix)})"}, "artifactChanges": [change]}


def _location(region: Region) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(region.path)}, "region": _region(region)}}


def _region(region: Region) -> dict[str, Any]:
    return {
        "startLine": region.start.line,
        "startColumn": region.start.column,
        "endLine": region.end.line,
        "endColumn": region.end.column,
    }


def _uri(path: str) -> str:
    """The path as a URI reference relative to the root; a file elsewhere has its whole address."""
    uri = quote(path.removeprefix("./").encode("utf-8", "surrogateescape"), safe="/")
    return f"file://{uri}" if uri.startswith("/") else uri
