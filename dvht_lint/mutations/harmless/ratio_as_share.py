"""One in four was written 25 percent."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from dvht_lint.model import Kind, Quantity
from dvht_lint.mutations.planting import Planted, replaced

NAME = "ratio-as-share"
EXPECTED: tuple[str, ...] = ()


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Write a ratio as a share."""
    ratios = [q for q in quantities if q.kind is Kind.RATIO and not q.is_range and q.value_low == round(q.value_low)]
    if not ratios:
        return None
    figure = rng.choice(ratios)
    after = text[figure.span.end : figure.span.end + 4]
    of = " of" if after[:1] == " " and after[1:2].isalpha() and after != " of " else ""
    return replaced(text, figure.span, f"{figure.value_low:g} percent{of}")
