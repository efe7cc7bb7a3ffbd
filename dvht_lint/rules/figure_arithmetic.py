"""Figures of one text that cannot all be true: changes, parts of a whole, the same figure twice."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dvht_lint.model import Edit, Harm, Kind, Qualifier, Quantity
from dvht_lint.text import Span

__all__ = ["Contradiction", "contradictions", "explains"]

_BRACKET = re.compile(r"(?:\s+[^\W\d_][\w'’-]*){0,4}\s*[(\[]\s*(?:or\s+|i\.e\.,?\s+|about\s+|approximately\s+)?")
_ELLIPSIS = re.compile(
    r"\s*(?:of\s+)?(?:(?:were|are|was|is)\s+)?(?:[^\W\d]++(?:['’-][^\W\d]++)*+\s*){1,3}(?:,\s*(?:and\s+)?|\s+and\s+|;\s*)"
)
_OF_THE = re.compile(r"\s+(?:out\s+)?of\s+(?:the|its|their|those|these|all)\s+(?:\w+\s+)?")
_INCLUDING = re.compile(r"\s{1,4}[\w'’ -]{1,30},?\s{1,4}(?:including|among them|of whom|of which)\s+")
_CHANGE = re.compile(
    r"\b(?:an?|the)?\s*(?P<word>drop|fall|decline|decrease|reduction|loss|rise|increase|gain|growth|jump|change)\s+of\s+$"
)
_RISES = re.compile(
    r"\b(?:rose|risen|rises?|increased|increases|grew|grown|climbed|jumped|up)\s+(?:by\s+)?(?:from\s+)?$"
)
_FALLS = re.compile(r"\b(?:fell|fallen|falls|decreased|decreases|declined|dropped|drops|down)\s+(?:from\s+)?$")
_OPPOSITES = (("men", "women"), ("male", "female"), ("males", "females"), ("boys", "girls"), ("adults", "children"))
_COUNTDOWN = re.compile(r"\s+(?:before|prior|ahead|out|until|to go|left|earlier|in advance)\b")
_OVERLAP = re.compile(r"\b(?:also|respectively|more than one|multiple|at least one|overlap|both|either)\b")
_CONVERTED = 0.08
"""How far a conversion in brackets may be rounded, as a part of the value."""
_LONGEST_GAP = 60
_BEFORE_FIGURES = 24
"""How far before the first figure a word may stand that says how it changed: "rose slightly from"."""
_WRITTEN_RANGES = frozenset({Kind.PERCENT, Kind.RATIO, Kind.MONEY, Kind.MEASURE, Kind.DURATION, Kind.AGE})


class Contradiction(NamedTuple):
    """Where a text contradicts itself: the figure to look at, the figures it does not fit with, and why."""

    span: Span
    others: tuple[Span, ...]
    message: str


def explains(edit: Edit, found: Contradiction) -> bool:
    """Whether a drift from the statement is why the figures do not fit: it changed one of them, or a word right before."""
    if edit.harm is not Harm.MORE:
        return False
    spans = (found.span, *found.others)
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    return edit.left.overlaps(Span(max(0, start - _BEFORE_FIGURES), end))


def contradictions(text: str, figures: Sequence[Quantity], *, parts: bool = True) -> Iterator[Contradiction]:
    """The contradictions among the figures of one sentence or paragraph; `parts` says that shares in a row may be of one whole."""
    yield from _upside_down(text, figures)
    for one, other in itertools.pairwise(figures):
        between = text[one.span.end : other.span.start]
        if len(between) > 80:
            continue
        yield from _in_brackets(text, one, other, between)
        yield from _more_than_whole(one, other, between)
    yield from _changes(text, [q for q in figures if q.kind not in {Kind.DATE, Kind.PERIOD, Kind.TIME}])
    if parts:
        yield from _parts(text, figures)


def _upside_down(text: str, figures: Sequence[Quantity]) -> Iterator[Contradiction]:
    for q in figures:
        if q.kind is Kind.DURATION and _COUNTDOWN.match(text, q.span.end):
            continue  # "6-3 months before the move" counts down
        if q.value_low > q.value_high and (q.kind in _WRITTEN_RANGES or q.text.lower().startswith("between")):
            yield Contradiction(q.span, (), f"The range “{q.text}” is upside down: its first bound is the greater one.")


def _in_brackets(text: str, one: Quantity, other: Quantity, between: str) -> Iterator[Contradiction]:
    """Find "one in four (20%)", "100 miles (60 km)": the same figure twice, in two notations."""
    if not _BRACKET.fullmatch(between) or one.dimension != other.dimension or one.is_range or other.is_range:
        return
    if text[other.span.end : other.span.end + 1] not in {")", "]"} or one.per != other.per:
        return
    if one.dimension == "share":
        slack = max(one.resolution, other.resolution, 1.0) / 2 if one.kind is not other.kind else 0.0
        if one.kind is other.kind:
            return
        agree = abs(one.value_low - other.value_low) <= slack * 1.000001 or _overlap(one, other)
    elif one.unit != other.unit and one.kind is Kind.MEASURE:
        agree = abs(one.value_low - other.value_low) <= max(
            _CONVERTED * abs(one.value_low), min(one.resolution, other.resolution) / 2
        )
    else:
        return
    if not agree:
        yield Contradiction(other.span, (one.span,), f"“{one.text}” is not “{other.text}”{_is_what(one)}.")


def _overlap(one: Quantity, other: Quantity) -> bool:
    """Whether a qualifier lets the two figures agree."""
    if one.qualifier is Qualifier.EXACT and other.qualifier is Qualifier.EXACT:
        return False
    return one.low <= other.high and other.low <= one.high


def _is_what(q: Quantity) -> str:
    return f": it is {q.value_low:.3g}%" if q.kind is Kind.RATIO else ""


def _more_than_whole(one: Quantity, other: Quantity, between: str) -> Iterator[Contradiction]:
    """Find "40 of the 30 cases", "30 people, including 40 women"."""
    counts = one.kind is Kind.NUMBER and other.kind is Kind.NUMBER and not one.per and not other.per
    if not counts or one.is_range or other.is_range:
        return
    if _OF_THE.fullmatch(between) and one.value_low > other.value_high and other.qualifier is Qualifier.EXACT:
        yield Contradiction(
            one.span, (other.span,), f"“{one.text}” of “{other.text}”: the part is greater than the whole."
        )
    elif _INCLUDING.fullmatch(between) and other.value_low > one.value_high and one.high != float("inf"):
        message = f"“{one.text}” including “{other.text}”: the part is greater than the whole."
        yield Contradiction(other.span, (one.span,), message)


def _changes(text: str, figures: Sequence[Quantity]) -> Iterator[Contradiction]:
    """Find "from 15.4% to 12.8%, a drop of 3 points"; "rose from 15 to 12"."""
    for i in range(len(figures) - 1):
        one, other = figures[i], figures[i + 1]
        between = text[one.span.end : other.span.start].split()
        from_to = "to" in between[-1:] and len(between) <= 7 and _opens_with_from(text, one)
        if not from_to or one.dimension != other.dimension or one.is_range or other.is_range:
            continue
        yield from _wrong_way(text, one, other)
        if i + 2 < len(figures):
            yield from _wrong_difference(text, one, other, figures[i + 2])


def _opens_with_from(text: str, q: Quantity) -> bool:
    start = q.qualifier_span.start if q.qualifier_span and q.qualifier_span.end <= q.span.start else q.span.start
    return text[max(0, start - 6) : start].lower().split()[-1:] == ["from"]


def _wrong_way(text: str, one: Quantity, other: Quantity) -> Iterator[Contradiction]:
    before = text[max(0, one.span.start - 40) : one.span.start].lower()
    rises, falls = bool(_RISES.search(before)), bool(_FALLS.search(before))
    if (rises and other.value_low < one.value_low) or (falls and other.value_low > one.value_low):
        word = "a rise" if rises else "a fall"
        yield Contradiction(other.span, (one.span,), f"From “{one.text}” to “{other.text}” is not {word}.")


def _wrong_difference(text: str, one: Quantity, other: Quantity, third: Quantity) -> Iterator[Contradiction]:
    gap = text[other.span.end : third.qualifier_span.start if third.qualifier_span else third.span.start].lower()
    said = _CHANGE.search(gap)
    if len(gap) > 40 or not said or third.is_range:
        return
    change = other.value_low - one.value_low
    step = (one.resolution + other.resolution) * 0.501
    relative = abs(change / one.value_low * 100) if one.value_low else float("inf")
    fits = third.low - step <= abs(change) <= third.high + step and third.kind in {one.kind, Kind.POINTS, Kind.NUMBER}
    if third.kind is Kind.PERCENT:
        fits = fits or abs(relative - third.value_low) <= max(third.resolution, 1.0)
    if third.kind not in {one.kind, Kind.POINTS, Kind.PERCENT, Kind.NUMBER}:
        return
    if not fits:
        message = f"From “{one.text}” to “{other.text}” is a change of {abs(change):.4g}, not of “{third.text}”."
        yield Contradiction(third.span, (one.span, other.span), message)


def _parts(text: str, figures: Sequence[Quantity]) -> Iterator[Contradiction]:
    """Shares of one whole that add up to more than it."""
    run: list[Quantity] = []
    for q in figures:
        plain = q.kind is Kind.PERCENT and not q.is_range and q.qualifier is Qualifier.EXACT
        gap = text[run[-1].span.end : q.span.start] if run else ""
        if plain and run and len(gap) <= _LONGEST_GAP and _ELLIPSIS.fullmatch(gap):
            run.append(q)
            continue
        yield from _too_much(text, run)
        run = [q] if plain else []
    yield from _too_much(text, run)


def _too_much(text: str, run: Sequence[Quantity]) -> Iterator[Contradiction]:
    total = sum(q.value_low for q in run)
    if len(run) < 2 or any(q.value_low >= 100 for q in run) or total <= 100 + sum(q.resolution for q in run) / 2 + 1e-9:
        return
    around = text[max(0, run[0].span.start - 60) : run[-1].span.end + 60].lower()
    words = set(re.findall(r"[a-z]+", around))
    opposed = any(a in words and b in words for a, b in _OPPOSITES)
    of_their_own = any(q.base in pair for q in run for pair in _OPPOSITES)  # "74% of men", not of all
    if (
        of_their_own
        or _OVERLAP.search(around)
        or (len(run) == 2 and not opposed)
        or len({q.base for q in run if q.base}) > 1
    ):
        return
    message = f"The parts {', '.join(f'“{q.text}”' for q in run)} add up to {total:.4g}%, more than the whole."
    yield Contradiction(run[-1].span, tuple(q.span for q in run[:-1]), message)
