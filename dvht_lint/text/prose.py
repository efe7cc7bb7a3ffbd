"""Plain text in which every character keeps the place of the file that it came from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace
from enum import StrEnum
from itertools import accumulate

from dvht_lint.records import record
from dvht_lint.text.span import Span

# Characters that separate words like a space does but are not one; each becomes one space.
_SPACES = frozenset(
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\f\v"
)
# Characters that nobody sees: soft hyphen, zero-width marks, word joiner, byte order mark, variation selector.
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f")
_SPECIAL = _SPACES | _INVISIBLE


class MarkKind(StrEnum):
    """What a stretch of prose carries beside its characters."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    LINK = "link"
    NOTE = "note"
    """A note reference or superscript that was taken out of the text; the span is empty."""
    CITATION = "citation"
    """A bracketed citation (`[@key, p. 4]`) that was taken out of the text; the span is empty."""
    DELETED = "deleted"
    INSERTED = "inserted"


@record(frozen=True, slots=True)
class Mark:
    """Emphasis, a link or a reference over a span of the plain text; `target` is the URL, note label or key."""

    kind: MarkKind
    span: Span
    target: str = ""
    source: Span | None = None
    """Where the mark stands in the file, for marks that were taken out of the text."""
    target_source: Span | None = None
    """Where the target of a link stands in the file, for a target that stands there as it reads."""


@record(frozen=True, slots=True)
class Piece:
    """A run of plain text and the run of the file it came from.

    `verbatim` pieces are equal to their slice of the file, character by character. The others (an
    entity, a soft line break, a folded YAML line, a note mark left out) map as a whole.
    """

    plain: Span
    source: Span
    verbatim: bool


@record(frozen=True, slots=True)
class Prose:
    """Plain text with its way back: `pieces` cover `plain` from its first character to its last, in order."""

    plain: str
    pieces: tuple[Piece, ...] = ()
    marks: tuple[Mark, ...] = ()
    _reach: list[int] = field(default_factory=list, repr=False, compare=False)

    @classmethod
    def verbatim(cls, text: str, start: int = 0) -> Prose:
        """Prose that stands in the file, at offset `start`, exactly as it reads."""
        builder = ProseBuilder()
        builder.add(text, start)
        return builder.build()

    @classmethod
    def join(cls, parts: Iterable[Prose], separator: str = " ") -> Prose:
        """The parts one after the other; a separator between two has no place of its own in the file."""
        plain: list[str] = []
        pieces: list[Piece] = []
        marks: list[Mark] = []
        length = 0
        for part in parts:
            if plain and separator:
                at = pieces[-1].source.end if pieces else 0
                pieces.append(Piece(Span(length, length + len(separator)), Span(at, at), verbatim=False))
                plain.append(separator)
                length += len(separator)
            pieces.extend(Piece(p.plain.shift(length), p.source, p.verbatim) for p in part.pieces)
            marks.extend(replace(m, span=m.span.shift(length)) for m in part.marks)
            plain.append(part.plain)
            length += len(part.plain)
        return cls("".join(plain), tuple(pieces), tuple(marks))

    def __len__(self) -> int:
        return len(self.plain)

    def __str__(self) -> str:
        return self.plain

    def source(self, span: Span) -> Span:
        """Where a span of the plain text stands in the file.

        An empty span maps to an empty span. Raises `ValueError` for a span outside the text.
        """
        if span.end > len(self.plain):
            raise ValueError(f"{span} outside of a text of {len(self.plain)} characters")
        if not self.pieces:
            return Span(0, 0)
        if not len(span):
            at = self._left(span.start)
            return Span(at, at)
        start = self._left(span.start)
        piece = self.pieces[self._index(span.end - 1)]
        end = piece.source.start + span.end - piece.plain.start if piece.verbatim else piece.source.end
        return Span(start, max(start, end))

    def slice(self, span: Span) -> Prose:
        """The part of the prose that a span covers, with the pieces and marks that reach into it."""
        if span.start == 0 and span.end == len(self.plain):
            return self
        marks = tuple(
            replace(m, span=Span(max(m.span.start, span.start), min(m.span.end, span.end)).shift(-span.start))
            for m in self._marks_near(span)
            if m.span.overlaps(span) or (not len(m.span) and span.start < m.span.start <= span.end)
        )
        return Prose(span.cut(self.plain), tuple(self._pieces_in(span, 0)), marks)

    def without(self, cuts: Iterable[Span], marks: Iterable[Mark] = ()) -> Prose:
        """The prose with some spans taken out, and with more marks (whose spans are of the prose as it was).

        The cuts are ascending and do not overlap. A mark that covered nothing but what was taken out goes with it.
        """
        gaps = [cut for cut in cuts if len(cut)]
        added = tuple(marks)
        if not gaps:
            return self if not added else Prose(self.plain, self.pieces, _in_order((*self.marks, *added)))
        shift = _Shift(gaps)
        starts = [0, *(gap.end for gap in gaps)]
        ends = [*(gap.start for gap in gaps), len(self.plain)]
        kept = [Span(start, end) for start, end in zip(starts, ends, strict=True) if start < end]
        return Prose(
            "".join(span.cut(self.plain) for span in kept),
            tuple(piece for span in kept for piece in self._pieces_in(span, shift(span.start))),
            _in_order((*(shift.mark(m) for m in self.marks if shift.keeps(m)), *(shift.mark(m) for m in added))),
        )

    def strip(self) -> Prose:
        """The prose without white space at its ends; what was taken out of the text there is kept as a mark."""
        plain = self.plain
        if not plain[:1].isspace() and not plain[-1:].isspace():
            return self
        start = len(plain) - len(plain.lstrip())
        end = max(start, len(plain.rstrip()))
        return self.without((Span(0, start), Span(end, len(plain))))

    def whole(self) -> Span:
        """The span of all the plain text."""
        return Span(0, len(self.plain))

    def _pieces_in(self, span: Span, at: int) -> Iterator[Piece]:
        """What of the pieces lies in a span, moved so that the span begins at `at`."""
        index = self._index(span.start) if self.pieces and len(span) else len(self.pieces)
        while index < len(self.pieces) and self.pieces[index].plain.start < span.end:
            yield _part(self.pieces[index], span, at - span.start)
            index += 1

    def _marks_near(self, span: Span) -> Iterator[Mark]:
        """The marks that may touch a span: a text of many marks is cut into many sentences in linear time."""
        if self.marks and not self._reach:
            self._reach.extend(accumulate((m.span.end for m in self.marks), max))
        for index in range(bisect_left(self._reach, span.start), len(self.marks)):
            if self.marks[index].span.start > span.end:
                return
            yield self.marks[index]

    def _index(self, offset: int) -> int:
        """The piece that holds the character at `offset`."""
        low, high = 0, len(self.pieces)
        while low < high:
            middle = (low + high) // 2
            if self.pieces[middle].plain.end <= offset:
                low = middle + 1
            else:
                high = middle
        return min(low, len(self.pieces) - 1)

    def _left(self, offset: int) -> int:
        piece = self.pieces[self._index(offset)]
        if offset >= piece.plain.end:
            return piece.source.end
        return piece.source.start + offset - piece.plain.start if piece.verbatim else piece.source.start


