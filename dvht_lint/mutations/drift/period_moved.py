"""A year is another year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted, replaced
from dvht_lint.text import Span

NAME = "period-moved"
EXPECTED = ("DV506",)

_YEAR = re.compile(r"(?<![\w(-])(?:19|20)[0-9]{2}(?![\w)%]|[,.][0-9])")


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Move a year of a text with a figure by one."""
    figures = [q.span for q in quantities if q.is_statistic]
    years = [m for m in _YEAR.finditer(text) if not any(s.start <= m.start() < s.end for s in figures)]
    if not figures or not years:
        return None
    match = rng.choice(years)
    return replaced(text, Span(*match.span()), str(int(match.group()) - 1))
