"""A share is given twice, and not the same."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from dvht_lint.model import Kind, Qualifier, Quantity
from dvht_lint.mutations.planting import Planted, replaced
from dvht_lint.text import Span

NAME = "share-contradicted"
EXPECTED = ("DV512",)


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Put another share in brackets after “one in four”."""
    del rng
    for figure in quantities:
        if (
            figure.kind is Kind.RATIO
            and figure.qualifier is Qualifier.EXACT
            and 5 < figure.value_low < 90
            and not figure.is_range
        ):
            after = figure.span.end
            return replaced(text, Span(after, after), f" ({round(figure.value_low) - 4}%)")
    return None
