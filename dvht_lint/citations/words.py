"""The word lists that citations need: given names, nouns that name a body, places of publication."""

from __future__ import annotations

import re
from functools import cache

from dvht_lint.lexicons import load, read

__all__ = ["cities", "countries", "given_names", "is_acronym", "is_common_word", "names_body", "regions"]

# The dictionary has no pronouns, prepositions, conjunctions and articles; a title may begin with one.
_FUNCTION_WORDS = frozenset(
    "a an the and or but nor of in on at by to for from with without against about after before between beyond during "
    "into onto over through toward towards under upon within among across since until while when where why how what "
    "which who whom whose this that these those my our your his her their its we you they he she it i is are was were "
    "be been not if as than then can could may might must shall should will would do does did let".split()
)


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(load("citation_names")[name])


def given_names() -> frozenset[str]:
    """Common given names, lower case."""
    return _list("given")


def cities() -> frozenset[str]:
    """Cities that a citation may name without their country."""
    return _list("cities")


def regions() -> frozenset[str]:
    """States and provinces, in full and abbreviated."""
    return _list("regions")


def countries() -> frozenset[str]:
    """Countries by their short names."""
    return _list("countries")


def is_acronym(text: str) -> bool:
    """Whether a text is one short form in capitals: `ILO`, `UNODC`, `U.S.`."""
    return bool(re.fullmatch(r"[A-Z][A-Za-z]{0,6}[A-Z]|(?:[A-Z]\.){2,}", text.strip()))


def names_body(text: str) -> bool:
    """Whether a text names an organisation: an acronym, or words of which one is a body's noun."""
    words = re.findall(r"[^\W\d_][\w'’.-]*", text)
    if any(word.lower().strip(".") in _list("bodies") for word in words):
        return True
    return any(is_acronym(word) and len(word) > 2 for word in words)


def is_common_word(word: str) -> bool:
    """Whether a word stands in the dictionary of English (WordNet), itself or without a plural's ending."""
    word = word.lower()
    return word in _dictionary() or (word.endswith("s") and word[:-1] in _dictionary())


@cache
def _dictionary() -> frozenset[str]:
    return frozenset(line.partition(" ")[0] for line in read("wordnet.txt").splitlines()) | _FUNCTION_WORDS
