"""`Source:` lines: telling them, and parting them from the text they close.

"Source: CDC (2015)." as a block of its own; "(Source: CDC, 2015)" or "Source: CDC, 2015." at the end of a paragraph.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from dvht_lint.lexicons import load
from dvht_lint.model import Block, BlockKind
from dvht_lint.roles.halves import looks_like_citation
from dvht_lint.text import MarkKind, Prose, Span

__all__ = ["INLINE", "is_bare_label", "is_source_cell", "is_source_line", "split_source", "without_label"]

INLINE = "("
"""The `marker` of a source that was parted from the end of a block: it serves that block alone."""


@cache
def _label() -> re.Pattern[str]:
    names = "|".join(load("document_parts")["source_labels"])
    return re.compile(rf"\W{{0,3}}(?:{names})\s?(?::|\s[–—-]\s|[–—](?=\s))\s*", re.IGNORECASE)


@cache
def _closing() -> re.Pattern[str]:
    names = "|".join(load("document_parts")["source_labels"])
    return re.compile(
        rf"(?:(?<=[.!?”\"’)\d\w])\s*[(\[](?:{names})\s?:\s*(?P<inside>[^()\[\]]*(?:\([^()]*\)[^()\[\]]*)*)[)\]]\s*[.]?"
        rf"|(?<=[.!?”\"’)])\s+(?:{names})\s?:\s+(?P<after>[A-Z“\"*\[h].*))$",
        re.IGNORECASE | re.DOTALL,
    )


def is_source_line(text: str) -> bool:
    """Whether a text is a `Source:` line: the label, and something after it."""
    found = _label().match(text)
    return bool(found) and found.end() < len(text.rstrip()) if found else False


def is_bare_label(block: Block) -> bool:
    """Whether a block is the label alone, with its colon: "Sources:"."""
    text = block.prose.plain.strip()
    return len(text) < 40 and text.endswith(":") and bool(_label().fullmatch(text))


def is_source_cell(block: Block) -> bool:
    """Whether a cell of a table stands in a column headed "Source" and cites a work.

    The first column names the rows ("Source | Share of emissions"), and a bare name or number ("Machinery", "R2-V06") is no work.
    """
    if block.kind is not BlockKind.CELL or not block.level or not block.label or not block.column:
        return False
    if not _label().fullmatch(f"{block.label.strip().rstrip(':')}:"):
        return False
    linked = any(mark.kind is MarkKind.LINK for mark in block.prose.marks)
    return linked or looks_like_citation(block.prose.plain)


def without_label(prose: Prose) -> Prose:
    """The prose of a `Source:` line without its label; other prose as it is."""
    found = _label().match(prose.plain)
    return prose.slice(Span(found.end(), len(prose.plain))).strip() if found else prose


def split_source(block: Block) -> tuple[Block, ...]:
    """A block, and the source that its text ends with, as blocks of their own."""
    plain = block.prose.plain
    if block.kind in {BlockKind.HEADING, BlockKind.NOTE, BlockKind.CODE} or ":" not in plain:
        return (block,)
    at = _last_label(plain) if _may_hold_label(plain) else -1
    found = _closing().search(plain, max(0, at - 3)) if at > 0 else None
    if not found:
        return (block,)
    inside = found.span("inside") if found["inside"] is not None else found.span("after")
    text = block.prose.slice(Span(0, found.start())).strip()
    source = block.prose.slice(Span(*inside)).strip()
    if not text.plain or not source.plain:
        return (block,)
    return (
        replace(block, prose=text, span=Span(block.span.start, text.source(text.whole()).end)),
        replace(
            block,
            kind=BlockKind.PARAGRAPH,
            prose=source,
            span=source.source(source.whole()),
            marker=INLINE,
            label="",
        ),
    )


def _may_hold_label(plain: str) -> bool:
    """Whether the beginning of any label occurs: cheaper than to look for the label itself."""
    folded = plain.casefold()
    return any(stem in folded for stem in _stems())


@cache
def _stems() -> tuple[str, ...]:
    return tuple({name[:5] for name in load("document_parts")["source_labels"]})


def _last_label(plain: str) -> int:
    """Where the last label of the text begins, -1 for none."""
    return max((found.start() for found in _any_label().finditer(plain)), default=-1)


@cache
def _any_label() -> re.Pattern[str]:
    names = "|".join(load("document_parts")["source_labels"])
    return re.compile(rf"(?<!\w)(?:{names})\s?:", re.IGNORECASE)
