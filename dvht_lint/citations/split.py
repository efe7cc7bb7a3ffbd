"""Several works in one line: where one citation ends and the next begins."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from dvht_lint.citations.dates import find_dates
from dvht_lint.citations.reading import trim
from dvht_lint.text import Mark, MarkKind, Span

__all__ = ["split_works"]

_JOINT = re.compile(r"\s*;\s*(?:(?:and|see also|see|also)\s+)?|\.\s+(?=[Ss]ee also\b)[Ss]ee also:?\s+|\s+\|\s+|\n\s*\n")
_OPENING = re.compile(r"[*_\[(\"“‘]*(?:[A-Z]|https?:|www\.)")
_ADDRESS = re.compile(r"https?://|www\.|\bdoi\b")
_BETWEEN_LINKS = re.compile(r"[\s,;|/&+·•.]*(?:\band\b|\bsee also\b)?[\s,;|]*", re.IGNORECASE)


def split_works(text: str, region: Span, marks: tuple[Mark, ...]) -> list[Span]:
    """The spans of the citations in a region, in order; a line of one work is one span.

    A semicolon parts two works only where each side could stand alone: it has a date or an address, and the
    second begins like a citation. "Smith, J.; Doe, K. (2012)" and "2012;12(3):45" stay whole.
    """
    links = sorted(m.span for m in marks if m.kind is MarkKind.LINK and m.span.overlaps(region))
    if len(links) > 1 and all(_BETWEEN_LINKS.fullmatch(text[a.end : b.start]) for a, b in pairwise(links)):
        starts = [region.start, *(link.start for link in links[1:])]
        ends = [*(link.end for link in links[:-1]), region.end]
        return [trim(text, Span(a, b), " \t\n;,|") for a, b in zip(starts, ends, strict=True)]
    covered = [m.span for m in marks if m.kind in (MarkKind.EMPHASIS, MarkKind.STRONG, MarkKind.LINK)]
    joints = [
        joint
        for joint in _JOINT.finditer(text, region.start, region.end)
        if not any(s.start <= joint.start() < s.end for s in covered)
    ]
    signs = _signs(text, region, links) if joints else []
    parts: list[Span] = []
    start = region.start
    for joint in joints:
        stands = bisect_left(signs, joint.start()) > bisect_left(signs, start)
        follows = bisect_left(signs, joint.end()) < len(signs)
        if (
            stands
            and follows
            and _OPENING.match(text, joint.end(), region.end)
            and not _within(text, start, joint.start())
        ):
            parts.append(trim(text, Span(start, joint.start()), " \t\n;,|"))
            start = joint.end()
    parts.append(trim(text, Span(start, region.end), " \t\n;,|"))
    return [p for p in parts if len(p)]


def _signs(text: str, region: Span, links: list[Span]) -> list[int]:
    """Where the dates, addresses and links of a region stand: what makes a part a citation of its own."""
    addresses = (m.start() for m in _ADDRESS.finditer(text, region.start, region.end))
    dates = (d.span.start for d in find_dates(text, region))
    return sorted((*addresses, *dates, *(s.start for s in links)))


def _within(text: str, start: int, at: int) -> bool:
    """Whether a place lies inside brackets or quotation marks opened since `start`."""
    part = text[start:at]
    return (
        part.count("(") > part.count(")")
        or part.count("[") > part.count("]")
        or part.count("“") > part.count("”")
        or part.count('"') % 2 == 1
    )
