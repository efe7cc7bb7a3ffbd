"""19,427 was written 19427."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted, replaced, single_figures

NAME = "digits-ungrouped"
EXPECTED: tuple[str, ...] = ()
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Take the commas out of a number."""
    figures = [q for q in single_figures(quantities) if _GROUPED.fullmatch(q.text)]
    if not figures:
        return None
    figure = rng.choice(figures)
    return replaced(text, figure.span, figure.text.replace(",", ""))
