"""Two neighbouring digits of a figure changed places."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted, digit_places, exact_figures, replaced
from dvht_lint.text import Span

NAME = "digits-swapped"
EXPECTED = ("DV501",)


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Swap two digits of an exact figure that differ."""
    pairs = [
        (place, figure)
        for figure in exact_figures(quantities)
        for place in digit_places(figure)[:-1]
        if _swaps(text, place, figure)
    ]
    if not pairs:
        return None
    place, figure = rng.choice(pairs)
    return replaced(text, Span(place, place + 2), text[place + 1] + text[place])[0], figure.span


def _swaps(text: str, place: int, figure: Quantity) -> bool:
    one, other = text[place], text[place + 1]
    return other.isdigit() and one != other and not (place == figure.span.start and other == "0")
