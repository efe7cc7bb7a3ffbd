"""A rounded bound that the value does not reach."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from dvht_lint.model import Kind, Qualifier, Quantity
from dvht_lint.mutations.planting import Planted, exact_figures, replaced

NAME = "bound-broken"
EXPECTED = ("DV509",)


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Write “more than” and the next round number for an exact one."""
    figures = [
        q
        for q in exact_figures(quantities)
        if q.kind is Kind.NUMBER and q.qualifier is Qualifier.EXACT and q.value_low >= 1000
    ]
    figures = [q for q in figures if q.value_low % _step(q.value_low) and "," in q.text]
    if not figures:
        return None
    figure = rng.choice(figures)
    step = _step(figure.value_low)
    return replaced(text, figure.span, f"more than {(figure.value_low // step + 1) * step:,.0f}")


def _step(value: float) -> int:
    return int(10 ** (len(str(int(value))) - 2))
