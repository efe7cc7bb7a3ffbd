"""A line cut into its sentences, and into the parts between its commas."""

from __future__ import annotations

import re

from dvht_lint.citations.reading import sentence_end, trim
from dvht_lint.text import Span

__all__ = ["comma_parts", "sentences"]


def sentences(text: str, region: Span) -> list[Span]:
    """The sentences of a region, without their stops."""
    spans, start = [], region.start
    for end in sentence_end(text, region):
        spans.append(trim(text, Span(start, end.start)))
        start = end.end
    spans.append(trim(text, Span(start, region.end)))
    return [s for s in spans if len(s)]


def comma_parts(text: str, region: Span) -> list[Span]:
    """The parts between the commas outside brackets; "July 5, 2013" is one."""
    parts, start, depth = [], region.start, 0
    for at in range(region.start, region.end):
        if text[at] in "([":
            depth += 1
        elif text[at] in ")]":
            depth -= 1
        elif text[at] == "," and depth <= 0 and text[at + 1 : at + 2] == " " and not _inside_date(text, at):
            parts.append(trim(text, Span(start, at)))
            start = at + 1
    parts.append(trim(text, Span(start, region.end)))
    return [p for p in parts if len(p)] or [region]


def _inside_date(text: str, at: int) -> bool:
    return bool(
        re.search(r"[A-Z][a-z]{2,8}\.?\s\d{1,2}$", text[max(0, at - 14) : at])
        and re.match(r",\s(?:1[5-9]|20)\d\d\b", text[at : at + 6])
    )
