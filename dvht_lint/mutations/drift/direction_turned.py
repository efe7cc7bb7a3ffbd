"""A rise became a fall."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted, exchange_word

NAME = "direction-turned"
EXPECTED = ("DV410",)


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Turn a direction or a comparison round."""
    del quantities
    return exchange_word(text, "direction-turned", rng)
