"""Binding: which figure of a statement plays the role of which figure of its claim.

Figures are bound by role - unit, noun, base, surroundings - and by value, never by presence alone: two exchanged
figures are both present.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from datetime import date

from dvht_lint.comparison.figures.bound import Bound
from dvht_lint.comparison.figures.nouns import same_things, stands_for
from dvht_lint.comparison.figures.relation import NOTHING, Relation, Support, relate
from dvht_lint.comparison.figures.roles import WHOLE, Roles, Side
from dvht_lint.comparison.figures.swaps import find_swaps, is_part_of
from dvht_lint.model import Kind, Qualifier, Quantity, Reason

__all__ = ["Bound", "bind"]

_NAMES = frozenset({Kind.LABEL, Kind.LAW})
_CONTACTS = frozenset({Kind.PHONE, Kind.CODE, Kind.CITATION})
_LIKELY = 0.28
"""The least role similarity at which a figure with another value is taken for the claim's figure gone wrong."""
_MARGIN = 0.25
"""By how much another role must be likelier than the one that a figure was bound to."""
_FAR = 0.15
"""What each power of ten between a bound and a value counts against the two."""
_CLEARLY = 0.1
"""The same where two figures of a claim were bound to one."""


def bind(roles: Roles) -> list[Bound]:
    """One `Bound` for each figure of the claim that can be bound at all, in order."""
    claim, statement = roles.claim, roles.statement
    relations = [[relate(c, s) for s in statement.quantities] for c in claim.quantities]
    taken: set[int] = set()
    bound: dict[int, Bound] = {}
    for i, c in enumerate(claim.quantities):
        if c.kind in _CONTACTS:
            continue
        _mend_times(claim, statement, i, relations[i])
        best = _supported(roles, i, relations[i], taken)
        if best >= 0:
            taken.add(best)
            bound[i] = Bound(i, best, relations[i][best])
    _settle_roles(roles, relations, bound)
    for i, c in enumerate(claim.quantities):
        if i not in bound and c.kind not in _CONTACTS:
            bound[i] = _unsupported(roles, i, relations[i], used={b.right for b in bound.values()})
    find_swaps(claim, statement, bound)
    _settle_partners(claim, statement, relations, bound)
    _settle_parts(claim, statement, relations, bound)
    return [bound[i] for i in sorted(bound)]


def _mend_times(claim: Side, statement: Side, i: int, relations: list[Relation]) -> None:
    """A date may name one end of its statement's range where the other end is named too, or the range is a lifetime."""
    c = claim.quantities[i]
    if c.dimension != "date":
        return
    for j, relation in enumerate(relations):
        s = statement.quantities[j]
        if relation.reason is Reason.PERIOD and s.dimension == "date" and _names_an_end(claim, c, statement, s):
            relations[j] = Relation(Support.WEAKER)


def _names_an_end(claim: Side, c: Quantity, statement: Side, s: Quantity) -> bool:
    """Whether a single date is one end of a range: of a lifetime in brackets or to the day, or beside the other end."""
    if s.value_high - s.value_low < 300 or c.value_high - c.value_low > 366 or not _is_pair(s):
        return False
    first = c.value_low <= s.value_low <= c.value_high
    if not first and not c.value_low <= s.value_high <= c.value_high:
        return False
    if statement.text[: s.span.start].rstrip()[-1:] == "(" or not _is_whole_years(s):
        return True
    other = s.value_high if first else s.value_low
    return any(q.dimension == "date" and q is not c and q.value_low <= other <= q.value_high for q in claim.quantities)


def _is_pair(q: Quantity) -> bool:
    """Whether two dates were written, and not one year, decade or century."""
    return sum(character.isdigit() for character in q.text) > 4


def _is_whole_years(q: Quantity) -> bool:
    low, high = int(q.value_low), int(q.value_high)
    if not 1 <= low <= high < date.max.toordinal():
        return True
    first, after = date.fromordinal(low), date.fromordinal(high + 1)
    return (first.month, first.day, after.month, after.day) == (1, 1, 1, 1)


