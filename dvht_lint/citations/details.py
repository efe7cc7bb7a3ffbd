"""Details that are read wherever they stand: volume, issue, pages, edition, report number, genre."""

from __future__ import annotations

import re
from functools import cache

from dvht_lint.citations.dates import find_dates
from dvht_lint.citations.reading import Reading, blank
from dvht_lint.text import Span

__all__ = ["PAGES", "SYMBOL", "pattern", "read_brackets", "read_detail"]

SYMBOL = r"(?<![\w/])(?:A|S|E|CEDAW|CRC|CCPR|CAT|CERD|CRPD|CMW|HRI|ST|PAS)/(?=\S{0,60}\d)(?-i:[A-Z0-9.]{1,20}(?:/[A-Z0-9][A-Za-z0-9.-]{0,20}){0,6})(?<=[\w])"
"""The symbol of a document of the United Nations: "A/RES/48/104", "CEDAW/C/GC/35"."""
PAGES = r"[A-Za-z]{0,2}\d+(?:\s?[-–—]\s?[A-Za-z]{0,2}\d+)?(?:,\s?[A-Z]?\d+(?:\s?[-–—]\s?[A-Z]?\d+)?)*"


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The pattern of a detail; what it reads is the group of its name ("page" for the two forms of pages)."""
    return re.compile(_PATTERNS[name], re.IGNORECASE)


_PATTERNS = {
    "pages": rf"\b(?:pp?|pages?|pgs?)\b\.?\s*(?P<page>{PAGES})",
    "colon-pages": rf":\s*(?P<page>{PAGES})(?=\s*[.,;]?\s*$|\.\s)",
    "edition": r"\b(?P<edition>\d+(?:st|nd|rd|th)|rev(?:\.|ised)?|second|third|fourth|fifth|sixth|updated|abridged|first)\s+ed(?:\.|ition|n)?(?!\w)",
    "volume": r"\bvol(?:ume|\.)?\s*(?P<volume>\d+|[IVXLC]+)\b",
    "issue": r"\b(?:no|nr|issue|number)\b\.?\s*(?P<issue>\d+(?:\s?[-–/]\s?\d+)?)\b",
    "number": rf"\b(?:(?:report|publication|pub\.)\s+(?:no\.?|number)\s*:?\s*(?=(?:NCJ|ICPSR|GAO|DHHS|HHS)\b))?(?P<number>(?:NCJ|ICPSR|report|publication|pub\.|working paper|paper|policy brief|series|document|doc\.|bulletin|technical report|GAO|DHHS|HHS|S\.|H\.R\.|U\.N\. Doc\.)\W*(?:no\.?|number|#)?\s*[A-Z]*[-/.\w]*\d[-/.\w]*|arXiv:\d{{4}}\.\d{{4,5}}|(?-i:R[SL]?\d{{5}}\b)|(?-i:{SYMBOL}))",
    "genre": r"\b(?P<genre>(?:unpublished\s+)?(?:doctoral|ph\.?\s?d\.?|d\.?phil\.?|m\.?[as]c?\.?|ll\.?m\.?|master[’']?s|bachelor[’']?s|honou?rs)\s+(?:dissertation|diss\.?|thesis)|(?:data ?set|fact ?sheet|press release|policy brief|brochure|pdf(?: file)?|video|podcast|infographic|brief|web ?page|blog post|web log post|testimony|speech|powerpoint(?: slides)?|power ?point presentation|presentation|thesis|(?:doctoral )?dissertation|conference paper|working paper|report|statement|toolkit|webinar))\b",
}


def read_detail(text: str, region: Span, name: str, reading: Reading) -> str:
    """Read the first detail of a name in a region ("pages", "volume" …); the text comes back without it."""
    match = pattern(name).search(text, region.start, region.end)
    if not match:
        return text
    group = "page" if "pages" in name else name
    reading.put(group, match[group], Span(*match.span(group)))
    return blank(text, Span(*match.span()))


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
        match = pattern(name).search(text, span.start, span.end)
        if match and (name != "genre" or match.start() - span.start < 12):
            group = "page" if name == "pages" else name
            at = Span(match.start(group), match.end(group))
            reading.put("page" if name == "pages" else name, match[group], at)
            rest, known = rest.replace(match[0], "", 1), True
            if name == "genre":
                _read_school(text, Span(match.end(), span.end), reading)
                return True
    return known and not re.search(r"\w{4}", rest)


def _read_school(text: str, region: Span, reading: Reading) -> None:
    """Read what follows the genre in its bracket: "(PhD diss., University of Texas, 2015)"."""
    dates = [d for d in find_dates(text, region) if not text[d.span.end : region.end].strip()]
    if dates:
        reading.put("issued", dates[0].value, dates[0].span)
        region = Span(region.start, dates[0].span.start)
    if "," in region.cut(text):
        reading.put_text("publisher", text, region)
