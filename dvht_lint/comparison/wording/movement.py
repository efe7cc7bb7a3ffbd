"""What rises and what falls: the direction in which a text says that something moves.

"Use of force had also gone up" turns "use of force had fallen" round without a word being the other's opposite. Movements of
the two texts are brought together by what moves; where the statement has a movement the claim's way too, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dvht_lint import lexicons
from dvht_lint.comparison.aligning.alignment import Alignment
from dvht_lint.comparison.aligning.edits import certainty_of, make, quoted
from dvht_lint.comparison.aligning.reading import Wording
from dvht_lint.model import Edit, Reason

__all__ = ["find"]

_UP = lexicons.words("changes", "up") & lexicons.words("changes", "changing") | lexicons.words("changes", "multiplied")
_DOWN = lexicons.words("changes", "down") & lexicons.words("changes", "changing") | lexicons.words("changes", "divided")
_STILL = lexicons.words("changes", "still")
_STAYING = lexicons.words("changes", "staying")
_STEADY = lexicons.words("changes", "steady")
_PARTICLES = frozenset({"up", "down"})
_GOING = lexicons.words("changes", "going")
_MOVING = _PARTICLES | _STILL | _STAYING | _UP | _DOWN
_BEHIND = 3
"""How many content words behind a word of movement may say what moves: "a fall in evictions", "cut hospital stays"."""


class _Movement(NamedTuple):
    """A word of movement, which way it goes, and the content words that may say what moves."""

    at: int
    way: str
    of: frozenset[int]


def find(alignment: Alignment) -> Iterator[Edit]:
    """The movements of the claim that go another way than the statement's of the same thing."""
    ours = _movements(alignment.left)
    if not ours:
        return
    theirs = _movements(alignment.right)
    linked = {alignment.to_right[m.at] for m in ours}
    open_ways = {m.way for m in theirs if m.at not in linked}
    for one in ours:
        if one.way in open_ways or one.at in alignment.explained_left or _is_there(alignment, one):
            continue
        other = _counterpart(alignment, one, theirs)
        if other is None or other.way == one.way or other.at in linked or other.at in alignment.explained_right:
            continue
        mine, its = alignment.left.words(one.at, one.at + 1), alignment.right.words(other.at, other.at + 1)
        message = f"The claim says {quoted(mine)} where the statement says {quoted(its)}, which goes another way."
        yield make(
            alignment, Reason.DIRECTION, range(one.at, one.at + 1), range(other.at, other.at + 1), message,
            confidence=certainty_of(alignment, one.at, other.at),
        )  # fmt: skip


def _movements(wording: Wording) -> list[_Movement]:
    found: list[_Movement] = []
    start = 0
    for at in [at for at, low in enumerate(wording.lows) if low in _MOVING]:
        way = _way(wording, at)
        if not way or _is_denied(wording, at):
            continue
        before = _content(wording, max(start, _clause_start(wording, at)), at)
        behind = _content(wording, at + 1, wording.size)[:_BEHIND]
        of = frozenset(i for i in (*before, *behind) if wording.clause[i] == wording.clause[at])
        found.append(_Movement(at, way, of))
        start = at + 1
    return found


def _way(wording: Wording, at: int) -> str:
    low = wording.forms[at].low
    if low in _PARTICLES:
        before = wording.forms[at - 1].low if at else ""
        return low if before in _GOING or (at and wording.comma[at]) else ""
    after = wording.forms[at + 1].low if at + 1 < wording.size else ""
    if low in _STILL or (low in _STAYING and after in _STEADY):
        return "still"
    return "up" if low in _UP else "down" if low in _DOWN else ""


def _is_denied(wording: Wording, at: int) -> bool:
    return any(p.step and p.start < at and at - p.end < 3 for p in wording.of("negation"))


def _clause_start(wording: Wording, at: int) -> int:
    start = at
    while start and wording.clause[start - 1] == wording.clause[at]:
        start -= 1
    return start


def _content(wording: Wording, start: int, end: int) -> list[int]:
    return [i for i in range(start, end) if wording.forms[i].content]


def _is_there(alignment: Alignment, movement: _Movement) -> bool:
    """Whether the statement has the very word, or one of its meaning, where this one stands."""
    return alignment.to_right[movement.at] >= 0 and movement.at not in alignment.opposite


def _counterpart(alignment: Alignment, one: _Movement, theirs: list[_Movement]) -> _Movement | None:
    """The statement's movement of the same thing: the one that shares most of what moves."""
    linked = {alignment.to_right[at] for at in one.of} - {-1}
    shared = [(len(linked & m.of), -number) for number, m in enumerate(theirs)]
    best, number = max(shared, default=(0, 0))
    return theirs[-number] if best else None
