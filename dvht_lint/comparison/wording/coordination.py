"""Coordination: things joined by "and" or "or", of which the claim drops one or to which it adds one.

What a figure counts is the whole of what is joined: 4,800 women and girls are not 4,800 women. A conjunct dropped beside a
figure that the claim keeps is drift; without a figure the claim only says less. A conjunct that the claim adds is drift in
either case.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dvht_lint import lexicons
from dvht_lint.comparison.aligning import meaning, wordnet
from dvht_lint.comparison.aligning.alignment import Alignment
from dvht_lint.comparison.aligning.edits import certainty_of, make, quoted
from dvht_lint.comparison.aligning.reading import Wording
from dvht_lint.comparison.aligning.wordnet import Relation
from dvht_lint.comparison.wording import populations
from dvht_lint.model import Edit, Harm, Reason

__all__ = ["Coordination", "coordinations", "find"]

_JOINTS = frozenset({"and", "or"})
_LONGEST = 4
"""How many words one conjunct has at most; what is longer is a clause of its own."""
_COVERAGE = 0.7
"""How much of the sentence must be linked for a conjunct to be told from another wording."""


class Coordination(NamedTuple):
    """The conjuncts of a coordination, each a run of content words, and the word that joins the last two."""

    items: tuple[range, ...]
    joint: int

    @property
    def words(self) -> range:
        """From the first conjunct to the last."""
        return range(self.items[0].start, self.items[-1].stop)

    @property
    def cores(self) -> tuple[range, ...]:
        """The conjuncts without what stands before the first and behind the last, which may belong to all of them."""
        first, *inner, last = self.items
        return range(first.stop - 1, first.stop), *inner, range(last.start, last.start + 1)


def coordinations(wording: Wording) -> Iterator[Coordination]:
    """The coordinations of a text: "A and B", "A, B and C", "A, B, and C"."""
    lows = wording.lows
    for joint in [at for at, low in enumerate(lows) if low in _JOINTS and 0 < at < wording.size - 1]:
        # "… and, subject to approval, will" joins clauses.
        if lows[joint - 1] in _JOINTS or wording.comma[joint + 1]:
            continue
        last = _run(wording, joint + 1, 1)
        if not last or _is_clause(wording, joint - 1, last):
            continue
        items = [last]
        end = joint
        while True:
            item = _run(wording, end - 1, -1)
            if not item:
                break
            items.insert(0, item)
            end = _skip_determiner(wording, item.start)
            if not wording.comma[end]:
                break
        if len(items) > 2 or (len(items) == 2 and not wording.comma[joint]):
            yield Coordination(tuple(items), joint)


def _is_clause(wording: Wording, before: int, last: range) -> bool:
    """Whether what follows "and" is a verb with its own object, and not one more thing of the kind before it."""
    first = last.start + 1 if wording.forms[last.start].low.endswith("ly") else last.start
    if first + 1 >= last.stop < wording.size and wording.clause[last.stop] == wording.clause[last.start]:
        follows = wording.forms[last.stop]
        if follows.low in _ARTICLES or follows.low in _PRONOUNS or follows.number:
            return True
    if _is_participle(wording, last.start) and not _is_participle(wording, before):
        return True
    found = wordnet.entry(wordnet.lemma(wording.forms[last.start].lemma))
    return (
        found is not None and found.senses.keys() == {"v"} and not wording.forms[last.start].low.endswith(("ed", "ing"))
    )


def _is_participle(wording: Wording, at: int) -> bool:
    return wording.forms[at].low.endswith(("ed", "ing"))


def _skip_determiner(wording: Wording, at: int) -> int:
    return at - 1 if at and not wording.comma[at] and wording.forms[at - 1].low in _ARTICLES else at


_PRONOUNS = lexicons.words("grammar", "pronouns")
_ARTICLES = frozenset({"the", "a", "an", "their", "its", "his", "her"})


def _run(wording: Wording, at: int, step: int) -> range:
    """The content words from a word on, forwards or backwards, in its clause and between commas; an article is passed over."""
    if step > 0 and at < wording.size and wording.forms[at].low in _ARTICLES:
        at += 1
    start = at
    while (
        0 <= at < wording.size
        and abs(at - start) < _LONGEST
        and wording.forms[at].content
        and wording.clause[at] == wording.clause[start]
        and not (step > 0 and at > start and wording.comma[at])
    ):
        at += step
        if step < 0 and wording.comma[at + 1]:
            break
    return range(start, at) if step > 0 else range(at + 1, start + 1)


def find(alignment: Alignment) -> Iterator[Edit]:
    """The edits at conjuncts."""
    if not _JOINTS.isdisjoint(alignment.right.stems):
        for whole in coordinations(alignment.right):
            edit = _dropped(alignment, whole)
            if edit is not None:
                yield edit
    if not _JOINTS.isdisjoint(alignment.left.stems):
        for whole in coordinations(alignment.left):
            edit = _added(alignment, whole) or _joined(alignment, whole)
            if edit is not None:
                yield edit


# --- dropped --------------------------------------------------------------------------------------


def _lost(links: list[int], whole: Coordination) -> list[range]:
    """The conjuncts that are not linked: of the first its last words, of the last the words before a head that all share."""
    first, *inner = whole.items[:-1]
    lost = [item for item in inner if all(links[at] < 0 for at in item)]
    start = first.stop
    while start > first.start and links[start - 1] < 0:
        start -= 1
    if start < first.stop:
        lost.insert(0, range(start, first.stop))
    last = whole.items[-1]
    if links[last.start] < 0:
        rest = next((at for at in last if links[at] >= 0), last.stop)
        if rest == last.stop or _shares_head(links, whole, rest):
            lost.append(range(last.start, rest))
    return lost


def _shares_head(links: list[int], whole: Coordination, head: int) -> bool:
    """Whether another conjunct stands on the other side where the last stood before its head: "physical or sexual violence"."""
    return any(links[item.stop - 1] >= 0 and links[item.stop - 1] == links[head] - 1 for item in whole.items[:-1])


def _kept(links: list[int], whole: Coordination, lost: list[range]) -> list[int]:
    """The words on the other side that stand for the conjuncts that are not lost, in order."""
    gone = {at for item in lost for at in item}
    return sorted(links[at] for item in whole.items for at in item if at not in gone and links[at] >= 0)


def _is_joined(wording: Wording, words: list[int]) -> int:
    """How many conjuncts the text has around these words."""
    return max((len(w.items) for w in coordinations(wording) if any(at in w.words for at in words)), default=1)


def _dropped(alignment: Alignment, whole: Coordination) -> Edit | None:
    right, links = alignment.right, alignment.to_left
    lost = _lost(links, whole)
    if any(at in alignment.explained_right or at in alignment.figure_right for item in lost for at in item):
        return None
    kept = _kept(links, whole, lost)
    if not lost or not kept or kept[-1] - kept[0] > 2 * len(whole.words):
        return None
    if any(_is_another(alignment, at) for at in kept):
        return None
    if _is_joined(alignment.left, kept) >= len(whole.items) or any(
        _is_named(right, at, alignment.left, claim=False) for item in lost for at in item
    ):
        return None
    place = kept[-1]
    if alignment.coverage(alignment.left.sentence[place]) < _COVERAGE or _has_stranger(alignment, kept):
        return None
    if not _is_counted(alignment, place):
        return None
    told = range(whole.cores[0].start, max(whole.cores[-1].stop, lost[-1].stop))
    stays = [links[at] for core in whole.cores for at in core if links[at] >= 0] or [place]
    mine = range(min(stays), max(stays) + 1)
    names = " and ".join(quoted(right.words(item.start, item.stop)) for item in lost)
    message = (
        f"The claim leaves out {names}: the statement gives the figure of {quoted(right.words(told.start, told.stop))}."
    )
    return make(alignment, Reason.SCOPE, mine, told, message, confidence=certainty_of(alignment, place))


def _is_another(alignment: Alignment, at: int) -> bool:
    """Whether the claim's word is another population than the conjunct that it stands for, which scope speaks of."""
    mine, its = populations.of(alignment.left, at), populations.of(alignment.right, alignment.to_right[at])
    return bool(mine) and bool(its) and mine != its


