"""A word in another's place in a clause that is otherwise the same, where no licence covers the difference.

The licences are general: an inflection, a synonym, an abbreviation, another order (these are links already), a wider word
for a narrower one, and a word that stands for several of the statement's. What remains says another thing, and the more
of the sentence is the same, the surer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import DamerauLevenshtein

from dvht_lint.comparison.aligning import meaning, wordnet
from dvht_lint.comparison.aligning.alignment import Alignment
from dvht_lint.comparison.aligning.edits import make, quoted
from dvht_lint.comparison.aligning.reading import Wording
from dvht_lint.comparison.aligning.wordnet import Relation
from dvht_lint.model import Edit, Reason

__all__ = ["find"]

_EQUAL = 0.75
"""The share of a sentence's content words that must have their counterpart for one word to stand out."""
_LEAST_LINKED = 2
_RUN = 2
"""How many words, of the claim and of the statement, one difference may take up."""
_SAME_PLACE = 0.9
"""From which share on the statement's clause is the claim's but for the one word, which then has its counterpart there or nowhere."""
_NO_COMPANY = 0.5
"""What a statement's clause that has no other content word counts for."""
_OTHER_KIND = 0.5
_LEAST_SURE = 0.45
"""Below it the texts are too unlike for one word to be held against another."""
_LEAST_LETTERS = 3
_ALIKE = 0.75
_LICENCES = frozenset({Relation.SAME, Relation.WIDER})
_LICENCES_DENIED = frozenset({Relation.SAME, Relation.NARROWER})


def find(alignment: Alignment, unlinked: Sequence[int]) -> Iterator[Edit]:
    """The edits at those of the claim's unlinked words that stand where the statement has another word."""
    left = alignment.left
    by_sentence: dict[int, list[int]] = {}
    for at in unlinked:
        by_sentence.setdefault(left.sentence[at], []).append(at)
    for sentence, words in by_sentence.items():
        content = [at for at in left.ranges[sentence] if left.content[at] and at not in alignment.figure_left]
        equal = 1 - (len(words) - 1) / len(content)
        if equal < _EQUAL or sum(alignment.to_right[at] >= 0 for at in content) < _LEAST_LINKED:
            continue
        for at in words:
            other = _replaced(alignment, at)
            if other is None:
                continue
            back = _equality_of_place(alignment, other)
            if not _is_unlicensed(alignment, at, other, elsewhere=back < _SAME_PLACE):
                continue
            if not _is_of_one_kind(alignment, at, other):
                back *= _OTHER_KIND
            if equal * back < _LEAST_SURE:
                continue
            one, two = left.words(at, at + 1), alignment.right.words(other.start, other.stop)
            message = f"The claim says {quoted(one)} where the statement says {quoted(two)}: nothing makes the one stand for the other."
            sure = round(min(0.9, equal * back), 2)
            yield make(alignment, Reason.REWORDED, range(at, at + 1), other, message, confidence=sure)


def _replaced(alignment: Alignment, at: int) -> range | None:
    """The statement's words in whose place a word of the claim stands, if they are few, new, and between the same words."""
    right = alignment.right
    start, end = alignment.slot(at, at + 1)
    free = [j for j in range(start, end) if alignment.to_left[j] < 0 and right.content[j]]
    others = [j for j in free if j not in alignment.figure_right]
    if not 1 <= len(others) <= _RUN or not alignment.explained_right.isdisjoint(others):
        return None
    in_step = _meet(alignment, at, others[0], -1) and _meet(alignment, at, others[-1], 1)
    return range(others[0], others[-1] + 1) if in_step else None


def _is_of_one_kind(alignment: Alignment, at: int, other: range) -> bool:
    """Whether one word stands for one of its part of speech, a name for a name."""
    left, right = alignment.left, alignment.right
    if len(other) > 1 or left.names[at] != right.names[other.start]:
        return False
    one, two = _parts_of_speech(left.lows[at]), _parts_of_speech(right.lows[other.start])
    return not one or not two or not one.isdisjoint(two)


