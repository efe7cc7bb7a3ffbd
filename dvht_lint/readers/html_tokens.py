"""HTML as tokens with exact places.

The standard library's parser is not used: in the Python versions we support it takes quadratic time on unclosed
markup. This one reads each character once, keeps every offset, and never fails: what is no markup is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from enum import Enum
from html import unescape

from dvht_lint.records import record
from dvht_lint.text import Span

__all__ = ["Token", "TokenKind", "tokens"]


class TokenKind(Enum):
    """What a token is."""

    TEXT = 1
    REFERENCE = 2
    START = 3
    END = 4
    COMMENT = 5


@record(frozen=True, slots=True)
class Token:
    """A run of text, a character reference (`text` is what it stands for), a tag or a comment, at its place."""

    kind: TokenKind
    span: Span
    text: str = ""
    attributes: dict[str, str] = field(default_factory=dict)

    @property
    def is_tag(self) -> bool:
        """Whether it is the tag of an element; `text` is the element's name."""
        return self.kind is TokenKind.START or self.kind is TokenKind.END


_MARKUP = re.compile(r"[<&]")
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)((?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)>")
_BROKEN_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)([^>]*+)>")
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?")
_REFERENCE = re.compile(r"&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})


def tokens(text: str, span: Span) -> Iterator[Token]:
    """The tokens of a part of a file, in order; what stands in scripts, styles and the like is left out."""
    at = begun = span.start
    last_close = text.rfind(">", span.start, span.end)
    while (found := _MARKUP.search(text, at, span.end)) is not None:
        at = found.start()
        if text[at] == "<":
            token = _tag(text, at, span.end) if at < last_close else None
        else:
            token = _reference(text, at, span.end)
        if token is None:
            at += 1
            continue
        if begun < at:
            yield Token(TokenKind.TEXT, Span(begun, at), text[begun:at])
        yield token
        at = token.span.end
        if token.kind is TokenKind.START and token.text in _RAW:
            at = _end_of_raw(text, token, span.end)
        begun = at
    if begun < span.end:
        yield Token(TokenKind.TEXT, Span(begun, span.end), text[begun : span.end])


def _tag(text: str, at: int, end: int) -> Token | None:
    if text.startswith(("<!", "<?"), at):
        return _declaration(text, at, end)
    match = _TAG.match(text, at, end) or _BROKEN_TAG.match(text, at, end)
    if not match:
        return None
    where = Span(at, match.end())
    if match[1]:
        return Token(TokenKind.END, where, match[2].lower())
    attributes: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(match[3]):
        attributes.setdefault(name.lower(), unescape(double or single or bare))
    return Token(TokenKind.START, where, match[2].lower(), attributes)


def _declaration(text: str, at: int, end: int) -> Token | None:
    """A comment, a doctype, a CDATA section or a processing instruction; only comments have a text."""
    if not text.startswith("<!--", at):
        close = text.find(">", at, end)
        return Token(TokenKind.COMMENT, Span(at, close + 1)) if close >= 0 else None
    close = text.find("-->", at + 4, end)
    if close < 0:
        # As browsers do: an unclosed comment runs to the end of the page.
        return Token(TokenKind.COMMENT, Span(at, end), text[at + 4 : end])
    return Token(TokenKind.COMMENT, Span(at, close + 3), text[at + 4 : close])


def _reference(text: str, at: int, end: int) -> Token | None:
    match = _REFERENCE.match(text, at, end)
    if not match:
        return None
    value = unescape(match[0])
    if value == match[0]:
        return None
    # An unknown name may begin with a known one (`&notit;`): what the standard leaves as text is part of the unit.
    return Token(TokenKind.REFERENCE, Span(at, match.end()), value)


def _end_of_raw(text: str, start: Token, end: int) -> int:
    close = re.compile(rf"</{re.escape(start.text)}(?=[\s/>])", re.IGNORECASE).search(text, start.span.end, end)
    return close.start() if close else end
