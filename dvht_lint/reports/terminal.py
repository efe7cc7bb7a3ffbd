"""What a terminal can show: colours, and how many cells a character takes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from dvht_lint.reports.phrases import one_line

__all__ = ["Cell", "Paint", "cells", "text_width", "wrap"]

_CODES = {
    "bold": "1",
    "dim": "2",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "blue": "34",
    "cyan": "36",
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
}
_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_TAB = 4


class Paint:
    """Colours a text, or leaves it as it is where colours are off."""

    def __init__(self, on: bool) -> None:
        """Colours are the door's decision: NO_COLOR, a pipe, `--color`."""
        self.on = on

    def __call__(self, text: str, style: str) -> str:
        """The text in a style: a colour, `bold`, `dim` or a severity."""
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if self.on and text else text


@dataclass(slots=True)
class Cell:
    """One character as shown, with all that combines with it; `index` is its first code point's in the line."""

    text: str
    width: int
    index: int


def cells(line: str) -> list[Cell]:
    """A line as it is shown: tabs to the next stop, control characters as pictures, clusters kept together.

    Widths are those of UAX 11 (wide and full-width characters take two cells), with emoji sequences as one.
    """
    if line.isascii() and line.isprintable():
        return [Cell(char, 1, index) for index, char in enumerate(line)]
    shown: list[Cell] = []
    at = 0
    for index, char in enumerate(line):
        last = shown[-1] if shown else None
        if last and (last.text.endswith(_JOINER) or _combines(char)):
            last.text += char
            if char == _EMOJI_STYLE and last.width == 1:
                last.width, at = 2, at + 1
            continue
        if char == "\t":
            width = _TAB - at % _TAB
            cell = Cell(" " * width, width, index)
        else:
            cell = Cell(one_line(char), 2 if unicodedata.east_asian_width(char) in "WF" else 1, index)
        shown.append(cell)
        at += cell.width
    return shown


def _combines(char: str) -> bool:
    if char < "\u0300":
        return False
    return char == _JOINER or unicodedata.category(char) in ("Mn", "Me") or "\U0001f3fb" <= char <= "\U0001f3ff"


def text_width(text: str) -> int:
    """How many cells a text takes on one line."""
    return len(text) if text.isascii() and text.isprintable() else sum(cell.width for cell in cells(text))


def wrap(text: str, width: int, first: str = "", rest: str = "") -> Iterator[str]:
    """The words of a text in lines of at most `width` cells (a longer word stands alone), each with its prefix."""
    line, taken, empty = first, text_width(first), True
    for word in one_line(text).split():
        size = text_width(word)
        if not empty and taken + 1 + size > width:
            yield line
            line, taken, empty = rest, text_width(rest), True
        line += word if empty else " " + word
        taken += size + (not empty)
        empty = False
    yield line
