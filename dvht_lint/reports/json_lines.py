"""`json-lines`: one diagnostic a line, each as in `json`."""

from __future__ import annotations

import json

from dvht_lint.diagnostic import Report
from dvht_lint.reports import RenderOptions
from dvht_lint.reports.json import diagnostic_object

__all__ = ["render"]


def render(report: Report, options: RenderOptions) -> str:  # noqa: ARG001 - data has no looks
    """Render the report; nothing at all where there is no finding."""
    return "".join(json.dumps(diagnostic_object(d), ensure_ascii=False) + "\n" for d in report.diagnostics)
