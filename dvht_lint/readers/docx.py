"""Word documents as blocks of prose.

The text of a Word document is one line a paragraph: line n is the n-th paragraph of the body in document order
(cells and text boxes included, see `docx_runs.paragraphs`), then come the paragraphs of the footnotes and the
endnotes that the body calls. A column counts the characters of `docx_runs.runs`. So a span of the text names a
paragraph and characters in it, and `locate` is all that a writer of comments needs.

Insertions that are tracked count as accepted, deletions as gone. Reading needs nothing but the standard library.
"""

from __future__ import annotations

from dvht_lint.model import Document, Problem
from dvht_lint.readers.docx_blocks import Body
from dvht_lint.readers.docx_package import Package, PackageError
from dvht_lint.text import SourceText, Span

__all__ = ["SUFFIXES", "locate", "read"]

SUFFIXES = (".docx",)


def read(path: str, data: bytes) -> Document:
    """Read a Word document; one that cannot be read has no blocks and a fatal problem."""
    try:
        body = Body(Package(data))
        source = SourceText(path, body.text)
        return Document(path, source, "docx", blocks=tuple(body.blocks()), comments=tuple(body.comments()))
    except PackageError as error:
        code = "DV007" if error.too_large else "DV001"
        problem = Problem(code, str(error), Span(0, 0), fatal=True)
        return Document(path, SourceText(path, ""), "docx", problems=(problem,))


def locate(source: SourceText, span: Span) -> tuple[int, int, int]:
    """The paragraph that a span of a Word document's text begins in, counted from 0, and the characters in it.

    A span that runs on into further paragraphs is cut at the end of its first.
    """
    place = source.place(span.start)
    first = place.column - 1
    return place.line - 1, first, min(first + len(span), len(source.line(place.line)))
