"""What kind of thing the claim says something is, or which one of several kinds it names.

Two words that WordNet files as two kinds of one thing (a nurse and a lawyer, red and blue) exclude each other where one
stands in the other's place. "X is a nurse" against a definition of X by other kinds is such a place as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint import lexicons
from dvht_lint.comparison.aligning import meaning, wordnet
from dvht_lint.comparison.aligning.alignment import Alignment
from dvht_lint.comparison.aligning.edits import certainty_of, make, quoted
from dvht_lint.comparison.aligning.reading import Wording
from dvht_lint.comparison.aligning.wordnet import Relation
from dvht_lint.comparison.wording import populations
from dvht_lint.model import Edit, Reason

__all__ = ["find"]

_COPULAS = lexicons.words("grammar", "copulas")
_DETERMINERS = lexicons.words("grammar", "determiners")
_ADVERBS = lexicons.words("grammar", "adverbs after a copula")
_STOPS = lexicons.words("grammar", "ends of a noun phrase")
_SAME_SENTENCE = 0.6
_NEARBY = 5
"""How many words a rival may stand from the words that stand beside the claim's."""


def find(alignment: Alignment) -> Iterator[Edit]:
    """The edits at words that name a kind."""
    yield from _substituted(alignment)
    yield from _defined(alignment)


# --- one kind in the place of another --------------------------------------------------------------


def _substituted(alignment: Alignment) -> Iterator[Edit]:
    left, right = alignment.left, alignment.right
    defined: set[int] | None = None
    for at in alignment.free_left:
        if not left.content[at] or at in alignment.explained_left or at in alignment.figure_left:
            continue
        if left.keys[at] in right.stems or left.names[at]:
            continue
        start, end = alignment.slot(at, at + 1)
        if start == end and at and left.content[at - 1] and alignment.to_right[at - 1] >= 0:
            start, end = alignment.to_right[at - 1] + 1, min(alignment.to_right[at - 1] + 2, right.size)
        others = [
            j
            for j in range(start, end)
            if alignment.to_left[j] < 0 and right.content[j] and j not in alignment.figure_right
        ]
        if not others or len(others) > 3 or any(j in alignment.explained_right for j in others):
            nearby = _rival_nearby(alignment, at)
            if nearby >= 0 and not _supported(alignment, at):
                yield _kind_edit(alignment, at, nearby, round(certainty_of(alignment, at) - 0.1, 2))
            continue
        relations = {j: meaning.relate_at(left, at, right, j) for j in others}
        if any(r in {Relation.SAME, Relation.WIDER} for r in relations.values()):
            continue
        if defined is None:
            defined = {i for _, start, head in _heads(left) for i in range(start, head + 1)}
        other = next((j for j in others if _excludes(alignment, at, j, relations[j], defined)), None)
        if other is None or _supported(alignment, at):
            continue
        yield _kind_edit(alignment, at, other, certainty_of(alignment, at))


def _rival_nearby(alignment: Alignment, at: int) -> int:
    """The one rival kind among the words that only the statement has, in a sentence that is the same but for its order; else -1.

    "212 people were convicted" where the statement has "prosecutors charged 212 people".
    """
    left, right = alignment.left, alignment.right
    if not meaning.rival_kinds(left.forms[at]):
        return -1
    near = [alignment.to_right[n] for n in (alignment.before(at), alignment.after(at)) if n >= 0]
    denials = {i for p in left.of("negation") for i in range(p.start, p.end)}
    if at in denials or not near or alignment.coverage(left.sentence[at]) < _SAME_SENTENCE:
        return -1
    found = [
        j
        for j in alignment.free_right
        if j not in alignment.explained_right
        and j not in alignment.figure_right
        and min(abs(j - n) for n in near) <= _NEARBY
        and meaning.rivals(left.forms[at], right.forms[j])
        and right.forms[j].stem not in left.stems
    ]
    return found[0] if len(found) == 1 else -1


def _excludes(alignment: Alignment, at: int, other: int, relation: Relation, defined: set[int]) -> bool:
    """Whether the claim's word cannot be true where the statement's is: a rival kind, or in a definition a narrower one."""
    if meaning.rivals(alignment.left.forms[at], alignment.right.forms[other]):
        return True
    if at in defined:
        return relation is Relation.SIBLING or (relation is Relation.NARROWER and at + 1 in defined)
    if relation is not Relation.SIBLING:
        return False
    one, two = alignment.left.forms[at], alignment.right.forms[other]
    return wordnet.exclusive(wordnet.lemma(one.lemma), wordnet.lemma(two.lemma))


