"""Parts of books and proceedings: "In A. Brown & C. Dee (Eds.), *Handbook* (pp. 1–20)", "in *Handbook*, ed. Alice Brown"."""

from __future__ import annotations

import re
from functools import cache

from dvht_lint.citations.names import names_people, parse_names
from dvht_lint.citations.reading import Reading, sentence_end, trim
from dvht_lint.citations.venues import is_meeting
from dvht_lint.text import Span

__all__ = ["read_chapter"]


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(r"in\b:?\s+", re.IGNORECASE)


@cache
def _editors_first() -> re.Pattern[str]:
    """Editors before the book: "A. Brown & C. Dee (Eds.), ", "Brown A, Dee C, editors. "."""
    return re.compile(
        r"(?P<editor>[^()“”:]{3,200}?)(?:\s*\((?:eds?|editors?)\b\.?\),?|,\s+(?:eds?|editors?)\b\.?,?)\s+(?=\S)",
        re.IGNORECASE,
    )


@cache
def _book_end() -> re.Pattern[str]:
    """What ends the name of a book that is not in italics: its editors, its pages, its imprint in brackets."""
    return re.compile(
        r",\s*(?:edited by\b|eds?\.|pp?\.|pages?\b|vol\.|(?=[,.\s]*\d+\s?[-–—]\s?\d)|(?=,))|\s+\((?=[^()]*[:,])|,?\s{3,}(?=,)",
        re.IGNORECASE,
    )


@cache
def _editors_after() -> re.Pattern[str]:
    return re.compile(r"[,.\s]*\b(?:edited by|eds?\.)\s+", re.IGNORECASE)


def read_chapter(text: str, region: Span, italics: list[Span], reading: Reading) -> Span:
    """Read the book or proceedings that a work is part of; what follows its name comes back.

    A region that does not begin with "In" comes back as it is, unless it names its editors after the book (MLA).
    """
    opening = _opening().match(text, region.start, region.end)
    if opening:
        start = opening.end()
    elif re.search(r",\s+edited by\s", region.cut(text)):
        start = region.start
    else:
        return region
    first = _editors_first().match(text, start, region.end) if opening else None
    if first and (names_people(first["editor"]) or text[first.end("editor") :].lstrip().startswith("(")):
        reading.put("editor", parse_names(first["editor"]), Span(*first.span("editor")))
        start = first.end()
    end = _end_of_book(text, Span(start, region.end), italics)
    book = next((s for s in italics if start <= s.start < end), Span(start, end))
    book = _without_editors(text, book, reading)
    reading.put_text("container-title", text, book)
    kind = "paper-conference" if is_meeting(book.cut(text)) else "chapter"
    reading.put("type", kind, Span(region.start, min(region.start + 1, region.end)))
    return trim(text, Span(_editors(text, Span(end, region.end), reading), region.end))


def _end_of_book(text: str, region: Span, italics: list[Span]) -> int:
    book = next((s for s in italics if region.start <= s.start < region.end), None)
    if book:
        return book.end
    end = next((e.start for e in sentence_end(text, region) if not _ends_role(text, e)), region.end)
    marked = _book_end().search(text, region.start, end)
    return marked.start() if marked else end


def _ends_role(text: str, end: Span) -> bool:
    """Whether a full stop is that of "ed." before the editors' names; after "Eds." the book's name is over."""
    return bool(re.search(r",\s*eds?$", text[max(0, end.start - 6) : end.start]))


def _without_editors(text: str, book: Span, reading: Reading) -> Span:
    """The book's name without editors after it: "Handbook of health, A. Brown and C. Dee, Eds"."""
    role = re.search(r",\s+(?:Eds?|editors?)\.?$", book.cut(text))
    if not role:
        return book
    named = Span(book.start, book.start + role.start())
    for comma in re.finditer(r",\s+", named.cut(text)):
        editors = Span(named.start + comma.end(), named.end)
        if names_people(editors.cut(text)):
            reading.put("editor", parse_names(editors.cut(text)), editors)
            return Span(book.start, named.start + comma.start())
    return book


def _editors(text: str, region: Span, reading: Reading) -> int:
    """Read "edited by Alice Brown and Carl Dee"; where they end comes back."""
    role = _editors_after().match(text, region.start, region.end)
    if not role:
        named = re.compile(r",\s+([^()“”]{5,120}?),\s+Eds?\.").match(text, region.start, region.end)
        if not named or not names_people(named[1]):
            return region.start
        reading.put("editor", parse_names(named[1]), Span(*named.span(1)))
        return named.end()
    stop = re.compile(r"\s+\(|,\s*(?=\d|pp?\.|,)|\.(?=\s+[A-Z][a-z]{2,})").search(text, role.end(), region.end)
    end = stop.start() if stop else region.end
    ends = [end, *(role.end() + m.start() for m in re.finditer(r",\s", text[role.end() : end]))]
    for at in sorted(ends, reverse=True):
        names = Span(role.end(), at)
        if names_people(names.cut(text)):
            reading.put("editor", parse_names(names.cut(text)), trim(text, names))
            return at
    return region.start
