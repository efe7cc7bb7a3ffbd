"""A figure made of a number as it is written."""

from __future__ import annotations

from dvht_lint.model import Kind
from dvht_lint.quantities.figure import Figure
from dvht_lint.quantities.numeral import Number
from dvht_lint.quantities.tokens import WORD, Tokens

__all__ = ["in_words", "make_figure"]


def in_words(t: Tokens, i: int) -> bool:
    """Whether the number at a token is written in words."""
    return t.kinds[i] == WORD


def make_figure(kind: Kind, t: Tokens, i: int, stop: int, number: Number, *, scale: float = 1.0) -> Figure:
    """The figure of a number from token `i` up to `stop`; `scale` is what one of its unit is in base units."""
    value = number.value * scale
    return Figure(
        kind,
        i,
        stop,
        value,
        value,
        scale=scale,
        resolution=number.resolution * scale,
        factor=number.magnitude,
        malformed=number.malformed,
        words=in_words(t, i),
        single=in_words(t, i) and not number.compound and number.value == 1,
    )
