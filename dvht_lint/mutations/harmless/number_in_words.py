"""12 was written twelve, or twelve 12."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from dvht_lint.model import Kind, Quantity
from dvht_lint.mutations.planting import Planted, capital_of, replaced

NAME = "number-in-words"
EXPECTED: tuple[str, ...] = ()
_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_OTHER = {str(value): word for value, word in enumerate(_WORDS, start=2)}
_OTHER |= {word: digits for digits, word in _OTHER.items()}


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Write a small whole number the other way."""
    small = [q for q in quantities if q.kind is Kind.NUMBER and not q.is_range and q.text.lower() in _OTHER]
    if not small:
        return None
    figure = rng.choice(small)
    return replaced(text, figure.span, capital_of(figure.text, _OTHER[figure.text.lower()]))
