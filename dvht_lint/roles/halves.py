"""Where the reference half of a document begins and ends."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from dvht_lint.model import Block, BlockKind
from dvht_lint.roles.headings import closes_references, opens_references

__all__ = ["Half", "looks_like_citation", "reads_as_entry", "reference_halves"]


class Half(NamedTuple):
    """Blocks `start` to `end` (not included) are one reference half; `lines` says that `Source:` lines serve in it.

    `sure` says that the whole file was given as references.
    """

    start: int
    end: int
    lines: bool
    sure: bool = False


def looks_like_citation(text: str) -> bool:
    """Whether a text reads as an entry of a bibliography rather than as a sentence."""
    # One pattern for all of it would be tried at every character of every sentence.
    return bool(
        "http://" in text
        or "https://" in text
        or "www." in text
        or ("(" in text and _in_brackets().search(text))
        or _cites_work().search(text)
        or _ends_in_year().search(text, len(text) - _LONGEST_YEAR)
        or _opens_with_author().match(text)
    )


_LONGEST_YEAR = 16
"""How far before the end of a text a year that ends it is looked for."""


@cache
def _in_brackets() -> re.Pattern[str]:
    return re.compile(
        r"\((?:[A-Z][\w.]*,? )?(?:n\.d\.|forthcoming|in press|[^()]{0,30}(?:1[89]|20)\d\d[a-z]?[^()]{0,25})\)"
        r"|\d\(\d+\)[,:]"
    )


@cache
def _cites_work() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?:doi|Retrieved|Accessed|Available (?:at|from)|et al|[Ii]bid|F\.[23]d)\b|pp?\. ?\d|Vol\. ?\d|U\.S\.C\.|Pub\. ?L\.)"
        r"|[\w).]\. (?:1[89]|20)\d\d[a-z]?\. [A-Z“\"‘*_]"
    )


@cache
def _ends_in_year() -> re.Pattern[str]:
    return re.compile(r"\b(?:1[89]|20)\d\d[a-z]?\b\W{0,4}$")


@cache
def _opens_with_author() -> re.Pattern[str]:
    return re.compile(r"^\W{0,3}(?:\[?\d{1,3}[\].]\s*)?[A-Z][\w'’-]+,\s+(?:[A-Z]\.|[A-Z][a-z]+)")


def reads_as_entry(text: str) -> bool:
    """Whether a text is the entry of a list of works from its first word on: its authors, a year, what follows it."""
    return bool(_entry().match(text[:600]))


@cache
def _entry() -> re.Pattern[str]:
    name = r"[A-ZÀ-Þ][\w'’-]+(?:[ -][A-ZÀ-Þ][\w'’-]+)?"
    author = rf"{name},\s(?:[A-Z]\.[ -]?){{1,3}}|{name}\s[A-Z]{{1,3}}(?=[,.:;])"
    year = r"\(?(?:1[89]|20)\d\d[a-z]?\)?[.,;:]"
    return re.compile(rf"\W{{0,3}}(?:\[?\d{{1,3}}[\].)]\s*)?(?:{author})[^!?]{{0,400}}?{year}\s?\S")


def reference_halves(
    blocks: Sequence[Block],
    lines: Sequence[bool],
    headings: frozenset[int],
    extra: tuple[str, ...] = (),
    *,
    whole: bool = False,
) -> tuple[Half, ...]:
    """The reference halves, in order.

    `lines` says of each block whether it is a `Source:` line, `headings` are the headings by index. A half opens at a reference heading and ends
    before a heading that is evidently public again: one known as such, or one of the same or a higher level,
    unless `Source:` lines follow it; or before the next reference heading. With `whole` the document is a reference half from its first block on.
    """
    sources = [index for index, is_source in enumerate(lines) if is_source]
    outline = _Outline(blocks, sorted(headings), sources)
    halves: list[Half] = []
    if whole:
        halves.append(outline.half(0, 0)._replace(sure=True))
    for index in outline.headings:
        block = blocks[index]
        sure = opens_references(block.prose.plain, extra)
        if not sure or (halves and index < halves[-1].end):
            continue
        half = outline.half(index + 1, _level(block))
        if half.start < half.end and (sure == "sure" or _is_half(blocks, lines, index, half)):
            halves.append(half)
    return tuple(halves)


def _is_half(blocks: Sequence[Block], lines: Sequence[bool], heading: int, half: Half) -> bool:
    """Whether a weak heading opens a half: sources stand below it; right below a mere label ("Evidence:")."""
    below = range(half.start, half.end)
    if blocks[heading].kind is not BlockKind.HEADING:
        own = any(lines[i] and not blocks[i].marker for i in below[:3])
        first = blocks[half.start]
        return own or (first.kind is BlockKind.ITEM and looks_like_citation(first.prose.plain))
    return half.lines or any(looks_like_citation(blocks[i].prose.plain) for i in below)


def _level(block: Block) -> int:
    """The level of a heading; 0 where it was typed as a plain paragraph."""
    return block.level if block.kind is BlockKind.HEADING else 0


class _Outline(NamedTuple):
    """The headings and `Source:` lines of a document, by index, ascending."""

    blocks: Sequence[Block]
    headings: Sequence[int]
    sources: Sequence[int]

    def half(self, start: int, level: int) -> Half:
        """The half that begins at block `start`, opened by a heading of this level (0: unknown)."""
        end = len(self.blocks)
        for position in range(bisect_left(self.headings, start), len(self.headings)):
            if self._ends_half(position, level):
                end = self.headings[position]
                break
        return Half(start, end, self._holds_source(start, end))

    def _ends_half(self, position: int, level: int) -> bool:
        block = self.blocks[self.headings[position]]
        opens = opens_references(block.prose.plain)
        if opens:
            return opens == "sure"  # a half of its own, in a style of its own
        own = _level(block)
        if 0 < own < level:
            return True  # the section that the half stands in is over
        known = closes_references(block.prose.plain)
        if not known and not (own and (not level or own <= level)):
            return False
        return not self._holds_source(self.headings[position] + 1, self._section_end(position, own))

    def _section_end(self, position: int, level: int) -> int:
        """Where the section of a heading ends: at the next one, or the next of its level or a higher one."""
        for following in range(position + 1, len(self.headings)):
            index = self.headings[following]
            if not level or 0 < self.blocks[index].level <= level:
                return index
        return len(self.blocks)

    def _holds_source(self, start: int, end: int) -> bool:
        """Whether a `Source:` line stands among the blocks from `start` to `end` (not included)."""
        at = bisect_left(self.sources, start)
        return at < len(self.sources) and self.sources[at] < end
