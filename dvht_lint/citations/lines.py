"""Citations without any mark of their title, told by full stops and commas alone.

"Polaris Project, Annual Report (2012)" · "World Bank. World Development Report 2012. Washington, D.C.: World Bank,
2011." · "Black MC, Basile KC. Title. Lancet. 2002;359:1331-6." · "UNODC 2012" · "ILO, Walk Free"
"""

from __future__ import annotations

import re
from functools import cache

from dvht_lint.citations.commas import author_parts, two_families, whole_title
from dvht_lint.citations.dates import find_dates
from dvht_lint.citations.details import pattern, read_brackets
from dvht_lint.citations.entries import (
    asking_title,
    author_after,
    has_small_word,
    is_date,
    is_name,
    may_be_author,
    offices,
    read_author,
    read_rest,
    read_title_and_rest,
    work_words,
)
from dvht_lint.citations.names import names_people, parse_names
from dvht_lint.citations.people import read_person
from dvht_lint.citations.places import is_place
from dvht_lint.citations.reading import Reading, trim
from dvht_lint.citations.records import read_colon_record, read_record
from dvht_lint.citations.segments import comma_parts, sentences
from dvht_lint.citations.titles import is_second_title
from dvht_lint.citations.words import CAPITALS, FAMILY, is_common_word, names_body, title_cased
from dvht_lint.text import Span

__all__ = ["read_line"]

_LONGEST_BODY = 8
"""Words of the name of a body that nothing but its second mention shows."""
_TITLE_SENTENCES = 2
"""Sentences before the imprint of a note: a title may be of two ("An EU-wide survey. Main results")."""
_TITLE_WORDS = 4
"""Words without a body's noun after a body and a comma that are a title ("UNICEF, Hidden in Plain Sight"), not a name."""


@cache
def _vancouver() -> re.Pattern[str]:
    """Names with glued initials that a full stop ends: "Black MC, Basile KC. "."""
    name = rf"(?:[a-z]{{2,4}} ){{0,2}}{FAMILY}(?: {FAMILY})? [{CAPITALS}]{{1,4}}"
    return re.compile(rf"({name}(?:, {name}){{0,40}}(?:,? et al)?)\.\s+(?=\S)")


@cache
def _note_imprint() -> re.Pattern[str]:
    """The imprint of a note, at its end: " (Place: Publisher, 2012), 45"."""
    return re.compile(
        r"\s\([^()]{0,160}[^\s\d(),][^()]{0,40},\s+(?:1[5-9]|20)\d\d\)(?:,\s*(?:pp?\.\s*)?\d[\d–-]*)?[.\s]*$"
    )


@cache
def _body_year() -> re.Pattern[str]:
    """A body, a year and perhaps a title: "Polaris Project 2012 Annual Report", "UNODC 2012"."""
    return re.compile(
        r"(?P<who>[A-Z][^,.;:()\d]{1,80}?),?\s+\(?(?P<title>(?P<year>(?:1[5-9]|20)\d\d)\)?(?:\s+[A-Z][^.,;()]{3,100})?)\.?$"
    )


def read_line(text: str, region: Span, reading: Reading) -> None:
    """Read a line by its full stops, else by its commas, else as a name or title alone."""
    for form in (_read_listed, read_colon_record, _read_body_year, read_record, _read_noted):
        if form(text, region, reading):
            return
    found = sentences(text, region)
    if (
        len(found) > 1
        and not _is_imprint(found[1].cut(text))
        and (may_be_author(found[0].cut(text)) or _is_family_and_date(text, found) or _publishes(text, found, region))
    ):
        read_author(text, found[0], reading)
        if is_date(text, found[1]):
            _finish_short(text, Span(found[1].start, region.end), reading)
        else:
            title = asking_title(text, found, 1)
            read_title_and_rest(text, title, Span(title.end, region.end), reading)
        return
    first = found[0]
    if len(found) > 1 and (text[first.end : first.end + 1] in ("?", "!") or _goes_on(text, found[1:])):
        first = Span(first.start, found[1].end)
    parts = comma_parts(text, first)
    head = author_parts(text, parts)
    if head == 1 and len(parts) == 2 and is_date(text, parts[1]) and _is_title(parts[0].cut(text)):
        head = 0
    if head:
        reading.put("author", [{"family": name} for name in two_families(text, parts)], parts[0])
        read_author(text, Span(parts[0].start, parts[head - 1].end), reading)
        if is_date(text, parts[head]) or _bare_bodies(text, region):
            _finish_short(text, Span(parts[head].start, region.end), reading)
        else:
            title = whole_title(text, parts, head)
            if (
                len(found) > 1
                and title.end < parts[-1].start
                and is_date(text, parts[-1])
                and _has_date(text, Span(found[0].end, region.end))
            ):
                title = Span(title.start, first.end)
            read_title_and_rest(text, title, Span(title.end, region.end), reading)
        return
    words = region.cut(text)
    if is_name(words) or names_people(words):
        read_author(text, region, reading)
        return
    answered = len(found) == 2 and first.end > found[0].end and has_small_word(found[1].cut(text))
    title = whole_title(text, parts, 0) if len(found) == 1 or answered else asking_title(text, found, 0)
    read_title_and_rest(text, title, Span(title.end, region.end), reading)
    author_after(reading)


