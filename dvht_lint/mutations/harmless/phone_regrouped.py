"""A telephone number is written in another notation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.base import Target
from dvht_lint.mutations.planting import Planted, replaced
from dvht_lint.text import Span

NAME = "phone-regrouped"
EXPECTED: tuple[str, ...] = ()
TARGET = Target.CONTACT
_NUMBER = re.compile(r"(?<![\w-])1-([0-9]{3})-([0-9]{3})-([0-9]{4})(?![\w-])")


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Write a number with brackets or points."""
    del quantities
    match = _NUMBER.search(text)
    if not match:
        return None
    area, exchange, line = match.groups()
    new = rng.choice([f"1 ({area}) {exchange}-{line}", f"{area}.{exchange}.{line}", f"{area}-{exchange}-{line}"])
    return replaced(text, Span(*match.span()), new)
