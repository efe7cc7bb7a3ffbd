"""What a number is called that is a name or a place in a text, and no figure."""

from __future__ import annotations

from typing import NamedTuple

from dvht_lint.model import Kind
from dvht_lint.quantities.tokens import Tokens

__all__ = ["Label", "squeezed"]


class Label(NamedTuple):
    """A number that is a name or a place in a text; `name` is what it belongs to, in lower case."""

    kind: Kind
    start: int
    stop: int
    value: float
    name: str


def squeezed(t: Tokens, start: int, stop: int) -> str:
    """Tokens `start` up to `stop` written as one word, for comparing names."""
    return "".join(t.lowers[start:stop]).replace(".", "")
