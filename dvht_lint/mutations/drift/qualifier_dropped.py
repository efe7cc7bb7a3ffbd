"""A figure lost its “about”, “nearly” or “at least”."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted
from dvht_lint.text import Span

NAME = "qualifier-dropped"
EXPECTED = ("DV503",)


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Drop the qualifier of a figure."""
    marked = [
        q.qualifier_span
        for q in quantities
        if q.is_statistic and q.qualifier_span and q.qualifier_span.end <= q.span.start
    ]
    if not marked:
        return None
    span = rng.choice(marked)
    end = span.end + 1 if text[span.end : span.end + 1] == " " else span.end
    rest = text[end : end + 1].upper() if span.cut(text)[:1].isupper() else text[end : end + 1]
    return text[: span.start] + rest + text[end + 1 :], Span(span.start, span.start)
