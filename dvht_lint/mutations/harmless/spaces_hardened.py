"""A space became one that does not break."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted, replaced
from dvht_lint.text import Span

NAME = "spaces-hardened"
EXPECTED: tuple[str, ...] = ()


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Write a no-break space after a figure."""
    del rng
    for figure in quantities:
        after = figure.span.end
        if text[after : after + 1] == " ":
            return replaced(text, Span(after, after + 1), "\u00a0")
    return None
