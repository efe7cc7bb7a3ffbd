"""Styles that mark the title and put the date last: Chicago notes and bibliographies, MLA, links.

"Jane Doe, *Title* (Place: Publisher, 2012), 45." · "Doe, Jane. “Article.” *Journal*, vol. 3, 2014, pp. 5-9."
"""

from __future__ import annotations

import re

from dvht_lint.citations.details import read_brackets
from dvht_lint.citations.entries import author_after, is_name, read_author, read_rest
from dvht_lint.citations.lines import read_line
from dvht_lint.citations.names import names_people
from dvht_lint.citations.reading import Reading, trim
from dvht_lint.citations.titles import quoted
from dvht_lint.text import Span

__all__ = ["read_note"]


def read_note(text: str, region: Span, italics: list[Span], links: list[Span]) -> Reading:
    """The citation by its title (in quotation marks, in italics, a link's text), else by its punctuation."""
    region = trim(text, region)
    reading = Reading()
    title = _marked_title(text, region, italics, links)
    if title is None:
        read_line(text, region, reading)
        return reading
    read_author(text, trim(text, Span(region.start, title.start), ' \t\n.,;:"“‘'), reading)
    end = title.end
    cut = read_brackets(text, title, reading)
    reading.put_text("title", text, trim(cut, title))
    rest = trim(text, Span(end, region.end), " \t\n.,;:\"”’'")
    read_rest(text, rest, [s for s in italics if s.start >= rest.start], reading)
    if "author" not in reading and "editor" not in reading:
        author_after(reading)
    return reading


def _marked_title(text: str, region: Span, italics: list[Span], links: list[Span]) -> Span | None:
    quote = quoted(text, region)
    italic = next((s for s in italics if s.start < region.end and s.end > region.start), None)
    if quote and re.match(r"\W?:", text[quote.end : quote.end + 2]):
        quote = None  # "“What are you doing here?”: Police abuses", whose title goes on
    if quote and (italic is None or quote.start <= italic.start):
        return quote
    if italic:
        return italic
    for link in links:
        words = link.cut(text).strip()
        if len(words.split()) > 1 and not names_people(words) and not is_name(words):
            return link
    return None
