"""APA and its kin, which put the date after the author: "Dabby, F. C. (Revised 2013, July). *Title.* Place: Publisher."

Harvard's "Author, 2012. Title." and "ILO (2012) Title" are read here too.
"""

from __future__ import annotations

import re
from functools import cache

from dvht_lint.citations.dates import parse_date
from dvht_lint.citations.imprint import read_imprint
from dvht_lint.citations.names import is_editor, names_authors, names_people, parse_names
from dvht_lint.citations.reading import Reading, trim
from dvht_lint.citations.titles import read_title
from dvht_lint.citations.words import names_body, title_cased
from dvht_lint.text import Span

__all__ = ["read_apa"]


@cache
def _bracket() -> re.Pattern[str]:
    return re.compile(r"[(\[]([^()\[\]]{2,60})[)\]]")


@cache
def _harvard() -> re.Pattern[str]:
    return re.compile(r"(?:(?<=[.,])|(?<=\w))\s+((?:1[5-9]|20)\d\d)[a-z]?[.,:]\s+(?=[A-Z“\"‘])")


def read_apa(text: str, region: Span, italics: list[Span]) -> Reading | None:
    """The citation as author, date, title and imprint, or None where no date follows an author."""
    for match in _bracket().finditer(text, region.start, region.end):
        dates = parse_date(match[1])
        if dates:
            return _read(text, region, italics, Span(*match.span()), Span(*match.span(1)))
    harvard = _harvard().search(text, region.start, min(region.end, region.start + 240))
    if harvard and not any(s.start < harvard.start() for s in italics):
        who = text[region.start : harvard.start()].strip(" .,")
        if names_people(who) or (names_body(who) and title_cased(who) and not re.search(r"[.,]", who)):
            return _read(text, region, italics, Span(harvard.start(), harvard.end(1)), Span(*harvard.span(1)))
    return None


def _read(text: str, region: Span, italics: list[Span], around: Span, inner: Span) -> Reading | None:
    dates = parse_date(inner.cut(text))
    who = trim(text, Span(region.start, around.start))
    after = trim(text, Span(around.end, region.end))
    if (
        dates is None
        or not len(who)
        or any(s.start < who.end for s in italics)
        or '"' in who.cut(text)
        or "“" in who.cut(text)
        or "‘" in who.cut(text)
    ):
        return None
    if re.match(r"\s*[:,]\s*(?:pp?\.?\s*)?\d", text[around.end : region.end]):
        return None  # "Journal 12, no. 3 (2014): 45-67"
    stop = text[around.end : around.end + 1]
    name = who.cut(text)
    if not _is_author(text, who, around, stop):
        return _title_first(text, who, after, inner, italics)
    if not len(after) and "," in name and not names_authors(name):
        return None  # "Polaris Project, Annual Report (2012)"
    reading = Reading()
    role = "editor" if is_editor(name) else "author"
    reading.put(role, parse_names(name), who)
    _put_dates(reading, dates, inner)
    pages = re.fullmatch(r"(?:pp?\.?|pages?)\s*(\d+(?:\s?[-–]\s?\d+)?)", after.cut(text))
    if pages:
        reading.put("page", pages[1], Span(*pages.span(1)).shift(after.start))
    if pages or not len(after):
        return reading
    rest = read_title(text, after, italics, reading)
    read_imprint(text, rest, [s for s in italics if s.start >= rest.start], reading)
    return reading


def _put_dates(reading: Reading, dates: tuple[dict[str, object] | None, dict[str, object] | None], span: Span) -> None:
    issued, revised = dates
    reading.put("issued", issued, span)
    reading.put("revised", revised, span)


def _is_author(text: str, who: Span, around: Span, stop: str) -> bool:
    """Whether what stands before the date is a name and not the title of a work without author."""
    name = who.cut(text)
    if len(name) > 600 or re.search(r"\d{3}|[:?!]\s", name):
        return False
    if names_people(name) or (names_body(name) and title_cased(name)) or re.search(r"\bet al\b", name):
        return bool(stop in (".", ",", ":", " ", "") or names_people(name))
    return len(name.split()) <= 4 and (stop in (".", " ", "") or text[who.end : around.start].strip() == ".")


def _title_first(text: str, title: Span, after: Span, inner: Span, italics: list[Span]) -> Reading | None:
    if not len(after) or text[title.end : title.end + 2].strip() != ".":
        return None
    reading = Reading()
    reading.put_text("title", text, title)
    dates = parse_date(inner.cut(text))
    assert dates
    _put_dates(reading, dates, inner)
    read_imprint(text, after, [s for s in italics if s.start >= after.start], reading)
    return reading
