"""One digit of a figure is another."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted, digit_places, exact_figures, replaced
from dvht_lint.text import Span

NAME = "digit-changed"
EXPECTED = ("DV501",)


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Change a digit that carries the value of one figure."""
    figures = exact_figures(quantities)
    if not figures:
        return None
    figure = rng.choice(figures)
    place = rng.choice(digit_places(figure))
    others = [digit for digit in "123456789" if digit != text[place]]
    return replaced(text, Span(place, place + 1), rng.choice(others))[0], figure.span
