"""The surroundings of a figure, as weighted words: what tells the role of one figure from that of another."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from dvht_lint.model import Kind, Quantity
from dvht_lint.text import Span
from dvht_lint.words import FUNCTION_WORDS, stem

__all__ = ["Profile", "profiles", "similarity", "stems_of"]

Profile = Mapping[str, float]

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|[.!?;,](?=\s|$)")
_REACH = 8
_SPLITTERS = frozenset({",", "and", "or", "while", "but"})
_SPLIT = 0.4
"""What a word beyond a comma or conjunction weighs: it may belong to the next figure."""
_DATES = frozenset({Kind.DATE, Kind.PERIOD})


def stems_of(text: str) -> frozenset[str]:
    """The stems of the content words of a text."""
    return frozenset(stem(w) for w in _WORD.findall(text.lower()) if w[0].isalpha() and w not in FUNCTION_WORDS)


def profiles(text: str, quantities: Sequence[Quantity]) -> list[dict[str, float]]:
    """For each figure the stems around it, the nearer the heavier, up to the next figure or the end of the sentence.

    A date is no border but a word of its own, so that "15% in 2010" and "12% in 2015" differ; nor does a figure stand
    between a date and what happened then ("In 2019, 8.2% of students …").
    """
    items = [(m.start(), m[0]) for m in _WORD.finditer(text.lower())]
    for q in (q for q in quantities if q.kind in _DATES):
        inside = slice(bisect_left(items, (q.span.start,)), bisect_left(items, (q.span.end,)))
        items[inside] = [(q.span.start, f"@{q.low:.0f}")]
    starts = [start for start, _ in items]
    borders = [q.span for q in quantities if q.kind not in _DATES and not q.incidental]
    return [
        _around(q, items, starts, [] if q.kind in _DATES else [b for b in borders if b != q.span]) for q in quantities
    ]


def _around(q: Quantity, items: list[tuple[int, str]], starts: list[int], borders: list[Span]) -> dict[str, float]:
    found: dict[str, float] = {}
    left, right = bisect_left(starts, q.span.start), bisect_left(starts, q.span.end)
    for step, at in ((-1, left - 1), (1, right)):
        weight = 1.0
        for i in range(at, at + step * _REACH, step):
            if not 0 <= i < len(items):
                break
            start, word = items[i]
            if word in ".!?;" or _crosses(q, start, borders):
                break
            weight *= _SPLIT if word in _SPLITTERS else 0.85
            if word == ",":
                continue
            if word not in FUNCTION_WORDS:
                key = word if word.startswith("@") else stem(word)
                found[key] = max(found.get(key, 0.0), weight)
    return found


def _crosses(q: Quantity, at: int, borders: list[Span]) -> bool:
    """Whether another figure stands between `q` and an offset."""
    for border in borders:
        start = border.start
        if q.span.end <= start <= at or at <= start < q.span.start:
            return True
    return False


def similarity(one: Profile, other: Profile) -> float:
    """How much two surroundings share, 0 to 1, of the smaller of the two."""
    if not one or not other:
        return 0.0
    shared = sum(min(weight, other[word]) for word, weight in one.items() if word in other)
    return shared / max(min(sum(one.values()), sum(other.values())), 1e-9)
