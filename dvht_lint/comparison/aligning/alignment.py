"""Which word of the claim stands for which word of the statement, and what has been said of the words that have no link."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dvht_lint.comparison.aligning.reading import Wording
from dvht_lint.model import Edit
from dvht_lint.text import Span

__all__ = ["Alignment", "first_word", "words_of"]


@dataclass(slots=True)
class Alignment:
    """Two wordings with their links, by word index; -1 is no link.

    `figure_left` and `figure_right` are the words that belong to figures, which others compare. `by_meaning` holds the
    left words whose link rests on meaning and not on form; `opposite` those linked to their opposite.
    """

    left: Wording
    right: Wording
    to_right: list[int]
    to_left: list[int]
    figure_left: frozenset[int]
    figure_right: frozenset[int]
    sentences: dict[int, list[int]] = field(default_factory=dict)
    """For each sentence of the claim, the sentences of the statement that it draws on, the best first."""
    free_left: list[int] = field(default_factory=list)
    """The words of the claim without a link, once all links are made."""
    free_right: list[int] = field(default_factory=list)
    """The words of the statement without a link, once all links are made."""
    by_meaning: set[int] = field(default_factory=set)
    opposite: set[int] = field(default_factory=set)
    conflicts: frozenset[int] = frozenset()
    """Words of the claim whose figure is not the statement's."""
    counted: frozenset[int] = frozenset()
    """Words of the claim that belong to a count, a share or another figure that is no date."""
    excused: set[int] = field(default_factory=set)
    """Those of them that a negation makes right."""
    flips: set[int] = field(default_factory=set)
    """Words of the claim at which a negation came or went."""
    excused_flips: set[int] = field(default_factory=set)
    """Those of them that a word of a scale makes up for."""
    explained_left: set[int] = field(default_factory=set)
    """Unlinked words that some class has explained, so that no other speaks of them."""
    explained_right: set[int] = field(default_factory=set)
    restated: set[int] = field(default_factory=set)
    """Words of figures of the statement that a quantifier of the claim stands for."""
    _coverage: dict[int, float] = field(default_factory=dict)

    def link(self, left: int, right: int) -> None:
        """Take two words for each other."""
        self.to_right[left] = right
        self.to_left[right] = left

    def explain_figures(self, left: Sequence[Span], right: Sequence[Span], edits: Iterable[Edit]) -> None:
        """Take for settled what the edits speak of, and the unlinked words in these spans but for hedges and the like."""
        edits = tuple(edits)
        for wording, links, spans, told, explained in (
            (self.left, self.to_right, left, [e.left for e in edits], self.explained_left),
            (self.right, self.to_left, right, [e.right for e in edits], self.explained_right),
        ):
            if not spans:
                continue
            told_words = words_of(wording, told)
            hedges = {at for p in wording.of("hedge") for at in range(p.start, p.end)} - told_words
            explained.update(at for at in words_of(wording, spans) if links[at] < 0 and at not in hedges)
            explained.update(told_words)

    def before(self, left: int, *, content: bool = True) -> int:
        """The nearest linked word before a word of the claim, in its sentence; -1 where there is none."""
        return _nearest(self.left, self.to_right, left, -1, content=content)

    def after(self, left: int, *, content: bool = True) -> int:
        """The nearest linked word after a word of the claim, in its sentence; -1 where there is none."""
        return _nearest(self.left, self.to_right, left, 1, content=content)

    def before_right(self, right: int, *, content: bool = True) -> int:
        """The nearest linked word before a word of the statement, in its sentence; -1 where there is none."""
        return _nearest(self.right, self.to_left, right, -1, content=content)

    def after_right(self, right: int, *, content: bool = True) -> int:
        """The nearest linked word after a word of the statement, in its sentence; -1 where there is none."""
        return _nearest(self.right, self.to_left, right, 1, content=content)

    def _skip_small(self, at: int, step: int) -> int:
        """The next word of the claim in one direction, unlinked function words of its sentence passed over."""
        left, links = self.left, self.to_right
        sentence = left.sentence[at]
        at += step
        while 0 <= at < left.size and links[at] < 0 and left.sentence[at] == sentence and not left.content[at]:
            at += step
        return at

    def coverage(self, sentence: int) -> float:
        """The share of the content words of a sentence of the claim that are linked, 0 to 1."""
        if sentence not in self._coverage:
            content, figures = self.left.content, self.figure_left
            words = [at for at in self.left.ranges[sentence] if content[at] and at not in figures]
            linked = sum(self.to_right[at] >= 0 for at in words)
            self._coverage[sentence] = linked / len(words) if words else 1.0
        return self._coverage[sentence]

    def slot(self, start: int, end: int) -> tuple[int, int]:
        """The words of the statement that stand where the claim's words `[start, end)` stand: between their linked neighbours.

        Empty where the neighbours are not linked, or not to words near each other and in order.
        """
        before, after = self._skip_small(start, -1), self._skip_small(end - 1, 1)
        low = self.to_right[before] if before >= 0 else -1
        high = self.to_right[after] if after < self.left.size else -1
        first = before < 0 or self.left.sentence[before] != self.left.sentence[start]
        last = after >= self.left.size or self.left.sentence[after] != self.left.sentence[start]
        if low >= 0 and high > low and high - low <= 8:
            return low + 1, high
        if low >= 0 and last:
            stop = low + 1
            while (
                stop < self.right.size and self.to_left[stop] < 0 and self.right.clause[stop] == self.right.clause[low]
            ):
                stop += 1
            return low + 1, min(stop, low + 8)
        if high >= 0 and first and after <= end + 1:
            begin = high
            while begin > 0 and self.to_left[begin - 1] < 0 and self.right.clause[begin - 1] == self.right.clause[high]:
                begin -= 1
            return max(begin, high - 8), high
        return 0, 0


def _nearest(wording: Wording, links: list[int], at: int, step: int, *, content: bool) -> int:
    sentence = wording.sentence[at] if at < wording.size else -1
    at += step
    while 0 <= at < wording.size and wording.sentence[at] == sentence:
        if links[at] >= 0 and (wording.forms[at].content or wording.forms[at].number or not content):
            return at
        at += step
    return -1


def first_word(wording: Wording, span: Span) -> int:
    """The index of the first word that lies in a span, in part or whole; -1 where there is none."""
    at = bisect_right(wording.ends, span.start)
    return at if at < wording.size and wording.starts[at] < span.end else -1


def words_of(wording: Wording, spans: Iterable[Span]) -> frozenset[int]:
    """The indices of the words that lie in one of the spans, in part or whole."""
    starts, ends = wording.starts, wording.ends
    return frozenset([
        at for span in spans for at in range(bisect_right(ends, span.start), bisect_left(starts, span.end))
    ])  # fmt: skip
