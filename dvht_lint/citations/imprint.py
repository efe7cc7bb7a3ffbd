"""What follows the title: container, volume, pages, edition, place and publisher."""

from __future__ import annotations

import re
from functools import cache

from dvht_lint.citations.dates import find_dates
from dvht_lint.citations.names import is_editor, parse_names
from dvht_lint.citations.places import is_place
from dvht_lint.citations.reading import Reading, blank, sentence_end, trim
from dvht_lint.citations.words import names_body
from dvht_lint.text import Span

__all__ = ["read_brackets", "read_imprint", "take_date"]

_PAGES = r"[A-Za-z]{0,2}\d+(?:\s?[-–—]\s?[A-Za-z]{0,2}\d+)?(?:,\s?[A-Z]?\d+(?:\s?[-–—]\s?[A-Z]?\d+)?)*"


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_PATTERNS[name], re.IGNORECASE)


_PATTERNS = {
    "pages": rf"\b(?:pp?|pages?|pgs?)\b\.?\s*(?P<page>{_PAGES})",
    "colon-pages": rf":\s*(?P<page>{_PAGES})(?=\s*[.,;]?\s*$|\.\s)",
    "edition": r"\b(?P<edition>\d+(?:st|nd|rd|th)|rev(?:\.|ised)?|second|third|fourth|fifth|sixth|updated|abridged|first)\s+ed(?:\.|ition|n)?(?!\w)",
    "volume": r"\bvol(?:ume|\.)?\s*(?P<volume>\d+|[IVXLC]+)\b",
    "issue": r"\b(?:no|nr|issue|number)\b\.?\s*(?P<issue>\d+(?:\s?[-–/]\s?\d+)?)\b",
    "number": r"\b(?P<number>(?:NCJ|report|publication|pub\.|working paper|paper|policy brief|series|document|doc\.|bulletin|technical report|GAO|DHHS|HHS|S\.|H\.R\.|U\.N\. Doc\.)\W*(?:no\.?|number|#)?\s*[A-Z]*[-/.\w]*\d[-/.\w]*)",
    "genre": r"\b(?P<genre>(?:unpublished\s+)?(?:doctoral|ph\.?d\.?|master[’']?s|bachelor[’']?s|honou?rs)\s+(?:dissertation|thesis)|(?:data ?set|fact ?sheet|press release|policy brief|brochure|pdf(?: file)?|video|podcast|infographic|brief|web ?page|blog post|web log post|testimony|speech|powerpoint(?: slides)?|power ?point presentation|presentation|thesis|dissertation|conference paper|working paper|report|statement|toolkit|webinar))\b",
    "journal": rf"^(?P<container>[^\d.;:][^;:]*?)[,.]?\s+(?:vol(?:ume|\.)?\s*)?(?P<volume>\d+[A-Z]?)\s*(?:\((?P<issue>[^()]{{1,20}})\)|[,.]?\s*(?:no|nr|issue|iss)\b\.?\s*(?P<issue2>[\w/–-]+))?\s*(?:(?:[,:.]|\s)+(?:pp?\.?\s*|art(?:icle|\.)\s*)?(?P<page>{_PAGES}))?[\s,.:;]*$",
    "vancouver": rf"^(?P<container>[^\d;:]*?)[,.]?\s*;\s*(?P<volume>\d+[A-Z]?)\s*(?:\((?P<issue>[^()]{{1,20}})\))?\s*(?::\s*(?P<page>{_PAGES}))?[\s,.:;]*$",
    "periodical": r"\b(?:journal|review|quarterly|magazine|times|post|herald|tribune|gazette|lancet|newsletter|chronicle|guardian|bulletin)\b(?!.*\bpress\b)",
    "chapter": r"\bin\b:?\s+(?P<editor>[^()]{3,200}?)\s*\((?:eds?|editors?)\b\.?\),?\s*",
}


def take_date(text: str, region: Span, reading: Reading) -> str:
    """Read the date of issue out of what follows the title, with its brackets; the text comes back without it."""
    found = list(find_dates(text, region))
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


def _bracketed(text: str, span: Span) -> bool:
    return text[span.start - 1 : span.start] in ("(", "[") and text[span.end : span.end + 1] in (")", "]")


def read_brackets(text: str, region: Span, reading: Reading) -> str:
    """Read edition, volume, pages, report number and genre out of brackets; the text comes back without them."""
    for match in re.finditer(r"[(\[]([^()\[\]]{1,120})[)\]]", text[region.start : region.end]):
        span = Span(match.start(1), match.end(1)).shift(region.start)
        if _read_details(text, span, reading):
            text = blank(text, Span(span.start - 1, span.end + 1))
    return text


def _read_details(text: str, span: Span, reading: Reading) -> bool:
    """Whether a bracket holds nothing but details of the edition, which are then read."""
    rest, known = span.cut(text), False
    for name in ("edition", "number", "volume", "issue", "pages", "genre"):
        match = _pattern(name).search(text, span.start, span.end)
        if match and (name != "genre" or match.start() - span.start < 12):
            group = "page" if name == "pages" else name
            at = Span(match.start(group), match.end(group))
            reading.put("page" if name == "pages" else name, match[group], at)
            rest, known = rest.replace(match[0], "", 1), True
            if name == "genre":
                reading.put_text("publisher", text, Span(match.end(), span.end)) if "," in rest else None
                return True
    return known and not re.search(r"\w{4}", rest)


