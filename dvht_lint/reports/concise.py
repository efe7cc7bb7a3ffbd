"""`concise`: one line a finding, `path:line:column: CODE message`, as editors and scripts read them."""

from __future__ import annotations

from dvht_lint.diagnostic import Diagnostic, Report
from dvht_lint.reports import RenderOptions
from dvht_lint.reports.phrases import one_line, summary
from dvht_lint.reports.terminal import Paint

__all__ = ["render"]


def render(report: Report, options: RenderOptions) -> str:
    """Render the report."""
    paint = Paint(options.color)
    lines = [_line(diagnostic, paint) for diagnostic in report.diagnostics]
    if not options.quiet:
        lines += summary(report)
    return "".join(f"{line}\n" for line in lines)


def _line(diagnostic: Diagnostic, paint: Paint) -> str:
    start = diagnostic.region.start
    colon = paint(":", "cyan")
    place = f"{paint(one_line(diagnostic.path), 'bold')}{colon}{start.line}{colon}{start.column}{colon}"
    return f"{place} {paint(diagnostic.code, diagnostic.severity)} {one_line(diagnostic.message)}"
