"""Figures that a statement does not write but that follow from those it does."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from dvht_lint.comparison.nouns import is_person
from dvht_lint.model import Kind, Quantity

__all__ = ["follows", "follows_surely"]

_DATES = frozenset({Kind.DATE, Kind.PERIOD})
_YEAR = 365.2425
_SECONDS_A_DAY = 86400.0
_MOST = 12
"""With more figures than this everything follows from something."""


def follows(claim: Quantity, statement: Sequence[Quantity]) -> bool:
    """Whether the claim's figure is the difference of two dates, the sum of two counts, or the share of one in another."""
    if claim.kind is Kind.AGE or (claim.kind is Kind.DURATION and claim.unit in {"yr", "d", "month", "wk"}):
        return _is_span_of_time(claim, statement)
    if claim.kind is Kind.NUMBER and claim.unit in {"year", "person", ""} and _is_span_of_time(claim, statement):
        return True
    if len(statement) > _MOST:
        return False
    if claim.dimension == "share":
        return _is_share(claim, statement)
    if claim.kind in {Kind.NUMBER, Kind.MONEY}:
        return _is_sum(claim, statement)
    return False


def follows_surely(claim: Quantity, statement: Sequence[Quantity], *, one_more: bool) -> bool:
    """Whether the claim's figure follows even though the statement has another figure of its sort.

    Ages and stays between two dates do, people who are the sum of two kinds of people, and "Long and four other players"
    of five players (`one_more`).
    """
    if claim.kind is Kind.AGE or (claim.kind is Kind.DURATION and claim.unit == "yr"):
        return _is_span_of_time(claim, statement)
    if claim.kind is not Kind.NUMBER or len(statement) > _MOST:
        return False
    if one_more and any(q.unit == claim.unit and q.value_low == claim.value_low + 1 for q in statement):
        return True
    if claim.unit != "person":
        return False
    people = [q for q in statement if q.kind is Kind.NUMBER and is_person(q.unit) and q.unit != "person"]
    return _is_sum(claim, people)


def _is_span_of_time(claim: Quantity, statement: Sequence[Quantity]) -> bool:
    """Whether the years between two dates, or the two ends of a period, are the claim's."""
    years = claim.value_low if claim.dimension in {"age", "count"} else claim.value_low / _SECONDS_A_DAY / _YEAR
    dates = [q for q in statement if q.kind in _DATES and q.dimension == "date"]
    spans = [(q.value_low, q.value_high) for q in dates if q.value_high - q.value_low > 366]
    if any(_holds(years, (high - low + 1) / _YEAR, 1.0) for low, high in spans):
        return True
    for one, other in combinations(dates, 2):
        first, last = sorted((one, other), key=lambda q: q.value_low)
        low, high = (last.value_low - first.value_high) / _YEAR, (last.value_high - first.value_low) / _YEAR
        if claim.kind is Kind.AGE:
            if int(low) <= years <= high:
                return True
        elif low - 0.1 <= years <= high + 0.1:
            return True
    return False


def _holds(years: float, span: float, slack: float) -> bool:
    return abs(years - span) <= slack + 0.01


def _is_share(claim: Quantity, statement: Sequence[Quantity]) -> bool:
    counts = [q.value_low for q in statement if q.kind is Kind.NUMBER and not q.is_range and q.value_low > 0]
    shares = [q.value_low for q in statement if q.dimension == "share" and not q.is_range]
    slack = max(claim.resolution / 2, 0.5)
    if any(abs(100 * min(a, b) / max(a, b) - claim.value_low) <= slack for a, b in combinations(counts, 2)):
        return True
    return any(abs(100 - share - claim.value_low) < 1e-6 for share in shares)


def _is_sum(claim: Quantity, statement: Sequence[Quantity]) -> bool:
    values = [q.value_low for q in statement if q.dimension == claim.dimension and not q.is_range]
    return any(abs(a + b - claim.value_low) < 1e-9 * max(1.0, claim.value_low) for a, b in combinations(values, 2))
