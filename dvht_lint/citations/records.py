"""Records as bibliographic data bases print them: the title first and its authors after it, or authors and a colon.

"Counting beds, Jane Doe, John Roe, Journal of Shelter, 1999" · "Doe and Roe: Counting beds. Journal of Shelter 1999:
65-74"
"""

from __future__ import annotations

import re
from functools import cache

from dvht_lint.citations.entries import (
    asking_title,
    is_name,
    may_be_author,
    offices,
    read_author,
    read_rest,
    work_words,
)
from dvht_lint.citations.names import names_people
from dvht_lint.citations.people import read_person, shaped_person
from dvht_lint.citations.reading import Reading, trim
from dvht_lint.citations.segments import comma_parts, sentences
from dvht_lint.citations.venues import is_venue
from dvht_lint.citations.words import FAMILY, has_body_noun, in_dictionary, is_acronym, is_common_word, names_body
from dvht_lint.text import Span

__all__ = ["read_colon_record", "read_record"]


_FAMILY = rf"{FAMILY}(?: {FAMILY})?"


@cache
def _colon() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<who>(?P<one>{_FAMILY})(?:(?P<more> et al\.?)|,? (?:and|&) (?P<two>{_FAMILY}))?|[^:.;]{{3,400}}):\s+(?=[\"“A-Z0-9])"
    )


@cache
def _venue_and_year() -> re.Pattern[str]:
    """How such a record ends: "Venue 1999", "Venue 1999: 65-74"."""
    return re.compile(r"[.?!]\s+[A-Z][^:]{1,120}\s(?:1[5-9]|20)\d\d(?P<page>:\s*\d+(?:\s?[-–]\s?\d+)?)?\.?$")


def read_colon_record(text: str, region: Span, reading: Reading) -> bool:
    """Read "Doe and Roe: Title. Venue 1999: 65-74"; False where what stands before the colon may open a title."""
    match = _colon().match(text, region.start, region.end)
    found = sentences(text, Span(match.end(), region.end)) if match else []
    if not match or len(found) < 2 or not _are_authors(match, _venue_and_year().search(text, match.end(), region.end)):
        return False
    who = Span(*match.span("who"))
    if match["one"] and not names_body(match["who"]) and not is_acronym(match["who"]):
        reading.put("author", [{"family": f} for f in (match["one"], match["two"]) if f], who)
    else:
        read_author(text, who, reading)
    title = asking_title(text, found, 0)
    reading.put_text("title", text, title)
    read_rest(text, trim(text, Span(title.end, region.end)), [], reading)
    _as_container(reading)
    return True


def _are_authors(match: re.Match[str], ending: re.Match[str] | None) -> bool:
    """Whether people or a body stand before the colon; one family name, or two that are words, need the record's end."""
    one, two = (match[name] and match[name].split()[-1] for name in ("one", "two"))
    if match["more"] or (two and not (is_common_word(one) and is_common_word(two))):
        return True
    who = match["who"]
    if (
        (is_name(who) and not (two and not has_body_noun(match["two"])))
        or names_people(who)
        or (may_be_author(who) and offices().match(who))
    ):
        return True
    if two:
        return bool(ending and ending["page"])
    return bool(one and ending) and one[1:].islower() and not in_dictionary(one)


def read_record(text: str, region: Span, reading: Reading) -> bool:
    """Read "Title, Jane Doe, John Roe, Venue, 1999", whose authors stand between the title and the rest."""
    parts = comma_parts(text, region)
    words = [part.cut(text) for part in parts]
    if len(parts) < 2 or names_people(words[0]):
        return False
    first = next((i for i, w in enumerate(words) if i and read_person(w)), 0)
    if not first:
        return False
    last = _last_name(text, parts, first)
    first, last = _with_neighbours(words, first, last)
    title = Span(parts[0].start, parts[first - 1].end)
    if last < first or len(title.cut(text).split()) < 2:
        return False
    if any(
        text[found.end : found.end + 1] == "." for found in sentences(text, Span(region.start, parts[last].end))[:-1]
    ):
        return False
    if first == last and may_be_author(words[0]) and not any(is_venue(w) or is_acronym(w) for w in words[last + 1 :]):
        return False
    who = Span(parts[first].start, parts[last].end)
    if not names_people(who.cut(text)):
        reading.put("author", [name for w in words[first : last + 1] if (name := shaped_person(w))], who)
    read_author(text, who, reading)
    reading.put_text("title", text, title)
    if last + 1 < len(parts):
        read_rest(text, Span(parts[last + 1].start, region.end), [], reading)
        _as_container(reading)
    return True


def _last_name(text: str, parts: list[Span], first: int) -> int:
    """The last of the parts that are people, from the first of them on; less than that where none is."""
    for last in range(min(len(parts) - 1, first + 60), first - 1, -1):
        if names_people(text[parts[first].start : parts[last].end]):
            return last
    return first - 1


def _with_neighbours(words: list[str], first: int, last: int) -> tuple[int, int]:
    """The run of people with the names beside it that nothing else shows to be people's: "Helena Galhardas", "Min Wang"."""
    while first > 1 and shaped_person(words[first - 1]) and not work_words().search(words[first - 1]):
        if all(map(is_common_word, words[first - 1].split())):
            break  # "Human Rights" is a title's
        first -= 1
    while last + 2 < len(words) and shaped_person(words[last + 1]) and _is_venue(words[last + 2]):
        last += 1
    return first, last


def _is_venue(words: str) -> bool:
    return is_acronym(words) or is_venue(words)


def _as_container(reading: Reading) -> None:
    """What a record with people names last is where the work came out, unless it is a body that publishes."""
    name = str(reading.fields.get("publisher") or "")
    people = any("family" in author for author in reading.fields.get("author", ()))
    if not people or "container-title" in reading or "publisher-place" in reading or not name:
        return
    if is_venue(name) or (len(name.split()) > 1 and not names_body(name)):
        reading.put("container-title", name, reading.spans["publisher"])
        del reading.fields["publisher"], reading.spans["publisher"]
