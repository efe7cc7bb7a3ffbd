"""A range of code points."""

from __future__ import annotations

from dvht_lint.records import record


@record(frozen=True, slots=True)
class Span:
    """A half-open range of code points: `start` included, `end` not. Spans are ordered by their starts, then their ends."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __lt__(self, other: Span) -> bool:
        return self.start < other.start or (self.start == other.start and self.end < other.end)

    def __gt__(self, other: Span) -> bool:
        return other < self

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> Span:
        """The same range `by` code points further on."""
        return Span(self.start + by, self.end + by)

    def cut(self, text: str) -> str:
        """The part of `text` that the span covers."""
        return text[self.start : self.end]