def _is_counted(alignment: Alignment, at: int) -> bool:
    """Whether a figure of the claim that is no date stands in the same clause."""
    clause = alignment.left.clause
    return any(clause[word] == clause[at] for word in alignment.counted)


def _has_stranger(alignment: Alignment, kept: list[int]) -> bool:
    """Whether a word that only the claim has stands beside the conjuncts it keeps: it may stand for what is lost."""
    forms, links = alignment.left.forms, alignment.to_right
    return any(
        forms[at].content and links[at] < 0 and at not in alignment.figure_left
        for at in range(max(0, kept[0] - 2), min(alignment.left.size, kept[-1] + 3))
    )


def _is_named(ours: Wording, at: int, theirs: Wording, *, claim: bool) -> bool:
    """Whether a word of one text is in the other, in any form or meaning; `claim` says that `ours` is the claim.

    A population is in a text that names it: "girls" are no "women", whatever a dictionary has.
    """
    low, people = ours.forms[at].low, populations.of(ours, at)
    for other, form in enumerate(theirs.forms):
        if not form.content:
            continue
        if people and (also := populations.of(theirs, other)):
            if people == also:
                return True
            continue
        relation = meaning.relate(*((low, form.low) if claim else (form.low, low)))
        if relation is Relation.SAME or (relation is Relation.WIDER and not people):
            return True
    return False


