"""`github`: workflow commands that GitHub Actions shows beside the lines of a pull request.

GitHub shows ten annotations of each kind a step, so errors come first and a closing line says what was
cut; the step summary is the `markdown` report.
"""

from __future__ import annotations

from dvht_lint.diagnostic import Diagnostic, Report, Severity
from dvht_lint.reports import RenderOptions
from dvht_lint.reports.phrases import counted, totals

__all__ = ["render"]

_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_SHOWN = 10  # of each kind, for a step
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(report: Report, options: RenderOptions) -> str:  # noqa: ARG001 - the log has no width
    """Render the report."""
    found = sorted(report.diagnostics, key=lambda diagnostic: diagnostic.severity.rank)
    lines = [_command(diagnostic) for diagnostic in found]
    cut = [
        counted(number - _SHOWN, severity.value)
        for severity, number in totals(report.diagnostics).items()
        if number > _SHOWN
    ]
    if cut:
        lines.append(f"GitHub shows {_SHOWN} annotations of a kind: {', '.join(cut)} stand in this log alone.")
    return "".join(f"{line}\n" for line in lines)


def _command(diagnostic: Diagnostic) -> str:
    start, end = diagnostic.region.start, diagnostic.region.end
    properties = {
        "title": f"{diagnostic.code} {diagnostic.name}",
        "file": diagnostic.path,
        "line": str(start.line),
        "endLine": str(end.line),
    }
    if start.line == end.line:  # GitHub rejects columns on an annotation of several lines
        properties |= {"col": str(start.column), "endColumn": str(end.column)}
    listed = ",".join(f"{name}={value.translate(_PROPERTY)}" for name, value in properties.items())
    place = f"{diagnostic.path}:{start.line}:{start.column}"
    message = f"{place}: {diagnostic.code} {diagnostic.message}"
    return f"::{_KINDS[diagnostic.severity]} {listed}::{message.translate(_DATA)}"
