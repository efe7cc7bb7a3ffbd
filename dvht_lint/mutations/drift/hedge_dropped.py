"""A “potential” or “alleged” is gone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from random import Random

from dvht_lint.lexicons import load
from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted, capital_of
from dvht_lint.text import Span

NAME = "hedge-dropped"
EXPECTED = ("DV403",)


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Drop a word that limits what is claimed."""
    del quantities
    found = list(_hedges().finditer(text))
    if not found:
        return None
    match = rng.choice(found)
    start = match.start()
    return text[:start] + capital_of(match.group(), text[match.end() :]), Span(start, start)


@cache
def _hedges() -> re.Pattern[str]:
    words: list[str] = load("mutations")["hedge-dropped"]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))}) (?=[a-z])", re.IGNORECASE)
