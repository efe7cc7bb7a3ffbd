"""`full`: the view for a terminal. Both texts with the difference underlined, why it matters, what to write."""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Diagnostic, Region, Report, ReportedFix, Severity, Subject
from dvht_lint.reports import RenderOptions
from dvht_lint.reports.frame import Frame, frame, line_frame, near
from dvht_lint.reports.phrases import fix_note, one_line, rule_sections, summary
from dvht_lint.reports.terminal import Paint, wrap
from dvht_lint.text import SourceText

__all__ = ["render"]

_NARROWEST, _WIDEST = 40, 120


def render(report: Report, options: RenderOptions) -> str:
    """Render the report. A rule says why it matters once, at its first finding."""
    view = _View(report, options)
    lines = [line for diagnostic in report.diagnostics for line in view.finding(diagnostic)]
    if not options.quiet:
        lines += summary(report)
    return "".join(f"{line}\n" for line in lines)


class _View:
    def __init__(self, report: Report, options: RenderOptions) -> None:
        self.report = report
        self.width = min(max(options.width, _NARROWEST), _WIDEST)
        self.paint = Paint(options.color)
        self.pages = {rule.code: rule.doc for rule in report.rules}
        self.explained: set[str] = set()

    def finding(self, diagnostic: Diagnostic) -> Iterator[str]:
        """The lines of one finding, ending with an empty one."""
        head = f"{diagnostic.severity}[{diagnostic.code} {diagnostic.name}]:"
        head_lines = list(wrap(f"{head} {diagnostic.message}", self.width, rest="    "))
        yield self._headline(head, head_lines[0], diagnostic.severity)
        yield from head_lines[1:]
        numbers = [diagnostic.region.end.line, *(r.region.end.line for r in diagnostic.related)]
        gutter = max(3, len(str(max(numbers))))
        look = Frame(self.width, gutter, self.paint, style=diagnostic.severity.value)
        yield from self._place(diagnostic.region, "", look)
        beside = Frame(self.width, gutter, self.paint, mark="-", style="blue")
        for related in diagnostic.related:
            yield from self._place(related.region, related.message, beside)
        yield from self._texts(diagnostic, gutter)
        if diagnostic.fix:
            yield from self._fix(diagnostic, diagnostic.fix, gutter)
        yield from self._notes(diagnostic, gutter)
        yield ""

    def _headline(self, head: str, line: str, severity: Severity) -> str:
        return self.paint(head, severity) + self.paint(line[len(head) :], "bold") if line.startswith(head) else line

    def _place(self, region: Region, message: str, look: Frame) -> Iterator[str]:
        """Where it is, and the lines there where the file is text that can be shown."""
        arrow = f"{'':>{look.gutter}}-->"
        place = f"{one_line(region.path)}:{region.start.line}:{region.start.column}"
        first, *more = wrap(message, self.width, first=f"{arrow} {place} ", rest=" " * (look.gutter + 4))
        yield first.rstrip().replace(arrow, self.paint(arrow, "blue"), 1)
        yield from more
        source = self.report.documents.get(region.path)
        if source is not None and source.text:
            yield look.under("")
            yield from frame(source, region, look)

    def _texts(self, diagnostic: Diagnostic, gutter: int) -> Iterator[str]:
        """The statement and the source, where no frame shows them."""
        shown = {related.id for related in diagnostic.related if related.region.path in self.report.documents}
        if diagnostic.statement and diagnostic.statement.id not in shown:
            yield from self._note("statement", _bracketed(diagnostic.statement), gutter)
        if diagnostic.source and diagnostic.source.id not in shown and diagnostic.source.text:
            yield from self._note("source", diagnostic.source.text, gutter)

    def _fix(self, diagnostic: Diagnostic, fix: ReportedFix, gutter: int) -> Iterator[str]:
        """What to write instead, in its line."""
        yield from self._note("fix", f"{fix.title} ({fix_note(fix)})", gutter)
        source = self.report.documents.get(diagnostic.path)
        if source is None:
            return
        look = Frame(self.width, gutter, self.paint, mark="+", style="green", sign="+")
        for edit in fix.edits:
            yield from _edited(source, Region(diagnostic.path, edit.start, edit.end), edit.text, look)

    def _notes(self, diagnostic: Diagnostic, gutter: int) -> Iterator[str]:
        """Why it matters and where to read on."""
        why = rule_sections(self.pages.get(diagnostic.code, "")).get("why", "")
        if why and diagnostic.code not in self.explained:
            self.explained.add(diagnostic.code)
            yield from self._note("why", why, gutter)
        if diagnostic.url:
            yield f"{'':>{gutter}} {self.paint('= docs:', 'blue')} {diagnostic.url}"

    def _note(self, name: str, text: str, gutter: int) -> Iterator[str]:
        label = f"{'':>{gutter}} = {name}:"
        lines = list(wrap(text, self.width, first=f"{label} ", rest=" " * (len(label) + 1)))
        yield lines[0].replace(f"= {name}:", self.paint(f"= {name}:", "blue"), 1)
        yield from lines[1:]


def _bracketed(subject: Subject) -> str:
    """The text with the words that differ in brackets."""
    text, end = "", 0
    for mark in subject.marks:
        text += f"{subject.text[end : mark.start]}[{mark.cut(subject.text)}]"
        end = mark.end
    return text + subject.text[end:]


def _edited(source: SourceText, region: Region, text: str, look: Frame) -> Iterator[str]:
    """The line of an edit as it will read; of a text of several lines, the first."""
    before, skipped = near(source, region.start.line, region.start.column - 1)
    before = before[: region.start.column - 1 - skipped]
    after, skipped = near(source, region.end.line, region.end.column - 1)
    after = after[region.end.column - 1 - skipped :]
    first, broken, _ = text.partition("\n")
    line = before + first + ("" if broken else after)
    yield from line_frame(line, region.start.line, len(before), len(before) + len(first), look)
