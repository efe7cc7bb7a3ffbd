"""Figures of pages in languages whose numbers nobody here reads: their digits alone, whatever parts them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from dvht_lint.contacts import covered
from dvht_lint.model import Claim, Comparison, Edge, Edit, Kind, Quantity, Reason
from dvht_lint.text import Span

__all__ = ["bare", "compare_digits", "in_digits"]

_FIGURE = re.compile(r"(?<![\w.,])\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)*")
_SEPARATORS = re.compile(r"[.,'’\u00a0\u202f ](?=\d)")
_COMPARED = frozenset({Kind.NUMBER, Kind.PERCENT, Kind.POINTS, Kind.MONEY})
"""Kinds that no translator converts; times, dates and measures are written otherwise elsewhere."""
_CURRENCY = re.compile(r"[$€£¥₹]")


def bare(text: str) -> str:
    """A figure as written, whatever parts its digits: "4.200", "4,200" and "4 200" are one."""
    return _SEPARATORS.sub("_", text)


def in_digits(claim: Claim) -> Claim:
    """The claim with its runs of digits for figures."""
    text = claim.prose.plain
    taken = covered(text)
    figures = []
    for match in _FIGURE.finditer(text):
        span = Span(match.start(), match.end())
        if not any(span.overlaps(other) for other in taken):
            value = float(_significant(match.group()) or 0)
            figures.append(
                Quantity(
                    Kind.NUMBER,
                    value,
                    value,
                    match.group(),
                    span,
                    dimension="digits",
                    value_low=value,
                    value_high=value,
                )
            )
    return replace(claim, quantities=tuple(figures))


def compare_digits(translated: Claim, original: Claim, read: Claim) -> Comparison:
    """Two claims by their digits: one figure exchanged for another is a difference, a sentence told otherwise is none.

    `read` is the original with its figures read as what they are.
    """
    ours, theirs = (Counter(_significant(q.text) for q in side.quantities) for side in (translated, original))
    mine, its = ours - theirs, theirs - ours
    edits: tuple[Edit, ...] = ()
    if mine.total() == its.total() == 1:
        left = next(q for q in translated.quantities if _significant(q.text) in mine)
        right = next(q for q in original.quantities if _significant(q.text) in its)
        meant = next((q for q in read.quantities if q.span.overlaps(right.span)), None)
        converted = _currencies(translated) != _currencies(original)
        if meant is not None and meant.kind in _COMPARED and not (meant.kind is Kind.MONEY and converted):
            edits = (Edit(Reason.NUMBER, left.span, right.span, "The two give different digits.", confidence=0.8),)
    return Comparison(Edge.TRANSLATION, translated, original, edits)


def _significant(text: str) -> str:
    """The digits without what parts them and without closing zeros: 2.5 million is 250 of another unit elsewhere."""
    digits = "".join(str(int(c)) for c in text if c.isdigit())
    return digits.rstrip("0") or digits[:1]


def _currencies(claim: Claim) -> frozenset[str]:
    return frozenset(_CURRENCY.findall(claim.prose.plain))
