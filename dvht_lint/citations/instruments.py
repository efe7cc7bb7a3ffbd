"""Treaties, resolutions, European law, Acts by their year, and cases of courts outside the United States.

"1577 U.N.T.S. 3" · "CETS No. 210" · "A/RES/48/104" · "Directive 2012/29/EU" · "Family Law Act 1975 (Cth)" · "Application no.
33401/02". The forms are those of the United Nations' editorial manual, OSCOLA and the Council of Europe.
"""

from __future__ import annotations

import re
from functools import cache

from dvht_lint.citations.dates import find_dates
from dvht_lint.citations.details import SYMBOL
from dvht_lint.citations.entries import may_be_author, read_author
from dvht_lint.citations.people import read_person
from dvht_lint.citations.places import is_place
from dvht_lint.citations.reading import Reading, trim
from dvht_lint.citations.segments import comma_parts
from dvht_lint.text import Span

__all__ = ["read_instrument"]

_YEAR = r"(?:1[5-9]|20)\d\d"


@cache
def _marks() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What shows an instrument, and of which CSL type it is; groups are named for the fields they are."""
    series = r"(?:U\.?\s?N\.?\s?T\.?\s?S\.?|United Nations(?:,)? Treaty Series|UN Treaty Series)"
    council = r"(?:C?\.?E\.?T\.?S\.?|(?:Council of Europe|European) Treaty Series)"
    patterns = (
        ("treaty", rf"\b(?P<volume>\d{{1,4}})\s+(?P<container>{series})\s+(?P<page>\d+)"),
        ("treaty", rf"(?P<container>\b{series}),?\s+vol(?:ume|\.)\s*(?P<volume>\d+)(?:,?\s*No\.?\s*\d+)?(?:,?\s*p(?:age|p?\.)\s*(?P<page>\d+))?"),
        ("treaty", rf"(?P<container>\b{council}),?\s+(?:No\.?|Number)?\s*(?P<number>\d{{1,3}})\b"),
        ("treaty", r"\b(?P<container>ILO)\s+(?:Convention|Protocol|Recommendation)\s+(?:No\.?\s*|C|P|R)?(?P<number>\d{1,3})\b"),
        ("treaty", rf"(?:(?<=Convention)|(?<=Recommendation)),?\s+{_YEAR}\s+\((?:No\.?\s*|C|R)(?P<number>\d{{1,3}})\)"),
        ("report", rf"(?P<number>{SYMBOL})"),
        ("legislation", r"\b(?:G\.?\s?A\.?|S\.?\s?C\.?|General Assembly|Security Council)\s+[Rr]es(?:olution|\.)\s*(?:No\.?\s*)?(?P<number>\d{2,4}(?:/\d{1,4}|\s\((?:1[5-9]|20)\d\d\)))"),
        ("legislation", rf"\b(?:Directive|Regulation|(?:Framework )?Decision)\s+(?:\((?:EU|EC|EEC|EU, Euratom)\)\s+)?(?:No\.?\s*)?(?P<number>{_YEAR}/\d{{1,4}}(?:/(?:EU|EC|EEC|JHA|CFSP))?|\d{{2}}/\d{{1,3}}/(?:EC|EEC))"),
        ("legal_case", r"\b(?:App(?:lication|l?\.)|Case|Communication)\s+[Nn]o\.?\s*(?P<number>[A-Z]?-?\d{1,6}/\d{2,4})"),
        ("bill", r"(?<![\w.])(?P<number>(?:H\.\s?R\.|S\.|H\.\s?Res\.|S\.\s?Res\.)\s?\d{1,5}),?\s+\d{2,3}(?:st|nd|rd|th|d)\s+Cong\."),
        ("legal_case", r"(?:\bCase(?:\s[Nn]o\.)?\s+(?P<number>\d{2}\.\d{3})\b|\([Ss]er\.\s*[A-C]\)\s+[Nn]o\.\s*(?P<series>\d+))"),
        ("legal_case", rf"\((?P<year>{_YEAR})\)\s+(?P<volume>\d+)\s+(?P<container>[A-Z][A-Za-z.]{{1,10}}(?: [A-Z][A-Za-z.]{{1,6}})?)\s+(?P<page>\d+)"),
        ("legal_case", rf"\[(?P<year>{_YEAR})\]\s+(?:\d+\s+)?(?P<container>[A-Z][A-Za-z]{{1,10}}(?: [A-Z][A-Za-z]{{1,6}})?)\s+(?P<page>\d+)"),
    )  # fmt: skip
    return tuple((kind, re.compile(pattern)) for kind, pattern in patterns)


@cache
def _act() -> re.Pattern[str]:
    """An Act named with its year, and hardly more: "Domestic Abuse Act 2021, c. 17 (UK)"."""
    return re.compile(
        rf"(?P<title>[A-Z][^.;:“”\"]{{2,140}}?\b(?:Act|Code|Ordinance)(?: \([^()]{{2,40}}\))?(?: of)? (?P<year>{_YEAR}))"
        r"(?:,?\s+\(?(?P<number>(?:c\.|ch\.|chap(?:ter|\.)|cap\.|[Nn]o\.?)\s*\d+)\)?)?(?:\s*\((?P<place>[A-Z][A-Za-z. ]{1,20})\))?"
        r"(?:,?\s+(?:ss?\.?|sections?|art(?:icle|\.)|§+)\s*(?P<section>\d+\w*(?:[-–]\d+\w*)?))?[\s.]*$"
    )


@cache
def _apa_date() -> re.Pattern[str]:
    """The date after an author: what follows is a work like any other, and the instrument's number is its number."""
    return re.compile(rf"[a-z]\.?\s\({_YEAR}[^()]{{0,20}}\)[.,]\s")


