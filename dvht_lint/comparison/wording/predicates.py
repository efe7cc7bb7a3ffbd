"""A verb in another's place, beside a figure: "the scheme closed 41 shelters" for "the scheme inspected 41 shelters".

Where all else is the same, the figure is kept and the two verbs are unrelated in WordNet, the claim may still be honest
paraphrase; a reader is to look at it. Verbs at two stages of one process are the business of `kinds`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from dvht_lint import lexicons
from dvht_lint.comparison.aligning import meaning, wordnet
from dvht_lint.comparison.aligning.alignment import Alignment
from dvht_lint.comparison.aligning.edits import make, quoted
from dvht_lint.comparison.aligning.reading import Form, Wording
from dvht_lint.comparison.aligning.wordnet import Relation
from dvht_lint.model import Edit, Reason

__all__ = ["find"]

_BE = lexicons.words("grammar", "forms of be")
_PARTICLES = lexicons.words("grammar", "particles of verbs")
_LIGHT = lexicons.words("grammar", "verbs of many uses")
_REPORTS = lexicons.words("reports", "testimony") | lexicons.words("reports", "findings")
_SAME_SENTENCE = 0.85
_FAR = 6
"""How many steps apart two verbs are in WordNet when they have little in common."""


def find(alignment: Alignment) -> Iterator[Edit]:
    """The edits at verbs that stand in one place and are unrelated."""
    if not alignment.counted:
        return
    left, right = alignment.left, alignment.right
    for at in alignment.free_left:
        if at in alignment.explained_left or at in alignment.figure_left or not _is_verb(left, at):
            continue
        others = [j for j in range(*alignment.slot(at, at + 1)) if right.forms[j].content and alignment.to_left[j] < 0]
        if len(others) != 1 or others[0] in alignment.explained_right or not _is_verb(right, others[0]):
            continue
        other = others[0]
        if (
            not _is_alone(alignment, at)
            or not _is_counted(alignment, at)
            or not _are_apart(left.forms[at], right.forms[other])
        ):
            continue
        one, two = left.words(at, at + 1), right.words(other, other + 1)
        message = f"The claim says {quoted(one)} of the figure where the statement says {quoted(two)}, which is another thing."
        yield make(alignment, Reason.REWORDED, range(at, at + 1), range(other, other + 1), message, confidence=0.6)


def _is_verb(wording: Wording, at: int) -> bool:
    """Whether a word is a form of a verb with a meaning of its own, without a particle that makes it another verb."""
    form = wording.forms[at]
    if (
        form.capital
        or not (form.low.endswith(("ed", "ing")) or form.lemma != form.low)
        or wordnet.verb(form.lemma) in _LIGHT
    ):
        return False
    if form.low in _REPORTS:
        return False
    following = wording.forms[at + 1].low if at + 1 < wording.size else ""
    found = wordnet.entry(wordnet.verb(form.lemma))
    return following not in _PARTICLES and found is not None and "v" in found.senses


def _is_alone(alignment: Alignment, at: int) -> bool:
    """Whether nearly all else of the sentence is linked, and both verbs are active or both passive."""
    left = alignment.left
    sentence = left.ranges[left.sentence[at]]
    others = [i for i in sentence if left.forms[i].content and i not in alignment.figure_left and i != at]
    linked = sum(alignment.to_right[i] >= 0 for i in others)
    if not others or linked < _SAME_SENTENCE * len(others):
        return False
    before = left.forms[at - 1].low in _BE if at else False
    slot = alignment.slot(at, at + 1)
    there = any(alignment.right.forms[j].low in _BE for j in range(max(0, slot[0] - 1), slot[1]))
    return before == there


def _is_counted(alignment: Alignment, at: int) -> bool:
    clause = alignment.left.clause
    return any(clause[word] == clause[at] for word in alignment.counted)


def _are_apart(one: Form, two: Form) -> bool:
    """Whether the two verbs say different things: of no one set of rivals, and far from each other in WordNet."""
    if meaning.rival_sets(one, two) or meaning.relate(one.low, two.low) is not Relation.NONE:
        return False
    return _distance(wordnet.verb(one.lemma), wordnet.verb(two.lemma)) >= _FAR


@lru_cache(maxsize=4096)
def _distance(one: str, two: str) -> int:
    """How many steps up and down lead from a sense of one verb to one of the other; a hundred where none do."""
    first, second = wordnet.entry(one), wordnet.entry(two)
    if first is None or second is None:
        return 0
    best = 100
    for sense in first.senses.get("v", ()):
        above = wordnet.ancestors(sense)
        for other in second.senses.get("v", ()):
            beyond = wordnet.ancestors(other)
            best = min([best, *(depth + beyond[n] for n, depth in above.items() if n in beyond)])
    return best
