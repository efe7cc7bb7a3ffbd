"""Whether two words that differ in form say the same, the opposite, or one of two things that exclude each other."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING, TypeVar

from dvht_lint import lexicons
from dvht_lint.comparison.aligning import wordnet
from dvht_lint.comparison.aligning.reading import Form, Wording, form_of, read
from dvht_lint.comparison.aligning.wordnet import Relation

if TYPE_CHECKING:
    from dvht_lint.comparison.aligning.alignment import Alignment

__all__ = [
    "link_abbreviations",
    "opposite_by_prefix",
    "opposition",
    "relate",
    "relate_at",
    "relate_names",
    "rival_kinds",
    "rival_sets",
    "rivals",
]


T = TypeVar("T")


@cache
def _synonyms() -> dict[str, frozenset[int]]:
    """By word and by stem: the numbers of the sets of synonyms it is in."""
    table: dict[str, set[int]] = {}
    for number, words in enumerate(lexicons.load("forms")["synonyms"]):
        for word in words:
            for key in {word, form_of(word).stem}:
                table.setdefault(key, set()).add(number)
    return {key: frozenset(value) for key, value in table.items()}


@cache
def _sides() -> dict[str, frozenset[tuple[str, int, int]]]:
    """By stem: the pairs of opposites it is in, as (kind, number of the pair, side)."""
    table: dict[str, set[tuple[str, int, int]]] = {}
    for kind, pairs in lexicons.load("opposites").items():
        for number, pair in enumerate(pairs):
            for side, words in enumerate(pair):
                for word in words:
                    if " " not in word:
                        table.setdefault(word, set()).add((kind, number, side))
                        table.setdefault(form_of(word).stem, set()).add((kind, number, side))
    return {key: frozenset(value) for key, value in table.items()}


def _listed_opposite(left: Form, right: Form) -> str:
    """The kind of the listed pair of opposites that two words make, or nothing."""
    sides = _sides()
    one, two = _found(sides, left), _found(sides, right)
    if one and two:
        for kind, number, side in one:
            if (kind, number, 1 - side) in two and (kind, number, side) not in two:
                return kind
    return ""


@cache
def _kinds() -> dict[str, dict[str, int]]:
    """By word and by stem: for each set of rival kinds it is in, which of them it is."""
    table: dict[str, dict[str, int]] = {}
    for name, kinds in lexicons.load("rivals").items():
        for number, words in enumerate(kinds):
            for word in words.split():
                for key in {word, form_of(word).stem}:
                    table.setdefault(key, {})[name] = number
    return table


def _found(table: Mapping[str, T], form: Form) -> T | None:
    """The entry of a word, as written, in the dictionary's form, or by its stem: "applied" has another stem than "apply"."""
    return (
        table.get(form.low)
        or table.get(wordnet.lemma(form.lemma))
        or table.get(form.stem)
        or table.get(wordnet.verb(form.lemma))
    )


@lru_cache(maxsize=1 << 14)
def rival_kinds(form: Form) -> Mapping[str, int]:
    """For each set of rival kinds that a word is in, which of them it is."""
    return _found(_kinds(), form) or {}


def rivals(left: Form, right: Form) -> bool:
    """Whether a list has the two words as kinds that are not each other: "sexual" and "financial" abuse."""
    one, two = rival_kinds(left), rival_kinds(right)
    if not one or not two or any(one[name] == two[name] for name in one if name in two):
        return False
    return not one.keys().isdisjoint(two)


def rival_sets(left: Form, right: Form) -> frozenset[str]:
    """The names of the sets of rival kinds that hold both words."""
    return frozenset(rival_kinds(left).keys() & rival_kinds(right).keys())


def opposition(left: Form, right: Form) -> str:
    """What two opposites are about, as the list has it: `direction`, `scope`, `denial` or `negation`; empty where no list has them."""
    return _listed_opposite(left, right)


@cache
def _affixes() -> tuple[tuple[str, ...], list[list[str]], list[list[str]]]:
    entry = lexicons.load("negation")
    return tuple(entry["prefixes"]), entry["suffixes"], entry["swaps"]


@lru_cache(maxsize=1 << 14)
def opposite_by_prefix(left: str, right: str) -> bool:
    """Whether one word is the other with a negative affix: legal / illegal, helpful / helpless."""
    prefixes, suffixes, swaps = _affixes()
    for one, two in ((left, right), (right, left)):
        if len(one) > len(two) >= 4 and one.endswith(two) and one[: -len(two)] in prefixes:
            return one[: -len(two)] != "a" and (wordnet.entry(one) is not None or one.startswith(("non", "un")))
        for opening, other in swaps:
            if one.startswith(opening) and two.startswith(other) and one[len(opening) :] == two[len(other) :]:
                return len(one) > len(opening) + 3
        for ending, other in suffixes:
            if one.endswith(ending) and two.endswith(other) and one[: -len(ending)] == two[: -len(other)]:
                return True
    return False


