"""Numbered entries that no markup numbers: "1 Doe, J. (2011). …" on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dvht_lint.model import Block, BlockKind
from dvht_lint.text import Prose, Span

__all__ = ["entry_labels", "split_numbered"]

_MARKER = re.compile(r"\[?(\d{1,4})[\].)]?")
_OPENING = re.compile(r"\[?(\d{1,3})[\].)]?\s+(?=[A-Z“\"‘])")


def split_numbered(block: Block, file: str) -> tuple[Block, ...]:
    """A paragraph whose lines count on from one, as items; `file` is the text that it was read from."""
    if block.kind is not BlockKind.PARAGRAPH or not block.prose.plain[:2].strip("[")[:1].isdigit():
        return (block,)
    plain = block.prose.plain
    starts: list[tuple[int, re.Match[str]]] = []
    for at in _line_starts(block.prose, file):
        found = _OPENING.match(plain, at)
        if found and int(found[1]) == (int(starts[-1][1][1]) + 1 if starts else int(found[1])):
            starts.append((at, found))
    if len(starts) < 2 or starts[0][0]:
        return (block,)
    ends = [at for at, _ in starts[1:]] + [len(plain)]
    return tuple(_item(block, found, end) for (_, found), end in zip(starts, ends, strict=True))


def _item(block: Block, found: re.Match[str], end: int) -> Block:
    prose = block.prose.slice(Span(found.end(), end)).strip()
    return replace(
        block, kind=BlockKind.ITEM, prose=prose, span=prose.source(prose.whole()), marker=found[0].strip(), level=1
    )


def _line_starts(prose: Prose, file: str) -> Iterator[int]:
    """Where, in the plain text, the lines of the file begin."""
    yield 0
    for piece in prose.pieces:
        if not piece.verbatim and ("\n" in piece.source.cut(file) or "\r" in piece.source.cut(file)):
            yield piece.plain.end


def entry_labels(blocks: Sequence[Block], entries: Sequence[bool]) -> dict[int, str]:
    """The numbers of a numbered bibliography's entries, by index, as texts call them.

    Markdown counts a list on from its first number, whatever the others say.
    """
    labels: dict[int, str] = {}
    group, number = 0, 0
    for index, block in enumerate(blocks):
        if not entries[index]:
            continue
        if block.kind is not BlockKind.ITEM:
            found = _OPENING.match(block.prose.plain)
            if found and block.kind is BlockKind.PARAGRAPH:
                labels[index] = found[1]
            continue
        written = _MARKER.fullmatch(block.marker)
        if not written:
            continue
        follows = block.group and block.group == group and not block.marker.startswith("[")
        number = number + 1 if follows else int(written[1])
        group = block.group
        labels[index] = str(number)
    return labels