def _supported(roles: Roles, i: int, relations: Sequence[Relation], taken: set[int]) -> int:
    """The statement's figure that says the claim's figure best, -1 for none."""
    c = roles.claim.quantities[i]
    if c.qualifier in _OPEN and c.kind not in WHOLE:
        best = _within_bound(roles, i, relations)
        return best if best >= 0 and relations[best].support >= Support.QUALIFIED else -1
    candidates = [
        j
        for j, relation in enumerate(relations)
        if relation.support >= Support.QUALIFIED
        and not (j in taken and c.kind not in WHOLE and c.is_range and not roles.statement.quantities[j].is_range)
    ]
    if len(candidates) < 2:
        return candidates[0] if candidates else -1
    best, best_score = -1, 0.0
    for j in candidates:
        relation = relations[j]
        score = 1 + roles.of(i, j) + 0.12 * relation.support - (0.15 if j in taken else 0.0)
        if relation.reason is not None and relation.support is Support.QUALIFIED:
            score -= 0.2
        if score > best_score:
            best, best_score = j, score
    return best


_OPEN = frozenset({Qualifier.AT_LEAST, Qualifier.MORE_THAN, Qualifier.AT_MOST, Qualifier.LESS_THAN})


def _within_bound(roles: Roles, i: int, relations: Sequence[Relation]) -> int:
    """The figure that a bound speaks of, whether it keeps within it or not; -1 for none.

    Any small figure is "less than 93 million", so role and nearness decide.
    """
    candidates = [j for j, relation in enumerate(relations) if relation.support is not Support.NONE]
    if len(candidates) < 2:
        return candidates[0] if candidates else -1
    best, best_score = -1, -1.0
    for j in candidates:
        relation = relations[j]
        score = (
            roles.of(i, j)
            + 0.5 * _nearness(roles.claim.quantities[i], roles.statement.quantities[j])
            - _FAR * _orders(roles.claim.quantities[i], roles.statement.quantities[j])
            + (0.3 if relation.support >= Support.QUALIFIED else 0.0)
        )
        if relation.support is Support.EQUAL:
            score += 0.3
        if score > best_score:
            best, best_score = j, score
    return best


def _nearness(c: Quantity, s: Quantity) -> float:
    """1 for equal values, 0 where one is twice the other or more."""
    a, b = abs(c.value_low), abs(s.value_low)
    return max(0.0, 2 * min(a, b) / max(a, b) - 1) if a and b else 0.0


def _orders(c: Quantity, s: Quantity) -> float:
    """How many powers of ten lie between two values: nobody bounds 160 million by "more than a million"."""
    a, b = abs(c.value_low), abs(s.value_low)
    return abs(math.log10(a / b)) if a and b else 0.0


def _settle_roles(roles: Roles, relations: list[list[Relation]], bound: dict[int, Bound]) -> None:
    """Loosen what is bound by value where another figure of the statement counts the claim's noun and this one another.

    "answered 2,945 calls" rests on the 19,427 calls of its statement, not on its 2,945 victims.
    """
    claim, statement = roles.claim, roles.statement
    used = {b.right for b in bound.values()}
    for i, b in list(bound.items()):
        c, s = claim.quantities[i], statement.quantities[b.right]
        shared = sum(other.right == b.right for other in bound.values()) > 1
        if shared and c.dimension == s.dimension and c.dimension not in _SHARED:
            _unshare(roles, b, relations[i], bound)
            continue
        if (
            c.dimension != "count"
            or s.dimension != "count"
            or not c.unit
            or not s.unit
            or stands_for(c.unit, s.unit)
            or stands_for(s.unit, c.unit)
        ):
            continue
        for j, rival in enumerate(statement.quantities):
            same = j != b.right and rival.unit == c.unit and relations[i][j].support is Support.OTHER
            if same and j not in used and shared and roles.of(i, j) > roles.of(i, b.right) + _MARGIN:
                bound[i] = Bound(i, j, relations[i][j], elsewhere=b.right)
                break


_SHARED = frozenset({"count", "date", "day-of-year", "clock", "label", "ordinal", "age"})
"""What one text may well say twice: nouns tell counts apart, and names and times are repeated."""


def _unshare(roles: Roles, b: Bound, relations: Sequence[Relation], bound: dict[int, Bound]) -> None:
    """Bind one of two equal figures to a figure of its own that plays its role better: the other value is its own."""
    used = {other.right for other in bound.values()}
    figures = roles.statement.quantities
    for j, rival in enumerate(figures):
        fits = rival.dimension == figures[b.right].dimension and relations[j].support is Support.OTHER
        if fits and j not in used and roles.of(b.left, j) > roles.of(b.left, b.right) + _CLEARLY:
            bound[b.left] = Bound(b.left, j, relations[j], elsewhere=b.right)
            return


