"""Figures that a statement does not write but that follow from those it does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise, permutations

from dvht_lint.comparison.figures.nouns import is_person
from dvht_lint.model import Kind, Qualifier, Quantity

__all__ = ["follows", "follows_from_values", "follows_surely"]

_DATES = frozenset({Kind.DATE, Kind.PERIOD})
_YEAR = 365.2425
_SECONDS_A_DAY = 86400.0
_OF_THE = 12
"""The longest gap between a part and its whole: " out of the "."""
_OF_THEM = ("of whom", "of which", "of them", "of these", "of those")
_HALF = 0.5
"""How far a share in whole points may be rounded."""
_MOST = 12
"""With more figures than this everything follows from something."""


def follows(claim: Quantity, statement: Sequence[Quantity], text: str = "") -> bool:
    """Whether the claim's figure is the difference of two dates, the sum of two counts, or the share of one in another.

    `text` is the statement's, for telling what is part of what ("94 members, 41 of whom").
    """
    if claim.kind is Kind.AGE or (claim.kind is Kind.DURATION and claim.unit in {"yr", "d", "month", "wk"}):
        return _is_span_of_time(claim, statement)
    if claim.kind is Kind.NUMBER and claim.unit in {"year", "person", ""} and _is_span_of_time(claim, statement):
        return True
    if len(statement) > _MOST:
        return False
    if claim.incidental and claim.kind is Kind.NUMBER and claim.value_low > 1:
        return claim.value_low == sum(q.kind in _DATES for q in statement) or _is_sum(claim, statement)
    if claim.kind is Kind.MULTIPLE:
        return _is_multiple(claim, statement)
    if claim.dimension == "share":
        return _is_share(claim, statement, text)
    if claim.kind in {Kind.NUMBER, Kind.MONEY}:
        return _is_sum(claim, statement)
    return False


def follows_from_values(claim: Quantity, source: Sequence[Quantity], text: str = "") -> bool:
    """Whether a figure follows from what a source gives: as `follows`, or as a difference, a change or a rounded value."""
    if follows(claim, source, text):
        return True
    if len(source) > _MOST:
        return False
    values = [q for q in source if q.kind not in _DATES and not q.is_range]
    slack = max(claim.resolution / 2, 1e-9)
    if claim.dimension == "share":
        pairs = ((a.value_low, b.value_low) for a, b in permutations(values, 2) if a.dimension == b.dimension)
        return any(a > 0 and abs(100 * abs(b - a) / a - claim.value_low) <= max(slack, _HALF) for a, b in pairs)
    same = [q.value_low for q in values if q.dimension == claim.dimension]
    if any(abs(value - claim.value_low) <= slack for value in same):
        return claim.resolution > 1 or claim.dimension != "count"
    return any(abs(abs(a - b) - claim.value_low) <= slack for a, b in combinations(same, 2))


def follows_surely(claim: Quantity, statement: Sequence[Quantity], *, one_more: bool) -> bool:
    """Whether the claim's figure follows even though the statement has another figure of its sort.

    Ages and stays between two dates do, people who are the sum of two kinds of people, and "Long and four other players"
    of five players (`one_more`).
    """
    if claim.kind is Kind.AGE or (claim.kind is Kind.DURATION and claim.unit == "yr"):
        return _is_span_of_time(claim, statement)
    if claim.dimension == "share" and claim.qualifier is not Qualifier.EXACT:
        return any(_is_complement(claim, q) for q in statement if q.dimension == "share")
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


def _is_share(claim: Quantity, statement: Sequence[Quantity], text: str) -> bool:
    counts = [q.value_low for q in statement if q.kind is Kind.NUMBER and not q.is_range and q.value_low > 0]
    shares = [q.value_low for q in statement if q.dimension == "share" and not q.is_range]
    if any(_within(claim, 100 * part / whole) for part, whole in _parts(statement, text)):
        return True
    slack = max(claim.resolution / 2, 0.5)
    if any(abs(100 * min(a, b) / max(a, b) - claim.value_low) <= slack for a, b in combinations(counts, 2)):
        return True
    return any(abs(100 - share - claim.value_low) < 1e-6 for share in shares) or any(
        q.qualifier is not Qualifier.EXACT and _is_complement(claim, q) for q in statement if q.dimension == "share"
    )


def _is_complement(claim: Quantity, other: Quantity) -> bool:
    """Whether what is left of a whole is what the claim gives: "more than three quarters" of "less than a quarter"."""
    low, high = 100 - other.high, 100 - other.low
    return claim.low <= low and high <= claim.high and abs(100 - other.value_low - claim.value_low) < 1e-6


def _parts(statement: Sequence[Quantity], text: str) -> Iterator[tuple[float, float]]:
    """Counts and those that they are part of: "41 of the 50", "12 out of 45", "94 members, 41 of whom"."""
    for one, other in pairwise(q for q in statement if not q.is_range):
        if not one.kind is other.kind is Kind.NUMBER:
            continue
        if 0 < other.span.start - one.span.end <= _OF_THE and 0 < one.value_low < other.value_low:
            yield one.value_low, other.value_low
        if 0 < other.value_low < one.value_low and text[other.span.end :].lstrip().startswith(_OF_THEM):
            yield other.value_low, one.value_low


def _within(claim: Quantity, value: float) -> bool:
    above = value > claim.low or (claim.closed[0] and value == claim.low)
    return above and (value < claim.high or (claim.closed[1] and value == claim.high))


def _is_multiple(claim: Quantity, statement: Sequence[Quantity]) -> bool:
    """Whether two figures of one sort stand in this ratio: "doubled" from 40 to 80."""
    for one, other in combinations(statement, 2):
        if one.dimension != other.dimension or one.kind in _DATES or not one.value_low or not other.value_low:
            continue
        slack = max(claim.resolution / 2, 0.05 * claim.value_low)
        for ratio in (other.value_low / one.value_low, one.value_low / other.value_low):
            if _within(claim, ratio) or abs(ratio - claim.value_low) <= slack:
                return True
    return False


def _is_sum(claim: Quantity, statement: Sequence[Quantity]) -> bool:
    values = [q.value_low for q in statement if q.dimension == claim.dimension and not q.is_range]
    return any(abs(a + b - claim.value_low) < 1e-9 * max(1.0, claim.value_low) for a, b in combinations(values, 2))
