"""Two figures changed places."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted, exact_figures
from dvht_lint.text import Span

NAME = "figures-swapped"
EXPECTED = ("DV510",)


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Exchange two figures of one kind."""
    figures = exact_figures(quantities)
    pairs = [
        (one, other)
        for at, one in enumerate(figures)
        for other in figures[at + 1 :]
        if one.kind is other.kind and one.value_low != other.value_low and one.span.end <= other.span.start
    ]
    if not pairs:
        return None
    one, other = rng.choice(pairs)
    between = text[one.span.end : other.span.start]
    new = text[: one.span.start] + other.text + between + one.text + text[other.span.end :]
    return new, Span(one.span.start, other.span.end)