@lru_cache(maxsize=1 << 14)
def is_negative(form: Form) -> bool:
    """Whether a word denies in itself: "refuse", "unreported", "helpless"."""
    if any(kind == "denial" and side for kind, _, side in _found(_sides(), form) or ()):
        return True
    low = form.low
    if low.startswith(("un", "non")):
        base = low.removeprefix("un").removeprefix("non").removeprefix("-")
        return len(base) > 3 and (wordnet.entry(wordnet.lemma(base)) is not None or wordnet.verb(base) != base)
    return any(opposite_by_prefix(low, other) and len(other) < len(low) for other in wordnet.opposites(low))


def relate_at(left: Wording, i: int, right: Wording, j: int) -> Relation:
    """How a word of the claim stands to a word of the statement, as names where both are."""
    related = relate_names if left.names[i] and right.names[j] else relate
    return related(left.lows[i], right.lows[j])


@lru_cache(maxsize=1 << 16)
def relate(one: str, two: str) -> Relation:
    """How the claim's word stands to the statement's, both in lower case."""
    left, right = form_of(one), form_of(two)
    if left.stem == right.stem:
        return Relation.SAME
    if _listed_opposite(left, right) or opposite_by_prefix(left.lemma, right.lemma) or (opposite_by_prefix(one, two)):
        return Relation.OPPOSITE
    synonyms = _synonyms()
    if not (_found(synonyms, left) or frozenset()).isdisjoint(_found(synonyms, right) or ()):
        return Relation.SAME
    found = wordnet.relation(wordnet.lemma(left.lemma), wordnet.lemma(right.lemma))
    return _relate_verbs(left.lemma, right.lemma, found) if found in _APART else found


_APART = frozenset({Relation.NONE, Relation.SIBLING})


def _relate_verbs(left: str, right: str, found: Relation) -> Relation:
    """How two participles stand that are words of their own as well, by their verbs: "detected" and "discovered"."""
    verbs = wordnet.verb(left), wordnet.verb(right)
    if verbs == (left, right):
        return found
    as_verbs = wordnet.relation(*verbs)
    return as_verbs if as_verbs in {Relation.SAME, Relation.OPPOSITE} else found


@lru_cache(maxsize=1 << 14)
def relate_names(one: str, two: str) -> Relation:
    """How two names stand to each other, both in lower case: the same only by form, as a demonym and its country."""
    left, right = form_of(one), form_of(two)
    if left.stem == right.stem:
        return Relation.SAME
    first, second = wordnet.entry(left.low), wordnet.entry(right.low)
    if first and second and (right.low in first.relatives or left.low in second.relatives):
        return Relation.SAME
    return Relation.NONE


def link_abbreviations(alignment: Alignment, abbreviations: Mapping[str, str]) -> None:
    """Link a short form on either side to the name whose initials it is, or which the document gives for it."""
    _link_short(alignment, abbreviations, swap=False)
    _link_short(alignment, abbreviations, swap=True)


def _link_short(alignment: Alignment, abbreviations: Mapping[str, str], *, swap: bool) -> None:
    short, full = (alignment.right, alignment.left) if swap else (alignment.left, alignment.right)
    links, others = (alignment.to_left, alignment.to_right) if swap else (alignment.to_right, alignment.to_left)
    explained, free = (
        (alignment.explained_right, alignment.explained_left)
        if swap
        else (alignment.explained_left, alignment.explained_right)
    )
    for at in [at for at, capital in enumerate(short.capitals) if capital and links[at] < 0]:
        if len(short.lows[at]) < 2:
            continue
        written = short.words(at, at + 1)
        letters = written.replace(".", "")
        if not (letters.isupper() or written in abbreviations):
            continue
        run = _named(full, abbreviations[written]) if written in abbreviations else None
        run = run or _initials(full, letters.lower())
        if run is None:
            continue
        links[at] = run.start
        explained.add(at)
        for other in run:
            if others[other] < 0:
                others[other] = at
            free.add(other)


def _named(full: Wording, name: str) -> range | None:
    """Where a name given in full stands."""
    words = [form.stem for form in read(name).forms]
    stems = [form.stem for form in full.forms]
    for at in range(len(stems) - len(words) + 1):
        if stems[at : at + len(words)] == words:
            return range(at, at + len(words))
    return None


def _initials(full: Wording, letters: str) -> range | None:
    """Where words stand whose initials are the letters, small words between them skipped."""
    if not 2 <= len(letters) <= 8:
        return None
    for at, form in enumerate(full.forms):
        if form.capital and form.low[:1] == letters[0]:
            end, matched = at + 1, 1
            while end < len(full) and matched < len(letters) and end - at <= len(letters) + 3:
                if full.forms[end].low[:1] == letters[matched] and (full.forms[end].capital or full.forms[end].content):
                    matched += 1
                elif full.forms[end].content:
                    break
                end += 1
            if matched == len(letters):
                return range(at, end)
    return None
