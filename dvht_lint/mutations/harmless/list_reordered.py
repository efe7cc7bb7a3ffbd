"""Two items of a list changed places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted, replaced
from dvht_lint.text import Span

NAME = "list-reordered"
EXPECTED: tuple[str, ...] = ()
_LIST = re.compile(r", ([a-z][a-z -]{2,30}), ([a-z][a-z -]{2,30}),(?=(?: [a-z][a-z -]{2,30},){0,30} (?:and|or) )")


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Exchange two inner items of a list."""
    del quantities, rng
    match = _LIST.search(text)
    if not match:
        return None
    return replaced(text, Span(*match.span()), f", {match[2]}, {match[1]},")
