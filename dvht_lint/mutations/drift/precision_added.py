"""An estimate was given to the last digit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from dvht_lint.model import Kind, Quantity
from dvht_lint.mutations.planting import Planted, exact_figures, replaced

NAME = "precision-added"
EXPECTED = ("DV508", "DV501")

_ROUND = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Write a round number as if it had been counted."""
    figures = [
        q
        for q in exact_figures(quantities)
        if q.kind is Kind.NUMBER and q.resolution >= 1000 and _ROUND.fullmatch(q.text)
    ]
    if not figures:
        return None
    figure = rng.choice(figures)
    return replaced(text, figure.span, f"{figure.value_low + rng.randrange(3, int(figure.resolution) // 10):,.0f}")
