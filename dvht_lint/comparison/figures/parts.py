"""A part and its whole, given as two counts: "14 of the 52 complaints"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dvht_lint.model import Kind, Qualifier, Quantity

__all__ = ["gives_share", "is_part", "parts"]

_OF = re.compile(r"\s+(?:[^\W\d_]+\s+)?(?:out\s+)?of\s+(?:[^\W\d_]+\s+){0,2}")
_LONGEST_GAP = 40
_EXACT = 1e-6


def is_part(one: Quantity, whole: Quantity, text: str) -> bool:
    """Whether the first of two figures of a text is a part of the second, which stands right behind it after "of"."""
    gap = text[one.span.end : whole.span.start]
    return (
        one.kind is whole.kind is Kind.NUMBER
        and not one.is_range
        and not whole.is_range
        and 0 <= one.value_low <= whole.value_low
        and whole.value_low > 0
        and len(gap) < _LONGEST_GAP
        and _OF.fullmatch(gap) is not None
    )


def parts(quantities: Sequence[Quantity], text: str) -> Iterator[tuple[Quantity, Quantity]]:
    """Each part with its whole, in the order of the text."""
    return ((one, whole) for one, whole in pairwise(quantities) if is_part(one, whole, text))


def gives_share(q: Quantity, share: float) -> bool:
    """Whether a figure is this share as finely as it is written; a bound or an estimate gives none."""
    exact = q.dimension == "share" and q.qualifier is Qualifier.EXACT and not q.is_range
    return exact and abs(q.value_low - share) <= q.resolution / 2 + _EXACT
