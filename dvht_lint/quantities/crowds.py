"""Numbers that only name their order: "dozens", "thousands of women", "hundreds of thousands"."""

from __future__ import annotations

from dvht_lint.model import Kind, Qualifier
from dvht_lint.quantities.figure import Figure
from dvht_lint.quantities.tokens import Tokens

__all__ = ["CROWDS", "read_crowd"]

CROWDS = {
    "tens": 10.0, "dozens": 12.0, "scores": 20.0, "hundreds": 100.0, "thousands": 1e3, "millions": 1e6, "billions": 1e9,
    "trillions": 1e12,
}  # fmt: skip
_OVER = frozenset({"tens", "dozens", "hundreds", "thousands"})
_COUNTED_BY = frozenset({"thousands", "millions", "billions", "trillions"})
_NAMES = frozenset({"tens", "scores"})
"""Words that are a number only before "of": test scores, the tens."""


def read_crowd(t: Tokens, i: int) -> Figure | None:
    """The order of magnitude at token `i`: at least one of it; the "of" before what is counted belongs to it."""
    word = t.lowers[i]
    value = CROWDS.get(word)
    if value is None or t.hyphen(i - 1):
        return None
    stop = i + 1
    if word in _OVER and t.lowers[stop] == "of" and t.lowers[stop + 1] in _COUNTED_BY:
        value *= CROWDS[t.lowers[stop + 1]]
        stop += 2
    if t.lowers[stop] == "of":
        stop += 1
    elif word in _NAMES:
        return None
    figure = Figure(Kind.NUMBER, i, stop, value, value, words=True, single=True, factor=value)
    figure.qualifier = Qualifier.AT_LEAST
    return figure
