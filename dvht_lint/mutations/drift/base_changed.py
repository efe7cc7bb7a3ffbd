"""A share is a share of others."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted, exchange_word

NAME = "base-changed"
EXPECTED = ("DV511",)


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Exchange the population that a share is of."""
    return exchange_word(
        text, "base-changed", rng, inside=[q.base_span for q in quantities if q.is_statistic and q.base_span]
    )
