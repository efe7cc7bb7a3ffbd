"""One file as read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from dvht_lint.model.block import Block, Comment, Directive, Part, Problem
from dvht_lint.model.claim import Claim, Statement
from dvht_lint.model.contact import Contact
from dvht_lint.model.source import Source
from dvht_lint.model.table import Table
from dvht_lint.records import record
from dvht_lint.text import SourceText, Span

UNREAD_BIBLIOGRAPHY = "unread-bibliography"
"""The key of the metadata under which a document knows that a bibliography it names could not be read: no key of it is told."""


@record(frozen=True, slots=True)
class Document:
    """One file as read.

    Prose formats fill `blocks`; corpus and pairs files fill `claims`, `statements`, `sources`, `contacts`
    and `pairs` directly; later stages add those of prose formats. `metadata` is the front matter.
    """

    path: str
    text: SourceText
    format: str
    blocks: tuple[Block, ...] = ()
    comments: tuple[Comment, ...] = ()
    problems: tuple[Problem, ...] = ()
    language: str = ""
    metadata: Mapping[str, Any] = field(default_factory=dict)
    claims: tuple[Claim, ...] = ()
    statements: tuple[Statement, ...] = ()
    sources: tuple[Source, ...] = ()
    contacts: tuple[Contact, ...] = ()
    directives: tuple[Directive, ...] = ()
    exempt: tuple[tuple[Span, str], ...] = ()
    """Spans of the file that hold no claim, each with the reason (`heading`, `form`, `contact` …)."""
    tables: tuple[Table, ...] = ()
    """The tables among the blocks, each whole; filled by `assembly`."""
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    """Short forms defined in the document: `{"NHTRC": "National Human Trafficking Resource Center"}`."""

    @property
    def has_references(self) -> bool:
        """Whether a part of the document, or all of it, is a reference half."""
        return any(block.part is Part.REFERENCE for block in self.blocks) or any(
            not statement.passages for statement in self.statements
        )
