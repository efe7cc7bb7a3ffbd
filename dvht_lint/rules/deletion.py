"""Deleting a comment that is of no use any more: what the rules on directives share."""

from __future__ import annotations

from dvht_lint.diagnostic import Fix, Safety, TextEdit
from dvht_lint.model import Directive, Document
from dvht_lint.text import Span

__all__ = ["delete_comment"]


def delete_comment(document: Document, directive: Directive, safety: Safety) -> Fix:
    """The fix that deletes a directive, with its line where nothing else stands on it."""
    text, span = document.text.text, directive.span
    start = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
    ends = [at for at in (text.find("\n", span.end), text.find("\r", span.end)) if at >= 0]
    end = min(ends, default=len(text))
    if not (text[start : span.start] + text[span.end : end]).strip():
        end += 2 if text.startswith("\r\n", end) else 1 if end < len(text) else 0
        span = Span(start, end)
    return Fix("Delete the comment", safety, (TextEdit(span, ""),))
