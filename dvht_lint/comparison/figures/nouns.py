"""Which nouns may stand for one another when something is counted."""

from __future__ import annotations

from functools import cache

from dvht_lint.lexicons import load

__all__ = ["is_person", "same_things", "span_words", "stands_for"]


@cache
def _tables() -> tuple[frozenset[str], frozenset[str], dict[str, frozenset[int]]]:
    entries = load("counted_nouns")
    groups: dict[str, set[int]] = {}
    for number, group in enumerate(entries["synonyms"]):
        for noun in group:
            groups.setdefault(noun, set()).add(number)
    return frozenset(entries["people"]), frozenset(entries["anyone"]), {n: frozenset(g) for n, g in groups.items()}


def is_person(noun: str) -> bool:
    """Whether the noun counts people."""
    return noun in _tables()[0] or (noun.endswith("ee") and len(noun) > 5 and noun not in _THINGS)


_THINGS = frozenset({"committee", "guarantee", "degree", "jubilee", "pedigree", "coffee"})
"""Nouns in "-ee" that are nobody: an interviewee, a trainee and a detainee are."""


def same_things(one: str, other: str) -> bool:
    """Whether the two nouns count the same things."""
    if one == other or (len(one) > 3 and len(other) > 3 and (one.endswith(other) or other.endswith(one))):
        return True
    groups = _tables()[2]
    return not groups.get(one, frozenset()).isdisjoint(groups.get(other, frozenset()))


def stands_for(claim: str, statement: str) -> bool:
    """Whether a claim may count `claim` where its statement counts `statement`: the same things, or people in general."""
    return same_things(claim, statement) or (claim in _tables()[1] and is_person(statement))


@cache
def span_words() -> frozenset[str]:
    """Words that name a span of time: week, monthly, lifetime."""
    return frozenset(word for forms in load("rivals")["spans of time"] for word in forms.split())
