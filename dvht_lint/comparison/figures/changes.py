"""What a figure says of a change: which way it goes, and whether it is the step or the level that is reached.

"Up 9%", "9% more" and "an increase of 9%" go one way, "a fall of 9%" the other; "by 20%" is a step, "to 20%" a level.
Only the words right beside a figure are looked at.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dvht_lint import lexicons
from dvht_lint.model import Kind, Quantity
from dvht_lint.text import Span

__all__ = ["Beside", "direction", "role_of_change", "same_beside"]

_UP = lexicons.words("changes", "up")
_DOWN = lexicons.words("changes", "down")
_CHANGING = lexicons.words("changes", "changing")
_BETWEEN = lexicons.words("changes", "between")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|[.,;:!?()](?!\d)")
_REACH = 48
"""How many characters before a figure are looked at."""
_LINES = frozenset({"below", "above", "under", "over", "beyond", "past"})
_STEPS = 4
_ROLES = {"by": "step", "to": "level", "from": "start"}


class Beside(NamedTuple):
    """What a word beside a figure says of it, and where the word stands."""

    says: str
    span: Span


def direction(text: str, q: Quantity) -> Beside | None:
    """`up` or `down`, as the word right after the figure or shortly before it says; None where none does."""
    return _after(text, q) or _before(text, q)


def same_beside(one: str, c: Quantity, other: str, s: Quantity) -> bool:
    """Whether the same words stand beside two figures of one kind, so that they say the same of a change."""
    if c.kind is not s.kind:
        return False
    mine, its = _start(c), _start(s)
    if one[max(0, mine - _REACH) : mine] != other[max(0, its - _REACH) : its]:
        return False
    return one[c.span.end : c.span.end + _REACH] == other[s.span.end : s.span.end + _REACH]


def _start(q: Quantity) -> int:
    before = q.qualifier_span is not None and q.qualifier_span.end <= q.span.start
    return q.qualifier_span.start if q.qualifier_span is not None and before else q.span.start


def _after(text: str, q: Quantity) -> Beside | None:
    words = _WORD.finditer(text, q.span.end, q.span.end + _REACH)
    found = next(words, None)
    if found is None:
        return None
    word = found[0].lower()
    if q.kind is Kind.MULTIPLE and word == "as":
        found = next(words, found)
        return Beside("down" if found[0].lower() in {"few", "little", "low", "small"} else "up", Span(*found.span()))
    return _said(word, Span(*found.span()))


def _said(word: str, span: Span) -> Beside | None:
    if word in _UP:
        return Beside("up", span)
    return Beside("down", span) if word in _DOWN else None


def _before(text: str, q: Quantity) -> Beside | None:
    for word, span in _backwards(text, _start(q)):
        if said := _said(word, span):
            return said if word in _CHANGING else None
        if word not in _BETWEEN and not word.endswith("ly"):
            return None
    return None


def _backwards(text: str, end: int) -> list[tuple[str, Span]]:
    """The last words before an offset, the nearest first."""
    start = max(0, end - _REACH)
    words = [*_WORD.finditer(text, start, end)][-_STEPS:]
    return [(m[0].lower(), Span(*m.span())) for m in reversed(words)]


def _crosses(text: str, q: Quantity) -> bool:
    """Whether the bound of a figure is a line that is crossed: "dropped below 12%"."""
    return q.qualifier_span is not None and q.qualifier_span.cut(text).lower() in _LINES


def role_of_change(text: str, q: Quantity) -> Beside | None:
    """`step`, `level` or `start`: what "by", "to" and "from" after a word of change make of a figure; None for others."""
    before = _backwards(text, _start(q))
    if before and before[0][0] in _CHANGING:
        return Beside("level" if _crosses(text, q) else "step", before[0][1])
    if not before or before[0][0] not in _ROLES:
        return None
    says, span = _ROLES[before[0][0]], before[0][1]
    if any(word in _CHANGING for word, _ in before[1:]):
        return Beside(says, span)
    return None
