"""What holds for the blocks of every reader, whatever the file."""

from __future__ import annotations

import itertools

from dvht_lint.model import Block, BlockKind, Document
from dvht_lint.readers import read
from dvht_lint.text import MarkKind, Prose, SourceText


def check_prose(prose: Prose, text: str) -> None:
    """Pieces cover the plain text without a gap, stand inside the file, and verbatim ones equal their slice."""
    at = 0
    for piece in prose.pieces:
        assert piece.plain.start == at
        assert len(piece.plain) > 0
        assert piece.source.end <= len(text)
        if piece.verbatim:
            assert piece.plain.cut(prose.plain) == piece.source.cut(text)
        at = piece.plain.end
    assert at == len(prose.plain)
    sources = [piece.source for piece in prose.pieces]
    assert all(a.end <= b.start for a, b in itertools.pairwise(sources))
    for mark in prose.marks:
        assert mark.span.end <= len(prose.plain)
        assert mark.source is None or mark.source.end <= len(text)
        assert mark.target_source is None or mark.target_source.cut(text) == mark.target
        if mark.kind in {MarkKind.NOTE, MarkKind.DELETED}:
            assert not len(mark.span)
            assert mark.source is not None
    assert [m.span for m in prose.marks] == sorted(m.span for m in prose.marks)


def check_document(document: Document, *, comments_in_text: bool = True) -> None:
    text = document.text.text
    starts = [block.span.start for block in document.blocks]
    assert starts == sorted(starts)
    for block in document.blocks:
        assert block.prose.plain.strip()
        assert block.span.end <= len(text)
        assert block.span.contains(block.prose.source(block.prose.whole())), block
        check_prose(block.prose, text)
        if block.kind is not BlockKind.CODE:
            assert block.prose.plain == block.prose.plain.strip()
    for comment in document.comments:
        assert comment.span.end <= len(text)
        assert not comments_in_text or comment.text in comment.span.cut(text)
    for problem in document.problems:
        assert problem.span.end <= len(text)


def blocks(name: str, text: str) -> tuple[Block, ...]:
    """The blocks of a file with this name and text, checked."""
    document = read(name, text.encode())
    check_document(document)
    return document.blocks


def plain(name: str, text: str) -> list[str]:
    return [block.prose.plain for block in blocks(name, text)]


def place_of(name: str, text: str, words: str) -> str:
    """Where words of the prose stand in the file, as `line:column-line:column`."""
    for block in blocks(name, text):
        at = block.prose.plain.find(words)
        if at >= 0:
            span = block.prose.source(type(block.span)(at, at + len(words)))
            source = SourceText(name, text.removeprefix("\ufeff"))
            first, last = source.place(span.start), source.place(span.end)
            return f"{first.line}:{first.column}-{last.line}:{last.column}"
    raise AssertionError(f"{words!r} is in no block")
