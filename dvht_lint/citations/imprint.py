"""What follows the title: container, volume, pages, edition, place and publisher."""

from __future__ import annotations

import re
from functools import cache

from dvht_lint.citations.chapters import read_chapter
from dvht_lint.citations.dates import MONTH, FoundDate, find_dates, month_number
from dvht_lint.citations.details import PAGES, pattern, read_brackets, read_detail
from dvht_lint.citations.periodicals import read_periodical
from dvht_lint.citations.places import is_place
from dvht_lint.citations.reading import Reading, blank, sentence_end, trim
from dvht_lint.citations.venues import abbreviated_venue, is_venue
from dvht_lint.citations.words import names_body
from dvht_lint.text import Span

__all__ = ["read_imprint", "take_date"]


def take_date(text: str, region: Span, reading: Reading) -> str:
    """Read the date of issue out of what follows the title, with its brackets; the text comes back without it."""
    found = [d for d in find_dates(text, region) if not _is_pages(text, d)]
    if not found:
        return text
    revised = next((d for d in reversed(found) if d.revised), None)
    plain = [d for d in found if not d.revised]
    chosen = next((d for d in plain if _bracketed(text, d.span)), plain[-1] if plain else None)
    for name, item in (("issued", chosen or revised), ("revised", revised)):
        if item:
            reading.put(name, item.value, item.span)
    for item in (chosen, revised):
        if item:
            start, end = item.span.start, item.span.end
            if _bracketed(text, item.span):
                start, end = start - 1, end + 1
            text = blank(text, Span(start, end))
    return text


def _is_pages(text: str, date: FoundDate) -> bool:
    """Whether what looks like a span of years is a span of pages: "pp. 1973-1983", "368(9551):1973-83"."""
    before = text[max(0, date.span.start - 8) : date.span.start]
    if re.search(r"(?:\bpp?\.?|\bpages?)\s*$", before):
        return True
    return len(date.value.get("date-parts", ())) > 1 and bool(re.search(r"[\d)][:,]\s*$", before))


def _bracketed(text: str, span: Span) -> bool:
    return text[span.start - 1 : span.start] in ("(", "[") and text[span.end : span.end + 1] in (")", "]")


@cache
def _day_and_month() -> re.Pattern[str]:
    return re.compile(
        rf",\s+(?:(?P<d1>\d{{1,2}})\s+(?P<m1>{MONTH})|(?P<m2>{MONTH})\s+(?P<d2>\d{{1,2}}))(?=[\s.,;]*(?:$|[,.]))"
    )


def _refine_date(text: str, region: Span, reading: Reading) -> str:
    """Read the day of a newspaper whose year stood after the author; the text comes back without it."""
    parts = (reading.fields.get("issued") or {}).get("date-parts") or [[]]
    if len(parts) != 1 or len(parts[0]) != 1:
        return text
    year = parts[0][0]
    for found in find_dates(text, region):
        fuller = found.value.get("date-parts") or [[]]
        if fuller[0][:1] == [year] and len(fuller[0]) > 1:
            reading.fields["issued"] = found.value
            return blank(text, found.span)
    day = _day_and_month().search(text, region.start, region.end)
    if day:
        reading.fields["issued"] = {
            "date-parts": [[year, month_number(day["m1"] or day["m2"]), int(day["d1"] or day["d2"])]]
        }
        return blank(text, Span(day.start() + 1, day.end()))
    return text


def read_imprint(text: str, region: Span, italics: list[Span], reading: Reading) -> None:
    """Read all that may follow a title, in whatever style."""
    text = _refine_date(text, region, reading)
    text = read_brackets(text, region, reading)
    region = trim(text, region)
    if not len(region):
        return
    region = read_chapter(text, region, italics, reading)
    number = pattern("number").match(text, region.start, region.end)
    if number and re.match(r"\s*[(,.]", text[number.end() : region.end]):
        reading.put_text("number", text, Span(*number.span("number")))
        region = trim(text, Span(number.end(), region.end))
    text = _open_brackets(text, region)
    italic = next((s for s in italics if region.start <= s.start < region.end), None)
    if read_periodical(text, region, italic, reading):
        return
    for name in ("pages", "edition", "volume", "issue"):
        text = read_detail(text, region, name, reading)
    for chunk in _chunks(text, region):
        _chunk(text, chunk, reading)


