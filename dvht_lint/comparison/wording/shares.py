"""Quantifiers held against shares: "most" where the statement gives a figure.

A quantifier stands for a set of shares ("most" is more than 50 %, up to all), which the lexicon gives beside each step of
its scale. A share of the statement that lies in the set makes the claim true but weaker, one outside of it makes it false.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from dvht_lint import lexicons
from dvht_lint.comparison.aligning.alignment import Alignment, words_of
from dvht_lint.comparison.aligning.edits import certainty_of, explain, make, quoted
from dvht_lint.comparison.aligning.reading import Phrase
from dvht_lint.comparison.figures.parts import is_part
from dvht_lint.comparison.wording.scale_words import Anchored, read_scale
from dvht_lint.model import Edit, Kind, Qualifier, Quantity, Reason
from dvht_lint.text import Span

__all__ = ["find"]

_NEAR = 10
"""How many words may stand between a share and the word it is of."""
_HALF = 50.0


class _Share(NamedTuple):
    """A share that the statement gives: its bounds in percent, whether they count, its words and its text."""

    low: float
    high: float
    qualifier: Qualifier
    words: range
    text: str


def find(alignment: Alignment, quantities: Sequence[Quantity], bound: Collection[int]) -> Iterator[Edit]:
    """The quantifiers of the claim that a share of the statement contradicts; those that one bears out are settled.

    `quantities` are the statement's, `bound` the indices of those that a figure of the claim restates.
    """
    quantifiers = [*_quantifiers(alignment)]
    if not quantifiers:
        return
    shares = [*_shares(alignment, quantities, bound)]
    for quantifier in quantifiers:
        share = _share_of(alignment, quantifier, shares)
        if share is None:
            continue
        shares.remove(share)
        alignment.restated.update(share.words)
        words = range(quantifier.phrase.start, quantifier.phrase.end)
        if _holds(quantifier.phrase.step, share):
            explain(alignment, words, share.words)
            continue
        mine = alignment.left.words(words.start, words.stop)
        message = f"The claim says {quoted(mine)} where the statement says {quoted(share.text)}."
        yield make(
            alignment, Reason.QUANTIFIER, words, share.words, message,
            confidence=certainty_of(alignment, quantifier.anchor, alignment.to_right[quantifier.anchor]),
        )  # fmt: skip


@cache
def _sets() -> tuple[tuple[float, float] | None, ...]:
    """The shares that each step of the scale of quantifiers stands for, in percent."""
    return tuple(tuple(pair) if pair else None for pair in lexicons.load("scales")["quantifier"]["shares"])


def _quantifiers(alignment: Alignment) -> Iterator[Anchored]:
    """The quantifiers of the claim, "all 22 countries" with them."""
    left = alignment.left
    for one in read_scale(left, "quantifier", alignment.figure_left | alignment.explained_left):
        # "Most of those surveyed" is said of no noun.
        yield one if one.anchor >= 0 else Anchored(one.phrase, _counted(alignment, one.phrase))
    for phrase in left.of("quantifier"):
        counted = phrase.end < left.size and left.forms[phrase.end].number and not left.comma[phrase.end]
        if counted and left.words(phrase.start, phrase.end).lower() == "all":
            yield Anchored(phrase, _counted(alignment, phrase))


def _counted(alignment: Alignment, phrase: Phrase) -> int:
    """The first content word behind a quantifier, whatever stands between; -1 where there is none."""
    left = alignment.left
    reach = range(phrase.end, min(left.size, phrase.end + 5))
    return next((at for at in reach if left.forms[at].content), -1)


def _shares(alignment: Alignment, quantities: Sequence[Quantity], bound: Collection[int]) -> Iterator[_Share]:
    """The shares of the statement that no figure of the claim restates: "61%", "14 of the 22 countries"."""
    right = alignment.right
    for index, one in enumerate(quantities):
        if index in bound:
            continue
        if one.dimension == "share" and one.kind in {Kind.PERCENT, Kind.RATIO}:
            low, high, span = one.value_low, one.value_high, one.span
        else:
            whole = quantities[index + 1] if index + 1 < len(quantities) else None
            if whole is None or not is_part(one, whole, right.text):
                continue
            low = high = 100 * one.value_low / whole.value_low
            span = Span(one.span.start, whole.span.end)
        words = sorted(words_of(right, (span,)))
        if words:
            text = span.cut(right.text)
            yield _Share(low, high, one.qualifier, range(words[0], words[-1] + 1), text)


def _share_of(alignment: Alignment, quantifier: Anchored, shares: Sequence[_Share]) -> _Share | None:
    """The share that the statement gives of what the quantifier is said of; None where none is near it."""
    linked = alignment.to_right[quantifier.anchor] if quantifier.anchor >= 0 else -1
    if linked < 0:
        return None
    sentence = alignment.right.sentence[linked]
    near = [
        (min(abs(linked - share.words.start), abs(linked - share.words.stop)), number)
        for number, share in enumerate(shares)
        if alignment.right.sentence[share.words.start] == sentence
    ]
    distance, number = min(near, default=(_NEAR + 1, -1))
    return shares[number] if distance <= _NEAR else None


def _holds(step: int, share: _Share) -> bool:
    """Whether a share lies in the set of a quantifier; half is neither most nor few, but for "more than half"."""
    bounds = _sets()[step]
    if bounds is None:
        return True
    low, high = bounds
    more = share.qualifier in {Qualifier.MORE_THAN, Qualifier.AT_LEAST}
    less = share.qualifier in {Qualifier.LESS_THAN, Qualifier.AT_MOST, Qualifier.NEARLY}
    if low == _HALF and share.low == _HALF:
        return more
    if high == _HALF and share.high == _HALF:
        return less
    return low <= share.low and share.high <= high
