"""Plain text, with the marks of Markdown that people type into it anyway.

A .txt file often holds `**bold**`, bullets and blank lines between paragraphs; read as bare lines, the asterisks
would stand in the prose. So it is read as Markdown, except that indentation does not make code, a line of
underscores is a blank to be filled in, and a dashed line below a whole paragraph is a rule, not a heading.
"""

from __future__ import annotations

from dvht_lint.model import Document
from dvht_lint.readers.markdown import parse
from dvht_lint.text import SourceText

__all__ = ["SUFFIXES", "read"]

SUFFIXES = (".txt", ".text")


def read(path: str, data: bytes) -> Document:
    """Read a text file. Raises `UnicodeDecodeError` where it is not UTF-8 (`readers.read` makes it a problem)."""
    return parse(SourceText.decode(path, data), "plain", plain=True)
