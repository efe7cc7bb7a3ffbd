"""Markdown (CommonMark with tables, footnotes and strikethrough) as blocks of prose.

Every heading, paragraph, list item, table cell, quotation and footnote is one block. The first paragraph of
an item is the item's block; what follows in the item are paragraphs of the same group. A cell's `label` is the
header of its column and its `level` the number of its row, 0 for the header row itself.
"""

from __future__ import annotations

from dvht_lint.model import Document
from dvht_lint.readers.frontmatter import split_front_matter
from dvht_lint.readers.markdown_blocks import Walk
from dvht_lint.text import SourceText

__all__ = ["SUFFIXES", "parse", "read"]

SUFFIXES = (".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd")


def read(path: str, data: bytes) -> Document:
    """Read a Markdown file. Raises `UnicodeDecodeError` where it is not UTF-8 (`readers.read` makes it a problem)."""
    return parse(SourceText.decode(path, data), "markdown")


def parse(source: SourceText, name: str, *, plain: bool = False) -> Document:
    """Read decoded Markdown; `plain` keeps what only a plain text means (see `readers.plain`)."""
    metadata, start = split_front_matter(source.text)
    walk = Walk(source.text, start, plain=plain)
    walk.run()
    language = metadata.get("lang") or metadata.get("language") or ""
    return Document(
        path=source.path,
        text=source,
        format=name,
        blocks=tuple(walk.blocks),
        comments=tuple(walk.comments),
        language=language if isinstance(language, str) else "",
        metadata=metadata,
    )
