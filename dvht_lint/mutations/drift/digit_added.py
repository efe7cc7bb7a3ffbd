"""A figure is ten times as large."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted, exact_figures, replaced

NAME = "digit-added"
EXPECTED = ("DV501",)

_WHOLE = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})*|[0-9]+")


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Put a zero after a whole number."""
    figures = [q for q in exact_figures(quantities) if _WHOLE.fullmatch(q.text)]
    if not figures:
        return None
    figure = rng.choice(figures)
    tenfold = int(figure.text.replace(",", "")) * 10
    return replaced(text, figure.span, f"{tenfold:,}" if "," in figure.text else str(tenfold))
