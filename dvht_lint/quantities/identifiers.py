"""Phone numbers and short codes, so that none of their digits is taken for a figure; the contact rules read them."""

from __future__ import annotations

from dvht_lint.model import Kind
from dvht_lint.quantities.label import Label
from dvht_lint.quantities.tokens import HYPHENS, NUMBER, WORD, Tokens, word_set

__all__ = ["read_identifier"]

_CALLING = word_set(
    "call calling dial dialing phone telephone tel tel. fax text texting texts sms hotline helpline lifeline reach "
    "reached"
)
_RIGHT_BEFORE = word_set("to text texting code at ( dial call calling")
_AMERICAN = ([1, 3, 3, 4], [3, 3, 4], [1, 3, 7])
_OTHERS = ([3, 4], [3, 3], [5], [6], [2, 2, 2, 2], [2, 2, 2, 2, 2], [4, 3, 3], [5, 3, 3], [4, 6], [4, 3, 4])
"""Groups of digits that are a number to call or text only where the words before say so."""


def read_identifier(t: Tokens, i: int) -> Label | None:
    """A phone number or short code that begins at token `i`."""
    groups: list[str] = []
    j = i
    bracket = t.words[j] == "("
    if bracket or t.words[j] == "+":
        j += 1
    while (t.kinds[j] == NUMBER and t.words[j].isdigit()) or (groups and _vanity(t, j)):
        groups.append(t.words[j])
        j += 1
        if t.words[j] == ")" and bracket:
            j += 1
            bracket = False
        if len(groups) > 5 or not _separated(t, j):
            break
        if t.words[j] in HYPHENS or t.words[j] == ".":
            j += 1
    if bracket or not groups:
        return None
    shape = [len(group) for group in groups]
    if shape in _OTHERS and len(groups) > 1 and j - i < 2 * len(groups) - 1:
        return None
    if not _is_phone(t, i, shape, vanity=not groups[-1].isdigit()):
        return None
    kind = Kind.PHONE if sum(shape) >= 7 else Kind.CODE
    return Label(kind, i, j, 0.0, "".join(groups).lower())


def _vanity(t: Tokens, i: int) -> bool:
    return t.kinds[i] == WORD and t.words[i].isupper() and len(t.words[i]) >= 3 and t.words[i - 1] in HYPHENS


def _separated(t: Tokens, i: int) -> bool:
    """Whether a group of digits may follow: after a hyphen or point without spaces, or after one space."""
    if t.words[i] in HYPHENS or t.words[i] == ".":
        return t.glued(i) and t.glued(i + 1)
    return t.kinds[i] == NUMBER and t.starts[i] <= t.ends[i - 1] + 1


def _is_phone(t: Tokens, i: int, shape: list[int], *, vanity: bool) -> bool:
    if t.words[i] == "+":
        return sum(shape) >= 8
    if vanity:
        return sum(shape) >= 9
    if shape in _AMERICAN:
        return True
    if shape not in _OTHERS or _CALLING.isdisjoint(t.lowers[max(0, i - 6) : i]):
        return False
    return len(shape) > 1 or t.lowers[i - 1] in _RIGHT_BEFORE
