"""What WordNet says of two words: the same, opposite, one a kind of the other, two kinds of one thing."""

from __future__ import annotations

from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from dvht_lint import lexicons

__all__ = [
    "Entry",
    "Relation",
    "ancestors",
    "entry",
    "exclusive",
    "is_common",
    "lemma",
    "opposites",
    "relation",
    "verb",
    "wholes",
]


class Relation(StrEnum):
    """How the first of two words stands to the second."""

    SAME = "same"
    OPPOSITE = "opposite"
    WIDER = "wider"
    NARROWER = "narrower"
    SIBLING = "sibling"
    """Two kinds of one thing: what is the one is not the other."""
    NONE = "none"


class Entry(NamedTuple):
    """A word: the numbers of its senses by part of speech (`n`, `v`, `a`, `r`), its opposites, its relatives."""

    senses: dict[str, tuple[int, ...]]
    opposites: frozenset[str]
    relatives: frozenset[str]


class _Sense(NamedTuple):
    field: str
    """WordNet's lexicographer file: `18` persons, `15` places …, with an `i` for an instance (a named thing)."""
    parents: tuple[int, ...]
    wholes: tuple[int, ...]
    near: tuple[int, ...]


@cache
def _senses() -> list[str]:
    text = lexicons.read("wordnet.txt")
    return text[text.index("\n\n") + 2 :].splitlines()


@lru_cache(maxsize=1 << 14)
def entry(word: str) -> Entry | None:
    """The entry of a word as it stands in the dictionary (lower case, `_` for a space), or None."""
    line = lexicons.line_of(word)
    return None if line is None else _entry(line.split(" "))


def _entry(cells: list[str]) -> Entry:
    senses: dict[str, tuple[int, ...]] = {}
    lists = {"!": frozenset[str](), "+": frozenset[str]()}
    for cell in cells:
        if cell[0] in lists:
            lists[cell[0]] = frozenset(cell[1:].split(","))
        else:
            senses[cell[0]] = tuple(int(number, 16) for number in cell[1:].split(","))
    return Entry(senses, lists["!"], lists["+"])


@lru_cache(maxsize=1 << 14)
def _sense(number: int) -> _Sense:
    field, *cells = _senses()[number].split(" ")
    links = {cell[0]: tuple(int(n, 16) for n in cell[1:].split(",")) for cell in cells}
    return _Sense(field, links.get("^", ()), links.get("%", ()), links.get("&", ()))


def field(number: int) -> str:
    """The lexicographer file of a sense, with an `i` for an instance."""
    return _sense(number).field


def _is_of_a_people(found: Entry) -> bool:
    """Whether a word is first an adjective of a place or person, as "Canadian" and "Victorian" are."""
    adjectives = found.senses.get("a", ())
    if not adjectives or field(adjectives[0]) != "01":
        return False
    bases = [entry(relative) for relative in found.relatives]
    return any(field(sense).endswith("i") for base in bases if base for sense in base.senses.get("n", ())[:1])


@lru_cache(maxsize=1 << 14)
def is_common(word: str) -> bool:
    """Whether a word is an ordinary one and not only a name or an adjective of one."""
    found = entry(lemma(word))
    if found is None or _is_of_a_people(found):
        return False
    return any(not field(sense).endswith("i") for senses in found.senses.values() for sense in senses[:2])


_ENDINGS = (
    ("ies", "y"), ("ves", "f"), ("ses", "s"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"), ("men", "man"),
    ("s", ""), ("ied", "y"), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""), ("iest", "y"), ("ier", "y"), ("est", "e"), ("est", ""),
    ("er", "e"), ("er", ""),
)  # fmt: skip

_VERB_ENDINGS = (("ied", "y"), ("ies", "y"), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""), ("es", ""), ("s", ""))


@lru_cache(maxsize=1 << 14)
def lemma(word: str) -> str:
    """The dictionary form of a regularly inflected word, or the word itself: WordNet's own rules of detachment."""
    if entry(word):
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            base = word[: len(word) - len(ending)] + instead
            if entry(base):
                return base
            if ending in {"ed", "ing", "est", "er"} and not instead and base[-1:] == base[-2:-1] and entry(base[:-1]):
                return base[:-1]
    return word


