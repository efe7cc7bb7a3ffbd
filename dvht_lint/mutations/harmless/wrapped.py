"""The lines break elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted, replaced
from dvht_lint.text import Span

NAME = "wrapped"
EXPECTED: tuple[str, ...] = ()


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Break the line at a space."""
    del quantities
    spaces = [at for at, char in enumerate(text) if char == " " and text[at - 1 : at].isalpha()]
    if not spaces:
        return None
    at = rng.choice(spaces)
    return replaced(text, Span(at, at + 1), "\n")
