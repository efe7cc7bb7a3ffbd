"""A block while it is read, and the blocks of the model that it becomes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dvht_lint.model import Block, BlockKind, Role
from dvht_lint.readers.inline import Inline
from dvht_lint.records import record
from dvht_lint.text import MarkKind, Prose, Span

__all__ = ["Leaf", "Line", "leaf_blocks"]

# Most blocks hold neither lines of their own nor references; the modules that read those are imported where one does.
_RAISED = re.compile(r"[†‡⁰¹²³⁴-⁹]")
_CLOSERS = ".,;:!?)]”’"  # The empty string is in it: the end of the text.
_MAY_BEGIN_LINE = frozenset("•‣◦▪●○∙·[:")
_MAY_BE_MARKUP = re.compile(r"\{[{%<rpj]|</?[A-Z]|^(?:!!!|\?\?\?|:::|import\s|export\s)|!\[|^r\s|\sr\s")
"""What a site builder's markup may begin with."""
_WHOLE = frozenset({BlockKind.HEADING, BlockKind.CELL, BlockKind.CODE})


@record(frozen=True, slots=True)
class Line:
    """A part of a paragraph that is a block: its prose, and its mark where it is an item."""

    prose: Prose
    marker: str = ""
    is_source: bool = False


@dataclass(slots=True)
class Leaf:
    """The block being read: its form, and how far it reaches in the file."""

    kind: BlockKind
    inline: Inline
    start: int
    end: int
    level: int = 0
    group: int = 0
    tight: bool = False
    marker: str = ""
    label: str = ""
    key: str = ""
    role: Role = Role.CLAIM
    language: str = ""
    column: int = 0
    """The column of a table's cell."""


def leaf_blocks(leaf: Leaf, file: str, groups: int, *, pandoc: bool) -> tuple[list[Block], int]:
    """The blocks that a leaf holds, and the last group number given; `groups` is the last one before.

    Nearly always it is one block. Lines that are blocks of their own and notes written in the text make more.
    """
    prose = leaf.inline.finish()
    if pandoc and leaf.kind is not BlockKind.CODE and _MAY_BE_MARKUP.search(prose.plain):
        from dvht_lint.readers.site_markup import without_site_markup

        cleaned = without_site_markup(prose)
        if cleaned is not prose:
            prose, leaf.inline.breaks[:] = cleaned, []
    if not prose.plain.strip():
        return [], groups
    if leaf.kind in _WHOLE:
        return _line_blocks(leaf, prose.strip(), Span(leaf.start, leaf.end), file, pandoc=pandoc), groups
    if leaf.inline.starts_with_note and leaf.kind is not BlockKind.NOTE:
        leaf.kind, leaf.label = BlockKind.NOTE, leaf.inline.starts_with_note
    lines = _lines(prose, leaf.inline.breaks)
    if len(lines) == 1 and not lines[0].marker:
        return _line_blocks(leaf, lines[0].prose, Span(leaf.start, leaf.end), file, pandoc=pandoc), groups
    blocks: list[Block] = []
    group = 0
    for index, line in enumerate(lines):
        where = line.prose.source(line.prose.whole())
        span = Span(leaf.start if not index else where.start, leaf.end if index == len(lines) - 1 else where.end)
        if line.marker and not group:
            group = groups = groups + 1
        blocks.extend(_line_blocks(_of_line(leaf, line, index, group), line.prose, span, file, pandoc=pandoc))
    return blocks, groups


def _lines(prose: Prose, breaks: Sequence[int]) -> tuple[Line, ...]:
    if not breaks and prose.plain[0] not in _MAY_BEGIN_LINE:
        return (Line(prose.strip()),)
    from dvht_lint.readers.lines import split_lines

    return tuple(line for line in split_lines(prose, breaks) if line.prose.plain)


def _of_line(leaf: Leaf, line: Line, index: int, group: int) -> Leaf:
    """The form of one of the lines of a leaf."""
    if line.marker:
        return replace(leaf, kind=BlockKind.ITEM, level=leaf.level + 1, group=group, tight=True, marker=line.marker)
    if index and line.is_source:
        return replace(leaf, kind=BlockKind.PARAGRAPH, level=0, group=0, tight=False, marker="", label="")
    return leaf


def _line_blocks(leaf: Leaf, prose: Prose, span: Span, file: str, *, pandoc: bool) -> list[Block]:
    if leaf.kind is BlockKind.CODE:
        return [_block(leaf, prose, span)]
    if prose.marks:
        prose = _closed_up(prose)
    if not _may_refer(prose):
        return [_block(leaf, prose, span)]
    from dvht_lint.readers.references import leading_note, take_out_references

    prose, notes = take_out_references(prose, file, pandoc=pandoc)
    label = ""
    if leaf.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM}:
        label, prose = leading_note(prose)
    blocks = []
    if prose.plain.strip():
        blocks.append(_block(replace(leaf, kind=BlockKind.NOTE, label=label) if label else leaf, prose, span))
    blocks.extend(
        Block(BlockKind.NOTE, note.prose, note.prose.source(note.prose.whole()), label=note.label) for note in notes
    )
    return blocks


def _may_refer(prose: Prose) -> bool:
    plain = prose.plain
    if "[" in plain or "@" in plain or "^" in plain or "://" in plain or "www." in plain.lower():
        return True
    if not plain.isascii() and _RAISED.search(plain):
        return True
    return any(mark.kind is MarkKind.LINK for mark in prose.marks)


def _closed_up(prose: Prose) -> Prose:
    """The prose with its note marks right behind a word, and no space between that word and a comma or stop."""
    apart = sorted({m.span.start for m in prose.marks if not len(m.span) and _is_space(prose.plain, m.span.start - 1)})
    if not apart:
        return prose
    marks = tuple(
        replace(mark, span=mark.span.shift(-1))
        if not len(mark.span) and _is_space(prose.plain, mark.span.start - 1)
        else mark
        for mark in prose.marks
    )
    spaces = [Span(at - 1, at) for at in apart if prose.plain[at : at + 1] in _CLOSERS]
    return Prose(prose.plain, prose.pieces, tuple(sorted(marks, key=lambda m: (m.span, m.kind)))).without(spaces)


def _is_space(plain: str, at: int) -> bool:
    return at >= 0 and plain[at] == " "


def _block(leaf: Leaf, prose: Prose, span: Span) -> Block:
    return Block(
        kind=leaf.kind,
        prose=prose,
        span=span,
        level=leaf.level,
        group=leaf.group,
        tight=leaf.tight,
        marker=leaf.marker,
        label=leaf.label,
        role=leaf.role,
        language=leaf.language,
        key=leaf.key,
        column=leaf.column if leaf.kind is BlockKind.CELL else 0,
    )
