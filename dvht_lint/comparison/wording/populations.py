"""Populations: of whom a text speaks, and which of them holds which."""

from __future__ import annotations

from functools import cache, lru_cache

from dvht_lint import lexicons
from dvht_lint.comparison.aligning.reading import Wording

__all__ = ["both", "comparable", "of", "wider"]

_AGES_AND_SEXES = frozenset({"adult", "child", "female", "male", "youth"})


_TOGETHER = {
    frozenset(pair.split()): frozenset(names.split())
    for pair, names in {
        "mother father": "parent",
        "husband wife": "spouse partner",
        "woman man": "adult people",
        "female male": "people",
        "girl boy": "child",
        "daughter son": "child",
        "adult child": "people",
    }.items()
}


@cache
def wider() -> dict[str, frozenset[str]]:
    """By population: itself and all wider ones."""
    entries: dict[str, list[str] | str] = lexicons.load("populations")

    def above(word: str) -> frozenset[str]:
        parents = entries.get(word, ())
        return (
            frozenset({word}).union(*(above(parent) for parent in parents))
            if not isinstance(parents, str)
            else above(parents)
        )

    return {word: above(word) for word in entries}


def of(wording: Wording, at: int) -> str:
    """The population that a word names, in the singular, or nothing."""
    return _named_by(wording.forms[at].lemma)


@lru_cache(maxsize=1 << 12)
def _named_by(lemma: str) -> str:
    entries: dict[str, list[str] | str] = lexicons.load("populations")
    for word in (lemma, lemma[:-1] if lemma.endswith("s") else ""):
        if word in entries:
            same = entries[word]
            return same if isinstance(same, str) else word
    return ""


def both(one: str, other: str) -> frozenset[str]:
    """What two populations are together: mothers and fathers are parents; empty where they leave anybody out."""
    return _TOGETHER.get(frozenset({one, other}), frozenset())


def comparable(one: str, two: str) -> bool:
    """Whether one population holds the other, or both are told by age or sex: a student may be a man, a girl is no woman."""
    table = wider()
    if one in table[two] or two in table[one]:
        return True
    return not (_AGES_AND_SEXES.isdisjoint(table[one]) or _AGES_AND_SEXES.isdisjoint(table[two]))
