"""Readers: the bytes of one format to a `Document`, one format a file.

A reader is a module with `SUFFIXES` and `read(path, data) -> Document`. Readers are imported by suffix, never all
of them; a test holds the table below to what the modules say.
"""

from __future__ import annotations

from importlib import import_module

from dvht_lint.model import Document, Problem
from dvht_lint.text import SourceText, Span

__all__ = ["MODULES", "REFERENCE_STEMS", "SUPPORTED_SUFFIXES", "read", "reader_for"]

MODULES = {
    "markdown": (".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd"),
    "plain": (".txt", ".text"),
    "html": (".html", ".htm", ".xhtml"),
    "docx": (".docx",),
    "corpus": (".yaml", ".yml", ".json"),
    "pairs": (".jsonl", ".csv", ".parquet"),
    "bibtex": (".bib",),
}
"""Every reader that a suffix chooses, with its suffixes. (`csl` is chosen by content: a list of references.)"""

_BY_SUFFIX = {suffix: module for module, suffixes in MODULES.items() for suffix in suffixes}

SUPPORTED_SUFFIXES = frozenset(_BY_SUFFIX)

REFERENCE_STEMS = frozenset({"bibliography", "citations", "endnotes", "references", "sources", "works-cited"})
"""File names, without their suffix, whose whole content is a reference half."""


def reader_for(path: str) -> str | None:
    """The name of the module that reads files with this path's suffix, or None."""
    name = path.replace("\\", "/").rpartition("/")[2]
    stem, dot, suffix = name.rpartition(".")
    return _BY_SUFFIX.get(dot + suffix.lower()) if stem else None


def read(path: str, data: bytes) -> Document:
    """Read a file by its suffix.

    A file that is not text where text is expected becomes a document with a fatal problem. Raises `ValueError`
    for a suffix that no reader has.
    """
    name = reader_for(path)
    if name is None:
        raise ValueError(f"no reader for {path}")
    if name == "corpus" and _is_bibliography(data):
        name = "csl"
    try:
        document = import_module(f"dvht_lint.readers.{name}").read(path, data)
    except UnicodeDecodeError as error:
        return _undecodable(path, data, name, error)
    assert isinstance(document, Document)
    return document


def _is_bibliography(data: bytes) -> bool:
    """Whether a YAML or JSON file is a list of references, and no corpus."""
    from dvht_lint.readers.corpus import looks_like_corpus
    from dvht_lint.readers.csl import looks_like_references

    return looks_like_references(data) and not looks_like_corpus(data)


def _undecodable(path: str, data: bytes, name: str, error: UnicodeDecodeError) -> Document:
    """The part of a file before the byte that is no text, and a problem that stands at its end."""
    text = data[: error.start].decode(error.encoding, "ignore")
    source = SourceText(path, text.removeprefix("\ufeff"))
    at = len(source.text)
    wrong = f"0x{data[error.start]:02X}" if error.start < len(data) else "the end of the file"
    expected = "UTF-8" if error.encoding == "utf-8" else error.encoding.upper()
    message = f"byte {error.start} ({wrong}) in line {source.place(at).line} is not {expected}: save the file as UTF-8"
    return Document(path, source, name, problems=(Problem("DV001", message, Span(at, at), fatal=True),))
