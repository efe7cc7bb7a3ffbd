"""Places: what a word or name places a text in, and which place holds which.

Places and the places that hold them are WordNet's; nationalities lead to their countries by derivation.
"""

from __future__ import annotations

from functools import cache, lru_cache

from dvht_lint import lexicons
from dvht_lint.comparison import wordnet
from dvht_lint.comparison.reading import Wording

__all__ = ["holds", "is_place", "nationality", "senses"]


@cache
def _short() -> dict[str, str]:
    table: dict[str, str] = lexicons.load("places")["short"]
    return table


@lru_cache(maxsize=4096)
def senses(name: str) -> frozenset[int]:
    """The places that a name (lower case, `_` for spaces) stands for; empty where it is none."""
    name = _short().get(name, name)
    found = wordnet.entry(name)
    if found is None:
        return frozenset()
    return frozenset(
        s for s in found.senses.get("n", ())[:3] if wordnet.field(s) in {"15i", "15", "14i"} and _is_named(s)
    )


@cache
def _is_named(sense: int) -> bool:
    return wordnet.field(sense).endswith("i") or bool(wordnet.wholes(sense))


@lru_cache(maxsize=4096)
def nationality(word: str) -> frozenset[int]:
    """The places that a nationality or other adjective of place belongs to: "Kenyan" to Kenya."""
    if word in _short():
        return senses(word)
    found = wordnet.entry(word)
    if found is None or "a" not in found.senses:
        return frozenset()
    return frozenset(s for relative in found.relatives for s in senses(relative))


@lru_cache(maxsize=4096)
def holds(wide: frozenset[int], narrow: frozenset[int]) -> bool:
    """Whether one of the first places is, or holds, one of the second."""
    return any(n in wide or not wide.isdisjoint(wordnet.wholes(n)) for n in narrow)


def key(wording: Wording, start: int, end: int) -> str:
    """The dictionary's key of a run of words."""
    lows = [form.low for form in wording.forms[start:end]]
    while lows and lows[0] == "the":
        lows = lows[1:]
    if len(lows) == 1 and not wording.forms[end - 1].content and lows[0] != "us":
        return ""
    return "_".join(lows)


def is_place(wording: Wording, start: int, end: int) -> bool:
    """Whether a run of words names a place or a nationality."""
    name = key(wording, start, end)
    return bool(senses(name) or nationality(name))
