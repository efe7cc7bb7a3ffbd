"""A link to an e-mail address opens nothing."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.base import Target
from dvht_lint.mutations.planting import Planted, replaced
from dvht_lint.text import Span

NAME = "scheme-mistyped"
EXPECTED = ("DV602",)
TARGET = Target.CONTACT


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Write malito: for mailto:."""
    del quantities, rng
    at = text.find("mailto:")
    return replaced(text, Span(at, at + 6), "malito") if at >= 0 else None
