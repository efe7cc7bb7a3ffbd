"""The inline half of every prose format: leaves of text, and the markup that opens and closes around them.

A superscript that is a note mark leaves the text, so that "2,945" followed by a raised 3 is never read as
29,453; struck-out text leaves it too. Both stay as marks with their place in the file.
"""

from __future__ import annotations

import re

from dvht_lint.text import MarkKind, Prose, ProseBuilder, Span

__all__ = ["Inline", "expand_labels"]

_LABEL = re.compile(r"(\d{1,3})(?:[-–](\d{1,3}))?|[a-zA-Z]|[ivx]{1,5}|[*†‡§¶]{1,3}")
_UNIT_BEFORE = re.compile(r"(?:^|[\s\d(/])(?:[kcmdµ]?m|ft|yd|mi|in|s)$")
_RAISED = str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")
_MOST_LABELS = 40
_HYPHEN = re.compile(r"[^\W_][-\u2010\u2011]$|\d–$")
_SUSPENDED = re.compile(r"(?:and|or|nor|to|y|o|e|u|und|oder|et|ou)\b")


def expand_labels(raised: str) -> tuple[str, ...]:
    """The note labels that a raised or bracketed text names ("3", "[4]", "1,2", "5–7", "a", "†"); none if it names no note."""
    labels: list[str] = []
    for part in re.split(r"[,;\s]+", raised.strip(" \t\n[]().,;:\u2009\u202f")):
        match = _LABEL.fullmatch(part)
        if not match:
            return ()
        first, last = match.groups()
        if last and int(first) <= int(last) < int(first) + _MOST_LABELS:
            labels.extend(str(number) for number in range(int(first), int(last) + 1))
        elif last:
            return ()
        else:
            labels.append(part)
    return tuple(labels)


class Inline:
    """Collects the prose of one block while its inline markup is read.

    Offsets are code points of the file. What is opened and never closed ends with the block; what is
    closed and was never opened is nothing.
    """

    def __init__(self, file: str) -> None:
        """Start a block of the file whose text is `file`."""
        self.file = file
        """The text of the file that the block stands in."""
        self._builder = ProseBuilder()
        self._open: list[tuple[MarkKind, int, str, Span | None]] = []
        self._raised: list[tuple[str, Span]] | None = None
        self._raised_at = 0
        self._struck: list[str] = []
        self._struck_at = 0
        self._struck_depth = 0
        self._pending: Span | None = None
        self.breaks: list[int] = []
        """Where, in the plain text, a line of the file begins anew."""
        self.starts_with_note = ""
        """The label of a note mark that stands before all text: the block defines that note."""

    @property
    def length(self) -> int:
        """How much plain text there is so far."""
        return self._builder.length

    def leaf(self, text: str, source: Span) -> None:
        """Add text that stands at `source`, as it reads there or in another form (an entity)."""
        if self._pending:
            self._settle(text)
        if text.startswith(" ") and len(source) == len(text) and self._builder.tail(1) == " ":
            # What stood between two spaces has left the text.
            text, source = text[1:], Span(source.start + 1, source.end)
        if self._struck_depth:
            self._struck.append(text)
        elif self._raised is not None:
            self._raised.append((text, source))
        elif len(text) == len(source) and self.file.startswith(text, source.start):
            self._builder.add(text, source.start)
        else:
            # Through a builder of its own: an entity may be a space of an odd kind, or nothing to be seen.
            unit = ProseBuilder()
            unit.add(text, 0)
            self._builder.replace(unit.build().plain, source)

    def space(self, source: Span) -> None:
        """Add the space that a line break, or a run of white space, is read as."""
        if self._struck_depth:
            return
        if self._raised is not None:
            self._raised.append((" ", source))
        elif not self._builder.tail(1).isspace():
            self._builder.replace(" ", source)

    def line_break(self, source: Span) -> None:
        """Add a line break; where the next line begins is kept in `breaks`.

        Wrapping may break a line after a hyphen: "toll-free" stays one word, "short- and long-term" two.
        """
        self._settle()
        if _HYPHEN.search(self._builder.tail(2)) and not self._struck_depth and self._raised is None:
            self._pending = source
        else:
            self.space(source)
            self.breaks.append(self._builder.length)

    def _settle(self, following: str = "") -> None:
        """Decide on a line break after a hyphen by the text that follows it."""
        source, self._pending = self._pending, None
        if source and (not following[:1].isalnum() or _SUSPENDED.match(following)):
            self.space(source)
            self.breaks.append(self._builder.length)

    def open(self, kind: MarkKind, target: str = "", target_source: Span | None = None) -> None:
        """Begin emphasis, a link and the like."""
        self._settle()
        self._open.append((kind, self._builder.length, target, target_source))

    def close(self, kind: MarkKind) -> str:
        """End the innermost open mark of a kind, and give its text."""
        self._settle()
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index][0] is kind:
                _, start, target, place = self._open.pop(index)
                if start < self._builder.length:
                    self._builder.mark(kind, start, target, target_source=place)
                return target
        return ""

    def note(self, label: str, source: Span) -> None:
        """Take a note reference out of the text."""
        self._settle()
        if self._struck_depth:
            return
        self._builder.mark(MarkKind.NOTE, self._builder.length, label, source)

    def raise_(self, at: int) -> None:
        """Begin a superscript, whose markup starts at offset `at`."""
        self._settle()
        if self._raised is None:
            self._raised, self._raised_at = [], at

    def lower(self, at: int) -> None:
        """End a superscript, whose markup ends at offset `at`: a note mark leaves the text, an exponent stays."""
        raised, self._raised = self._raised, None
        if not raised:
            return
        text = "".join(part for part, _ in raised)
        before = self._builder.tail(8)
        if _is_exponent(text, before):
            self._builder.replace(text.strip().translate(_RAISED), Span(raised[0][1].start, raised[-1][1].end))
            return
        labels = () if text.strip() in {"o", "e", "th", "st", "nd", "rd"} else expand_labels(text)
        if len(labels) == 1 and not self._builder.length and not self.starts_with_note:
            self.starts_with_note = labels[0]
            return
        for label in labels:
            self.note(label, Span(self._raised_at, max(at, self._raised_at)))
        if not labels:
            for part, source in raised:
                self.leaf(part, source)

    def strike(self, at: int) -> None:
        """Begin text that is struck out or deleted."""
        self._settle()
        if not self._struck_depth:
            self._struck, self._struck_at = [], at
        self._struck_depth += 1

    def unstrike(self, at: int) -> None:
        """End text that is struck out; it stays as the target of an empty mark."""
        if self._struck_depth == 1:
            where = Span(self._struck_at, max(at, self._struck_at))
            self._builder.mark(MarkKind.DELETED, self._builder.length, "".join(self._struck), where)
        self._struck_depth = max(0, self._struck_depth - 1)

    def finish(self) -> Prose:
        """The prose, every open mark closed."""
        self._settle()
        self._struck_depth = 0
        if self._raised:
            self.lower(self._raised[-1][1].end)
        for kind, *_ in reversed(tuple(self._open)):
            self.close(kind)
        return self._builder.build()


def _is_exponent(text: str, before: str) -> bool:
    raised = text.strip()
    if raised in {"2", "3"} and _UNIT_BEFORE.search(before):
        return True
    return bool(re.search(r"(?:^|[\s×x·(])10$", before)) and bool(re.fullmatch(r"[-−–+]?\d{1,2}", raised))
