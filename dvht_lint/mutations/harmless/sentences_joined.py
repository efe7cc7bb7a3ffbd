"""Two sentences were joined by a semicolon."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from dvht_lint.lexicons import load
from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted, replaced
from dvht_lint.text import Span

NAME = "sentences-joined"
EXPECTED: tuple[str, ...] = ()


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Join two sentences."""
    del quantities
    starts = "|".join(load("mutations")["joinable"])
    found = list(re.finditer(rf"(?<=[a-z]{{3}})\. ((?:{starts}) )(?=[a-z])", text))
    if not found:
        return None
    match = rng.choice(found)
    return replaced(text, Span(*match.span()), "; " + match[1].lower())
