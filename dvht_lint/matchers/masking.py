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


@dataclass(frozen=True, slots=True)
class Masked:
    """A text as the matcher sees it: stems of its content words in order, its exact key and its figures."""

    words: tuple[str, ...]
    key: str
    figures: tuple[tuple[float, float], ...]

    @property
    def bag(self) -> frozenset[str]:
        """The distinct words."""
        return frozenset(self.words)


def exact_key(text: str) -> str:
    """The text with case, quotes, dashes, white space and closing punctuation evened out."""
    return " ".join(fold(text).split()).strip(" .;:,!\"'")


def mask(text: str, quantities: Sequence[Quantity] = ()) -> Masked:
    """Take the figures out of a text and stem what is left; digits that no figure explains go as well."""
    hidden = [q.span for q in quantities if q.kind not in _VISIBLE]
    words: list[str] = []
    for span in word_spans(text):
        if any(h.start <= span.start < h.end for h in hidden):
            continue
        word = fold(span.cut(text)).removesuffix("'s")
        if word and not word[0].isdigit() and word not in FUNCTION_WORDS:
            words.append(stem(word))
    figures = tuple((q.value_low, q.value_high) for q in quantities if q.kind not in _VISIBLE)
    return Masked(tuple(words), exact_key(text), figures)


def figure_agreement(claim: Masked, statement: Masked) -> float:
    """What share of the claim's figures the statement gives too, 0 to 1; a near miss (5 %) counts half."""
    if not claim.figures:
        return 0.0
    total = 0.0
    for low, high in claim.figures:
        if (low, high) in statement.figures:
            total += 1.0
        elif any(_near(low, other) and _near(high, top) for other, top in statement.figures):
            total += 0.5
    return total / len(claim.figures)


def _near(a: float, b: float) -> bool:
    return abs(a - b) <= 0.05 * max(abs(a), abs(b))
