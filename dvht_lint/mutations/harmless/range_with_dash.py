"""“55% to 60%” was written “55–60%”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted, replaced
from dvht_lint.text import Span

NAME = "range-with-dash"
EXPECTED: tuple[str, ...] = ()


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Write a range of shares with an en dash."""
    del quantities, rng
    match = re.search(r"\b([0-9]+)% to ([0-9]+)%", text)
    return replaced(text, Span(*match.span()), f"{match[1]}–{match[2]}%") if match else None
