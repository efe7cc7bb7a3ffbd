"""Code frames: the lines of a file around a span, the span underlined.

Lines of prose run to hundreds of characters, so a frame shows a window of the line: the span with the
words around it, cut at words.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from dvht_lint.diagnostic import Region
from dvht_lint.records import record
from dvht_lint.reports.terminal import Cell, Paint, cells
from dvht_lint.text import Place, SourceText

__all__ = ["Frame", "frame", "line_frame", "near"]

_CUT = "…"
_ROWS = 4  # of one line whose span alone is wider than the terminal
_LINES = 3  # of a span of many lines
_REACH = 500  # code points to either side of a span's start: as much as four rows show


@record(frozen=True, slots=True)
class Frame:
    """How frames are drawn: cells across, the gutter's width, colours, the underline and its style."""

    width: int
    gutter: int
    paint: Paint
    mark: str = "^"
    style: str = "error"
    sign: str = "|"

    def row(self, number: int | str, text: str) -> str:
        """A line with its number in the gutter."""
        sign = self.paint(f"{number:>{self.gutter}} {self.sign}", "blue")
        return f"{sign} {text}".rstrip()

    def under(self, text: str) -> str:
        """A line below a numbered one."""
        bar = self.paint(f"{'':>{self.gutter}} |", "blue")
        return f"{bar} {text}".rstrip()


def frame(source: SourceText, region: Region, look: Frame) -> Iterator[str]:
    """The lines of a region, underlined; of a long region the first lines and the last."""
    first, last = region.start.line, region.end.line
    if last > first and region.end.column == 1:
        last -= 1
    numbers = [*range(first, last + 1)]
    if len(numbers) > _LINES + 1:
        numbers = [*range(first, first + _LINES - 1), 0, last]
    for number in numbers:
        if number == 0:
            yield look.row("...", "")
            continue
        start, end = region.start.column - 1 if number == first else 0, None
        if number == region.end.line:
            end = region.end.column - 1
        line, skipped = near(source, number, start)
        indent = 0 if number == first else len(line) - len(line.lstrip())
        end = len(line) if end is None else min(end - skipped, len(line))
        yield from line_frame(line, number, min(start - skipped + indent, len(line)), end, look)


def near(source: SourceText, number: int, column: int) -> tuple[str, int]:
    """The part of a line that a frame can show round a 0-based column, and how much of the line stands before it.

    A file may be one line of many megabytes; a finding must not cost a copy of it.
    """
    start = source.offset(Place(number, 1))
    end = source.offset(Place(number + 1, 1))
    at = start + column
    cut = max(start, at - _REACH)
    return source.text[cut : min(end, at + _REACH)].rstrip("\r\n"), cut - start


def line_frame(line: str, number: int, start: int, end: int, look: Frame) -> Iterator[str]:
    """One line with its code points `start` to `end` underlined; an empty span has one mark."""
    shown = cells(line)
    room = max(look.width - look.gutter - 3, 20)
    for position, (left, right) in enumerate(_windows(shown, start, end, room)):
        before = _CUT if left > 0 else ""
        after = _CUT if right < len(shown) else ""
        text, marks = before, " " * len(before)
        for marked, run in groupby(shown[left:right], lambda cell: start <= cell.index < end):
            stretch = [*run]
            part = "".join(cell.text for cell in stretch)
            text += look.paint(part, look.style) if marked else part
            marks += (look.mark if marked else " ") * sum(cell.width for cell in stretch)
        if start >= end:
            width = sum(c.width for c in shown[left:right] if c.index < start) + len(before)
            marks = " " * width + look.mark
        yield look.row(number if position == 0 else "", text + after)
        yield look.under(look.paint(marks.rstrip(), look.style))


def _windows(shown: list[Cell], start: int, end: int, room: int) -> Iterator[tuple[int, int]]:
    """The rows to show, as ranges of cells: the whole line, a window round the span, or the span's own rows."""
    if sum(c.width for c in shown) <= room:
        yield 0, len(shown)
        return
    room -= 2 * len(_CUT)
    first = next((i for i, c in enumerate(shown) if c.index >= start), len(shown))
    last = next((i for i, c in enumerate(shown) if c.index >= max(end, start)), len(shown))
    if sum(c.width for c in shown[first:last]) <= room:
        yield _around(shown, first, last, room)
        return
    for _ in range(_ROWS):
        cut = _fit(shown, first, last, room)
        yield first, cut
        first = cut
        if first >= last:
            return


def _around(shown: list[Cell], first: int, last: int, room: int) -> tuple[int, int]:
    """A window of at most `room` cells that holds the span, two fifths of the rest before it, cut at words."""
    room -= sum(c.width for c in shown[first:last])
    after = sum(c.width for c in shown[last:])
    left = _reach(shown, first, -1, max(room * 2 // 5, room - after))
    room -= sum(c.width for c in shown[left:first])
    right = _reach(shown, last, 1, room)
    if left > 0:
        left = next((i for i in range(left, first) if shown[i - 1].text == " "), left)
    if right < len(shown):
        right = next((i for i in range(right, last, -1) if shown[i].text == " "), right)
    return left, right


def _reach(shown: list[Cell], index: int, step: int, room: int) -> int:
    """How far a window may reach from a boundary, in cells before (`step` -1) or after it (1)."""
    while True:
        following = index - 1 if step < 0 else index
        if not 0 <= following < len(shown) or shown[following].width > room:
            return index
        room -= shown[following].width
        index += step


def _fit(shown: list[Cell], first: int, last: int, room: int) -> int:
    """Where a row that begins at `first` must end: after the last whole word that fits."""
    cut = min(_reach(shown, first, 1, room), last)
    if cut >= last:
        return last
    return next((i for i in range(cut, first, -1) if shown[i - 1].text == " "), cut)