def _unsupported(roles: Roles, i: int, relations: Sequence[Relation], *, used: set[int]) -> Bound:
    """The statement's figure that the claim's figure is when it went wrong: the likeliest role, not used by another."""
    c, statement = roles.claim.quantities[i], roles.statement
    broken = c.qualifier in _OPEN and c.kind not in WHOLE
    best, best_score = -1, 0.0
    for j, relation in enumerate(relations):
        s = statement.quantities[j]
        ordinary = s.incidental and not c.incidental and not _same_noun(c, s)
        if relation.support is Support.NONE or (ordinary and not _one_stretch(roles, i, j)):
            continue
        if j in used and not _same_noun(c, s):
            continue
        # A bound that any value keeps is not supported by one in another role.
        support = min(relation.support, Support.OTHER) if broken else relation.support
        score = roles.of(i, j) + 0.2 * (support - 1) - (0.3 if j in used else 0.0)
        if relation.reason in {Reason.UNIT, Reason.PRECISION}:
            score += 0.1
        if score > best_score:
            best, best_score = j, score
    if best < 0 or best_score < _threshold(c, statement, best, used):
        return Bound(i, -1, NOTHING)
    return Bound(i, best, relations[best])


def _same_noun(c: Quantity, s: Quantity) -> bool:
    return bool(c.unit) and same_things(c.unit, s.unit)


def _one_stretch(roles: Roles, i: int, j: int) -> bool:
    """Whether "a fortnight" of the statement is what the claim's duration should be."""
    c, s = roles.claim.quantities[i], roles.statement.quantities[j]
    return c.kind is s.kind is Kind.DURATION and roles.of(i, j) > _LIKELY


def _threshold(c: Quantity, statement: Side, j: int, used: set[int]) -> float:
    """How alike two roles must be: less where the statement has only one figure of this sort."""
    s = statement.quantities[j]
    if c.kind in _NAMES:
        return 0.0
    rivals = sum(q.dimension == s.dimension and k not in used for k, q in enumerate(statement.quantities))
    if c.dimension == "count":
        return _LIKELY
    return 0.05 if rivals == 1 else 0.15


def _settle_partners(claim: Side, statement: Side, relations: list[list[Relation]], bound: dict[int, Bound]) -> None:
    """A share in brackets belongs to the amount right before it, wherever else its value stands: "$2.1 trillion (59%)"."""
    for i, b in list(bound.items()):
        host = bound.get(i - 1)
        if host is None or host.right < 0 or host.swapped >= 0 or b.swapped >= 0 or not _in_brackets(claim, i):
            continue
        j = host.right + 1
        if host.relation.support < Support.QUALIFIED or j == b.right or not _in_brackets(statement, j):
            continue
        if relations[i][j].support > Support.NONE:
            bound[i] = Bound(i, j, relations[i][j], elsewhere=b.right)


def _settle_parts(claim: Side, statement: Side, relations: list[list[Relation]], bound: dict[int, Bound]) -> None:
    """The part of a whole that both texts give belongs to the part there: "15 of 52" to "14 of 52"."""
    for i, b in list(bound.items()):
        whole = bound.get(i + 1)
        if whole is None or whole.right < 1 or b.right >= 0 or not is_part_of(claim, i, i + 1):
            continue
        j = whole.right - 1
        if is_part_of(statement, j, j + 1) and whole.relation.support >= Support.QUALIFIED:
            bound[i] = Bound(i, j, relations[i][j])


def _in_brackets(side: Side, index: int) -> bool:
    """Whether a figure stands in brackets right after the figure before it."""
    if not 0 < index < len(side.quantities):
        return False
    gap = side.text[side.quantities[index - 1].span.end : side.quantities[index].span.start]
    return len(gap) < _LONGEST_GAP and _OPENING.fullmatch(gap) is not None


_LONGEST_GAP = 40
_OPENING = re.compile(r"(?:\s+[^\W\d_]+){0,3}\s*[(\[]\s*(?:[^\W\d_]+\s+){0,2}[~<>≈]?")
