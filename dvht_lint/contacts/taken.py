"""Which parts of a text are already read."""

from __future__ import annotations

from bisect import bisect_left, insort

from dvht_lint.text import Span

__all__ = ["Taken"]


class Taken:
    """Disjoint spans, kept in order, so that asking for an overlap is a search and not a walk."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def add(self, span: Span) -> None:
        """Take a span; one that overlaps a span already taken is left out."""
        if not self.overlaps(span):
            insort(self._starts, span.start)
            insort(self._ends, span.end)

    def overlaps(self, span: Span) -> bool:
        """Whether any part of the span is taken."""
        index = bisect_left(self._starts, span.end)
        return index > 0 and self._ends[index - 1] > span.start
