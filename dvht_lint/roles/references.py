"""The roles of blocks of the reference half: statements and their leads, or the entries of a bibliography."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from dvht_lint.model import Block, BlockKind, Role
from dvht_lint.roles.cues import normal
from dvht_lint.roles.halves import Half, looks_like_citation
from dvht_lint.roles.headings import is_question
from dvht_lint.roles.publics import blurb_role, is_form
from dvht_lint.text import MarkKind

__all__ = ["reference_roles"]

_SHARE_SERVED = 4
"""One text in so many at least has a `Source:` line where statements stand; leads and doubled paragraphs have none."""
_SHORTEST_STATEMENT = 4
"""Words; a shorter cell of a table is a name or a bare figure."""


def reference_roles(
    blocks: Sequence[Block],
    lines: Sequence[bool],
    headings: frozenset[int],
    serving: Container[int],
    half: Half,
) -> Iterator[tuple[int, Role]]:
    """The index and role of each block of a half, in order; `serving` holds the blocks that a source serves.

    A half in which no statements with sources stand is a list of works: what reads as none of them is public and left out.
    """
    if not half.sure and not _holds_statements(blocks, lines, headings, serving, half):
        yield from _works(blocks, lines, headings, half)
        return
    entries = not half.lines and _is_bibliography(blocks, headings, half)
    itemised = any(blocks[index].kind is BlockKind.ITEM and index in serving for index in range(half.start, half.end))
    for index in range(half.start, half.end):
        block = blocks[index]
        text = normal(block.prose.plain)
        if lines[index] or block.kind is BlockKind.NOTE:
            yield index, Role.SOURCE
        elif block.kind is BlockKind.CODE or not any(c.isalnum() or c == "_" for c in text):
            yield index, Role.BOILERPLATE
        elif block.kind is BlockKind.CELL and (not block.level or len(text.split()) < _SHORTEST_STATEMENT):
            yield index, Role.HEADING if not block.level else Role.BOILERPLATE
        elif is_form(text, blocks[index + 1] if index + 1 < len(blocks) else None):
            yield index, Role.FORM
        elif is_question(text):
            yield index, Role.QUESTION
        elif entries and (block.kind is not BlockKind.HEADING and (index not in headings or looks_like_citation(text))):
            yield index, _entry_role(block, text)
        elif index in headings:
            yield index, Role.HEADING
        else:
            yield index, _statement_role(blocks, index, index in serving, itemised=itemised)


def _holds_statements(
    blocks: Sequence[Block], lines: Sequence[bool], headings: frozenset[int], serving: Container[int], half: Half
) -> bool:
    """Whether what stands in a half is backed there: by `Source:` lines, or most of it by a note or key of its own."""
    texts = [
        index
        for index in range(half.start, half.end)
        if _may_state(blocks[index]) and index not in headings and not lines[index]
    ]
    if half.lines:
        return _SHARE_SERVED * sum(index in serving for index in texts) >= len(texts)
    backed = sum(_points_out(blocks[index]) for index in texts)
    cited = sum(looks_like_citation(blocks[index].prose.plain) for index in texts)
    return 2 * backed >= len(texts) > 0 and 2 * cited < len(texts)


def _may_state(block: Block) -> bool:
    return block.kind in {BlockKind.ITEM, BlockKind.PARAGRAPH} and len(block.prose.plain.split()) > 1


def _points_out(block: Block) -> bool:
    return any(mark.kind in {MarkKind.NOTE, MarkKind.CITATION} for mark in block.prose.marks)


def _works(
    blocks: Sequence[Block], lines: Sequence[bool], headings: frozenset[int], half: Half
) -> Iterator[tuple[int, Role]]:
    """The blocks of a list of works that are part of it."""
    entries = _is_bibliography(blocks, headings, half)
    for index in range(half.start, half.end):
        block = blocks[index]
        if block.kind in {BlockKind.HEADING, BlockKind.CODE, BlockKind.CELL} or index in headings:
            continue
        listed = block.kind is BlockKind.NOTE or (entries and block.kind is BlockKind.ITEM)
        if lines[index] or listed or looks_like_citation(block.prose.plain):
            yield index, Role.SOURCE


def _is_bibliography(blocks: Sequence[Block], headings: frozenset[int], half: Half) -> bool:
    """Whether a half without `Source:` lines lists works: at least half of its items, or of all, read as citations."""
    entries = [
        (block, block.kind is BlockKind.NOTE or looks_like_citation(block.prose.plain))
        for index, block in enumerate(blocks[half.start : half.end], half.start)
        if block.kind not in {BlockKind.HEADING, BlockKind.CODE} and index not in headings
    ]
    items = [cites for block, cites in entries if block.kind is not BlockKind.PARAGRAPH]
    every = [cites for _, cites in entries]
    return any(2 * sum(some) >= len(some) > 0 for some in (items, every)) or not every


def _entry_role(block: Block, text: str) -> Role:
    """An entry of a bibliography; a paragraph that cites nothing introduces the entries."""
    if block.kind is BlockKind.PARAGRAPH and not looks_like_citation(text):
        return Role.BOILERPLATE
    return Role.SOURCE


def _statement_role(blocks: Sequence[Block], index: int, is_served: bool, *, itemised: bool) -> Role:
    block = blocks[index]
    alone = block.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING} and not block.group
    if is_served or not alone:
        return Role.STATEMENT
    role = blurb_role(normal(block.prose.plain))
    if role:
        return role
    before_bullets = index + 1 < len(blocks) and blocks[index + 1].kind is BlockKind.ITEM
    return Role.LEAD if before_bullets or itemised else Role.STATEMENT
