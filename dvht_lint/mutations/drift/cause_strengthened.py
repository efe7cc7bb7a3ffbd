"""“Linked to” became “caused by”."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted, exchange_word

NAME = "cause-strengthened"
EXPECTED = ("DV409",)


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Exchange a connection for a cause."""
    del quantities
    return exchange_word(text, "cause-strengthened", rng)
