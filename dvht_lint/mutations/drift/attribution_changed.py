"""Another body is credited."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from dvht_lint.lexicons import load
from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted, replaced
from dvht_lint.text import Span

NAME = "attribution-changed"
EXPECTED = ("DV408", "DV407")

_CREDIT = re.compile(r"\b[Aa]ccording to ((?:the )?[A-Z][\w.-]*(?: (?:(?:of|on|for|and|the|to) )*[A-Z][\w.-]*)*)")


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Credit a body that the text does not name."""
    del quantities
    match = _CREDIT.search(text)
    bodies: list[str] = [body for body in load("mutations")["attribution-changed"] if body[4:] not in text]
    if not match or not bodies:
        return None
    return replaced(text, Span(*match.span(1)), rng.choice(bodies))
