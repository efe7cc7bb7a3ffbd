"""A body bears another name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted, exchange_word
from dvht_lint.text import Span

NAME = "entity-changed"
EXPECTED = ("DV407", "DV408")

_NAME = re.compile(r"\b[A-Z][\w-]+(?: (?:(?:of|on|for|and|the|to|against) )*[A-Z][\w-]+)+")


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Exchange one word of a name of several words."""
    del quantities
    names = [Span(*match.span()) for match in _NAME.finditer(text)]
    return exchange_word(text, "entity-changed", rng, names, _has_capital) if names else None


def _has_capital(text: str, span: Span) -> bool:
    return text[span.start].isupper()
