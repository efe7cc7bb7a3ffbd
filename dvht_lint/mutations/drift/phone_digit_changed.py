"""One digit of a telephone number is another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.base import Target
from dvht_lint.mutations.planting import Planted, replaced
from dvht_lint.text import Span

NAME = "phone-digit-changed"
EXPECTED = ("DV601",)
TARGET = Target.CONTACT
_NUMBER = re.compile(r"(?<![\w-])(?:1[-. ])?\(?[0-9]{3}\)?[-. ][0-9]{3}[-. ][0-9]{4}(?![\w-])")


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Change one of the last four digits of a number."""
    del quantities
    numbers = list(_NUMBER.finditer(text))
    if not numbers:
        return None
    match = rng.choice(numbers)
    place = match.end() - 1 - rng.randrange(4)
    others = [digit for digit in "0123456789" if digit != text[place]]
    return replaced(text, Span(place, place + 1), rng.choice(others))[0], Span(*match.span())
