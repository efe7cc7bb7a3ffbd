"""What a text looks like to the matcher: content words with their figures masked, and the figures apart.

A wrong figure must neither lower the score of the right statement nor hide itself, so figures take no part
in the score. They only decide between statements that say the same thing otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dvht_lint.model import Kind, Quantity
from dvht_lint.words import FUNCTION_WORDS, fold, stem, word_spans

__all__ = ["Masked", "exact_key", "figure_agreement", "mask"]

# Figures that belong to the wording rather than to the measurement: they stay visible to the matcher.
_VISIBLE = frozenset({Kind.LAW, Kind.LABEL, Kind.CODE, Kind.PHONE})
_TIMES = frozenset({Kind.DATE, Kind.PERIOD})


@dataclass(frozen=True, slots=True)
class Masked:
    """A text as the matcher sees it: stems of its content words in order, its exact key and its figures.

    A figure is `(value_low, value_high, low, high)`: as written, and as its qualifier widens it; a time is a range of
    days and stands apart in `times`.
    """

    words: tuple[str, ...]
    key: str
    figures: tuple[tuple[float, float, float, float], ...] = ()
    times: tuple[tuple[float, float], ...] = ()
    names: frozenset[str] = frozenset()
    """The words among them that are written with a capital inside a sentence."""

    @property
    def bag(self) -> frozenset[str]:
        """The distinct words."""
        return frozenset(self.words)


def exact_key(text: str) -> str:
    """The text with case, quotes, dashes, white space and closing punctuation evened out."""
    return " ".join(fold(text).split()).strip(" .;:,!\"'")


def mask(text: str, quantities: Sequence[Quantity] = ()) -> Masked:
    """Take the figures out of a text and stem what is left; digits that no figure explains go as well."""
    hidden = sorted(q.span for q in quantities if q.kind not in _VISIBLE)
    words: list[str] = []
    names: set[str] = set()
    passed = reach = 0
    for position, span in enumerate(word_spans(text)):
        # Both run from left to right, and a line may hold many thousands of each: no word looks at every figure.
        while passed < len(hidden) and hidden[passed].start <= span.start:
            reach = max(reach, hidden[passed].end)
            passed += 1
        if span.start < reach:
            continue
        word = fold(span.cut(text)).removesuffix("'s")
        if word and not word[0].isdigit() and word not in FUNCTION_WORDS:
            words.append(stem(word))
            if position and text[span.start].isupper():
                names.add(words[-1])
    shown = [q for q in quantities if q.kind not in _VISIBLE]
    figures = tuple((q.value_low, q.value_high, q.low, q.high) for q in shown if q.kind not in _TIMES)
    times = tuple((q.value_low, q.value_high) for q in shown if q.kind in _TIMES)
    return Masked(tuple(words), exact_key(text), figures, times, frozenset(names))


def figure_agreement(claim: Masked, statement: Masked) -> float:
    """What share of the claim's figures and times the statement gives too, 0 to 1.

    A near miss counts in part: a tenth off counts nothing, the same value all, a bound that holds ("fewer than
    18" for 17) at least half of it.
    """
    sides = len(claim.figures) + len(claim.times)
    if not sides:
        return 0.0
    total = sum(max((_likeness(f, other) for other in statement.figures), default=0.0) for f in claim.figures)
    total += sum(any(_overlap(t, other) for other in statement.times) for t in claim.times)
    return total / sides


def _likeness(claim: tuple[float, ...], statement: tuple[float, ...]) -> float:
    if claim[:2] == statement[:2]:
        return 1.0
    low, high = abs(claim[0] - statement[0]), abs(claim[1] - statement[1])
    off = max(low / max(abs(claim[0]), abs(statement[0]), 1e-9), high / max(abs(claim[1]), abs(statement[1]), 1e-9))
    near = max(0.0, 1.0 - off / 0.1) * 0.75
    holds = claim[2] <= statement[0] and statement[1] <= claim[3]
    return max(near, 0.5 + near / 4) if holds and near else near


def _overlap(a: tuple[float, float], b: tuple[float, float]) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]
