"""The prose of PDF pages, read from the places of their characters.

A PDF has neither words nor lines. The library gives characters in the order they were drawn, which keeps columns
apart; lines are made of those that share a base line. A small character above the base line is a note mark or an
exponent, never a digit of the figure before it. A word that a line end divides is joined again.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from math import hypot
from statistics import median
from typing import Any

from dvht_lint.errors import MissingExtraError, UnreadableError
from dvht_lint.model import BlockKind
from dvht_lint.readers.inline import Inline
from dvht_lint.readers.leaves import Leaf, leaf_blocks
from dvht_lint.records import record
from dvht_lint.text import Prose, Span

__all__ = ["pdf_pages"]

_HYPHEN = "\x02"  # What the library gives for a hyphen that divides a word at a line end.
_SMALL = 0.88  # Note marks are set in 58 to 80 percent of the size of the text.
_PAGE_NUMBER = re.compile(
    r"[-–—|\s]*(?:page\s+)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?[-–—|\s]*", re.IGNORECASE
)
_ENDS = re.compile(r"[.!?:;][\"'”’)\]\d]*\s*$")
_RUNS_ON = re.compile(r"(?:\d[-–]|\S—)$")
_COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_LIGATURES = {ord(c): unicodedata.normalize("NFKC", c) for c in "ﬀﬁﬂﬃﬄﬅﬆ"}


@dataclass(slots=True)
class _Line:
    """Characters that share a base line; heights and places are in points."""

    baseline: float
    height: float
    right: float
    last: float
    """Where the last character begins; the letters of a ligature begin at one place."""
    characters: list[tuple[str, bool]] = field(default_factory=list)
    """Each character, and whether it is raised."""

    @property
    def text(self) -> str:
        return "".join(character for character, _ in self.characters)


@record(frozen=True, slots=True)
class _Glyph:
    character: str
    generated: bool
    x: float
    y: float
    right: float
    height: float


def pdf_pages(path: str, data: bytes) -> Iterator[tuple[str, str, tuple[Prose, ...]]]:
    """The label, the text and the paragraphs of each page.

    Raises `UnreadableError` where the file is broken, protected or without text, `MissingExtraError` where the
    library is not installed.
    """
    try:
        import pypdfium2
    except ImportError as error:
        raise MissingExtraError("reading PDF", "pdf") from error
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(f"{path}: the PDF cannot be opened: {error}") from error
    try:
        labels = [document.get_page_label(index) or str(index + 1) for index in range(len(document))]
        pages = [_lines(_glyphs(document, index)) for index in range(len(document))]
    finally:
        document.close()
    if not any(pages):
        raise UnreadableError(f"{path}: the PDF holds no text; it may be a scan")
    running = _running_lines(pages)
    compounds = frozenset(word.lower() for lines in pages for line in lines for word in _COMPOUND.findall(line.text))
    for label, lines in zip(labels, pages, strict=True):
        yield (label, *_prose(_without_margins(lines, running), compounds))


# --- characters and lines ------------------------------------------------------------------------------


def _glyphs(document: Any, index: int) -> Iterator[_Glyph]:
    """The characters of a page in the order they were drawn."""
    from ctypes import c_double

    from pypdfium2 import raw

    page = document[index]
    text = page.get_textpage()
    x, y, box, matrix = c_double(), c_double(), raw.FS_RECTF(), raw.FS_MATRIX()
    for at in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, at)
        raw.FPDFText_GetCharOrigin(text, at, x, y)
        raw.FPDFText_GetLooseCharBox(text, at, box)
        raw.FPDFText_GetMatrix(text, at, matrix)
        # The box may hug the character; the size of the type, scaled as it is drawn, tells what is small.
        size = raw.FPDFText_GetFontSize(text, at) * hypot(matrix.c, matrix.d)
        character = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
        generated = bool(raw.FPDFText_IsGenerated(text, at))
        yield _Glyph(character, generated, x.value, y.value, box.right, size)
    text.close()
    page.close()


def _lines(glyphs: Iterable[_Glyph]) -> list[_Line]:
    lines: list[_Line] = []
    gap = False
    for glyph in glyphs:
        if glyph.generated or not glyph.character or glyph.character in "\r\n":
            gap = True
            continue
        line = lines[-1] if lines else None
        if line is None or not _continues(line, glyph):
            line = _Line(glyph.y, glyph.height, glyph.x, glyph.x)
            lines.append(line)
        elif gap and glyph.x - line.right > 0.15 * line.height and not line.text[-1:].isspace():
            line.characters.append((" ", False))
        _put(line, glyph)
        gap = False
    return [line for line in lines if line.text.strip()]


def _continues(line: _Line, glyph: _Glyph) -> bool:
    """Whether a character stands on a line: on its base line or, where one is small, near it; and not far from its end."""
    height = max(line.height, glyph.height)
    if min(line.height, glyph.height) >= _SMALL * height and abs(glyph.y - line.baseline) > 0.25 * height:
        return False
    ahead = glyph.x > line.last - 0.5 * height and glyph.x - line.right < 3 * height
    return ahead and abs(glyph.y - line.baseline) < 0.6 * height


def _put(line: _Line, glyph: _Glyph) -> None:
    small = glyph.height < _SMALL * line.height
    above = glyph.y - line.baseline
    raised = small and above > 0.1 * line.height
    if line.height < _SMALL * glyph.height and above < 0 and not raised:
        # The line began with a note mark; here is its true base line.
        line.characters = [(character, not character.isspace()) for character, _ in line.characters]
        line.baseline, line.height = glyph.y, glyph.height
    line.characters.append((glyph.character, raised and not glyph.character.isspace()))
    line.right, line.last = max(glyph.right, glyph.x), glyph.x


# --- what is no prose of the page ----------------------------------------------------------------------


def _without_number(line: _Line) -> str:
    """The text of a line without the page number that it may begin or end with."""
    return re.sub(r"^\d+\b|\b\d+$", "", line.text.strip()).strip()


def _running_lines(pages: Sequence[Sequence[_Line]]) -> frozenset[str]:
    """First and last lines that come again on at least three pages, and on a tenth of all: running heads."""
    seen: Counter[str] = Counter()
    for lines in pages:
        seen.update({_without_number(line) for line in (*lines[:2], *lines[-2:])} - {""})
    least = max(3, len(pages) // 10)
    return frozenset(text for text, count in seen.items() if count >= least)


def _without_margins(lines: list[_Line], running: frozenset[str]) -> list[_Line]:
    for _ in range(2):
        if lines and _is_margin(lines[0], lines[1:2], running):
            lines = lines[1:]
        if lines and _is_margin(lines[-1], lines[-2:-1], running):
            lines = lines[:-1]
    return lines


def _is_margin(line: _Line, neighbour: list[_Line], running: frozenset[str]) -> bool:
    """Whether a line is a running head, or a page number that stands apart."""
    if _without_number(line) in running:
        return True
    apart = not neighbour or abs(neighbour[0].baseline - line.baseline) > 1.8 * line.height
    return apart and bool(_PAGE_NUMBER.fullmatch(line.text.strip()))


# --- paragraphs ------------------------------------------------------------------------------------------


def _prose(lines: list[_Line], compounds: frozenset[str]) -> tuple[str, tuple[Prose, ...]]:
    """The text of a page, one line a line, and its paragraphs."""
    texts = [line.text.replace(_HYPHEN, "-") for line in lines]
    text = "\n".join(texts)
    starts = [0]
    for part in texts:
        starts.append(starts[-1] + len(part) + 1)
    found: list[Prose] = []
    for first, last in _paragraphs(lines):
        leaf = Leaf(BlockKind.PARAGRAPH, Inline(text), starts[first], starts[last] - 1)
        for index in range(first, last):
            _fill(leaf.inline, lines[index], starts[index], lines[index + 1] if index + 1 < last else None, compounds)
        blocks, _ = leaf_blocks(leaf, text, 0, pandoc=False)
        found.extend(block.prose for block in blocks)
    return text, tuple(found)


def _paragraphs(lines: Sequence[_Line]) -> Iterator[tuple[int, int]]:
    """The first line of each paragraph and the line after its last."""
    drops = [a.baseline - b.baseline for a, b in pairwise(lines) if a.baseline > b.baseline]
    leading = median(drops) if drops else 0.0
    first = 0
    for index in range(1, len(lines)):
        if _begins(lines[index - 1], lines[index], leading):
            yield first, index
            first = index
    if lines:
        yield first, len(lines)


def _begins(before: _Line, line: _Line, leading: float) -> bool:
    """Whether a line begins a paragraph: a note's mark, other type, a wider gap, or a jump after a full stop."""
    text = line.text.strip()
    if line.characters[0][1] or text.startswith(("•", "▪", "●", "‣")):
        return True
    if before.text.endswith(_HYPHEN) or (text[:1].islower() and not _ENDS.search(before.text)):
        return False
    drop = before.baseline - line.baseline
    if abs(line.height - before.height) > 0.12 * before.height:
        return True
    return drop > 1.35 * leading or (drop < 0 and bool(_ENDS.search(before.text)))


