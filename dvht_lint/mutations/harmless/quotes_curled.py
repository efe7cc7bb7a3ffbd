"""Straight quotes became curly ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted
from dvht_lint.text import Span

NAME = "quotes-curled"
EXPECTED: tuple[str, ...] = ()


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Write printer's quotes."""
    del quantities, rng
    opened = re.sub(r"(?<![\w.,!?])\"(?=\w)", "“", text)
    return opened.replace('"', "”").replace("'", "’"), Span(0, 0)
