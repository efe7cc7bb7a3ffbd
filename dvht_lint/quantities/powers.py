"""Powers of ten: the factor of "4 × 10⁶", "4x10^-2" and "10^6"."""

from __future__ import annotations

from dvht_lint.quantities.numeral import Number
from dvht_lint.quantities.tokens import HYPHENS, Tokens

__all__ = ["with_power"]

_TIMES = frozenset("x×*·⋅")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LARGEST = 30


def with_power(t: Tokens, number: Number) -> Number | None:
    """The number with the power of ten that follows it, or that it is the base of; None where there is none."""
    i = number.stop
    if t.lowers[i] in _TIMES and t.words[i + 1] == "10" and (power := _exponent(t, i + 2)):
        exponent, stop = power
        value, resolution = number.value, number.resolution
    elif number.value == 10 and t.words[i] in {"^", "⁻"} and (power := _exponent(t, i)):
        # A raised digit alone may be the mark of a note: "10⁶" counts ten of something.
        exponent, stop = power
        value, resolution = 1.0, 1.0
    else:
        return None
    factor = 10.0**exponent
    return number._replace(value=value * factor, stop=stop, resolution=resolution * factor, magnitude=factor)


def _exponent(t: Tokens, i: int) -> tuple[int, int] | None:
    """The exponent glued to a base at token `i`, raised or after "^", and the token after it."""
    if not t.glued(i):
        return None
    caret = t.words[i] == "^"
    i += caret
    negative = t.words[i] in HYPHENS if caret else t.words[i] == "⁻"
    i += negative
    digits = t.words[i] if caret else t.words[i].translate(_RAISED)
    raised = caret or digits != t.words[i]
    if not (raised and t.glued(i) and digits.isascii() and digits.isdigit() and len(digits) <= 2):
        return None
    exponent = int(digits)
    return (-exponent if negative else exponent, i + 1) if exponent <= _LARGEST else None
