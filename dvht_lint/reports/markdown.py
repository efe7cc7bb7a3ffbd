"""`markdown`: for a step summary, a comment on a pull request or an e-mail."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dvht_lint.diagnostic import Diagnostic, Report, Subject
from dvht_lint.reports import RenderOptions
from dvht_lint.reports.phrases import by_path, checked, counted, fix_note, found, one_line

__all__ = ["render"]

_ROOM = 900_000  # bytes; GitHub refuses a step summary above 1 MiB
_SPECIAL = re.compile(r"([\\`*_\[\]<>~&$])")
# What a forge turns into a call or a link: a stranger's text must call nobody and lead nowhere in our name.
_CALLS = re.compile(r"@|#(?=\d)|:(?=//)|\bwww(?=\.)|\bGH(?=-\d)", re.IGNORECASE)


def render(report: Report, options: RenderOptions) -> str:  # noqa: ARG001 - a page has no width
    """Render the report; what would make it too long for a step summary is counted instead."""
    lines = [f"# dvht-lint: {found(report)}", "", checked(report), ""]
    room, left = _ROOM, len(report.diagnostics)
    for path, diagnostics in by_path(report.diagnostics).items():
        head = ["## " + _escaped(path), ""]
        for diagnostic in diagnostics:
            entry = [*head, *_entry(diagnostic)]
            room -= sum(len(line.encode("utf-8", "replace")) + 1 for line in entry)
            if room < 0:
                return "\n".join([*lines, f"… and {counted(left, 'more finding')}, not shown here.", ""])
            lines += entry
            head, left = [], left - 1
        lines.append("")
    return "\n".join(lines)


def _entry(diagnostic: Diagnostic) -> Iterator[str]:
    start = diagnostic.region.start
    name = f"{diagnostic.code} {diagnostic.name}"
    rule = f"[{name}]({diagnostic.url})" if diagnostic.url else name
    message = _escaped(diagnostic.message)
    yield f"- **{diagnostic.severity}** {rule}, line {start.line}, column {start.column}: {message}"
    if diagnostic.claim:
        yield f"  - Claim: {_marked(diagnostic.claim)}"
    if diagnostic.statement:
        yield f"  - Statement: {_marked(diagnostic.statement)}"
    if diagnostic.source and diagnostic.source.text:
        yield f"  - Source: {_marked(diagnostic.source)}"
    if diagnostic.fix:
        yield f"  - Fix: {_escaped(diagnostic.fix.title)} ({fix_note(diagnostic.fix)})"


def _marked(subject: Subject) -> str:
    """The text with the words that differ in bold."""
    text, end = "", 0
    for mark in subject.marks:
        words = _escaped(mark.cut(subject.text))
        text += _escaped(subject.text[end : mark.start]) + (f"**{words}**" if words.strip() else words)
        end = mark.end
    return text + _escaped(subject.text[end:])


def _escaped(text: str) -> str:
    return _CALLS.sub("\\g<0>\u200b", _SPECIAL.sub(r"\\\1", one_line(text)))
