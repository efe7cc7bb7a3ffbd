"""Periodicals with their volume, issue and pages, in every style: "Lancet. 2002;359(9314):1331-6", "*JAMA*, 169, 2015"."""

from __future__ import annotations

import re
from functools import cache

from dvht_lint.citations.details import PAGES, read_detail
from dvht_lint.citations.places import is_place
from dvht_lint.citations.reading import Reading
from dvht_lint.citations.venues import is_venue
from dvht_lint.citations.words import has_body_noun
from dvht_lint.text import Span

__all__ = ["read_periodical"]

_LONGEST = 400
"""Characters of a region that may be a periodical and its numbers and nothing else."""


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """The whole of a region: "Journal, 12(3), 45-67", "Journal 12, no. 3: 45", "Journal;12(3):45", "12 Journal 45", "Journal: 45-67"."""
    issue = r"(?:\((?:[Nn]o\.?\s*)?(?P<issue>[^()]{1,20})\)|[,.]?\s*(?:no|nr|issue|iss)\b\.?\s*(?P<issue2>[\w/–-]+))?"
    return tuple(
        re.compile(form, re.IGNORECASE)
        for form in (
            (
                rf"^(?P<container>[^\d.;:][^;:]*?)[,.]?\s+(?:vol(?:ume|\.)?\s*)?(?P<volume>\d+[A-Z]?)\s*{issue}"
                rf"\s*(?:(?:[,:.]|\s)+(?:pp?\.?\s*|art(?:icle|\.)\s*)?(?P<page>{PAGES}))?[\s,.:;]*$"
            ),
            (
                r"^(?P<container>[^\d;:]*?)[,.]?\s*(?P<mark>;)\s*(?P<volume>\d+[A-Z]?)\s*(?:\((?:[Nn]o\.?\s*)?(?P<issue>[^()]{1,20})\))?"
                rf"\s*(?::\s*(?P<page>{PAGES}))?[\s,.:;]*$"
            ),
            r"^(?P<volume>\d{1,4})\s*(?:\((?P<issue>\d{1,4})\))?\s+(?P<container>[A-Z][^\d;:]{2,80}?)\s+(?P<page>\d{1,5})[\s,.]*$",
            rf"^(?P<container>[^\d;:]+?)[,.]?\s*:\s*(?P<page>{PAGES})[\s,.]*$",
        )
    )


def read_periodical(text: str, region: Span, italic: Span | None, reading: Reading) -> bool:
    """Read a periodical with its volume, issue and pages; an italic name may stand without them."""
    for form in _forms() if len(region) < _LONGEST else ():
        match = form.match(region.cut(text))
        if match and _is_read(match, italic, reading):
            groups = match.groupdict()
            reading.put_text("container-title", text, Span(*match.span("container")).shift(region.start))
            for group in ("volume", "issue", "issue2", "page"):
                if groups.get(group):
                    reading.put(group.strip("2"), groups[group], Span(*match.span(group)).shift(region.start))
            return True
    if italic is None or "container-title" in reading:
        return False
    reading.put_text("container-title", text, italic)
    rest = Span(min(italic.end, region.end), region.end)
    for name in ("volume", "issue", "pages", "colon-pages"):
        text = read_detail(text, rest, name, reading)
    bare = re.compile(rf"[\s,]*({PAGES})\s*\.?$").match(text, rest.start, rest.end)
    if bare:
        reading.put("page", bare[1], Span(*bare.span(1)))
    return True


def _is_read(match: re.Match[str], italic: Span | None, reading: Reading) -> bool:
    """Whether the numbers are a periodical's: more than a volume, or a volume after what must be one."""
    groups = match.groupdict()
    container = groups["container"].strip(" ,.")
    if ":" in container or is_place(container) or not container:
        return False
    if groups.get("issue") or groups.get("issue2") or groups.get("page") or groups.get("mark") or italic:
        return True
    people = any("family" in name for name in reading.fields.get("author", ()))
    return len(groups["volume"]) <= 4 and (is_venue(container) or (people and not has_body_noun(container)))
