"""An exact number became a true bound."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from dvht_lint.model import Kind, Qualifier, Quantity
from dvht_lint.mutations.planting import Planted, exact_figures, replaced

NAME = "bound-given"
EXPECTED: tuple[str, ...] = ()


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Write “more than” and a round number below an exact one."""
    figures = [
        q
        for q in exact_figures(quantities)
        if q.kind is Kind.NUMBER and q.qualifier is Qualifier.EXACT and q.value_low >= 1000
    ]
    figures = [q for q in figures if q.value_low % 1000 and "," in q.text]
    if not figures:
        return None
    figure = rng.choice(figures)
    step = int(10 ** (len(str(int(figure.value_low))) - 2))
    return replaced(text, figure.span, f"more than {figure.value_low // step * step:,.0f}")
