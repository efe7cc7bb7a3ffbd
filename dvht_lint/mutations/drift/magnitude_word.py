"""A million became a billion."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted, exchange_word

NAME = "magnitude-word"
EXPECTED = ("DV505", "DV501")


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Exchange the word of magnitude in a figure."""
    return exchange_word(text, "magnitude-word", rng, inside=[q.span for q in quantities if q.is_statistic])