def _read_listed(text: str, region: Span, reading: Reading) -> bool:
    listed = _vancouver().match(text, region.start, region.end)
    if not listed or _speaks_on(text, listed):
        return False
    read_author(text, Span(*listed.span(1)), reading)
    found = sentences(text, Span(listed.end(), region.end))
    title = asking_title(text, found, 0)
    read_title_and_rest(text, title, Span(title.end, region.end), reading)
    return True


def _speaks_on(text: str, listed: re.Match[str]) -> bool:
    """Whether what looks like "Family I." is a given name with an initial: "Lenore E. Walker and Evan Stark, …"."""
    if "," in listed[1]:
        return False
    following = re.compile(rf"({FAMILY})(?:[,:]|\s(?:and|&)\s([{CAPITALS}]\S*\s+[{CAPITALS}][^\s,]+))").match(
        text, listed.end()
    )
    if not following:
        return False
    return read_person(following[2]) is not None if following[2] else not is_common_word(following[1])


def _read_noted(text: str, region: Span, reading: Reading) -> bool:
    """Read a note whose imprint stands in brackets: "ABS, Personal Safety, Australia, 2016 (Canberra, 2017), 4"."""
    imprint = _note_imprint().search(text, region.start, region.end)
    if not imprint:
        return False
    parts = comma_parts(text, trim(text, Span(region.start, imprint.start())))
    head = author_parts(text, parts)
    if not head or len(sentences(text, Span(region.start, imprint.start()))) > _TITLE_SENTENCES:
        return False
    read_author(text, Span(parts[0].start, parts[head - 1].end), reading)
    last = len(parts) - 1
    if last > head and pattern("number").fullmatch(parts[last].cut(text)):
        reading.put_text("number", text, parts[last])
        last -= 1
    title = Span(parts[head].start, parts[last].end)
    reading.put_text("title", text, trim(read_brackets(text, title, reading), title))
    read_rest(text, trim(text, Span(imprint.start(), region.end)), [], reading)
    return True


def _read_body_year(text: str, region: Span, reading: Reading) -> bool:
    match = _body_year().match(text, region.start, region.end)
    if not match or not may_be_author(match["who"]) or match["who"].lower().startswith(("the ", "a ")):
        return False
    read_author(text, Span(*match.span("who")), reading)
    if re.fullmatch(r"\d{4}\)?", match["title"]):
        reading.put("issued", {"date-parts": [[int(match["year"])]]}, Span(*match.span("year")))
    else:
        reading.put_text("title", text, Span(*match.span("title")))
    return True


def _finish_short(text: str, rest: Span, reading: Reading) -> None:
    """As in "Dabby, 2013, p. 4" and "ILO, Walk Free": no title at all."""
    date = next(find_dates(text, rest), None)
    if date:
        reading.put("issued", date.value, date.span)
        match = re.compile(r"\s*,?\s*(?:pp?\.?\s*)?([A-Z]?\d+(?:[-–]\d+)?)").match(text, date.span.end, rest.end)
        if match:
            reading.put("page", match[1], Span(*match.span(1)))
        return
    names = reading.fields.pop("author", [])
    start = reading.spans.pop("author").start if names else rest.start
    reading.put("author", parse_names(text[start : rest.end]), Span(start, rest.end))


def _bare_bodies(text: str, region: Span) -> bool:
    """Whether a comma list is of bodies alone: "ILO, Walk Free", "CDC, NIJ"."""
    words = region.cut(text)
    last = words.rpartition(", ")[2]
    if not names_body(last) and len(last.split()) >= _TITLE_WORDS:
        return False
    return len(words.split()) <= 6 and len(parse_names(words)) > 1


def _is_imprint(words: str) -> bool:
    """Whether a sentence is a place and a publisher: what stands right before it is a title."""
    place, colon, _ = words.partition(":")
    return bool(colon) and is_place(place)


def _publishes(text: str, found: list[Span], region: Span) -> bool:
    """Whether what stands first stands again after the title: a body that publishes itself, whatever its name."""
    name = found[0].cut(text)
    return (
        len(found) > 2 and title_cased(name) and len(name.split()) <= _LONGEST_BODY
        and re.search(rf"(?:[:.,]\s){re.escape(name)}(?=[,;.]|$)", text[found[1].end : region.end]) is not None
    )  # fmt: skip


def _is_family_and_date(text: str, found: list[Span]) -> bool:
    return bool(re.fullmatch(FAMILY, found[0].cut(text))) and is_date(text, found[1])


def _is_title(words: str) -> bool:
    """Whether what stands before a year is a title though it has a body's noun: "Violence against Women, 2019"."""
    return bool(work_words().search(words)) and not offices().match(words) and not names_people(words)


def _goes_on(text: str, following: list[Span]) -> bool:
    """Whether a title's last word comes next: ". Main results. Vienna: FRA", ". Main results, Vienna 2014"."""
    words, *more = (part.cut(text) for part in comma_parts(text, following[0]))
    if more:
        return not title_cased(words) and is_second_title(words, "")  # a publisher has capitals
    return len(following) > 1 and is_second_title(words, following[1].cut(text))


def _has_date(text: str, region: Span) -> bool:
    return next(find_dates(text, region), None) is not None
