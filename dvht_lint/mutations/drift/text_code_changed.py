"""One digit of a text code is another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.base import Target
from dvht_lint.mutations.planting import Planted, replaced
from dvht_lint.text import Span

NAME = "text-code-changed"
EXPECTED = ("DV601", "DV603")
TARGET = Target.CONTACT
_CODE = re.compile(r"\b[Tt]ext(?:ing)?\b[^.;]{0,40}?\b([0-9]{3}-[0-9]{3}|[0-9]{5,6})\b")


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Change a digit of a code that readers text to."""
    del quantities
    match = _CODE.search(text)
    if not match:
        return None
    places = [place for place in range(*match.span(1)) if text[place].isdigit()]
    place = rng.choice(places)
    others = [digit for digit in "23456789" if digit != text[place]]
    return replaced(text, Span(place, place + 1), rng.choice(others))[0], Span(*match.span(1))
