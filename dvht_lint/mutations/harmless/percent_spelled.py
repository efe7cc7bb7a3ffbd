"""60% was written 60 per cent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted, replaced
from dvht_lint.text import Span

NAME = "percent-spelled"
EXPECTED: tuple[str, ...] = ()


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Write the per cent sign in words."""
    del quantities
    signs = list(re.finditer(r"(?<=[0-9])%", text))
    if not signs:
        return None
    return replaced(text, Span(*signs[-1].span()), rng.choice([" percent", " per cent"]))
