"""Superlatives said by a denial: "no other county is poorer" is "the poorest county"."""

from __future__ import annotations

from dvht_lint.comparison.aligning import wordnet
from dvht_lint.comparison.aligning.alignment import Alignment
from dvht_lint.comparison.wording.negations import Negation

__all__ = ["is_superlative"]

_NOBODY = frozenset({"no", "none", "nobody", "nothing"})
_COMPARING = frozenset({"than", "more", "less", "greater"})
_RANKS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth nd rd th".split())
_FIRST = frozenset({"most", "first", "last", "only", "least", "top"})


def is_superlative(alignment: Alignment, one: Negation, linked: int) -> bool:
    """Whether "no other county is poorer" says what "the poorest county" says."""
    left, right = alignment.left, alignment.right
    if left.lows[one.start] not in _NOBODY:
        return False
    clause = [at for at in range(one.end, left.size) if left.sentence[at] == left.sentence[one.start]]
    compares = any(left.lows[at] in _COMPARING or _ends(left.lows[at], "er") for at in clause)
    there = [at for at in right.ranges[right.sentence[linked]] if at == 0 or right.lows[at - 1] not in _RANKS]
    return compares and any(right.lows[at] in _FIRST or _ends(right.lows[at], "est") for at in there)


def _ends(low: str, ending: str) -> bool:
    """Whether a word is a comparative or superlative by its form: what is left without the ending is a word."""
    stem = low.removesuffix(ending)
    bases = (stem, stem + "e", stem[:-1] + "y", stem[:-1])
    entries = [wordnet.entry(base) for base in bases] if low.endswith(ending) and len(stem) > 2 else []
    return any(found is not None and "a" in found.senses for found in entries)
