"""A figure was added that nothing backs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted, replaced
from dvht_lint.text import Span

NAME = "figure-added"
EXPECTED = ("DV507",)

_END = re.compile(r"(?<=[a-z]{3})\.(?=\s|$)|(?<=[a-z]{3})$")


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Add a count to the end of the first sentence."""
    del quantities
    match = _END.search(text)
    if not match or text.rstrip().endswith("?"):
        return None
    return replaced(text, Span(match.start(), match.start()), f", among them {rng.randrange(310, 980)} minors")
