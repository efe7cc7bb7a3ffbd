"""Curly quotes became straight ones."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted
from dvht_lint.text import Span

NAME = "quotes-straightened"
EXPECTED: tuple[str, ...] = ()
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Write typewriter quotes."""
    del quantities, rng
    return text.translate(_STRAIGHT), Span(0, 0)
