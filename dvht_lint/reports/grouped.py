"""`grouped`: the findings of each file under its name."""

from __future__ import annotations

from dvht_lint.diagnostic import Diagnostic, Report, Safety
from dvht_lint.reports import RenderOptions
from dvht_lint.reports.phrases import by_path, one_line, summary
from dvht_lint.reports.terminal import Paint

__all__ = ["render"]


def render(report: Report, options: RenderOptions) -> str:
    """Render the report."""
    paint = Paint(options.color)
    lines: list[str] = []
    for path, diagnostics in by_path(report.diagnostics).items():
        lines.append(f"{paint(one_line(path), 'bold')}:")
        rows = max(len(str(d.region.start.line)) for d in diagnostics)
        columns = max(len(str(d.region.start.column)) for d in diagnostics)
        lines += [_line(diagnostic, rows, columns, paint) for diagnostic in diagnostics]
        lines.append("")
    if not options.quiet:
        lines += summary(report)
    return "".join(f"{line}\n" for line in lines)


def _line(diagnostic: Diagnostic, rows: int, columns: int, paint: Paint) -> str:
    start = diagnostic.region.start
    place = f"{start.line:>{rows}}{paint(':', 'cyan')}{start.column:<{columns}}"
    fixable = diagnostic.fix is not None and diagnostic.fix.safety is Safety.SAFE
    mark = f" [{paint('*', 'cyan')}]" if fixable else ""
    return f"  {place} {paint(diagnostic.code, diagnostic.severity)}{mark} {one_line(diagnostic.message)}"
