"""“Some” became “most”."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted, exchange_word

NAME = "quantifier-raised"
EXPECTED = ("DV405",)


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Exchange a quantifier for another."""
    del quantities
    return exchange_word(text, "quantifier-raised", rng)
