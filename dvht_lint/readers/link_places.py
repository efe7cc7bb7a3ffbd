"""Where the target of a link stands in the file: in the link itself, in a definition, in an attribute.

A place is told only where the file has the target as it reads: what is escaped there cannot be edited by its place.
"""

from __future__ import annotations

import re
from functools import cached_property

from dvht_lint.text import Span

__all__ = ["LinkPlaces", "href_place"]

_DEFINITION = re.compile(r"^[ >\t]{0,12}\[((?:[^\[\]\\]|\\.){1,999})\]:[ \t]*\r?\n?[ \t]*<?([^\s<>]+)", re.MULTILINE)
_LONE_RETURN = re.compile(r"\r(?!\n)")
_HREF = re.compile(r"\shref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+))", re.IGNORECASE)
_BY_DEFINITION = frozenset({"Reference", "Collapsed", "Shortcut"})


class LinkPlaces:
    """The places of the targets of one Markdown text's links."""

    def __init__(self, text: str) -> None:
        """Look for targets in the text of a file."""
        self._text = text

    def of(self, link: Span, target: str, kind: str, label: str) -> Span | None:
        """The place of the target of a link, of the parser's kind of link, that names this label; None if not told."""
        if not target:
            return None
        if kind in _BY_DEFINITION:
            place = self._definitions.get(_folded(label))
            return place if place and place.cut(self._text) == target else None
        return self._inside(link, target)

    def _inside(self, link: Span, target: str) -> Span | None:
        """The last place in the link that holds the target and follows `](`, or the `<` of an automatic link."""
        at = self._text.rfind(target, link.start, link.end)
        while at >= 0:
            before = self._text[max(link.start, at - 20) : at].rstrip(" \t\r\n")
            if before.endswith(("](", "](<")) or at == link.start + 1:
                return Span(at, at + len(target))
            at = self._text.rfind(target, link.start, at + len(target) - 1)
        return None

    @cached_property
    def _definitions(self) -> dict[str, Span]:
        places: dict[str, Span] = {}
        for match in _DEFINITION.finditer(_LONE_RETURN.sub("\n", self._text)):
            places.setdefault(_folded(match[1]), Span(*match.span(2)))
        return places


def href_place(text: str, tag: Span, target: str) -> Span | None:
    """The place of the `href` of a start tag that stands at `tag`; None where it does not read as the target does."""
    for match in _HREF.finditer(text, tag.start, tag.end):
        at = text.find(target, match.start(match.lastindex or 0), match.end())
        if target and at >= 0 and match[match.lastindex or 0].strip() == target:
            return Span(at, at + len(target))
    return None


def _folded(label: str) -> str:
    return " ".join(label.split()).casefold()
