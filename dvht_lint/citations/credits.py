"""Credits inside a sentence, and references back: "A 2013 Fordham University study found", "Ibid., p. 4"."""

from __future__ import annotations

import re
from functools import cache

from dvht_lint.citations.names import parse_names
from dvht_lint.citations.reading import Reading
from dvht_lint.text import Span

__all__ = ["read_back_reference", "read_credit"]

_NAME = r"[A-Z][\w.&’'-]*(?:\s+(?:(?:of|for|on|in|and|&|to|the|against|de|des)\s+)*[A-Z][\w.&’'-]*)*"
_GENRE = r"(?:study|survey|report|analysis|review|poll|investigation|evaluation|assessment|paper|census|estimates?|data|figures|statistics|research)"


@cache
def _credits() -> tuple[re.Pattern[str], ...]:
    year, second = (rf"(?P<{name}>(?:1[5-9]|20)\d\d)" for name in ("year", "year2"))
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"^(?:[Aa]n?|[Tt]he|[Ii]n a|[Ii]n an)\s+{year}\s+(?:(?:\w+\s+){{0,2}}?)(?P<who>{_NAME})\s+(?P<genre>{_GENRE})\b",
            rf"^(?:[Aa]n?|[Tt]he)\s+{year}\s+(?P<genre>{_GENRE})\s+(?:by|from|of)\s+(?:the\s+)?(?P<who>{_NAME})",
            rf"^(?:[Aa]n?|[Tt]he)\s+(?P<genre>{_GENRE})\s+(?:by|from|of)\s+(?:the\s+)?(?P<who>{_NAME})(?:\s+(?:published\s+)?in\s+{year}|\s+\({second}\))?",
            rf"^[Aa]ccording to\s+(?:(?:an?|the)\s+)?(?:{year}\s+)?(?:[a-z]\w*\s+)?(?:(?P<genre>{_GENRE})\s+(?:by|from|of)\s+(?:the\s+)?)?(?P<who>{_NAME})(?:\s+\({second}\))?",
            rf"^(?P<who>{_NAME})(?<![’']s)\s+(?:estimate[sd]?|report(?:s|ed)|found|finds|says|said|notes|noted|states|stated)\b(?:\s+in\s+{year})?",
        )
    )


def read_credit(text: str, region: Span) -> Reading | None:
    """A body credited in running prose: author, year and what sort of work, or None."""
    for pattern in _credits():
        match = pattern.match(region.cut(text))
        if match and not re.search(r"[a-z]\.\s", match["who"]):
            groups = match.groupdict()
            reading = Reading()
            reading.put("author", parse_names(match["who"]), Span(*match.span("who")).shift(region.start))
            for year in ("year", "year2"):
                if groups.get(year):
                    span = Span(*match.span(year)).shift(region.start)
                    reading.put("issued", {"date-parts": [[int(groups[year])]]}, span)
            if groups.get("genre"):
                reading.put("genre", groups["genre"], Span(*match.span("genre")).shift(region.start))
            return reading
    return None


@cache
def _back() -> re.Pattern[str]:
    locator = r"(?:[,.]?\s*(?:at\s+)?(?:pp?\.?\s*)?(?P<page>\d+(?:\s?[-–]\s?\d+)?))?[.\s]*"
    return re.compile(
        rf"(?P<ibid>(?:ibid(?:em)?|id)\b\.?){locator}"
        rf"|(?P<who>[^\d,.()]{{2,80}}(?:\set al\.?)?),?\s+(?P<same>supra(?:\s+(?:at\s+)?(?:note|n\.)\s*\d+)?|op\.\s*cit\.|loc\.\s*cit\.){locator.replace('page', 'page2')}",
        re.IGNORECASE,
    )


def read_back_reference(text: str, region: Span) -> Reading | None:
    """As in "Ibid., 14", "Dabby, op. cit., p. 4", "Dabby, supra note 3, at 5": `short-form` says which kind it is."""
    match = _back().fullmatch(region.cut(text))
    if not match:
        return None
    reading = Reading()
    reading.put("short-form", "ibid" if match["ibid"] else "supra", region)
    if match["who"]:
        reading.put("author", parse_names(match["who"]), Span(*match.span("who")).shift(region.start))
    for page in ("page", "page2"):
        if match[page]:
            reading.put("page", match[page], Span(*match.span(page)).shift(region.start))
    return reading
