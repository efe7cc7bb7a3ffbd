"""One end of a range moved."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted, replaced
from dvht_lint.text import Span

NAME = "range-bound-moved"
EXPECTED = ("DV502",)

_LAST = re.compile(r"([0-9]{1,3})(?![0-9,.])[^0-9]*$")


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Add to the upper end of a range, or take from it."""
    ranges = [q for q in quantities if q.is_statistic and q.is_range and _LAST.search(q.text)]
    if not ranges:
        return None
    figure = rng.choice(ranges)
    match = _LAST.search(figure.text)
    assert match
    low, high = figure.value_low, float(match[1])
    step = 5 if high >= 20 else 1
    new = high - step if high - step > low and rng.random() < 0.5 else high + step
    start = figure.span.start + match.start(1)
    return replaced(text, Span(start, start + len(match[1])), f"{new:g}")
