"""A file as decoded, and the lines and columns of its characters."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import field

from dvht_lint.records import record


@record(frozen=True, slots=True)
class Place:
    """A line and a column, both 1-based; the column counts code points."""

    line: int
    column: int


@record(frozen=True, slots=True)
class SourceText:
    """One file as decoded, without its byte order mark.

    Only `\\n`, `\\r\\n` and `\\r` break a line; U+2028, form feeds and the like do not, or line
    numbers would differ from every editor's.
    """

    path: str
    text: str
    bom: bool = False
    _starts: list[int] = field(default_factory=list, repr=False, compare=False)

    @classmethod
    def decode(cls, path: str, data: bytes) -> SourceText:
        """Decode UTF-8 (or UTF-16 where a byte order mark says so).

        Raises `UnicodeDecodeError` for anything else: a guessed encoding shows the reader characters
        that nobody wrote.
        """
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            return cls(path, data.decode("utf-16"), bom=True)
        text = data.decode("utf-8")
        if text.startswith("\ufeff"):
            return cls(path, text[1:], bom=True)
        return cls(path, text)

    def _line_starts(self) -> list[int]:
        if not self._starts:
            starts = self._starts
            starts.append(0)
            text = self.text
            if "\r" in text:
                at = 0
                for line in text.replace("\r\n", "\n\n").replace("\r", "\n").split("\n")[:-1]:
                    at += len(line) + 1
                    starts.append(at)
                # `\r\n` was stretched to two breaks to keep offsets; drop the start between the two.
                starts[:] = [s for s in starts if not (s > 0 and text[s - 1 : s + 1] == "\r\n")]
            else:
                at = text.find("\n")
                while at >= 0:
                    starts.append(at + 1)
                    at = text.find("\n", at + 1)
        return self._starts

    def place(self, offset: int) -> Place:
        """The line and column of an offset in code points, `0 <= offset <= len(text)`."""
        starts = self._line_starts()
        line = bisect_right(starts, offset)
        return Place(line, offset - starts[line - 1] + 1)

    def offset(self, place: Place) -> int:
        """The offset of a line and column; past the end of a line it is the line's end."""
        starts = self._line_starts()
        if place.line > len(starts):
            return len(self.text)
        start = starts[place.line - 1]
        end = starts[place.line] if place.line < len(starts) else len(self.text)
        return min(start + place.column - 1, end)

    def line(self, number: int) -> str:
        """The text of a line by its 1-based number, without its line break."""
        starts = self._line_starts()
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def lines(self) -> int:
        """How many lines there are; an empty file has one."""
        return len(self._line_starts())
