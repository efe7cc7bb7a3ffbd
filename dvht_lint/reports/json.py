"""`json`: the report as CONTRACT section 3 fixes it, schema `schemas/report.schema.json`.

Lines and columns are 1-based; columns count code points.
"""

from __future__ import annotations

import json
from typing import Any

from dvht_lint.diagnostic import Diagnostic, FixEdit, Region, Related, Report, ReportedFix, Subject
from dvht_lint.reports import RenderOptions
from dvht_lint.text import Place

__all__ = ["diagnostic_object", "place_object", "render"]


def render(report: Report, options: RenderOptions) -> str:  # noqa: ARG001 - data has no looks
    """Render the report."""
    receipt = report.receipt
    data = {
        "version": 1,
        "tool": {"name": "dvht-lint", "version": receipt.version},
        "receipt": {
            "documents": receipt.documents,
            "claims": receipt.claims,
            "matched": receipt.matched,
            "uncited": receipt.uncited,
            "exempt": receipt.exempt,
            "quantities": receipt.quantities,
            "seconds": round(receipt.seconds, 3),
        },
        "diagnostics": [diagnostic_object(diagnostic) for diagnostic in report.diagnostics],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def diagnostic_object(diagnostic: Diagnostic) -> dict[str, Any]:
    """One diagnostic as plain data; what does not apply is None."""
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity.value,
        "confidence": round(diagnostic.confidence, 3),
        "message": diagnostic.message,
        **_region(diagnostic.region),
        "claim": {"id": diagnostic.claim.id, "text": diagnostic.claim.text} if diagnostic.claim else None,
        "statement": _statement(diagnostic.statement) if diagnostic.statement else None,
        "source": {"id": diagnostic.source.id, **_region(diagnostic.source.region)} if diagnostic.source else None,
        "related": [_related(related) for related in diagnostic.related],
        "fix": _fix(diagnostic.fix) if diagnostic.fix else None,
        "fingerprint": diagnostic.fingerprint,
        "url": diagnostic.url,
    }


def _statement(statement: Subject) -> dict[str, Any]:
    return {"id": statement.id, "text": statement.text, **_region(statement.region)}


def _related(related: Related) -> dict[str, Any]:
    return {"message": related.message, "id": related.id, **_region(related.region)}


def _fix(fix: ReportedFix) -> dict[str, Any]:
    return {"title": fix.title, "safety": fix.safety.value, "edits": [_edit(edit) for edit in fix.edits]}


def _edit(edit: FixEdit) -> dict[str, Any]:
    return {"start": place_object(edit.start), "end": place_object(edit.end), "text": edit.text}


def _region(region: Region | None) -> dict[str, Any]:
    if region is None:
        return {"path": None, "start": None, "end": None}
    return {"path": region.path, "start": place_object(region.start), "end": place_object(region.end)}


def place_object(place: Place) -> dict[str, int]:
    """A place as plain data."""
    return {"line": place.line, "column": place.column}
