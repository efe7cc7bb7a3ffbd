"""Where the title of a work ends."""

from __future__ import annotations

import re

from dvht_lint.citations.details import read_brackets
from dvht_lint.citations.places import is_place
from dvht_lint.citations.reading import Reading, sentence_end, trim
from dvht_lint.text import Span

__all__ = ["quoted", "read_title"]

_QUOTES = {"“": "”", '"': '"', "‘": "’", "«": "»", "„": "“"}


def read_title(text: str, region: Span, italics: list[Span], reading: Reading) -> Span:
    """Read the title that opens a region; what follows it comes back.

    Quotation marks tell it, then italics, then the end of the sentence.
    """
    region = trim(text, region)
    span = quoted(text, region, opening=True)
    if span:
        reading.put_text("title", text, Span(span.start, span.end))
        return trim(text, Span(span.end + 1, region.end), " \t\n.,;:”\"’'")
    italic = next((s for s in italics if s.start < region.end and s.end > region.start), None)
    if italic and not region.start < italic.start - 3:
        return _finish(text, Span(region.start, max(italic.end, region.start)), region, reading)
    end = _plain_end(text, region, italic)
    return _finish(text, Span(region.start, end), region, reading)


def _finish(text: str, title: Span, region: Span, reading: Reading) -> Span:
    """Record the title without the brackets that close it ("(2nd ed.)", "[Data set]")."""
    cut = read_brackets(text, Span(title.start, title.end), reading)
    shown = trim(cut, title)
    reading.put_text("title", text, Span(shown.start, max(shown.start, shown.end)))
    return Span(title.end, region.end)


def _plain_end(text: str, region: Span, italic: Span | None) -> int:
    """Where a title without italics ends: at its sentence, unless a question goes on into a subtitle."""
    ends = list(sentence_end(text, region))
    if italic is not None:
        before = [e for e in ends if e.end <= italic.start]
        if before:
            return before[-1].end
        return italic.start
    for index, end in enumerate(ends):
        if text[end.start] == ".":
            return end.end
        following = Span(end.end, ends[index + 1].start) if index + 1 < len(ends) else Span(end.end, region.end)
        if index + 1 >= len(ends) or is_place(trim(text, following).cut(text).partition(":")[0]):
            return end.end
        if re.match(r"\s*(?:In\b|Retrieved|[^.?!]{3,80},\s*\d+\s*\()", text[end.end : region.end]):
            return end.end
    return region.end


def quoted(text: str, region: Span, *, opening: bool = False) -> Span | None:
    """The first passage in quotation marks, without them; `opening` asks for one at the region's start."""
    if opening and text[region.start : region.start + 1] == "'":
        close_straight = re.compile(r"'(?=[,.;]|$)|[,.]'(?=\s|$)").search(text, region.start + 2, region.end)
        return Span(region.start + 1, close_straight.start()) if close_straight else None
    for at in range(region.start, region.start + 1 if opening and len(region) else region.end):
        close = _QUOTES.get(text[at])
        if close and (text[at] != "‘" or opening):
            end = text.find(close, at + 1, region.end)
            if end > at + 3:
                return Span(at + 1, end)
    return None
