"""`review`: the findings in a Word document as Word comments, each on the exact words it speaks of."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from dvht_lint import files
from dvht_lint.commands.check import UNCHECKED
from dvht_lint.commands.output import refuse_input, write_output
from dvht_lint.commands.project import add_configuration_options, add_selection_options, load_config, open_project
from dvht_lint.diagnostic import Diagnostic, RuleInfo, Severity
from dvht_lint.errors import UsageError
from dvht_lint.model import BlockKind, Document
from dvht_lint.readers.docx import SUFFIXES, locate
from dvht_lint.reports.phrases import rule_sections
from dvht_lint.text import Span
from dvht_lint.writers.docx_comments import WordComment, commented

__all__ = ["add_options", "run"]


def add_options(parser: argparse.ArgumentParser) -> None:
    """What is reviewed, and where the commented copy goes."""
    parser.add_argument("file", metavar="IN.docx", help="the Word document")
    parser.add_argument("-o", "--output-file", metavar="OUT.docx", required=True, help="the commented copy")
    add_configuration_options(parser)
    add_selection_options(parser)
    parser.add_argument("-q", "--quiet", action="count", default=0, help="do not say what was written")


def run(options: argparse.Namespace) -> int:
    """Write the commented copy; exits 2 where the document could not be read. The input is never changed."""
    source, target, options.output_file = options.file, options.output_file, None
    if not source.lower().endswith(SUFFIXES):
        raise UsageError(f"review reads Word documents (.docx), not {source}; `dvht-lint check` reads the rest")
    refuse_input(source, target)
    opened = open_project(load_config(options), [source])
    for document, problem in opened.session.problems():
        if problem.fatal:
            sys.stderr.write(f"dvht-lint: {document.path}: {problem.message}\n")
    if opened.unchecked:
        return UNCHECKED
    (path,) = (p for p in opened.reported if p.lower().endswith(SUFFIXES))
    session = opened.session
    rules = {rule.code: rule for rule in session.selection.rules}
    found = [d for d in opened.diagnostics() if d.path == path]
    comments = [_comment(session.documents[path], d, rules.get(d.code)) for d in found]
    data = opened.originals[path]
    write_output(target, commented(data if isinstance(data, bytes) else b"", comments))
    if not options.quiet:
        counts = ", ".join(_counts(found)) or "no findings"
        sys.stderr.write(f"wrote {files.shown(Path(target))}: {counts}\n")
    return UNCHECKED if session.crashed else 0


def _comment(document: Document, diagnostic: Diagnostic, rule: RuleInfo | None) -> WordComment:
    """A finding as a comment: what is wrong, why it matters, what to paste, and what the other side says."""
    span = _widened(document, diagnostic.span)
    paragraph, start, end = locate(document.text, span)
    block = next((b for b in document.blocks if b.span.start <= span.start <= b.span.end), None)
    note = block.label if block is not None and block.kind is BlockKind.NOTE else ""
    return WordComment(paragraph, start, end, tuple(_lines(diagnostic, rule)), note)


def _widened(document: Document, span: Span) -> Span:
    """A place between two words as the word it touches: a comment must stand on something."""
    if len(span):
        return span
    text = document.text.text
    start = end = span.start
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return Span(start, end)


def _lines(diagnostic: Diagnostic, rule: RuleInfo | None) -> Iterator[str]:
    message = diagnostic.message[:1].upper() + diagnostic.message[1:]
    yield message if message.endswith((".", "!", "?")) else f"{message}."
    why = rule_sections(rule.doc).get("why", "") if rule is not None else ""
    if why:
        yield f"Why: {why}"
    if diagnostic.fix is not None:
        for edit in diagnostic.fix.edits:
            yield f"Paste: {edit.text}" if edit.text.strip() else f"{diagnostic.fix.title}."
    if diagnostic.statement is not None and diagnostic.statement.text:
        yield f"The statement: {' '.join(diagnostic.statement.text.split())}"
    if diagnostic.source is not None and diagnostic.source.text:
        yield f"The source: {' '.join(diagnostic.source.text.split())}"
    yield f"{diagnostic.code} {diagnostic.name} ({diagnostic.severity})"


def _counts(found: list[Diagnostic]) -> Iterator[str]:
    for severity in Severity:
        number = sum(d.severity is severity for d in found)
        if number:
            yield f"{number} {severity.value}{'s' * (number != 1)}"
