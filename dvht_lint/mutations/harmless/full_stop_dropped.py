"""The last full stop is missing."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted
from dvht_lint.text import Span

NAME = "full-stop-dropped"
EXPECTED: tuple[str, ...] = ()


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Drop the last full stop."""
    del quantities, rng
    stripped = text.rstrip()
    return (stripped[:-1], Span(len(stripped) - 1, len(stripped) - 1)) if stripped.endswith(".") else None
