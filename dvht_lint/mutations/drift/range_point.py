"""For a range a point inside it was written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted, replaced

NAME = "range-point"
EXPECTED = ("DV501",)

_BOUNDS = re.compile(r"[0-9].*?(?:\bto|\band|[-–—]) ?[0-9]+([^0-9,.]*)")


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Write the middle of a range of whole numbers."""
    del rng
    for figure in quantities:
        match = _BOUNDS.fullmatch(figure.text)
        middle = (figure.value_low + figure.value_high) // 2
        if match and figure.is_range and figure.is_statistic and figure.value_low < middle < figure.value_high:
            return replaced(text, figure.span, f"{middle:g}{match[1]}")
    return None