def read_imprint(text: str, region: Span, italics: list[Span], reading: Reading) -> None:
    """Read all that may follow a title, in whatever style."""
    text = read_brackets(text, region, reading)
    region = trim(text, region)
    if not len(region):
        return
    region = _chapter(text, region, italics, reading)
    italic = next((s for s in italics if region.start <= s.start < region.end), None)
    if _journal(text, region, italic, reading):
        return
    for name in ("pages", "edition", "volume", "issue"):
        match = _pattern(name).search(text, region.start, region.end)
        if match:
            group = "page" if name == "pages" else name
            reading.put(group, match[group], Span(match.start(group), match.end(group)))
            text = blank(text, Span(match.start(), match.end()))
    for chunk in _chunks(text, region):
        _chunk(text, chunk, reading)


def _chapter(text: str, region: Span, italics: list[Span], reading: Reading) -> Span:
    """Read "In A. Editor (Ed.), *Book*" and give back what follows the book's title."""
    opening = re.compile(r"in\b:?\s+", re.IGNORECASE).match(text, region.start, region.end)
    if not opening:
        return region
    start = opening.end()
    match = _pattern("chapter").match(text, region.start, region.end)
    if match and is_editor(text[match.start("editor") : match.end()].strip(" ,")):
        reading.put("editor", parse_names(match["editor"]), Span(match.start("editor"), match.end("editor")))
        start = match.end()
    book = next((s for s in italics if start <= s.start < region.end), None)
    end = book.end if book else next((e.start for e in sentence_end(text, Span(start, region.end))), region.end)
    reading.put_text("container-title", text, Span(book.start if book else start, end))
    reading.put("type", "chapter", opening_span(region))
    return trim(text, Span(end, region.end))


def opening_span(region: Span) -> Span:
    """The first character of a region, for what the form of a citation tells as a whole."""
    return Span(region.start, min(region.start + 1, region.end))


def _journal(text: str, region: Span, italic: Span | None, reading: Reading) -> bool:
    """Read a periodical with its volume, issue and pages; an italic name may stand without them."""
    for name in ("journal", "vancouver"):
        match = _pattern(name).match(region.cut(text)) if len(region) < 400 else None
        if match and not _is_imprint(match["container"]) and (match["issue"] or match["page"] or italic):
            groups = match.groupdict()
            reading.put_text("container-title", text, Span(*match.span("container")).shift(region.start))
            for group in ("volume", "issue", "issue2", "page"):
                if groups.get(group):
                    reading.put(group.strip("2"), groups[group], Span(*match.span(group)).shift(region.start))
            return True
    if italic is None or "container-title" in reading:
        return False
    reading.put_text("container-title", text, italic)
    rest = Span(italic.end, region.end)
    for name in ("volume", "issue", "pages", "colon-pages"):
        match = _pattern(name).search(text, rest.start, rest.end)
        if match:
            group = "page" if "pages" in name else name
            reading.put(group, match[group], Span(match.start(group), match.end(group)))
    bare = re.compile(rf"[\s,]*({_PAGES})\s*\.?$").match(text, rest.start, rest.end)
    if bare:
        reading.put("page", bare[1], Span(*bare.span(1)))
    return True


def _is_imprint(text: str) -> bool:
    return ":" in text or is_place(text.strip(" ,."))


def _chunks(text: str, region: Span) -> list[Span]:
    """The sentences of an imprint: "Washington, DC: Author. NCJ 12345." is two."""
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
    place, colon, _ = words.partition(":")
    if colon and (is_place(place) or len(place.split()) <= 3) and not place.lower().startswith("http"):
        reading.put_text("publisher-place", text, Span(chunk.start, chunk.start + len(place)))
        _publisher(text, trim(text, Span(chunk.start + len(place) + 1, chunk.end)), reading)
        return
    if is_place(words):
        reading.put_text("publisher-place", text, chunk)
        return
    for name in ("number", "genre"):
        match = _pattern(name).match(text, chunk.start, chunk.end)
        if match and match.end() - chunk.start > 0.6 * len(chunk):
            reading.put_text(name, text, Span(match.start(name), match.end(name)))
            return
    bare = re.fullmatch(_PAGES, words)
    if bare:
        reading.put("page", words, chunk)
        return
    if (
        not re.search(r"[^\W\d_]{2}", words)
        or words in ("Print", "Web", "Online")
        or re.match(r"(?:see|see also|cited in)\b", words, re.IGNORECASE)
    ):
        return
    split = _publisher_and_place(words)
    if split:
        reading.put_text("publisher", text, Span(chunk.start, chunk.start + split))
        reading.put_text("publisher-place", text, Span(chunk.start + split, chunk.end))
        return
    if ("URL" in reading and not names_body(words)) or _pattern("periodical").search(words):
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
