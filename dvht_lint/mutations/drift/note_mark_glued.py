"""A note mark stuck to a figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted, exact_figures, replaced

NAME = "note-mark-glued"
EXPECTED = ("DV514",)

_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Put a digit behind the last group of a number."""
    figures = [q for q in exact_figures(quantities) if _GROUPED.fullmatch(q.text)]
    if not figures:
        return None
    figure = rng.choice(figures)
    return replaced(text, figure.span, figure.text + "3")
