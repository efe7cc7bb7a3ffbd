"""“May” became “will”, “often” became “always”."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted, exchange_word
from dvht_lint.text import Span

NAME = "certainty-raised"
EXPECTED = ("DV404",)


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Exchange a word of certainty for a stronger one."""
    del quantities
    return exchange_word(text, "certainty-raised", rng, fits=_says_how_sure)


def _says_how_sure(text: str, span: Span) -> bool:
    """Whether a word is not an ability denied ("could not meet") or a month."""
    return not text.startswith((" not", " be able"), span.end) and not (span.cut(text) == "May" and span.start)
