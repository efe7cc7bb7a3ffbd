"""Citations whose parts only commas divide: how many of them are the author, and where the title ends."""

from __future__ import annotations

import re
from functools import cache

from dvht_lint.citations.details import pattern
from dvht_lint.citations.entries import is_date, is_name, may_be_author, offices, work_words
from dvht_lint.citations.names import names_people
from dvht_lint.citations.places import is_place
from dvht_lint.citations.venues import is_meeting, is_venue
from dvht_lint.citations.words import FAMILY, is_acronym, names_body
from dvht_lint.text import Span

__all__ = ["author_parts", "two_families", "whole_title"]

_LONGEST_NAMES = 12
"""Words before the first comma of a list of people: "Doe", "Jane Doe", "A. de la Cruz and B. van der Berg"."""
_MOST_NAMES = 30
"""Parts between commas that are looked at for people."""


def author_parts(text: str, parts: list[Span]) -> int:
    """How many of the parts between commas name the author: people, or an agency, its office and its bureau."""
    if len(parts) > 1 and (re.search(r"\bet al\.?$", parts[0].cut(text)) or two_families(text, parts)):
        return 1
    head = _people_parts(text, parts)
    if head:
        return head
    while head < len(parts) - 1:
        words = parts[head].cut(text)
        if not head and re.fullmatch(FAMILY, words) and is_date(text, parts[1]):
            return 1
        if not may_be_author(words) or (head and not _is_body(words)):
            break
        if not head and is_date(text, parts[1]) and _dated_after(text, parts, 2):
            break
        if head and not re.search(r"[^\W\d_]", parts[head + 1].cut(text)):
            break  # what comes after the title is a year alone
        if head and work_words().search(words) and not offices().search(words):
            break
        head += 1
    return head


def _is_body(words: str) -> bool:
    return is_acronym(words) or (names_body(words) and len(words.split()) > 1)


def two_families(text: str, parts: list[Span]) -> list[str]:
    """As in "Campbell and Jones, Title, Lancet 2002;359": before a journal's glued volume, or a year alone, they are authors."""
    family = rf"({FAMILY}(?: {FAMILY})?)"
    match = re.fullmatch(rf"{family} (?:and|&) {family}", parts[0].cut(text))
    if not match or names_body(parts[0].cut(text)):
        return []
    cited_short = len(parts) == 2 and is_date(text, parts[1])  # "(Brown & Green, 2012)"
    return [*match.groups()] if cited_short or _glued_volume().search(parts[-1].cut(text)) else []


def _people_parts(text: str, parts: list[Span]) -> int:
    """How many of the parts between commas, but not all of them, are a list of people."""
    if len(parts[0].cut(text).split()) > _LONGEST_NAMES:
        return 0
    for head in range(min(len(parts) - 1, _MOST_NAMES), 0, -1):
        if names_people(text[parts[0].start : parts[head - 1].end]):
            return head
    return 0


def whole_title(text: str, parts: list[Span], first: int) -> Span:
    """A title with the commas inside it: it goes on to a date, a place, a page or a body."""
    end = first
    while end + 1 < len(parts):
        following = parts[end + 1]
        words = following.cut(text)
        years = _years().match(words) or (is_date(text, following) and _dated_after(text, parts, end + 2))
        if not years and (
            is_date(text, following)
            or is_place(words)
            or pattern("number").fullmatch(words)
            or is_place(re.sub(r"\s(?:1[5-9]|20)\d\d$", "", words))
            or _glued_volume().search(words)
            or _names_venue(words, parts, end + 1)
            or re.match(
                r"(?:pp?|pages?|vol|no)\b\.?\s*\d|[\d(\[]|(?:retrieved|accessed|last|updated|reviewed|revised)\b",
                words,
                re.IGNORECASE,
            )
            or ((is_name(words) or offices().match(words)) and len(words.split()) <= 8)
            or (":" in words and len(words.partition(":")[0].split()) <= 2 and not words.startswith("and "))
        ):
            break
        end += 1
    return Span(parts[first].start, parts[end].end)


@cache
def _years() -> re.Pattern[str]:
    """Years that a title is about: "2004 to 2016: a cohort study", "1994-2010", "2003–2012 (2014)"."""
    return re.compile(
        r"(?:1[5-9]|20)\d\d(?:(?:/\d{2,4})?:\s|\s?[-–]\s?\d{2,4}\b|\s(?:to|and|through)\s(?:1[5-9]|20)\d\d\b|\s*\((?:1[5-9]|20)\d\d\)$)"
    )


@cache
def _glued_volume() -> re.Pattern[str]:
    """As in "Clin Psychol Rev 2009;29"."""
    return re.compile(r"\s(?:1[5-9]|20)\d\d\s?;\s?\d")


def _dated_after(text: str, parts: list[Span], first: int) -> bool:
    """Whether a year stands in a later part: then a date before it belongs to the title."""
    return any(re.search(r"\b(?:1[5-9]|20)\d\d\.?$", part.cut(text)) for part in parts[first : first + 3])


def _names_venue(words: str, parts: list[Span], at: int) -> bool:
    """Whether a part late in a line names what the work came out in; "Review" ends many a title."""
    if is_venue(words):
        return is_meeting(words) or (len(words.split()) > 1 and not re.search(r"\breview\b", words, re.IGNORECASE))
    tokens = words.split()
    return (
        at >= len(parts) - 2
        and len(tokens) >= 3
        and all(t[0].isupper() for t in tokens)
        and not work_words().search(tokens[-1])
        and not names_people(words)
    )