@cache
def _state_code() -> re.Pattern[str]:
    """A section of a State's statutes: "Wis. Stat. § 968.075", "Cal. Penal Code § 236.1"."""
    return re.compile(
        r"(?P<container>[A-Z][A-Za-z. ]{1,30}(?:Stat|Code|Laws?)\b\.?(?:\sAnn\.)?)\s*§+\s*(?P<section>\d[\w:-]*(?:\.\d[\w:-]*)*)"
    )


def read_instrument(text: str, region: Span) -> Reading | None:
    """The treaty, resolution, directive, Act or case that a citation is, or None."""
    return _read_act(text, region) or _read_state_code(text, region) or _read_marked(text, region)


def _read_state_code(text: str, region: Span) -> Reading | None:
    code = _state_code().match(text, region.start, region.end)
    if not code:
        return None
    reading = Reading()
    reading.put("type", "legislation", Span(*code.span()))
    reading.put_text("title", text, Span(*code.span()))
    reading.put("container-title", code["container"], Span(*code.span("container")))
    reading.put_text("section", text, Span(*code.span("section")))
    date = next(find_dates(text, Span(code.end(), region.end)), None)
    if date:
        reading.put("issued", date.value, date.span)
    return reading


def _read_act(text: str, region: Span) -> Reading | None:
    reading = Reading()
    lead = re.compile(rf"([A-Z][^(),.]{{2,60}})\s+\(({_YEAR})\)[.,]?\s+").match(text, region.start, region.end)
    start = lead.end() if lead and may_be_author(lead[1]) else region.start
    act = _act().match(text, start, region.end)
    if not act:
        return None
    reading.put("type", "legislation", Span(*act.span("title")))
    if lead and start > region.start:
        read_author(text, Span(*lead.span(1)), reading)
    reading.put_text("title", text, Span(*act.span("title")))
    reading.put("issued", {"date-parts": [[int(act["year"])]]}, Span(*act.span("year")))
    for name, group in (("number", "number"), ("jurisdiction", "place"), ("section", "section")):
        if act[group]:
            reading.put_text(name, text, Span(*act.span(group)))
    return reading


