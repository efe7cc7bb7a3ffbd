"""Where the reference half of a document begins and ends."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dvht_lint.model import Block, BlockKind
from dvht_lint.roles.headings import closes_references, heading_text, opens_references
from dvht_lint.roles.sourcelines import is_source_line

__all__ = ["Half", "looks_like_citation", "reference_halves"]


@dataclass(frozen=True, slots=True)
class Half:
    """Blocks `start` to `end` (not included) are one reference half; `lines` says that `Source:` lines serve in it."""

    start: int
    end: int
    lines: bool
    level: int = 0


def looks_like_citation(text: str) -> bool:
    """Whether a text reads as an entry of a bibliography rather than as a sentence."""
    return bool(_cites_work().search(text) or _opens_with_author().match(text))


@cache
def _cites_work() -> re.Pattern[str]:
    return re.compile(
        r"\((?:[A-Z][\w.]*,? )?(?:n\.d\.|forthcoming|in press|[^()]{0,30}(?:1[89]|20)\d\d[a-z]?[^()]{0,25})\)"
        r"|https?://|www\.|\bdoi\b|\bRetrieved\b|\bAccessed\b|\bAvailable (?:at|from)\b|\bet al\b|\bpp?\. ?\d|\bVol\. ?\d"
        r"|\b[Ii]bid\b|\d+\(\d+\)[,:]|\bU\.S\.C\.|\bPub\. ?L\.|\bF\.[23]d\b|\b(?:1[89]|20)\d\d[a-z]?\b\W{0,4}$"
    )


@cache
def _opens_with_author() -> re.Pattern[str]:
    return re.compile(r"^\W{0,3}(?:\[?\d{1,3}[\].]\s*)?[A-Z][\w'’-]+,\s+(?:[A-Z]\.|[A-Z][a-z]+)")


def reference_halves(
    blocks: Sequence[Block], headings: frozenset[int], extra: tuple[str, ...] = (), *, whole: bool = False
) -> tuple[Half, ...]:
    """The reference halves, in order.

    `headings` are the indices of the blocks that are headings. A half opens at a reference heading and ends
    before a heading that is evidently public again: one known as such, or one of the same or a higher level,
    unless `Source:` lines follow it. With `whole` the document is a reference half from its first block on.
    """
    sources = [i for i, block in enumerate(blocks) if is_source_line(block.prose.plain)]
    ordered = sorted(headings)
    halves: list[Half] = []
    if whole:
        halves.append(_half(blocks, ordered, sources, 0, 0))
    for index in ordered:
        block = blocks[index]
        sure = opens_references(block.prose.plain, extra)
        if not sure or (halves and index < halves[-1].end):
            continue
        half = _half(blocks, ordered, sources, index + 1, block.level if block.kind is BlockKind.HEADING else 0)
        if half.start < half.end and (sure == "sure" or half.lines or _cites(blocks, half)):
            halves.append(half)
    return tuple(halves)


def _cites(blocks: Sequence[Block], half: Half) -> bool:
    return any(looks_like_citation(block.prose.plain) for block in blocks[half.start : half.end])


def _half(blocks: Sequence[Block], headings: list[int], sources: list[int], start: int, level: int) -> Half:
    after = headings[bisect_left(headings, start) :]
    end = len(blocks)
    for position, index in enumerate(after):
        if _is_public_again(blocks, after[position:], sources, level):
            end = index
            break
    return Half(start, end, _holds(sources, start, end), level)


def _is_public_again(blocks: Sequence[Block], headings: list[int], sources: list[int], level: int) -> bool:
    """Whether the first of the headings ends the half that a heading of this level (0: unknown) opened."""
    index = headings[0]
    block = blocks[index]
    if opens_references(block.prose.plain):
        return False
    own = block.level if block.kind is BlockKind.HEADING else 0
    following = headings[1:]
    end = next((i for i in following if not own or 0 < blocks[i].level <= own), len(blocks))
    if _holds(sources, index + 1, end):
        return False
    if closes_references(block.prose.plain):
        return True
    return bool(own and (not level or own <= level)) and bool(heading_text(block.prose.plain))


def _holds(sources: list[int], start: int, end: int) -> bool:
    """Whether a `Source:` line stands among the blocks from `start` to `end` (not included)."""
    at = bisect_left(sources, start)
    return at < len(sources) and sources[at] < end