def _parts_of_speech(low: str) -> frozenset[str]:
    found = [wordnet.entry(word) for word in (wordnet.lemma(low), wordnet.verb(low))]
    return frozenset(part for entry in found if entry for part in entry.senses)


def _meet(alignment: Alignment, left: int, right: int, step: int) -> bool:
    """Whether the words beside a difference stand for each other, or both texts end; one small word may differ with it."""
    left, right = left + step, right + step
    if _are_both_small(alignment, left, right):
        left, right = left + step, right + step
    ends = not 0 <= left < alignment.left.size, not 0 <= right < alignment.right.size
    return all(ends) or (not any(ends) and alignment.to_right[left] == right)


def _are_both_small(alignment: Alignment, left: int, right: int) -> bool:
    """Whether two unlinked prepositions or the like stand in one place, as in "by boat" and "on foot"."""
    if not (0 <= left < alignment.left.size and 0 <= right < alignment.right.size):
        return False
    one, two = alignment.left.forms[left], alignment.right.forms[right]
    unlinked = alignment.to_right[left] < 0 and alignment.to_left[right] < 0
    return unlinked and not (one.content or one.number or two.content or two.number)


def _is_unlicensed(alignment: Alignment, at: int, other: range, *, elsewhere: bool) -> bool:
    """Whether no word there, nor `elsewhere` in the statement, means what a word of the claim means or a narrower thing."""
    left, right = alignment.left, alignment.right
    if elsewhere and left.keys[at] in right.stems:
        return False
    places = range(right.size) if elsewhere else {*other, *alignment.free_right}
    if any(_is_spelled_alike(left.forms[at].low, right.forms[j].low) for j in other):
        return False
    if _is_denied(left, at):
        licences = _LICENCES_DENIED
        wider = any(_is_wider(right.lows[j], left.lows[at]) for j in other)
    else:
        licences = _LICENCES
        wider = any(_is_wider(left.lows[at], right.lows[j]) for j in other)
    return not wider and not any(
        right.content[j] and meaning.relate(left.lows[at], right.lows[j]) in licences for j in places
    )


def _is_denied(wording: Wording, at: int) -> bool:
    """Whether a word stands after a negation or "only" in its clause, where a narrower word says less and a wider one more."""
    clause = wording.clause[at]
    denied = any(p.step == 1 and p.end <= at and wording.clause[p.start] == clause for p in wording.of("negation"))
    return denied or any(
        low == "only" and i < at and wording.clause[i] == clause for i, low in enumerate(wording.lows[:at])
    )


def _is_wider(one: str, two: str) -> bool:
    """Whether the first word, in its commonest sense, stands anywhere above the second, as an animal above a goat."""
    first, second = wordnet.entry(wordnet.lemma(one)), wordnet.entry(wordnet.lemma(two))
    if first is None or second is None:
        return False
    return any(
        sense in wordnet.ancestors(other)
        for sense in first.senses.get("n", ())[:1]
        for other in second.senses.get("n", ())[:2]
    )


def _is_spelled_alike(one: str, two: str) -> bool:
    """Whether one word is the other cut short ("Ben" for "Benedict", "reported" in "underreported"), or a slip of the pen."""
    short, long = sorted((one, two), key=len)
    if len(short) >= _LEAST_LETTERS and (long.startswith(short) or long.endswith(short)):
        return True
    unknown = wordnet.entry(wordnet.lemma(one)) is None or wordnet.entry(wordnet.lemma(two)) is None
    return unknown and DamerauLevenshtein.normalized_similarity(one, two) >= _ALIKE


def _equality_of_place(alignment: Alignment, other: range) -> float:
    """The share of the other content words of the statement's clause that the claim has, 0 to 1."""
    right = alignment.right
    clause = right.clause[other.start]
    around = [
        j
        for j in range(right.size)
        if right.clause[j] == clause and right.content[j] and j not in other and j not in alignment.figure_right
    ]
    return sum(alignment.to_left[j] >= 0 for j in around) / len(around) if around else _NO_COMPANY
