"""Addresses and numbers in a citation: URL, DOI, ISBN, ISSN, and "Retrieved January 15, 2024, from"."""

from __future__ import annotations

import re
from functools import cache

from dvht_lint.citations.dates import find_dates
from dvht_lint.citations.reading import Reading, blank, inside
from dvht_lint.text import Mark, MarkKind, Span

__all__ = ["take_identifiers", "web_address"]


@cache
def _doi() -> re.Pattern[str]:
    return re.compile(
        r"(?:\bdoi:?\s*|\bDOI:?\s*|https?://(?:dx\.)?doi\.org/|\bdoi\.org/)*(?<![\w.])(10\.\d{4,9}/[^\s\"<>“”]+)",
        re.IGNORECASE,
    )


@cache
def _url() -> re.Pattern[str]:
    bare = r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?:org|gov|com|edu|net|int|info|eu|uk|ca|au|us)(?:/[^\s<>\"“”|]*)?(?![\w@])"
    return re.compile(rf"<?(?<![\w@.-])(?:(?i:https?://|ftp://|www\.)[^\s<>\"“”|]+|{bare})>?")


@cache
def _isbn() -> re.Pattern[str]:
    return re.compile(r"\b(ISBN|ISSN)(?:-1[03])?:?\s*([\dX](?:[- ]?[\dX]){6,16})", re.IGNORECASE)


@cache
def _accessed() -> re.Pattern[str]:
    return re.compile(
        r"[\[(]?\b(?:(?:last|date)\s+)?(?:retrieved|accessed|viewed|visited|consulted|downloaded)\b(?:\s+on)?[:,]?\s*|\[cited\s+(?=\d)|\bWeb\.\s+(?=\d)",
        re.IGNORECASE,
    )


@cache
def _medium() -> re.Pattern[str]:
    """How Vancouver and IEEE say that a work was read on the web."""
    return re.compile(r"\[(?:internet|online|web|electronic)\]", re.IGNORECASE)


@cache
def _leftovers() -> re.Pattern[str]:
    """What is left standing around an address once it has been taken out."""
    return re.compile(
        r"(?:[\[(<]\s{0,4})?\b(?:available|online|on the web|url|link|doi|from|at|via)(?:\s+(?:online|from|at|via))*\s*:?\s*[\])>]?\s*(?=[.,;)\]]*\s*$)"
        r"|[\[(<]\s*[\])>]",
        re.IGNORECASE,
    )


def take_identifiers(text: str, region: Span, marks: tuple[Mark, ...], reading: Reading) -> str:
    """Read the addresses and numbers of a region; the text comes back with them blanked, offsets unchanged."""
    for match in _doi().finditer(text, region.start, region.end):
        span = _tidy(text, Span(match.start(1), match.end(1)))
        reading.put("DOI", span.cut(text), span)
        text = blank(text, Span(match.start(), span.end))
    for match in _isbn().finditer(text, region.start, region.end):
        reading.put(match[1].upper(), match[2].strip(), Span(match.start(2), match.end(2)))
        text = blank(text, Span(match.start(), match.end()))
    for match in _url().finditer(text, region.start, region.end):
        span = _tidy(text, Span(match.start(), match.end()))
        reading.put("URL", span.cut(text).strip("<>"), span)
        text = blank(text, Span(match.start(), max(span.end, match.end() if match[0].endswith(">") else 0)))
    _take_link_targets(region, marks, reading)
    text = _take_access(text, region, reading)
    for medium in _medium().finditer(text, region.start, region.end):
        text = blank(text, Span(*medium.span()))
    body = _leftovers().sub(lambda m: " " * len(m[0]), region.cut(text))
    return text[: region.start] + body + text[region.end :]


def _take_link_targets(region: Span, marks: tuple[Mark, ...], reading: Reading) -> None:
    for mark in marks:
        if mark.kind is MarkKind.LINK and mark.target and mark.span.overlaps(region):
            span = inside(mark.span, region)
            doi = _doi().fullmatch(mark.target)
            if doi:
                reading.put("DOI", doi[1], span)
            elif web_address(mark.target):
                reading.put("URL", mark.target, span)


def web_address(target: str) -> bool:
    """Whether a link leads to the web, and not into the document or to a mail box."""
    return bool(re.match(r"(?:https?:|ftp:)?//|www\.", target, re.IGNORECASE))


def _take_access(text: str, region: Span, reading: Reading) -> str:
    """Read "Retrieved January 15, 2024, from" and "[Accessed 3 May 2013]"."""
    match = _accessed().search(text, region.start, region.end)
    if not match:
        return text
    date = next(find_dates(text, Span(match.end(), min(region.end, match.end() + 40))), None)
    end = match.end()
    if date and text[match.end() : date.span.start].strip() in ("", ":"):
        reading.put("accessed", date.value, date.span)
        end = date.span.end
    elif not re.match(r"(?:from|at|via)\b|\s*$|[:.,\])]", text[match.end() : region.end], re.IGNORECASE):
        return text
    tail = re.compile(r"[,\s]*(?:from|at|via)?\b[:\s]*[\])]?", re.IGNORECASE).match(text, end, region.end)
    return blank(text, Span(match.start(), tail.end() if tail else end))


def _tidy(text: str, span: Span) -> Span:
    """The address without the punctuation of the sentence around it; a bracket opened inside stays."""
    end = span.end
    while end > span.start:
        last = text[end - 1]
        unopened = last in ")]" and "(["[")]".index(last)] not in text[span.start : end]
        if last not in ".,;:!?'’*" and not unopened:
            break
        end -= 1
    return Span(span.start, end)
