"""A figure counts something else."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted, exchange_word

NAME = "unit-changed"
EXPECTED = ("DV505",)


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Exchange the unit or the noun of a figure."""
    units = [q.unit_span for q in quantities if q.is_statistic and q.unit_span]
    units += [q.span for q in quantities if q.is_statistic]
    return exchange_word(text, "unit-changed", rng, inside=units)