# --- added ----------------------------------------------------------------------------------------


def _added(alignment: Alignment, whole: Coordination) -> Edit | None:
    left, links = alignment.left, alignment.to_right
    lost = _lost(links, whole)
    if any(at in alignment.explained_left or at in alignment.figure_left for item in lost for at in item):
        return None
    kept = _kept(links, whole, lost)
    if len(lost) != 1 or not kept or _is_joined(alignment.right, kept) >= len(whole.items):
        return None
    words = lost[0]
    if any(_is_named(left, at, alignment.right, claim=True) for at in words):
        return None
    linked = kept[-1]
    place = alignment.to_left[linked]
    if alignment.coverage(left.sentence[place]) < _COVERAGE:
        return None
    if any(
        alignment.right.forms[at].content and alignment.to_left[at] < 0
        for at in range(max(0, kept[0] - 2), min(alignment.right.size, kept[-1] + 3))
    ):
        return None
    mine = left.words(whole.words.start, whole.words.stop)
    message = f"The claim adds {quoted(left.words(words.start, words.stop))} in {quoted(mine)}, which the statement does not name."
    return make(
        alignment, Reason.SCOPE, words, range(linked, linked), message, harm=Harm.MORE,
        confidence=certainty_of(alignment, place, linked), replacement="",
    )  # fmt: skip


# --- joined otherwise -----------------------------------------------------------------------------


def _joined(alignment: Alignment, whole: Coordination) -> Edit | None:
    """The claim has "and" where the statement has "or" between the same two things, beside a figure, or the reverse."""
    links, left, right = alignment.to_right, alignment.left, alignment.right
    if len(whole.items) != 2 or not _is_counted(alignment, whole.joint):
        return None
    one, two = links[whole.joint - 1], links[whole.joint + 1]
    if min(one, two) < 0 or not 2 <= abs(two - one) <= 3:
        return None
    between = range(min(one, two) + 1, max(one, two))
    theirs = [right.forms[at].low for at in between]
    if (left.forms[whole.joint].low in theirs and len(theirs) == 1) or not _JOINTS.issuperset(theirs):
        return None
    mine, said = left.words(whole.joint, whole.joint + 1), right.words(between.start, between.stop)
    message = f"The claim joins with {quoted(mine)} what the statement joins with {quoted(said)}: the figure is of something else."
    words = range(whole.joint, whole.joint + 1)
    return make(
        alignment, Reason.SCOPE, words, between, message, confidence=certainty_of(alignment, whole.joint - 1, one)
    )