def _read_marked(text: str, region: Span) -> Reading | None:
    found = [(kind, m) for kind, p in _marks() if (m := p.search(text, region.start, region.end))]
    if not found:
        return None
    if _apa_date().search(text, region.start, min(m.start() for _, m in found)):
        return None
    kind, mark = min(found, key=lambda item: item[1].start())
    if re.match(r"[AS]/RES/", mark[0]):
        kind = "legislation"
    title = _title(text, region, mark)
    if kind == "legal_case" and not re.search(r"\sv\.?s?\.?\s|^In re\b", title.cut(text)):
        return None
    if kind == "report" and mark.start() == region.start and mark.end() < region.end:
        return None
    reading = Reading()
    reading.put("type", kind, Span(*mark.span()))
    title = _author(text, title, reading)
    reading.put_text("title", text, title)
    for name, group in (
        ("volume", "volume"),
        ("container-title", "container"),
        ("page", "page"),
        ("number", "number"),
        ("number", "series"),
    ):
        if mark.groupdict().get(group):
            reading.put_text(name, text, Span(*mark.span(group)))
    _date(text, region, title, mark, reading)
    return reading


def _title(text: str, region: Span, mark: re.Match[str]) -> Span:
    """The words before the mark without a date or place that ends them; a directive's own words where it comes first."""
    before = trim(text, Span(region.start, mark.start()), " \t\n.,;:([")
    if len(before) < 3:
        return _until_journal(text, trim(text, region))
    parts = comma_parts(text, before)
    while len(parts) > 1 and _is_detail(text, parts[-1]):
        parts.pop()
    return Span(parts[0].start, parts[-1].end)


def _is_detail(text: str, part: Span) -> bool:
    words = part.cut(text)
    date = next(find_dates(text, part), None)
    return (
        is_place(words)
        or (date is not None and len(date.span) >= len(part) - 16)
        or bool(
            re.match(
                r"(?:U\.?N\.? Doc\.?|opened for signature|adopted|done at|Official Journal|OJ|Inter-Am\.|Eur\.|Annex)",
                words,
                re.IGNORECASE,
            )
        )
        or len(words.split()) == 1
    )


def _until_journal(text: str, region: Span) -> Span:
    end = re.compile(r",\s+(?:OJ|O\.J\.|Official Journal)\b|\s+\[\d{4}\]\s+OJ\b").search(text, region.start, region.end)
    return Span(region.start, end.start() if end else region.end)


def _author(text: str, title: Span, reading: Reading) -> Span:
    """Read the body that opens a line, or the rapporteur who ends the title; the title without them comes back."""
    first, *rest = comma_parts(text, title)
    if rest and read_person(rest[-1].cut(text)):
        read_author(text, rest[-1], reading)
        return Span(title.start, title.start + len(text[title.start : rest[-1].start].rstrip(" ,")))
    if rest and may_be_author(first.cut(text)) and len(rest[0].cut(text).split()) > 1:
        read_author(text, first, reading)
        return Span(rest[0].start, title.end)
    return title


def _date(text: str, region: Span, title: Span, mark: re.Match[str], reading: Reading) -> None:
    if mark.groupdict().get("year"):
        reading.put("issued", {"date-parts": [[int(mark["year"])]]}, Span(*mark.span("year")))
        return
    dates = [d for d in find_dates(text, region) if not (mark.start() <= d.span.start < mark.end())]
    outside = [d for d in dates if not title.contains(d.span)]
    chosen = outside[:1] or dates[:1]
    if chosen:
        reading.put("issued", chosen[0].value, chosen[0].span)
    elif number_year := re.search(rf"\b({_YEAR})\b", mark[0]):
        span = Span(*number_year.span(1)).shift(mark.start())
        reading.put("issued", {"date-parts": [[int(number_year[1])]]}, span)
