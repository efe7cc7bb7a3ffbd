"""The word lists that citations need: given names, nouns that name a body, places of publication."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dvht_lint.lexicons import line_of, load

__all__ = [
    "CAPITALS",
    "FAMILY",
    "cities",
    "countries",
    "given_names",
    "has_body_noun",
    "in_dictionary",
    "is_acronym",
    "is_common_word",
    "names_body",
    "regions",
    "title_cased",
]

CAPITALS = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶŁĻŃŅŇŌŐŘŚŞŠȘŢȚŤŪŮŰŲŹŻŽ"
"""Capital letters of the Latin script, for a class of a pattern: names begin with any of them."""
FAMILY = rf"[{CAPITALS}][\w'’-]+"
"""A family name of one word."""
_SMALL_WORDS = frozenset(
    "a an the and or of in on at by to for from with against de la del des du et y e für der und".split()
)
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
    return has_body_noun(text) or any(is_acronym(word) and len(word) > 2 for word in _words(text))


def has_body_noun(text: str) -> bool:
    """Whether a word of a text is a noun by which organisations name themselves."""
    if text.startswith("Statistics ") and re.sub(r"^Statistics | \(.*$", "", text) in countries():
        return True
    return any(word.lower().strip(".") in _list("bodies") for word in _words(text))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_][\w'’.-]*", text)


_ENDINGS = (
    ("ies", "y"),
    ("ing", ""),
    ("ing", "e"),
    ("ed", ""),
    ("ed", "e"),
    ("es", ""),
    ("ly", ""),
    ("er", ""),
    ("s", ""),
)
_BEGINNINGS = re.compile(r"(?:non|anti|multi|inter|trans|post|pre|re|un|sub|over|under|self|co)-?(?=[a-z]{4})")


@lru_cache(maxsize=1 << 14)
def is_common_word(word: str) -> bool:
    """Whether a word stands in the dictionary of English (WordNet), itself or without its endings and beginnings."""
    word = word.lower().strip(".,:;'’")
    stems = {word, *(word.removesuffix(end) + stem for end, stem in _ENDINGS if word.endswith(end))}
    stems |= {_BEGINNINGS.sub("", stem, count=1) for stem in stems}
    if any(map(_is_known, stems)):
        return True
    last = word.rpartition("-")[2]
    return last != word and last not in given_names() and is_common_word(last)  # "Wavelet-Based", not "Hans-Peter"


def in_dictionary(word: str) -> bool:
    """Whether a word stands in the dictionary of English (WordNet) as it is."""
    return _is_known(word.lower())


def title_cased(text: str) -> bool:
    """Whether all words of a text but its particles begin with capitals, as the name of a body does."""
    words = _words(text)
    return bool(words) and all(w[0].isupper() or w.lower() in _SMALL_WORDS for w in words)


def _is_known(word: str) -> bool:
    return word in _FUNCTION_WORDS or line_of(word) is not None or word in _irregular()


@cache
def _irregular() -> frozenset[str]:
    """The inflected forms that no ending tells: "women", "children", "lives"."""
    return frozenset(form for forms in load("forms")["irregular"].values() for form in forms.split())
