"""2.9 million was written 2,900,000."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from dvht_lint.model import Kind, Quantity
from dvht_lint.mutations.planting import Planted, replaced, single_figures

NAME = "magnitude-written-out"
EXPECTED: tuple[str, ...] = ()
_MAGNITUDE = re.compile(r"[0-9.]+ (?:thousand|million|billion)")


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Write a figure with a magnitude in digits."""
    figures = [q for q in single_figures(quantities) if q.kind is Kind.NUMBER and _MAGNITUDE.fullmatch(q.text)]
    if not figures:
        return None
    figure = rng.choice(figures)
    return replaced(text, figure.span, f"{figure.value_low:,.0f}")
