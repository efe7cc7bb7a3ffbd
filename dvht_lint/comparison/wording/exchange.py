"""Roles exchanged: the claim has two things in each other's places: "tenants sued landlords" for "landlords sued tenants".

Active for passive, a list in another order and a phrase at the front leave no such trace: there the words around the two
change as well. "Girls more often than boys" is "boys less often than girls": two exchanges that make up for each other.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint import lexicons
from dvht_lint.comparison.aligning import meaning
from dvht_lint.comparison.aligning.alignment import Alignment
from dvht_lint.comparison.aligning.edits import certainty_of, explain, make, quoted
from dvht_lint.comparison.aligning.reading import Wording
from dvht_lint.model import Edit, Reason

__all__ = ["find"]

_ARTICLES = frozenset({"the", "a", "an", "some", "their", "its", "his", "her"})
_JOINTS = frozenset({"and", "or", "nor", "between"})
_DEGREES = frozenset({"more", "less", "fewer", "higher", "lower", "greater"})
_NO_PIVOTS = _JOINTS | _ARTICLES | lexicons.words("grammar", "auxiliaries") | lexicons.words("grammar", "forms of be")
_SYMMETRIC = lexicons.words("grammar", "symmetric predicates")
_FARTHEST = 14
"""How many words apart the two may stand."""
_EDGES = 3
"""How many of the four words beside the two must be the same on both sides."""


def find(alignment: Alignment) -> Iterator[Edit]:
    """The edits at two things that have changed places."""
    links = alignment.to_right
    linked = [there for there in links if there >= 0]
    if linked == sorted(linked):
        return  # all that both have stands in one order
    blocks = _blocks(alignment)
    for number, one in enumerate(blocks):
        for other in blocks[number + 1 :]:
            if (
                other.start - one.stop > _FARTHEST
                or alignment.left.sentence[other.start] != alignment.left.sentence[one.start]
            ):
                break
            if links[other.start] < links[one.start] and _are_exchanged(alignment, one, other):
                edit = _edit(alignment, one, other)
                if edit is not None:
                    yield edit
                return


def _blocks(alignment: Alignment) -> list[range]:
    """The runs of content words of the claim that stand together in the statement too."""
    left, links = alignment.left, alignment.to_right
    found: list[range] = []
    for at, form in enumerate(left.forms):
        if not form.content or links[at] < 0 or at in alignment.opposite or at in alignment.figure_left:
            continue
        if found and found[-1].stop == at and links[at] == links[at - 1] + 1 and not left.comma[at]:
            found[-1] = range(found[-1].start, at + 1)
        else:
            found.append(range(at, at + 1))
    return found


def _are_exchanged(alignment: Alignment, one: range, other: range) -> bool:
    """Whether each of two blocks of the claim stands where the statement has the other, about the same words."""
    left, right, links = alignment.left, alignment.right, alignment.to_right
    there, here = _linked(alignment, one), _linked(alignment, other)
    between = [at for at in range(one.stop, other.start) if here.stop <= links[at] < there.start]
    pivots = [at for at in between if left.forms[at].low not in _NO_PIVOTS]
    if _has_agent(left, one.stop, other.start) != _has_agent(right, here.stop, there.start):
        return False
    if not pivots or _is_list(left, one, other) or _is_list(right, here, there):
        return False
    if any(left.forms[at].stem in _SYMMETRIC or left.forms[at].low in _SYMMETRIC for at in pivots):
        return False
    edges = (
        (_before(left, one), _before(right, here)),
        (_after(left, one), _after(right, here)),
        (_before(left, other), _before(right, there)),
        (_after(left, other), _after(right, there)),
    )
    same = [_same(alignment, mine, its) for mine, its in edges]
    return sum(same) >= _EDGES and same[1] and same[2]


def _has_agent(wording: Wording, start: int, end: int) -> bool:
    """Whether "by" stands between: "care led by a physician" is "physician-led care"."""
    return any(wording.forms[at].low == "by" for at in range(start, end))


def _linked(alignment: Alignment, block: range) -> range:
    first = alignment.to_right[block.start]
    return range(first, first + len(block))


def _before(wording: Wording, block: range) -> int:
    """The word before a block in its sentence, articles passed over; -1 where it opens the sentence."""
    at = block.start - 1
    while at >= 0 and wording.forms[at].low in _ARTICLES:
        at -= 1
    return at if at >= 0 and wording.sentence[at] == wording.sentence[block.start] else -1


def _after(wording: Wording, block: range) -> int:
    at = block.stop
    return at if at < wording.size and wording.sentence[at] == wording.sentence[block.start] else -1


def _same(alignment: Alignment, mine: int, its: int) -> bool:
    """Whether two neighbours are linked, or both are none, or both belong to figures, which others compare."""
    if mine < 0 or its < 0:
        return mine < 0 and its < 0
    return alignment.to_right[mine] == its or (mine in alignment.figure_left and its in alignment.figure_right)


def _is_list(wording: Wording, one: range, other: range) -> bool:
    """Whether both are members of one list, whose order says nothing."""
    after = one.stop < wording.size and (wording.comma[one.stop] or wording.forms[one.stop].low in _JOINTS)
    before = wording.comma[other.start] or wording.forms[_before(wording, other)].low in _JOINTS
    return after and before


def _edit(alignment: Alignment, one: range, other: range) -> Edit | None:
    left, right = alignment.left, alignment.right
    there, here = _linked(alignment, one), _linked(alignment, other)
    if _turned_twice(alignment, range(one.stop, other.start), range(here.stop, there.start)):
        return None
    lows = {left.forms[at].low for at in range(one.start, other.start)}
    if "than" in lows and not _DEGREES.isdisjoint(lows):
        return None
    mine, its = left.words(one.start, one.stop), left.words(other.start, other.stop)
    message = f"The claim has {quoted(mine)} and {quoted(its)} in each other's places: the statement has them the other way round."
    reason = Reason.DIRECTION if "than" in lows else Reason.ENTITY
    explain(alignment, other, here)
    alignment.excused.update(one, other)
    return make(
        alignment,
        reason,
        one,
        here,
        message,
        confidence=certainty_of(alignment, one.start),
        replacement=right.words(here.start, here.stop),
    )


def _turned_twice(alignment: Alignment, mine: range, its: range) -> bool:
    """Whether a word between the two is turned round as well, so that both texts say the same."""
    left, right = alignment.left, alignment.right
    for at in mine:
        for other in its:
            if (
                meaning.opposition(left.forms[at], right.forms[other])
                and left.forms[at].stem != right.forms[other].stem
            ):
                explain(alignment, range(at, at + 1), range(other, other + 1))
                return True
    return False