def _kind_edit(alignment: Alignment, at: int, other: int, confidence: float) -> Edit:
    one, two = alignment.left.words(at, at + 1), alignment.right.words(other, other + 1)
    message = f"The claim says {quoted(one)} where the statement says {quoted(two)}: the one is not the other."
    shared = meaning.rival_sets(alignment.left.forms[at], alignment.right.forms[other])
    reason = Reason.PERIOD if "spans of time" in shared else Reason.ENTITY
    if "ways of contact" in shared and alignment.figure_left:
        # What a figure counts, wherever its noun stands: "9,118 were calls".
        reason = Reason.UNIT
    return make(alignment, reason, range(at, at + 1), range(other, other + 1), message, confidence=confidence)


def _supported(alignment: Alignment, at: int) -> bool:
    """Whether any word of the statement says the same as a word of the claim, or a narrower thing.

    The words right beside that one have their own counterparts: "shelters provided" is not borne out by "shelters".
    """
    low = alignment.left.forms[at].low
    beside = {alignment.to_right[n] for n in (at - 1, at + 1) if 0 <= n < alignment.left.size}
    return any(
        form.content and j not in beside and meaning.relate(low, form.low) in {Relation.SAME, Relation.WIDER}
        for j, form in enumerate(alignment.right.forms)
    )


# --- definitions ----------------------------------------------------------------------------------


def _heads(wording: Wording) -> Iterator[tuple[int, int, int]]:
    """Each "is a … KIND": the copula, the first and the last word of the noun phrase after it."""
    for at in [at for at, low in enumerate(wording.lows) if low in _COPULAS]:
        start = at + 1
        while start < wording.size and wording.forms[start].low in _ADVERBS:
            start += 1
        if start >= wording.size or wording.forms[start].low not in _DETERMINERS:
            continue
        end = start + 1
        if wording.forms[start].low == "one" and end < wording.size and wording.forms[end].low == "of":
            end += 1
        while (
            end < wording.size
            and end - start < 9
            and wording.clause[end] == wording.clause[at]
            and wording.forms[end].low not in _STOPS
            and not (wording.comma[end] and end > start + 1)
        ):
            end += 1
        last = end - 1
        while last > start and (not wording.forms[last].content or wording.forms[last].number):
            last -= 1
        if last > start:
            yield at, start + 1, last


def _kinds_of(wording: Wording) -> set[int]:
    """The words of a text that its definitions give as kinds: the phrase after "is a", and what a list adds to it."""
    found: set[int] = set()
    for copula, start, _ in _heads(wording):
        for at in range(start, min(start + 16, wording.size)):
            form = wording.forms[at]
            if wording.clause[at] != wording.clause[copula] or form.low in _STOPS - {"and", "or"}:
                break
            if form.content and not form.capital:
                found.add(at)
    return found


def _is_noun(wording: Wording, at: int) -> bool:
    found = wordnet.entry(wordnet.lemma(wording.forms[at].lemma))
    return found is None or "n" in found.senses


def _defined(alignment: Alignment) -> Iterator[Edit]:
    """The claim's "is a KIND" against the statement's: no kind there is the same or a narrower one."""
    left = alignment.left
    kinds: set[int] | None = None
    for _, _, head in _heads(left):
        form = left.forms[head]
        if (
            alignment.to_right[head] >= 0
            or head in alignment.explained_left
            or form.capital
            or form.stem in alignment.right.stems
        ):
            continue
        if not _is_noun(left, head) or head in alignment.figure_left:
            continue
        kinds = _kinds_of(alignment.right) if kinds is None else kinds
        others = [j for j in kinds if _is_noun(alignment.right, j) and j not in alignment.explained_right]
        if not others or populations.of(left, head) or _supported(alignment, head):
            continue
        if any(meaning.relate(form.low, alignment.right.forms[j].low) is Relation.NARROWER for j in others):
            continue
        yield _kind_edit(alignment, head, max(others), 0.7)
