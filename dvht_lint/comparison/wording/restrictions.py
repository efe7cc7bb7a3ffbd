"""What a share is a share of: a restriction of it that the claim leaves out or adds.

"40% of farm workers" is not "40% of workers", nor is "61% of the households that applied" 61% of all households. A count may
lose such a word and stay true ("12 pregnant women" are 12 women); a share may not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dvht_lint import lexicons
from dvht_lint.comparison.aligning.alignment import Alignment, words_of
from dvht_lint.comparison.aligning.edits import certainty_of, make, quoted
from dvht_lint.comparison.aligning.reading import Wording
from dvht_lint.comparison.figures.parts import is_part
from dvht_lint.comparison.wording import places
from dvht_lint.comparison.wording.scale_words import is_plural
from dvht_lint.model import Binding, Edit, Kind, Quantity, Reason

__all__ = ["find", "find_of_all"]

_SAMPLE = lexicons.words("grammar", "words of a survey")
_AUXILIARIES = lexicons.words("grammar", "auxiliaries")
_BEFORE = frozenset("of in out the all every its their our these those each for among a an".split())
_OPENERS = frozenset({"of", "among", "amongst"})
_RELATIVE = frozenset({"who", "that", "which"})
_ALL = frozenset({"all", "every"})
_LONGEST = 4
"""How many words a noun phrase has at most."""
_CLAUSE = 9
"""How many words of a relative clause are looked at."""
_PREPOSITIONS = frozenset("on in with at from under of without".split())
_SHARES = frozenset({Kind.PERCENT, Kind.RATIO})


class _Base(NamedTuple):
    """A noun phrase: the words before its head, the head, and the words of a clause that restricts it."""

    start: int
    head: int
    clause: range
    everyone: bool
    """Whether "all" or "every" stands before it."""


def find(
    alignment: Alignment, left: Sequence[Quantity], right: Sequence[Quantity], bindings: Sequence[Binding]
) -> Iterator[Edit]:
    """The bases of the claim's shares that are wider than the statement's. `left` and `right` are the figures of the two."""
    for binding in bindings:
        if binding.left < 0 or binding.right < 0 or not _is_share(right, binding.right, alignment.right.text):
            continue
        ours = _base(alignment.left, left, binding.left)
        if ours is None or (linked := alignment.to_right[ours.head]) < 0:
            continue
        # "Victims who were hurt were likelier to call (62 percent)": the share may stand anywhere behind what it is of.
        theirs = _base(alignment.right, right, binding.right) or _around(alignment.right, linked)
        if linked != theirs.head or not _in_sentence(alignment.right, linked, right[binding.right]):
            continue
        its = _dropped(alignment, ours, theirs) or _narrowed(alignment, ours, theirs)
        if its is None:
            continue
        mine = range(ours.start, ours.head + 1)
        figure, wide = left[binding.left].text, alignment.left.words(mine.start, mine.stop)
        message = (
            f"The claim gives {quoted(figure)} of {quoted(wide)}; the statement gives it of"
            f" {quoted(alignment.right.words(its.start, its.stop))}."
        )
        sure = certainty_of(alignment, ours.head, theirs.head)
        yield make(alignment, Reason.BASE, mine, its, message, confidence=sure)


def _in_sentence(wording: Wording, at: int, quantity: Quantity) -> bool:
    """Whether a figure stands in the sentence of a word."""
    return any(wording.sentence[word] == wording.sentence[at] for word in words_of(wording, (quantity.span,)))


def find_of_all(alignment: Alignment) -> Iterator[Edit]:
    """The claims of all of a group where the statement speaks of all of a part of it: "all women" for "all pregnant women"."""
    left = alignment.left
    for at in range(left.size):
        if left.forms[at].low not in _ALL:
            continue
        ours = _phrase(left, at)
        linked = alignment.to_right[ours.head] if ours is not None else -1
        if ours is None or linked < 0:
            continue
        theirs = _around(alignment.right, linked)
        its = _dropped(alignment, ours, theirs)
        if its is None:
            continue
        one, two = left.words(at, ours.head + 1), alignment.right.words(its.start, its.stop)
        message = f"The claim speaks of {quoted(one)} where the statement speaks of {quoted(two)}."
        sure = certainty_of(alignment, ours.head, linked)
        yield make(alignment, Reason.SCOPE, range(ours.start, ours.head + 1), its, message, confidence=sure)


def _around(wording: Wording, head: int) -> _Base:
    """The noun phrase that ends with a word."""
    start = head
    while start and head - start < _LONGEST and wording.forms[start - 1].content and not wording.comma[start]:
        start -= 1
    return _Base(start, head, _clause(wording, head + 1), everyone=False)


def _is_share(quantities: Sequence[Quantity], index: int, text: str) -> bool:
    """Whether a figure is a share of something: "61%", "one in four", the 12 of "12 of the 45 employers"."""
    if quantities[index].kind in _SHARES:
        return True
    return index + 1 < len(quantities) and is_part(quantities[index], quantities[index + 1], text)


def _base(wording: Wording, quantities: Sequence[Quantity], index: int) -> _Base | None:
    """The noun phrase behind a share, or behind "of" at the start of its clause: "Of those callers, 61%"."""
    span = quantities[index].span
    inside = words_of(wording, (span,))
    if not inside:
        return None
    first = min(inside)
    opening = next(r.start for r in wording.ranges if first in r)
    if wording.comma[first] and wording.forms[opening].low in _OPENERS:
        return _phrase(wording, opening)
    return _phrase(wording, max(inside) + 1)


def _phrase(wording: Wording, at: int) -> _Base | None:
    everyone = False
    while at < wording.size and (wording.forms[at].low in _BEFORE or wording.forms[at].number):
        everyone = everyone or wording.forms[at].low in _ALL
        at += 1
    end = at
    while end < wording.size and end - at < _LONGEST and wording.forms[end].content and not wording.comma[end]:
        end += 1
        if is_plural(wording.forms[end - 1]):
            break
    if end == at or not is_plural(wording.forms[end - 1]):
        return None
    return _Base(at, end - 1, _clause(wording, end), everyone)


def _clause(wording: Wording, at: int) -> range:
    """The words of the relative clause that opens at a word, "who" included; empty where none does."""
    if at >= wording.size or wording.forms[at].low not in _RELATIVE or wording.comma[at]:
        return range(at, at)
    end = at + 1
    while (
        end < min(wording.size, at + _CLAUSE)
        and wording.sentence[end] == wording.sentence[at]
        and not wording.comma[end]
    ):
        end += 1
    return range(at, end)


def _dropped(alignment: Alignment, ours: _Base, theirs: _Base) -> range | None:
    """The statement's noun phrase with what the claim's lacks of it; None where the claim restricts it too."""
    added = [at for at in range(ours.start, ours.head) if _is_new(alignment, at)]
    if (added and not ours.everyone) or len(ours.clause):
        return None
    before = [at for at in range(theirs.start, theirs.head) if _is_gone(alignment, at)]
    if before and len(before) == theirs.head - theirs.start:
        return range(theirs.start, theirs.head + 1)
    verb = next((at for at in theirs.clause if alignment.right.forms[at].content), -1)
    if any(alignment.right.forms[at].low in _SAMPLE for at in theirs.clause):
        return None
    if verb >= 0 and _is_gone(alignment, verb) and not _goes_on(alignment, ours) and not _kept(alignment, ours, theirs):
        last, stop = verb, theirs.clause.stop
        if stop < alignment.right.size and alignment.right.comma[stop]:
            last = stop - 1
        while last + 1 in theirs.clause and alignment.to_left[last + 1] < 0 and not _is_auxiliary(alignment, last + 1):
            last += 1
        return range(theirs.start, last + 1)
    return None


def _narrowed(alignment: Alignment, ours: _Base, theirs: _Base) -> range | None:
    """The statement's noun phrase where the claim speaks of a part of it: "61% of young women" for "61% of women"."""
    added = [at for at in range(ours.start, ours.head) if _is_new(alignment, at)]
    foreign = all(
        alignment.left.forms[at].stem not in alignment.right.stems
        and at not in alignment.explained_left
        and alignment.left.forms[at].low not in _SAMPLE
        and not places.is_place(alignment.left, at, at + 1)
        for at in added
    )
    if not added or not foreign or ours.everyone or len(theirs.clause):
        return None
    lacking = any(_is_gone(alignment, at) for at in range(theirs.start, theirs.head))
    return None if lacking else range(theirs.start, theirs.head + 1)


