"""Places: what a word or name places a text in, and which place holds which.

Places and the places that hold them are WordNet's; nationalities lead to their countries by derivation.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from dvht_lint import lexicons
from dvht_lint.comparison.aligning import wordnet
from dvht_lint.comparison.aligning.reading import Wording

__all__ = ["GROUP", "NATIONAL", "WORLD", "Place", "holds", "is_place", "nationality", "read_places", "senses"]

WORLD, NATIONAL, GROUP = 0, 1, 2
"""The kinds of area that have no name: the world, the nation, a group of countries."""


class Place(NamedTuple):
    """A place that the words `[start, end)` name."""

    start: int
    end: int
    senses: frozenset[int]
    adjective: bool
    area: int
    """-1, or which kind of area without a name."""


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
        s for s in found.senses.get("n", ())[:3] if wordnet.field(s) in {"15i", "15", "14i", "17i"} and _is_named(s)
    )


@cache
def _is_named(sense: int) -> bool:
    return wordnet.field(sense).endswith("i") or bool(wordnet.wholes(sense))


@lru_cache(maxsize=4096)
def _opens_longer(word: str) -> bool:
    """Whether a place of several words may begin with a word."""
    return word == "the" or lexicons.begins(word) or any(name.startswith(f"{word}_") for name in _short())


@lru_cache(maxsize=4096)
def nationality(word: str) -> frozenset[int]:
    """The places that a nationality or other adjective of place belongs to: "Kenyan" to Kenya."""
    if word in _short():
        return senses(word)
    found = wordnet.entry(word)
    if found is None or "a" not in found.senses:
        return frozenset()
    return frozenset(s for relative in found.relatives for s in senses(relative) if wordnet.field(s) == "15i")


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


@lru_cache(maxsize=1024)
def read_places(wording: Wording) -> tuple[Place, ...]:
    """The places of a text, in order."""
    found: list[Place] = []
    for phrase in wording.of("area"):
        adjective = wording.forms[phrase.start].low == "global"
        found.append(Place(phrase.start, phrase.end, frozenset(), adjective, phrase.step))
    end = 0
    for at in [at for at, capital in enumerate(wording.capitals) if capital]:
        place = _place_at(wording, at) if at >= end else None
        if place is not None:
            found.append(place)
            end = place.end
    return tuple(sorted(found))


def _place_at(wording: Wording, at: int) -> Place | None:
    """The longest place that starts at a word."""
    opens = at == 0 or wording.sentence[at] != wording.sentence[at - 1]
    alone = at + 1 == wording.size or not wording.forms[at + 1].capital
    if opens and alone and wordnet.is_common(wording.forms[at].lemma):
        return None
    end = at + 1
    # Most names open no place of several words, so that nothing longer need be looked for.
    last = min(at + 4, wording.size) if _opens_longer(wording.lows[at]) else end
    while end < last and (wording.forms[end].capital or not wording.forms[end].content):
        end += 1
    for stop in range(end, at, -1):
        name = key(wording, at, stop)
        named, of = senses(name), nationality(name)
        if (named or of) and not _is_inside_name(wording, at, stop):
            adjective = bool(of) and (not named or (stop < wording.size and not wording.comma[stop]))
            return Place(at, stop, of if adjective else named, adjective, -1)
    return None


def _is_inside_name(wording: Wording, start: int, end: int) -> bool:
    """Whether a place is part of a longer name: "Florida Coalition", "University of Kansas", "Ana Paris"."""
    forms = wording.forms
    after = end < wording.size and forms[end].capital and _one_space(wording, end)
    before = start > 0 and forms[start - 1].capital and forms[start - 1].content and _one_space(wording, start)
    of = start > 1 and forms[start - 1].low in {"of", "at"} and forms[start - 2].capital and forms[start - 2].content
    return after or before or of


def _one_space(wording: Wording, at: int) -> bool:
    return wording.text[wording.ends[at - 1] : wording.starts[at]] == " "
