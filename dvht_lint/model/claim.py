"""Claims, the statements they rest on, and the pointers of both to their sources."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from dvht_lint.model.block import Role
from dvht_lint.model.quantity import Quantity
from dvht_lint.records import record
from dvht_lint.text import Prose, Span


class CitationKind(StrEnum):
    """How a text says where it is from."""

    KEY = "key"
    NOTE = "note"
    LINK = "link"
    LINE = "line"
    NUMBER = "number"
    PROSE = "prose"


@record(frozen=True, slots=True)
class Citation:
    """A pointer from a claim or statement to a source: the source's id, or the text that could not be resolved.

    `span` is of the file; `locator` is a page or section as written; `quote` a verbatim passage of the source.
    """

    kind: CitationKind
    target: str
    span: Span
    locator: str = ""
    quote: str = ""
    quote_prose: Prose | None = None


@record(frozen=True, slots=True)
class Claim:
    """A sentence that the public reads. `statement` is an explicit id, or empty where it must be matched."""

    id: str
    prose: Prose
    span: Span
    document: str
    block: int = 0
    heading: str = ""
    citations: tuple[Citation, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    statement: str = ""
    role: Role = Role.CLAIM
    lead: str = ""
    """The stem that a bulleted claim continues ("In 2011 the hotline:")."""
    asserts: bool = True
    """Whether it is a declarative sentence that states a fact (not advice, a question, an instruction)."""
    language: str = ""
    key: str = ""
    tabular: bool = False
    """Whether it is a row of a table: its words are those of headers and cells, so only its figures are compared."""
    in_table: bool = False
    """Whether it stands in a table, as a row or in a cell: it is held against the statement that it restates, and needs none."""
    stem: Prose | None = None
    """The words of its lead, without the colon, where they say nothing by themselves."""
    statistics: tuple[Quantity, ...] | None = None
    """Its figures that are measured values about the world; None where only their kinds tell."""
    covered: bool = False
    """Whether a citation beside it speaks for it: one that closes its paragraph, or that of its list's lead."""
    free_notes: tuple[str, ...] = ()
    """Of a claim with a malformed figure, the labels of the notes that the document defines and nowhere calls."""

    @property
    def measured(self) -> tuple[Quantity, ...]:
        """The figures that need a source."""
        if self.statistics is not None:
            return self.statistics
        return tuple(quantity for quantity in self.quantities if quantity.is_statistic)


@record(frozen=True, slots=True)
class Statement:
    """The sourced wording that claims restate. `sources` are the ids of the sources it rests on."""

    id: str
    prose: Prose
    span: Span
    document: str
    citations: tuple[Citation, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    sources: tuple[str, ...] = ()
    reviewed: date | None = None
    role: Role = Role.STATEMENT
    block: int = 0
    language: str = ""
    part_of: str = ""
    """For a sentence of a statement that several claims rest on: the statement's id."""
    stem: Prose | None = None
    """The words of the lead that a bullet continues, without the colon."""
    passages: tuple[Prose, ...] = ()
    """What notes quote or say of their source, passage by passage: evidence for the sentences that call them alone."""
