"""The roles of figures: what stands around each, and how alike the roles of two are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from dvht_lint.comparison.figures.changes import role_of_change
from dvht_lint.comparison.figures.nouns import is_person, same_things, stands_for
from dvht_lint.comparison.figures.profile import Profile, profiles, similarity, stems_of
from dvht_lint.model import Kind, Quantity

__all__ = ["WHOLE", "Roles", "Side"]

WHOLE = frozenset({Kind.DATE, Kind.PERIOD, Kind.TIME, Kind.ORDINAL})
"""The kinds of figure that count nothing."""
_SAME_PLACE = 0.3
"""What the same place among the figures of one sort counts where no words can be compared."""
_FOREIGN = 0.1


class Side:
    """One text with its figures; their surroundings and its words are looked at when asked for, which most texts never are."""

    def __init__(self, text: str, quantities: Sequence[Quantity]) -> None:
        self.text = text
        self.quantities = quantities

    @cached_property
    def around(self) -> Sequence[Profile]:
        """The surroundings of each figure."""
        return profiles(self.text, self.quantities)

    @cached_property
    def changes(self) -> Sequence[str]:
        """What each figure is of a change: `start`, `step`, `level`, or empty."""
        found = (role_of_change(self.text, q) for q in self.quantities)
        return [beside.says if beside else "" for beside in found]

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the content words."""
        return stems_of(self.text)


class Roles:
    """How alike the roles of the figures of two texts are, each pair looked at once."""

    def __init__(self, claim: Side, statement: Side) -> None:
        self.claim = claim
        self.statement = statement
        self._known: dict[tuple[int, int], float] = {}

    def of(self, i: int, j: int) -> float:
        """How alike the roles of two figures are, 0 to 1 and a little more or less."""
        if (i, j) not in self._known:
            self._known[i, j] = _role(self, i, j)
        return self._known[i, j]

    @cached_property
    def foreign(self) -> bool:
        """Whether the two texts have so few words in common that they must be in two languages."""
        ours, theirs = self.claim.stems, self.statement.stems
        least = min(len(ours), len(theirs))
        return least > 2 and len(ours & theirs) < _FOREIGN * least


def _role(roles: Roles, i: int, j: int) -> float:
    """How alike the roles of two figures are, 0 to 1 and a little more."""
    claim, statement = roles.claim, roles.statement
    c, s = claim.quantities[i], statement.quantities[j]
    score = 0.55 * similarity(claim.around[i], statement.around[j])
    if _rank(claim, i) == _rank(statement, j) and roles.foreign:
        score += _SAME_PLACE
    if c.dimension == "count" and s.dimension == "count":
        score += _noun_score(c.unit, s.unit)
    elif c.kind not in WHOLE:
        score += 0.15 if c.unit == s.unit and c.kind not in {Kind.PERCENT, Kind.RATIO} else 0.1
        score += 0.15 * ((c.base == s.base) - (c.base != s.base)) if c.base and s.base else 0.0
    if c.period and s.period and c.kind not in WHOLE:
        same = c.period.first <= s.period.last and s.period.first <= c.period.last
        score += 0.15 if same else -0.15
    return score


def _rank(side: Side, index: int) -> int:
    """How many figures of the same sort stand before this one."""
    q = side.quantities[index]
    return sum(other.dimension == q.dimension for other in side.quantities[:index])


def _noun_score(c: str, s: str) -> float:
    if c and s:
        return (
            0.4
            if same_things(c, s)
            else 0.3
            if stands_for(c, s) or stands_for(s, c)
            else 0.05
            if is_person(c) and is_person(s)
            else -0.1
        )
    return 0.1
