"""American spelling became British, or the reverse."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted, exchange_word, in_a_name

NAME = "spelling"
EXPECTED: tuple[str, ...] = ()


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Spell a word as they do elsewhere."""
    del quantities
    return exchange_word(text, "spelling", rng, fits=lambda text, span: not in_a_name(text, span))
