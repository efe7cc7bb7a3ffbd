"""A statement speaks of another place or population."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted, exchange_word, in_a_name

NAME = "scope-widened"
EXPECTED = ("DV406",)


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Exchange a place or a population."""
    del quantities
    return exchange_word(text, "scope-widened", rng, fits=lambda text, span: not in_a_name(text, span))
