"""“May” became “will”, “often” became “always”."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted, exchange_word

NAME = "certainty-raised"
EXPECTED = ("DV404",)


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Exchange a word of certainty for a stronger one."""
    del quantities
    return exchange_word(text, "certainty-raised", rng)