class ProseBuilder:
    """Collects prose piece by piece; what no reader sees is left out and every odd space becomes a plain one."""

    def __init__(self) -> None:
        """Start with no text."""
        self._plain: list[str] = []
        # Bounds in the plain text, bounds in the file, and whether verbatim; grown in place, made pieces at the end.
        self._pieces: list[list[int]] = []
        self._last: list[int] | None = None
        self._marks: list[Mark] = []
        self.length = 0

    def add(self, text: str, start: int) -> None:
        """Add text that stands in the file, at offset `start`, exactly as given."""
        if not (text.isascii() and text.isprintable()) and not _SPECIAL.isdisjoint(text):
            for run, at, special in _runs(text):
                if special and run in _SPACES:
                    self.replace(" ", Span(start + at, start + at + 1))
                elif not special:
                    self._append(run, Span(start + at, start + at + len(run)), verbatim=True)
        elif text:
            self._append(text, Span(start, start + len(text)), verbatim=True)

    def replace(self, text: str, source: Span) -> None:
        """Add text that stands in the file in another form: an entity, a line break, a folded line."""
        if text:
            self._append(text, source, verbatim=False)

    def mark(
        self,
        kind: MarkKind,
        start: int,
        target: str = "",
        source: Span | None = None,
        target_source: Span | None = None,
    ) -> None:
        """Mark what was added from the plain offset `start` on; at the end of the text the mark is empty."""
        self._marks.append(Mark(kind, Span(start, self.length), target, source, target_source))

    def tail(self, length: int) -> str:
        """The last characters added, at most `length` of them (fewer where the last runs are short)."""
        return "".join(self._plain[-length:])[-length:]

    def build(self) -> Prose:
        """The prose so far."""
        pieces = tuple(Piece(Span(a, b), Span(c, d), verbatim=bool(verbatim)) for a, b, c, d, verbatim in self._pieces)
        return Prose("".join(self._plain), pieces, _in_order(self._marks))

    def _append(self, text: str, source: Span, *, verbatim: bool) -> None:
        start, self.length = self.length, self.length + len(text)
        last = self._last
        if verbatim and last and last[4] and last[3] == source.start:
            last[1], last[3] = self.length, source.end
        else:
            self._last = [start, self.length, source.start, source.end, verbatim]
            self._pieces.append(self._last)
        self._plain.append(text)


class _Shift:
    """Where offsets of a text lead once gaps have been cut out of it; an offset in a gap leads to where it was."""

    def __init__(self, gaps: Sequence[Span]) -> None:
        self._gaps = gaps
        self._starts = [gap.start for gap in gaps]
        self._taken = list(accumulate(map(len, gaps), initial=0))

    def __call__(self, offset: int) -> int:
        index = bisect_right(self._starts, offset)
        inside = max(0, self._gaps[index - 1].end - offset) if index else 0
        return offset - self._taken[index] + inside

    def mark(self, mark: Mark) -> Mark:
        return replace(mark, span=Span(self(mark.span.start), self(mark.span.end)))

    def keeps(self, mark: Mark) -> bool:
        return not len(mark.span) or self(mark.span.start) < self(mark.span.end)


def _in_order(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    return tuple(sorted(marks, key=lambda mark: (mark.span, mark.kind)))


def _part(piece: Piece, span: Span, by: int) -> Piece:
    """What of a piece lies in a span of the plain text, moved by so many characters."""
    start, end, source = piece.plain.start, piece.plain.end, piece.source
    if start >= span.start and end <= span.end:
        return Piece(piece.plain.shift(by), source, piece.verbatim) if by else piece
    start, end = max(start, span.start), min(end, span.end)
    if piece.verbatim:
        source = Span(source.start + start - piece.plain.start, source.start + end - piece.plain.start)
    return Piece(Span(start + by, end + by), source, piece.verbatim)


def _runs(text: str) -> Iterator[tuple[str, int, bool]]:
    """Runs of ordinary characters, and each special character by itself, with their offsets."""
    start = 0
    for at, char in enumerate(text):
        if char in _SPECIAL:
            if at > start:
                yield text[start:at], start, False
            yield char, at, True
            start = at + 1
    if start < len(text):
        yield text[start:], start, False
