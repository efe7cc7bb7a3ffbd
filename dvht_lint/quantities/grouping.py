"""How a page groups the digits of its figures, and the figures that are grouped in no way or in another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from dvht_lint.model import Kind, Quantity
from dvht_lint.records import record
from dvht_lint.text import Span

__all__ = ["Habit", "habit_of", "misgrouped", "with_grouping"]

_FIGURE = re.compile(
    r"(?<![\w.,/:#@=(-])(?P<currency>[$€£]\s?)?(?P<digits>\d{1,3}(?:[.,]\d+)+)(?![\w/:@°])(?!-\d)(?!,\d)"
)
_BY_COMMA = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
_BY_POINT = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_LONG_BY_POINT = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){2}")
_DECIMAL_COMMA = re.compile(r"\d{1,3},\d{1,2}")
_INDIAN = re.compile(r"[1-9]\d?(?:,\d{2})+,\d{3}(?:\.\d+)?")
_TORN = re.compile(r"[1-9]\d{0,2}(?:,\d{1,4})+(?:\.\d+)?")
_SOUTH_ASIA = re.compile(
    r"₹|\b(?:lakhs?|crores?|rupees?|Rs\.?|INR|PKR|BDT|NPR|taka|India|Indian|Pakistan|Bangladesh|Nepal|Sri Lanka|Bhutan|Delhi|Mumbai|Dhaka|Kerala)\b"
)
_COUNTED = re.compile(
    r"\s+(?!(?:and|or|to|in|for|by|of|per|on|at|with|the|a|an|is|was|are|were|times|percent|miles?|km|kg|tons?|tonnes?|meters?|metres?|seconds?|hours?|acres?)\b)[a-z]{2,}s\b|\s+(?:people|women|men|children)\b"
)
_SHARE = re.compile(r"\s?(?:%|percent\b|per cent\b|million\b|billion\b)")
_MEASURED = re.compile(r"\b(?:average|mean|median|ratio|index|score|rate|coefficient|odds)\b", re.IGNORECASE)
_BEFORE = 60
_POINT_LANGUAGES = frozenset({"", "en"})


@record(frozen=True, slots=True)
class Habit:
    """What a page's figures say of how it writes figures."""

    commas: bool
    """Whether it groups by commas: "1,500"."""
    decimal_commas: bool
    """Whether it writes decimals with a comma, as most of Europe does: "0,5"."""
    south_asian: bool


class Misgrouped(NamedTuple):
    """A figure in a text and what is wrong with its grouping."""

    span: Span
    problem: str


def habit_of(texts: Iterable[str]) -> Habit:
    """How the texts of a page write their figures."""
    commas = points = decimal = indian = western = 0
    south_asian = False
    for text in texts:
        if "," not in text and "." not in text and "₹" not in text:
            continue
        south_asian = south_asian or bool(_SOUTH_ASIA.search(text))
        for match in _FIGURE.finditer(text):
            digits = match["digits"]
            if _BY_COMMA.fullmatch(digits):
                commas += 1
                western += digits.count(",") > 1
            elif _INDIAN.fullmatch(digits):
                indian += 1
            elif _BY_POINT.fullmatch(digits) and digits.endswith("00") and "," not in digits:
                points += 1
            elif _BY_POINT.fullmatch(digits) and "," in digits:
                decimal += 2
            elif _DECIMAL_COMMA.fullmatch(digits):
                sure = bool(_SHARE.match(text, match.end())) or digits.startswith("0,")
                decimal += 2 * sure or bool(match["currency"])
    decimal_commas = points > max(3, 2 * commas) or decimal > 2 or (decimal > 1 and not commas)
    return Habit(commas > 0, decimal_commas, south_asian or (indian > 1 and not western))


def misgrouped(text: str, habit: Habit, language: str = "") -> Iterator[Misgrouped]:
    """The figures of a text whose digits are grouped as no reader can be sure of.

    Silent in languages with a decimal comma and on pages that write one.
    """
    if language[:2].lower() not in _POINT_LANGUAGES or habit.decimal_commas:
        return
    for match in _FIGURE.finditer(text):
        problem = _problem(text, match, habit)
        if problem:
            yield Misgrouped(Span(*match.span("digits")), problem)


def _problem(text: str, match: re.Match[str], habit: Habit) -> str:
    digits, end = match["digits"], match.end()
    counted = bool(match["currency"] or _COUNTED.match(text, end))
    if _BY_COMMA.fullmatch(digits):
        return ""
    if _DECIMAL_COMMA.fullmatch(digits):
        two = len(digits.partition(",")[2]) == 2
        sure = counted if two else False
        if sure or (habit.commas and _SHARE.match(text, end)):
            return "fewer than three digits stand behind its comma"
        return ""
    if _INDIAN.fullmatch(digits):
        return "" if habit.south_asian else "its commas do not part the digits by threes"
    if "." not in digits and _TORN.fullmatch(digits):
        groups = digits.split(",")[1:]
        threes = sum(len(group) == 3 for group in groups)
        torn = threes and any(len(group) in {2, 4} for group in groups) and (counted or len(groups) > 1)
        return "its commas do not part the digits by threes" if torn else ""
    if habit.commas and _BY_POINT.fullmatch(digits) and "," not in digits:
        measured = _MEASURED.search(text[max(0, match.start() - _BEFORE) : match.start()])
        whole = digits.endswith(".000") or _LONG_BY_POINT.fullmatch(digits)
        if counted and not measured and (whole or not match["currency"]):
            return "the page parts thousands by commas, and this figure by points"
    return ""


def with_grouping(
    text: str, quantities: tuple[Quantity, ...], habit: Habit, language: str = ""
) -> tuple[Quantity, ...]:
    """The figures of a text, those whose digits are misgrouped marked as malformed; one that was read as none is added."""
    found = tuple(misgrouped(text, habit, language))
    if not found:
        return quantities
    marked = list(quantities)
    for span, problem in found:
        at = [i for i, q in enumerate(marked) if q.span.overlaps(span)]
        if not at:
            marked.append(Quantity(Kind.LABEL, 0.0, 0.0, span.cut(text), span, malformed=problem))
        elif not marked[at[0]].malformed:
            marked[at[0]] = replace(marked[at[0]], malformed=problem)
    return tuple(sorted(marked, key=lambda q: q.span))