def _open_brackets(text: str, region: Span) -> str:
    """Text like "(Place: Publisher,      ), 45" with its brackets opened, as an imprint of its own."""
    match = re.match(r"\s*\(([^()]*)\)", text[region.start : region.end])
    if not match or not re.search(r"[^\W\d_]{2}", match[1]):
        return text
    start, end = region.start + match.start(1), region.start + match.end(1)
    inner = text[start:end].rstrip(" ,") or " "
    after = text[end + 1 : region.end]
    page = re.sub(r"^(\s*),(\s*)(?=\d)", lambda m: m[1] + "." + m[2], after)
    return text[: start - 1] + " " + inner + "." + " " * (end - start - len(inner)) + page + text[region.end :]


def _chunks(text: str, region: Span) -> list[Span]:
    """The sentences of an imprint: "Washington, DC: Author. NCJ 12345." is two."""
    if abbreviated_venue(region.cut(text)):
        return [region]
    chunks: list[Span] = []
    start = region.start
    for end in sentence_end(text, region):
        chunks.append(trim(text, Span(start, end.start)))
        start = end.end
    chunks.append(trim(text, Span(start, region.end)))
    return [c for c in chunks if len(c)]


def _chunk(text: str, chunk: Span, reading: Reading) -> None:
    """Read one sentence of an imprint: place and publisher, a place, a number, a genre or a publisher."""
    words = chunk.cut(text)
    for name in ("number", "genre"):
        match = pattern(name).match(text, chunk.start, chunk.end)
        if match and match.end() - chunk.start > 0.6 * len(chunk):
            reading.put_text(name, text, Span(match.start(name), match.end(name)))
            return
    place, colon, _ = words.partition(":")
    if colon and (is_place(place) or len(place.split()) <= 3) and not place.lower().startswith("http"):
        reading.put_text("publisher-place", text, Span(chunk.start, chunk.start + len(place)))
        _publisher(text, trim(text, Span(chunk.start + len(place) + 1, chunk.end)), reading)
        return
    if is_place(words):
        reading.put_text("publisher-place", text, chunk)
        return
    genre = pattern("genre").match(text, chunk.start, chunk.end)
    if genre and re.match(r"\.?,", text[genre.end() : chunk.end]):
        reading.put_text("genre", text, Span(*genre.span("genre")))
        _chunk(text, trim(text, Span(genre.end(), chunk.end)), reading)
        return
    before, comma, last = words.rpartition(", ")
    if comma and pattern("number").fullmatch(last):
        reading.put_text("number", text, Span(chunk.end - len(last), chunk.end))
        _chunk(text, Span(chunk.start, chunk.start + len(before)), reading)
        return
    if comma and pattern("genre").fullmatch(last):
        reading.put_text("genre", text, Span(chunk.end - len(last), chunk.end))
        _chunk(text, Span(chunk.start, chunk.start + len(before)), reading)
        return
    bare = re.fullmatch(PAGES, words)
    if bare:
        reading.put("page", words, chunk)
        return
    if (
        not re.search(r"[^\W\d_]{2}", words)
        or words in ("Print", "Web", "Online")
        or re.match(
            r"(?:see|see also|cited in|(?:last )?(?:reviewed|updated|modified|revised))\b", words, re.IGNORECASE
        )
    ):
        return
    split = _publisher_and_place(words)
    if split:
        reading.put_text("publisher", text, Span(chunk.start, chunk.start + split))
        reading.put_text("publisher-place", text, Span(chunk.start + split, chunk.end))
        return
    if ("URL" in reading and not names_body(words)) or is_venue(words):
        reading.put_text("container-title", text, chunk)
        return
    _publisher(text, chunk, reading)


def _publisher(text: str, span: Span, reading: Reading) -> None:
    if span.cut(text).lower() in ("author", "authors") and "author" in reading:
        names = reading.fields["author"]
        reading.put("publisher", names[0].get("literal") or names[0].get("family"), span)
        return
    reading.put_text("publisher", text, span)


def _publisher_and_place(words: str) -> int:
    """Where the publisher ends in "Oxford University Press, New York": the offset of its comma, else 0."""
    for match in re.finditer(r",\s+", words):
        if is_place(words[match.end() :]):
            return match.start()
    return 0