@lru_cache(maxsize=1 << 14)
def verb(word: str) -> str:
    """The verb that a participle or another form belongs to, even where the form is a word by itself: "identified"."""
    for ending, instead in _VERB_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            base = word[: len(word) - len(ending)] + instead
            for candidate in (base, base[:-1] if not instead and base[-1:] == base[-2:-1] else base):
                found = entry(candidate)
                if found is not None and "v" in found.senses:
                    return candidate
    return word


@lru_cache(maxsize=1 << 14)
def ancestors(number: int) -> dict[int, int]:
    """The senses above a sense, each with how many steps up it stands; the sense itself stands at 0."""
    found = {number: 0}
    layer = [number]
    for depth in range(1, 20):
        layer = [p for n in layer for p in _sense(n).parents if p not in found]
        if not layer:
            break
        for n in layer:
            found.setdefault(n, depth)
    return found


@lru_cache(maxsize=1 << 14)
def _near(number: int) -> frozenset[int]:
    """A sense with those at most two steps above it."""
    return frozenset(n for n, depth in ancestors(number).items() if depth <= 2)


@lru_cache(maxsize=1 << 14)
def wholes(number: int) -> frozenset[int]:
    """The places that hold a place, near and far."""
    found: set[int] = set()
    layer = [number]
    while layer:
        layer = [w for n in layer for w in _sense(n).wholes if w not in found]
        found.update(layer)
    return frozenset(found)


@lru_cache(maxsize=1 << 14)
def opposites(word: str) -> frozenset[str]:
    """The opposites of a word in any of its senses."""
    found = entry(word)
    return found.opposites if found else frozenset()


@lru_cache(maxsize=1 << 16)
def relation(left: str, right: str) -> Relation:
    """How one dictionary word stands to another, in any of their common senses."""
    one, two = entry(left), entry(right)
    if one is None or two is None:
        return Relation.NONE
    if right in one.opposites or left in two.opposites:
        return Relation.OPPOSITE
    if right in one.relatives or left in two.relatives:
        return Relation.SAME
    found = Relation.NONE
    for part, senses in one.senses.items():
        others = two.senses.get(part, ())
        if set(senses).intersection(others):
            return Relation.SAME
        if part in "ar":
            if any(o in _sense(s).near or s in _sense(o).near for s in senses for o in others):
                return Relation.SAME
        elif found in {Relation.NONE, Relation.SIBLING}:
            found = _by_ancestry(senses[:3], others[:3], siblings=part == "n") or found
    return found


# Fields of WordNet in which two kinds of one thing exclude each other: animals, body, food, persons, plants, substances, time.
# In the fields of acts, ideas and feelings kinds shade into each other, as "training" into "education".
_EXCLUSIVE = frozenset({"05", "08", "13", "18", "20", "27", "28"})


@lru_cache(maxsize=1 << 14)
def exclusive(left: str, right: str) -> bool:
    """Whether two dictionary words are, in their commonest senses, two things that nothing is at once."""
    one, two = entry(left), entry(right)
    if one is None or two is None or relation(left, right) is not Relation.SIBLING:
        return False
    first, second = one.senses.get("n", ())[:1], two.senses.get("n", ())[:1]
    return bool(
        first
        and second
        and field(first[0]).rstrip("i") in _EXCLUSIVE
        and _by_ancestry(first, second, siblings=True) is Relation.SIBLING
    )


def _by_ancestry(senses: tuple[int, ...], others: tuple[int, ...], *, siblings: bool) -> Relation | None:
    sibling = None
    for sense in senses:
        above = ancestors(sense)
        for other in others:
            if other in above and above[other] <= 4:
                return Relation.NARROWER
            beyond = ancestors(other)
            if sense in beyond and beyond[sense] <= 4:
                return Relation.WIDER
            if siblings and sibling is None and not _near(sense).isdisjoint(_near(other)):
                sibling = Relation.SIBLING
    return sibling
