"""A statement holds without its condition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted
from dvht_lint.text import Span

NAME = "condition-dropped"
EXPECTED = ("DV411",)

_CONDITION = re.compile(
    r"(?:^|,? )(?:[Ii]f|[Uu]nless|[Ww]hen|[Pp]rovided that|[Ee]xcept|[Oo]nly if|[Aa]s long as) [^,.;?!]{8,90}(?=[,.;]|$)"
)


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Drop a clause with “if”, “when”, “unless” or the like."""
    del quantities
    found = list(_CONDITION.finditer(text))
    if not found:
        return None
    match = rng.choice(found)
    start = match.start()
    if start == 0:
        rest = text[match.end() :].lstrip(" ,")
        return rest[:1].upper() + rest[1:], Span(0, 0)
    return text[:start] + text[match.end() :], Span(start, start)