def _fill(inline: Inline, line: _Line, start: int, following: _Line | None, compounds: frozenset[str]) -> None:
    """Add a line to its paragraph; a word that goes on in the line that follows loses its hyphen."""
    divided = following is not None and line.text.endswith(_HYPHEN)
    joined = divided and following is not None and _is_joined(line.text, following.text, compounds)
    at = start
    for (is_raised, kind), group in groupby(line.characters[: -1 if joined else None], key=_style):
        text = "".join(character for character, _ in group)
        where = Span(at, at + len(text))
        at = where.end
        if is_raised:
            inline.raise_(where.start)
        if kind:
            inline.leaf("-" if kind == _HYPHEN else kind.translate(_LIGATURES), where)
        else:
            inline.leaf(text, where)
        if is_raised:
            inline.lower(where.end)
    runs_on = divided or (following is not None and bool(_RUNS_ON.search(line.text)) and following.text[:1].isalnum())
    if following is not None and not runs_on:
        inline.line_break(Span(at, at + 1))


def _style(character: tuple[str, bool]) -> tuple[bool, str]:
    """What tells a run of characters from the next: whether it is raised, and a character that is read as another."""
    return character[1], character[0] if character[0] == _HYPHEN or ord(character[0]) in _LIGATURES else ""


def _is_joined(line: str, following: str, compounds: frozenset[str]) -> bool:
    """Whether a hyphen at a line end only divides a word: "2007-" and "victim-" of "victim-centered" keep theirs."""
    before, after = _LAST_WORD.search(line[:-1]), _FIRST_WORD.match(following.lstrip())
    if not before or not after:
        return False
    return f"{before[0]}-{after[0]}".lower() not in compounds
