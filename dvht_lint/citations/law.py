"""Statutes, regulations, treaties and cases: "Pub. L. No. 106-386, 114 Stat. 1464 (2000)", "22 U.S.C. § 7102".

The forms are those of The Bluebook, as American agencies cite their own law.
"""

from __future__ import annotations

import re
from functools import cache

from dvht_lint.citations.dates import find_dates
from dvht_lint.citations.instruments import read_instrument
from dvht_lint.citations.reading import Reading, trim
from dvht_lint.text import Span

__all__ = ["read_law"]


@cache
def _code() -> re.Pattern[str]:
    return re.compile(
        r"(?P<volume>\d{1,3})\s+(?P<container>U\.?\s?S\.?\s?C\.?(?:\s?A\.?)?|C\.?\s?F\.?\s?R\.?|Fed\.\s?Reg\.|F\.?R\.?|Stat\.)"
        r"\s*(?:(?:§|&sect;)+|[Ss]ec(?:tion|\.)?)?\s*(?P<section>\d[\w.,–-]*(?:\([\w]+\))*)"
    )


@cache
def _public_law() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:Pub(?:lic|\.)?\s*L(?:aw|\.)?|P\.?\s?L\.)\.?\s*(?:No\.?)?\s*(?P<number>\d{2,3}\s?[-–]\s?\d{1,3})"
    )


@cache
def _case() -> re.Pattern[str]:
    return re.compile(
        r"(?P<title>[A-Z][\w.,'’& -]{1,80}?\sv\.?s?\.?\s[A-Z][\w.,'’& -]{1,80}?),\s*(?P<volume>\d{1,4})\s+"
        r"(?P<container>[A-Z][A-Za-z0-9. ]{0,14}?)\s+(?P<page>\d{1,5})(?:,\s*\d+)*\s*\((?P<court>[^()]{0,30}?)(?P<year>(?:1[5-9]|20)\d\d)\)"
    )


def read_law(text: str, region: Span) -> Reading | None:
    """The statute, regulation, case, treaty or resolution that a citation is, or None."""
    case = _case().search(text, region.start, region.end)
    if case:
        reading = Reading()
        reading.put("type", "legal_case", Span(*case.span("title")))
        for name in ("title", "volume", "container-title", "page"):
            group = name.partition("-")[0]
            reading.put_text(name, text, Span(*case.span(group)))
        reading.put_text("authority", text, Span(*case.span("court")))
        reading.put("issued", {"date-parts": [[int(case["year"])]]}, Span(*case.span("year")))
        return reading
    code, law = (p.search(text, region.start, region.end) for p in (_code(), _public_law()))
    first = min((m for m in (code, law) if m), key=lambda m: m.start(), default=None)
    if first is None:
        return read_instrument(text, region)
    reading = Reading()
    reading.put("type", "legislation", Span(*first.span()))
    reading.put_text("title", text, trim(text, Span(region.start, first.start()), " \t\n.,;:(["))
    if law:
        reading.put("number", "".join(law["number"].split()), Span(*law.span("number")))
    if code:
        reading.put("volume", code["volume"], Span(*code.span("volume")))
        reading.put("container-title", code["container"], Span(*code.span("container")))
        reading.put_text("section", text, Span(*code.span("section")))
    after = list(find_dates(text, Span(first.end(), region.end)))
    dates = after or list(find_dates(text, Span(region.start, first.start())))
    if dates:
        reading.put("issued", dates[-1].value, dates[-1].span)
    if "title" not in reading:
        span = trim(text, region)
        reading.put_text("title", text, span)
    return reading
