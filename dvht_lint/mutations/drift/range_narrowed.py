"""Of a range only its upper end was kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted, replaced
from dvht_lint.text import Span

NAME = "range-narrowed"
EXPECTED = ("DV502",)

_BOUNDS = re.compile(r"[0-9].*?(?:\bto|\band|[-–—]) ?([0-9][0-9,.]*)(\D*)")


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Write “up to” and the upper end for a range."""
    del rng
    for figure in quantities:
        match = _BOUNDS.fullmatch(figure.text)
        if match and figure.is_range and figure.is_statistic:
            start = figure.qualifier_span.start if figure.qualifier_span else figure.span.start
            if start <= figure.span.start:
                return replaced(text, Span(start, figure.span.end), f"up to {match[1]}{match[2]}")
    return None
