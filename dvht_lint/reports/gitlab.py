"""`gitlab`: GitLab's code-quality report, the JSON that a merge request shows as findings."""

from __future__ import annotations

import json
from typing import Any

from dvht_lint.diagnostic import Diagnostic, Report, Severity
from dvht_lint.reports import RenderOptions
from dvht_lint.reports.json import place_object
from dvht_lint.reports.phrases import unique_fingerprints

__all__ = ["render"]

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report, options: RenderOptions) -> str:  # noqa: ARG001 - data has no looks
    """Render the report; GitLab drops a second finding with the same fingerprint, so each has its own."""
    found = [_issue(diagnostic, fingerprint) for diagnostic, fingerprint in unique_fingerprints(report.diagnostics)]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _issue(diagnostic: Diagnostic, fingerprint: str) -> dict[str, Any]:
    start, end = diagnostic.region.start, diagnostic.region.end
    return {
        "description": f"{diagnostic.code} {diagnostic.message}",
        "check_name": diagnostic.name,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[diagnostic.severity],
        "location": {
            "path": diagnostic.path.removeprefix("./"),
            "lines": {"begin": start.line, "end": end.line},
            "positions": {"begin": place_object(start), "end": place_object(end)},
        },
    }
