"""`rdjson`: Reviewdog Diagnostic Format, whose columns count UTF-8 bytes."""

from __future__ import annotations

import json
from typing import Any

from dvht_lint.diagnostic import Diagnostic, Region, Report, ReportedFix
from dvht_lint.reports import RenderOptions
from dvht_lint.text import Place, SourceText

__all__ = ["render"]


def render(report: Report, options: RenderOptions) -> str:  # noqa: ARG001 - data has no looks
    """Render the report."""
    places = _Bytes(report)
    data = {
        "source": {"name": "dvht-lint"},
        "diagnostics": [_diagnostic(diagnostic, places) for diagnostic in report.diagnostics],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


class _Bytes:
    """Places in the format's units."""

    def __init__(self, report: Report) -> None:
        self.documents = report.documents

    def location(self, region: Region) -> dict[str, Any]:
        """A region with its path."""
        return {"path": region.path, "range": self.range(region)}

    def range(self, region: Region) -> dict[str, Any]:
        """A region without its path."""
        source = self.documents.get(region.path)
        return {"start": self.position(source, region.start), "end": self.position(source, region.end)}

    def position(self, source: SourceText | None, place: Place) -> dict[str, int]:
        """A place with its column in bytes; of a file without text the column stays as it is."""
        column = place.column
        if source is not None:
            at = source.offset(place)
            before = source.text[source.offset(Place(place.line, 1)) : at]
            column = len(before.encode("utf-8", "surrogatepass")) + 1
        return {"line": place.line, "column": column}


def _diagnostic(diagnostic: Diagnostic, places: _Bytes) -> dict[str, Any]:
    found: dict[str, Any] = {
        "message": diagnostic.message,
        "location": places.location(diagnostic.region),
        "severity": diagnostic.severity.value.upper(),
        "code": {"value": diagnostic.code, "url": diagnostic.url},
    }
    if diagnostic.fix:
        found["suggestions"] = _suggestions(diagnostic.path, diagnostic.fix, places)
    if diagnostic.related:
        found["related_locations"] = [
            {"message": related.message, "location": places.location(related.region)} for related in diagnostic.related
        ]
    found["original_output"] = json.dumps({"name": diagnostic.name, "fingerprint": diagnostic.fingerprint})
    return found


def _suggestions(path: str, fix: ReportedFix, places: _Bytes) -> list[dict[str, Any]]:
    return [{"range": places.range(Region(path, edit.start, edit.end)), "text": edit.text} for edit in fix.edits]
