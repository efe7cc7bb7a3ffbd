"""Blocks of prose, the comments between them, and what is wrong with a file as read."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from dvht_lint.records import record
from dvht_lint.text import Prose, Span


class BlockKind(StrEnum):
    """What a block is by its form alone, whatever the format."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    QUOTE = "quote"
    NOTE = "note"
    """The definition of a footnote or endnote; `label` is its name."""
    CODE = "code"


class Part(StrEnum):
    """Which half of a document a block stands in."""

    PUBLIC = "public"
    REFERENCE = "reference"


class Role(StrEnum):
    """What a block is for. Only LEAD, CLAIM and STATEMENT hold sentences that must rest on something."""

    CLAIM = "claim"
    """Public prose that states something."""
    STATEMENT = "statement"
    """A bullet or paragraph of the reference half that a source serves."""
    LEAD = "lead"
    """A plain sentence of the reference half that opens a group of bullets."""
    HEADING = "heading"
    QUESTION = "question"
    SOURCE = "source"
    """A `Source:` line, a bibliography entry or a note that holds a citation."""
    FORM = "form"
    """A blank or prompt to be filled in."""
    CONTACT = "contact"
    """A blurb that tells readers whom to call."""
    USAGE = "usage"
    """A note to the people who use the document, not to the public."""
    RESOURCE = "resource"
    """A list of organisations or links."""
    BOILERPLATE = "boilerplate"
    """Code, navigation, licence lines and what the configuration exempts."""


@record(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item, table cell or note, with its prose.

    `level` is the heading's level or the item's depth (1-based); `group` numbers the list, table or
    quotation that the block belongs to (0: none); `tight` says that its list has no blank lines between
    items; `marker` is the item's mark as written; `label` the note's name or the table column's header.
    """

    kind: BlockKind
    prose: Prose
    span: Span
    level: int = 0
    group: int = 0
    tight: bool = False
    marker: str = ""
    label: str = ""
    part: Part = Part.PUBLIC
    role: Role = Role.CLAIM
    heading: str = ""
    language: str = ""
    key: str = ""
    """An id that the format gives the block (an HTML id, a translation key)."""
    column: int = 0
    """The column of a table's cell, from 0; `level` is its row."""


@record(frozen=True, slots=True)
class Comment:
    """A comment of the file (HTML comment, YAML `#`): where directives live."""

    text: str
    span: Span
    covers: Span | None = None
    """The entry of a corpus file that the comment stands before or beside; None where the format does not tell."""


@record(frozen=True, slots=True)
class Directive:
    """A `dvht-lint:` comment, read. `covers` is the span of the file it speaks for; `verb` is `ignore`,
    `ignore-file` or `statement`."""

    verb: str
    arguments: tuple[str, ...]
    span: Span
    covers: Span
    reason: str = ""
    until: date | None = None
    argument_spans: tuple[Span, ...] = ()
    problems: tuple[Problem, ...] = ()
    """What is wrong with it as written; a directive with a problem is not in force."""


@record(frozen=True, slots=True)
class Problem:
    """A fault of the input itself, found while reading: the code of the rule that reports it and its place."""

    code: str
    message: str
    span: Span
    see: tuple[Span, ...] = ()
    fatal: bool = False
    """Whether the file could not be checked because of it (the run ends with 2)."""
    key: str = ""
    """The id that a DV005 misses: another document of the project may have it, and then nothing is wrong."""
