"""Several works in one line: where one citation ends and the next begins."""

from __future__ import annotations

import re
from itertools import pairwise

from dvht_lint.citations.dates import find_dates
from dvht_lint.citations.reading import trim
from dvht_lint.text import Mark, MarkKind, Span

__all__ = ["split_works"]

_JOINT = re.compile(r"\s*;\s*(?:(?:and|see also|see|also)\s+)?|\.\s+(?=[Ss]ee also\b)[Ss]ee also:?\s+|\s+\|\s+|\n\s*\n")
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
    parts: list[Span] = []
    start = region.start
    for joint in _JOINT.finditer(text, region.start, region.end):
        if any(s.start <= joint.start() < s.end for s in covered) or _within(text, start, joint.start()):
            continue
        if _citation_like(text, Span(start, joint.start()), links) and _opens_citation(
            text, joint.end(), region, links
        ):
            parts.append(trim(text, Span(start, joint.start()), " \t\n;,|"))
            start = joint.end()
    parts.append(trim(text, Span(start, region.end), " \t\n;,|"))
    return [p for p in parts if len(p)]


def _within(text: str, start: int, at: int) -> bool:
    """Whether a place lies inside brackets or quotation marks opened since `start`."""
    part = text[start:at]
    return (
        part.count("(") > part.count(")")
        or part.count("[") > part.count("]")
        or part.count("“") > part.count("”")
        or part.count('"') % 2 == 1
    )


def _citation_like(text: str, span: Span, links: list[Span]) -> bool:
    """Whether a part could be a citation of its own: it bears a date or an address."""
    if any(s.overlaps(span) for s in links) or re.search(r"https?://|www\.|\bdoi\b", span.cut(text)):
        return True
    return next(find_dates(text, span), None) is not None


def _opens_citation(text: str, at: int, region: Span, links: list[Span]) -> bool:
    rest = Span(at, region.end)
    following = _JOINT.search(text, at, region.end)
    part = Span(at, following.start()) if following else rest
    if not re.match(r"[*_\[(\"“‘]*(?:[A-Z]|https?:|www\.)", rest.cut(text)):
        return False
    return _citation_like(text, part, links) or (following is not None and _citation_like(text, rest, links))
