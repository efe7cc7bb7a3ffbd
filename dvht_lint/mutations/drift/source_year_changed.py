"""A work is cited with another year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.base import Target
from dvht_lint.mutations.planting import Planted, replaced
from dvht_lint.text import Span

NAME = "source-year-changed"
EXPECTED = ("DV301", "DV307")  # another year than elsewhere, or one before what the work reports
TARGET = Target.SOURCE
_YEAR = re.compile(r"(?<=\()(?:19|20)[0-9]{2}(?=\))")


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Move the year of a citation by ten."""
    del quantities, rng
    match = _YEAR.search(text)
    if not match:
        return None
    year = int(match.group())
    return replaced(text, Span(*match.span()), str(year + 10 if year < 2010 else year - 10))
