"""Where the title of a work ends."""

from __future__ import annotations

import re
from functools import cache

from dvht_lint.citations.details import pattern, read_brackets
from dvht_lint.citations.places import is_place
from dvht_lint.citations.reading import Reading, sentence_end, trim
from dvht_lint.citations.venues import is_venue
from dvht_lint.citations.words import is_acronym, names_body
from dvht_lint.text import Span

__all__ = ["is_second_title", "quoted", "read_title"]

_LAST_WORDS = 4
"""Words of a second sentence of a title."""
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
            return _with_last_word(text, ends[index:], region.end)
        following = Span(end.end, ends[index + 1].start) if index + 1 < len(ends) else Span(end.end, region.end)
        if index + 1 >= len(ends) or is_place(trim(text, following).cut(text).partition(":")[0]):
            return end.end
        if re.match(r"\s*(?:In\b|Retrieved|[^.?!]{3,80},\s*\d+\s*\()", text[end.end : region.end]):
            return end.end
    return region.end


def _with_last_word(text: str, ends: list[Span], limit: int) -> int:
    """Where a title ends with a second short sentence that is its own: "An EU-wide survey. Main results. Vienna: FRA"."""
    stops = [e.start for e in ends[1:3]] + [limit] * (3 - min(len(ends), 3))
    if len(ends) < 2 or stops[1] <= stops[0]:
        return ends[0].end
    second, third = Span(ends[0].end, stops[0]), Span(ends[1].end, stops[1])
    words, after = trim(text, second).cut(text), trim(text, third).cut(text)
    return ends[1].end if is_second_title(words, after) else ends[0].end


def is_second_title(words: str, after: str) -> bool:
    """Whether a short sentence after a title belongs to it, seen by what comes after: "Main results", "Final report"."""
    if not 2 <= len(words.split()) <= _LAST_WORDS or re.search(r"[\d:()]|\b(?:ed|edn|edition|vol)\b", words):
        return False
    if (
        names_body(words)
        or is_venue(words)
        or is_place(words)
        or pattern("genre").fullmatch(words)
        or not words[0].isupper()
    ):
        return False
    if not after:
        return True
    place, colon, _ = after.partition(":")
    return (
        bool(colon and is_place(place))
        or is_acronym(re.split(r"[,;]", after)[0])
        or (names_body(after) and len(after.split()) <= 8)
    )


@cache
def _single_quotes() -> re.Pattern[str]:
    """A title in single quotation marks after its author (OSCOLA), which an apostrophe inside does not end."""
    return re.compile(r"(?<=[,.]\s)‘([^‘“”\"]{4,300}?)[,.]?’(?=,|\s\(|\s+in\b)")


def quoted(text: str, region: Span, *, opening: bool = False) -> Span | None:
    """The first passage in quotation marks, without them; `opening` asks for one at the region's start."""
    if opening and text[region.start : region.start + 1] == "'":
        close_straight = re.compile(r"'(?=[,.;]|$)|[,.]'(?=\s|$)").search(text, region.start + 2, region.end)
        return Span(region.start + 1, close_straight.start()) if close_straight else None
    if not opening:
        single = _single_quotes().search(text, region.start, region.end)
        if single and not re.search(r"[“\"«]", text[region.start : single.start()]):
            return Span(*single.span(1))
    for at in range(region.start, region.start + 1 if opening and len(region) else region.end):
        close = _QUOTES.get(text[at])
        if close and (text[at] != "‘" or opening):
            end = text.find(close, at + 1, region.end)
            if end > at + 3:
                return Span(at + 1, end)
    return None