def _is_auxiliary(alignment: Alignment, at: int) -> bool:
    """Whether the main clause goes on at a word: "who were hurt *were* likelier"."""
    return alignment.right.lows[at] in _AUXILIARIES


def _kept(alignment: Alignment, ours: _Base, theirs: _Base) -> bool:
    """Whether the claim has other words of the clause right beside its noun: "pupils on free meals" for "who received free meals"."""
    left, links = alignment.left, alignment.to_right
    before = [links[at] for at in range(ours.start, ours.head)]
    after = ours.head + 1
    behind = []
    if after < left.size and left.forms[after].low in _PREPOSITIONS:
        reach = range(after, min(left.size, after + _LONGEST))
        behind = [links[at] for at in reach if left.forms[at].content]
    return any(right in theirs.clause for right in (*before, *behind))


def _goes_on(alignment: Alignment, ours: _Base) -> bool:
    """Whether words of the claim that the statement lacks follow its noun: another way to say the restriction."""
    left, after = alignment.left, ours.head + 1
    return not ours.everyone and after < left.size and left.forms[after].content and _is_new(alignment, after)


def _is_new(alignment: Alignment, at: int) -> bool:
    return alignment.to_right[at] < 0 and alignment.left.forms[at].content


def _is_gone(alignment: Alignment, at: int) -> bool:
    """Whether the claim has nothing for a word of the statement that restricts who is meant."""
    form = alignment.right.forms[at]
    return (
        form.content
        and alignment.to_left[at] < 0
        and at not in alignment.explained_right
        and form.low not in _SAMPLE
        and form.stem not in alignment.left.stems
    )
