"""The copy of a source on disk as pages of prose, whatever its format.

A page of a PDF has the label that a reader cites ("iv", "12"); every other format is one page without a label.
Positions in a paragraph's prose are those of the page's `text`: for HTML, Markdown and plain text that is the file
itself, for Word and PDF what was taken from it.
"""

from __future__ import annotations

from dvht_lint.errors import UnreadableError
from dvht_lint.readers import read, reader_for
from dvht_lint.records import record
from dvht_lint.text import Prose

__all__ = ["EVIDENCE_SUFFIXES", "Page", "read_pages"]

_PROSE_READERS = frozenset({"markdown", "plain", "html", "docx"})
EVIDENCE_SUFFIXES = frozenset({".pdf", ".md", ".markdown", ".txt", ".text", ".html", ".htm", ".xhtml", ".docx"})


@record(frozen=True, slots=True)
class Page:
    """A page: its label (empty where the format has no pages), its text, and the paragraphs read out of it."""

    label: str
    text: str
    paragraphs: tuple[Prose, ...]

    @property
    def plain(self) -> str:
        """The paragraphs' plain text, one a line."""
        return "\n".join(paragraph.plain for paragraph in self.paragraphs)


def read_pages(path: str, data: bytes) -> list[Page]:
    """The pages of a source, in order.

    Raises `UnreadableError` for a file that is broken, protected, of a format that is no evidence, or that holds
    no text (a scan), and `MissingExtraError` where reading PDF is not installed.
    """
    if path.lower().endswith(".pdf") or data.startswith(b"%PDF-"):
        from dvht_lint.readers.pdf_pages import pdf_pages

        return [Page(*page) for page in pdf_pages(path, data)]
    if reader_for(path) not in _PROSE_READERS:
        raise UnreadableError(f"{path}: evidence is a PDF, HTML, Word, Markdown or text file")
    document = read(path, data)
    fatal = next((problem for problem in document.problems if problem.fatal), None)
    if fatal:
        raise UnreadableError(f"{path}: {fatal.message}")
    paragraphs = tuple(block.prose for block in document.blocks)
    if not paragraphs:
        raise UnreadableError(f"{path}: the file holds no text")
    return [Page("", document.text.text, paragraphs)]
