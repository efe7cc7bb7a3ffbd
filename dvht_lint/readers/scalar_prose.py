"""The prose of a YAML, JSON or CSV value, every character with its place in the file.

Folding, quoting and escaping vanish from the text. A line break inside a value is one space, as it is in
Markdown: how somebody wrapped a sentence says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from dvht_lint.readers.nodes import Scalar
from dvht_lint.text import Piece, Prose, ProseBuilder, Span

__all__ = ["scalar_prose"]

_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)+")
_HEADER = re.compile(r"[|>][^\r\n]*(?:\r\n|\r|\n|$)")
_LINE = re.compile(r"[^\r\n]+")
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9A-Fa-f]{2}\\u[dD][c-fC-F][0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|x[0-9A-Fa-f]{2}|[^\r\n])"
)
_ESCAPED = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


def scalar_prose(scalar: Scalar, text: str) -> Prose:
    """The prose of a scalar that was read from `text`; the empty prose for a null."""
    if scalar.value is None:
        return Prose("")
    value = str(scalar.value)
    start, end = _content(scalar, text)
    if text[start:end] == value and "\n" not in value:
        if value.isascii() and value.isprintable() and value == value.strip():
            # Most values: nothing to leave out, one piece.
            return Prose(value, (Piece(Span(0, len(value)), Span(start, end), verbatim=True),))
        return Prose.verbatim(value, start).strip()
    builder = ProseBuilder()
    for at, stop, joined in _lines(scalar.style, text, start, end):
        if builder.length and joined is not None:
            builder.replace(" ", Span(joined, at))
        _add_line(builder, scalar.style, text, at, stop)
    prose = builder.build().strip()
    # The parser's word counts; where it was not followed, the whole value maps as one piece.
    return prose if _letters(prose.plain) == _letters(Prose.verbatim(value).plain) else _whole(value, start, end)


def _content(scalar: Scalar, text: str) -> tuple[int, int]:
    """Where the characters of a scalar stand, without anchor, tag, quotes and block header."""
    start, end = scalar.start, scalar.end
    match = _PROPERTIES.match(text, start, end) if text[start : start + 1] in {"&", "!"} else None
    start = match.end() if match else start
    if scalar.style in {'"', "'"}:
        return start + 1, end - 1
    if scalar.style in {"|", ">"}:
        header = _HEADER.match(text, start, end)
        return (header.end() if header else start), end
    return start, end


def _lines(style: str, text: str, start: int, end: int) -> Iterator[tuple[int, int, int | None]]:
    """Each line with its indentation and trailing space stripped, and where the one before it ended.

    That is None where a backslash at the end of a double-quoted line joins the two without a space.
    """
    before: int | None = start
    for match in _LINE.finditer(text, start, end):
        line = match[0]
        at = match.start() + len(line) - len(line.lstrip(" \t"))
        if style == '"' and _continues(line) and match.end() < end:
            yield at, match.end() - 1, before
            before = None
            continue
        stop = match.start() + len(line.rstrip(" \t"))
        if at < stop:
            yield at, stop, before
            before = stop


def _continues(line: str) -> bool:
    return (len(line) - len(line.rstrip("\\"))) % 2 == 1


def _add_line(builder: ProseBuilder, style: str, text: str, start: int, end: int) -> None:
    if style == '"':
        _add_escaped(builder, text, start, end)
    elif style in {"'", "''", '""'}:
        _add_doubled(builder, text, start, end, style[0])
    else:
        builder.add(text[start:end], start)


def _add_doubled(builder: ProseBuilder, text: str, start: int, end: int, quote: str) -> None:
    at = text.find(quote * 2, start, end)
    while at >= 0:
        builder.add(text[start:at], start)
        builder.replace(quote, Span(at, at + 2))
        start = at + 2
        at = text.find(quote * 2, start, end)
    builder.add(text[start:end], start)


def _add_escaped(builder: ProseBuilder, text: str, start: int, end: int) -> None:
    for match in _ESCAPE.finditer(text, start, end):
        builder.add(text[start : match.start()], start)
        builder.replace(_unescaped(match[0]), Span(match.start(), match.end()))
        start = match.end()
    builder.add(text[start:end], start)


@lru_cache(maxsize=1024)
def _unescaped(escape: str) -> str:
    """The character an escape stands for, as prose has it: a space for every white space, nothing for a soft hyphen."""
    plain = Prose.verbatim(_character(escape)).plain
    return " " if plain.isspace() else plain


def _character(escape: str) -> str:
    kind = escape[1]
    if len(escape) == 12:
        high, low = int(escape[2:6], 16), int(escape[8:], 16)
        return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    if kind in "uUx" and len(escape) > 2:
        digits = escape[2:]
        code = int(digits, 16)
        return chr(code) if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else "\ufffd"
    return _ESCAPED.get(kind, kind)


def _letters(plain: str) -> str:
    return "".join(plain.split())


def _whole(value: str, start: int, end: int) -> Prose:
    builder = ProseBuilder()
    builder.replace(" ".join(Prose.verbatim(value).plain.split()), Span(start, end))
    return builder.build()
