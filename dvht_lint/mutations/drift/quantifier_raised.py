"""“Some” became “most”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted, exchange_word
from dvht_lint.text import Span

NAME = "quantifier-raised"
EXPECTED = ("DV405",)

_PLURAL = re.compile(r" (?:of\b|(?:[a-z]+ ){0,2}?(?:[a-z]+s|women|men|children|people)\b)")
_NO_COUNT = re.compile(r"\b(?:at|the|as|so|too|how) $")


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Exchange a quantifier for another."""
    del quantities
    return exchange_word(text, "quantifier-raised", rng, fits=_counts)


def _counts(text: str, span: Span) -> bool:
    """Whether a word counts the noun after it: not "at some time", not "some 20,000", not "the most common"."""
    return bool(_PLURAL.match(text, span.end)) and not _NO_COUNT.search(text, 0, span.start)
