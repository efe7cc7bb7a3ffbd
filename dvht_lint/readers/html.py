"""HTML pages as blocks of prose."""

from __future__ import annotations

from dvht_lint.model import Document
from dvht_lint.readers.html_blocks import HtmlWalk
from dvht_lint.text import SourceText, Span

__all__ = ["SUFFIXES", "read"]

SUFFIXES = (".html", ".htm", ".xhtml")


def read(path: str, data: bytes) -> Document:
    """Read a page. Raises `UnicodeDecodeError` where it is not UTF-8 (`readers.read` makes it a problem)."""
    source = SourceText.decode(path, data)
    walk = HtmlWalk(source.text)
    walk.feed(Span(0, len(source.text)))
    return Document(
        path=source.path,
        text=source,
        format="html",
        blocks=tuple(walk.finish()),
        comments=tuple(walk.comments),
        language=walk.document_language,
    )
