"""“More than” became “fewer than”."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted, exchange_word

NAME = "qualifier-turned"
EXPECTED = ("DV504",)


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Turn the qualifier of a figure round."""
    spans = [q.qualifier_span for q in quantities if q.is_statistic and q.qualifier_span]
    return exchange_word(text, "qualifier-turned", rng, inside=spans)
