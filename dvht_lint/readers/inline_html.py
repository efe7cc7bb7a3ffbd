"""What HTML's inline elements mean for prose, in HTML pages and in Markdown alike."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape

from dvht_lint.model import Comment
from dvht_lint.readers.inline import Inline
from dvht_lint.readers.link_places import href_place
from dvht_lint.text import MarkKind, Span

__all__ = ["HTML_ELEMENTS", "STRUCK", "comments", "end_inline", "read_tag", "start_inline"]

_MARKS = {
    "b": MarkKind.STRONG,
    "strong": MarkKind.STRONG,
    "em": MarkKind.EMPHASIS,
    "i": MarkKind.EMPHASIS,
    "cite": MarkKind.EMPHASIS,
    "code": MarkKind.CODE,
    "kbd": MarkKind.CODE,
    "samp": MarkKind.CODE,
    "ins": MarkKind.INSERTED,
    "a": MarkKind.LINK,
}
STRUCK = frozenset({"del", "s", "strike"})
"""The elements whose text is no longer part of the page's prose."""

_ELEMENTS = (
    "a abbr address area article aside audio b base bdi bdo big blockquote body br button canvas caption "
    "center cite code col colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset "
    "figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input "
    "ins kbd label legend li link main map mark menu meta meter nav noscript object ol optgroup option "
    "output p param picture pre progress q rp rt ruby s samp script search section select slot small "
    "source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead "
    "time title tr track tt u ul var video wbr "
)
HTML_ELEMENTS = frozenset(_ELEMENTS.split())
"""The elements of HTML. Anything else in angle brackets is the writer's: `<Name of program>` is a blank to fill in."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
_ATTRIBUTE = re.compile(r"([a-zA-Z_:][\w:.-]*)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+))")


def read_tag(markup: str) -> tuple[str, bool, dict[str, str]] | None:
    """The element, whether the tag closes it, and its attributes; None where the markup is no tag of HTML."""
    match = _TAG.match(markup)
    if not match or match[2].lower() not in HTML_ELEMENTS:
        return None
    attributes = {m[1].lower(): unescape(m[2] or m[3] or m[4] or "") for m in _ATTRIBUTE.finditer(markup, match.end())}
    return match[2].lower(), bool(match[1]), attributes


def start_inline(inline: Inline, element: str, attributes: Mapping[str, str | None], source: Span) -> None:
    """Apply a start tag, which stands at `source`, to the prose being collected."""
    if element == "br":
        inline.line_break(source)
    elif element == "q":
        inline.leaf("“", source)
    elif element == "sup":
        inline.raise_(source.start)
    elif element in STRUCK:
        inline.strike(source.start)
    elif element == "a":
        if target := (attributes.get("href") or "").strip():
            inline.open(MarkKind.LINK, target, href_place(inline.file, source, target))
    elif element in _MARKS:
        inline.open(_MARKS[element])


def end_inline(inline: Inline, element: str, source: Span) -> None:
    """Apply an end tag, which stands at `source`, to the prose being collected."""
    if element == "sup":
        inline.lower(source.end)
    elif element == "q":
        inline.leaf("”", source)
    elif element in STRUCK:
        inline.unstrike(source.end)
    elif element in _MARKS:
        inline.close(_MARKS[element])


def comments(text: str, span: Span) -> Iterator[Comment]:
    """The comments in a part of a file; their text is what stands between `<!--` and `-->`, spaces included."""
    at = text.find("<!--", span.start, span.end)
    while at >= 0:
        end = text.find("-->", at + 4, span.end)
        if end < 0:
            return
        yield Comment(text[at + 4 : end], Span(at, end + 3))
        at = text.find("<!--", end + 3, span.end)
