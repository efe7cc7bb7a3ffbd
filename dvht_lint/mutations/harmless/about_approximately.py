"""“About” became “approximately”."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted, exchange_word

NAME = "about-approximately"
EXPECTED: tuple[str, ...] = ()


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Exchange a word of estimate for its like."""
    spans = [q.qualifier_span for q in quantities if q.qualifier_span]
    return exchange_word(text, "about", rng, inside=spans)
