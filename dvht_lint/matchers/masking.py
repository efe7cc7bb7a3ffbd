"""What a text looks like to the matcher: content words with their figures masked, and the figures apart.

A wrong figure must neither lower the score of the right statement nor hide itself, so figures take no part
in the score. They only decide between statements that say the same thing otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from dvht_lint.model import Kind, Quantity
from dvht_lint.records import record
from dvht_lint.words import FUNCTION_WORDS, fold, stem, word_spans

__all__ = ["Masked", "adds_figures", "brings_figures", "exact_key", "figure_agreement", "mask", "unmatched"]

# Figures that belong to the wording rather than to the measurement: they stay visible to the matcher.
_VISIBLE = frozenset({Kind.LAW, Kind.LABEL, Kind.CODE, Kind.PHONE})
_TIMES = frozenset({Kind.DATE, Kind.PERIOD})
_DAY_OF_YEAR = "day-of-year"
_MONTH = 31
_YEAR = 366
"""Days."""
_TIME_WEIGHT = 1.5
"""What a time counts for, in significant digits: a year is shared by many."""
_IN_PART = 0.5
"""What a figure counts of which a part agrees: the value without the unit, the day without the year."""


FigureKey = tuple[float, float, str]


@record(frozen=True, slots=True)
class Masked:
    """A text as the matcher sees it: stems of its content words in order, its exact key and its figures.

    Times are days or ranges of days, and stand apart from the other figures.
    """

    words: tuple[str, ...]
    key: str
    figures: tuple[Quantity, ...] = ()
    times: tuple[Quantity, ...] = ()
    names: frozenset[str] = frozenset()
    """The words among them that are written with a capital inside a sentence."""
    above: frozenset[str] = frozenset()
    """The words among them of the stem above a bullet: they speak for a statement that has them, never against one."""

    @property
    def figure_keys(self) -> frozenset[FigureKey]:
        """What its figures and times are known by: their bounds as written, and what they measure."""
        return frozenset((q.value_low, q.value_high, q.dimension) for q in (*self.figures, *self.times))

    @property
    def bag(self) -> frozenset[str]:
        """The distinct words."""
        return frozenset(self.words)


def exact_key(text: str) -> str:
    """The text with case, quotes, dashes, white space and closing punctuation evened out."""
    return " ".join(fold(text).split()).strip(" .;:,!\"'")


def mask(text: str, quantities: Sequence[Quantity] = ()) -> Masked:
    """Take the figures out of a text and stem what is left; digits that no figure explains go as well."""
    hidden = sorted(q.span for q in quantities if q.kind not in _VISIBLE)
    words: list[str] = []
    names: set[str] = set()
    passed = reach = 0
    # Folded in one go where that keeps the places of the words.
    folded = fold(text) if text.isascii() else ""
    for position, (start, end) in enumerate(word_spans(text)):
        # Both run from left to right, and a line may hold many thousands of each: no word looks at every figure.
        while passed < len(hidden) and hidden[passed].start <= start:
            reach = max(reach, hidden[passed].end)
            passed += 1
        if start < reach:
            continue
        word = (folded[start:end] if folded else fold(text[start:end])).removesuffix("'s")
        if word and not word[0].isdigit() and word not in FUNCTION_WORDS:
            words.append(stem(word))
            if position and text[start].isupper():
                names.add(words[-1])
    shown = [q for q in quantities if q.kind not in _VISIBLE]
    figures = tuple(q for q in shown if q.kind not in _TIMES)
    times = tuple(q for q in shown if q.kind in _TIMES)
    return Masked(tuple(words), exact_key(text), figures, times, frozenset(names))


def figure_agreement(claim: Masked, statement: Masked) -> float:
    """What share of the claim's figures and times the statement gives too, 0 to 1; one with more digits counts more.

    Of another dimension only the same value counts, and half: 54% is not 55 reviews. A near miss counts in part: a tenth off
    counts nothing, the same value all, a bound that holds ("fewer than 18" for 17) at least half of it.
    """
    if not claim.figures and not claim.times:
        return 0.0
    weights = [_digits(figure) for figure in claim.figures]
    total = sum(w * _best(_likeness, f, statement.figures) for w, f in zip(weights, claim.figures, strict=True))
    total += _TIME_WEIGHT * sum(_best(_same_time, time, statement.times) for time in claim.times)
    return total / (sum(weights) + _TIME_WEIGHT * len(claim.times))


def _digits(figure: Quantity) -> int:
    """How many significant digits a figure has, 1 to 4: two texts share 19,427 by no accident, and "two" by many."""
    written = f"{abs(figure.value_low):.6g}".partition("e")[0].replace(".", "").strip("0")
    return min(4, max(1, len(written)))


def adds_figures(claim: Masked, best: Masked, other: Masked) -> bool:
    """Whether a claim that rests on the best statement may take its further figures from another; true where that has none."""
    if not other.figures or len(claim.figures) > len(best.figures):
        return True
    spare = [figure for figure in claim.figures if not _best(_likeness, figure, best.figures)]
    return any(_best(_likeness, figure, other.figures) for figure in spare)


def unmatched(claim: Masked, statement: Masked) -> Masked:
    """The claim with those of its figures and times alone that are nothing like any of the statement's."""
    figures = tuple(f for f in claim.figures if not _best(_likeness, f, statement.figures))
    times = tuple(t for t in claim.times if not _best(_same_time, t, statement.times))
    return replace(claim, figures=figures, times=times)


def brings_figures(spare: Masked, other: Masked) -> bool:
    """Whether a statement gives what a claim has to spare: one figure or time as it is, and for the rest figures of its kind.

    "4,587 calls in 2016 and 5,203 in 2017" rests on the statements of both years, and does where one figure is mistyped.
    """
    same = any(_likeness(f, o) == 1.0 for f in spare.figures for o in other.figures)
    same = same or any(_same_time(t, o) == 1.0 for t in spare.times for o in other.times)
    alike = sum(any(f.dimension == o.dimension for f in spare.figures) for o in other.figures)
    return same and 0 < len(other.figures) <= 2 * alike


def _best(alike: Callable[[Quantity, Quantity], float], one: Quantity, others: Iterable[Quantity]) -> float:
    return max((alike(one, other) for other in others), default=0.0)


def _likeness(claim: Quantity, statement: Quantity) -> float:
    mine, theirs = (claim.value_low, claim.value_high), (statement.value_low, statement.value_high)
    if claim.dimension != statement.dimension:
        return _IN_PART if mine == theirs else 0.0
    if mine == theirs:
        return 1.0
    off = max(abs(a - b) / max(abs(a), abs(b), 1e-9) for a, b in zip(mine, theirs, strict=True))
    near = max(0.0, 1.0 - off / 0.1) * 0.75
    holds = claim.low <= theirs[0] and theirs[1] <= claim.high
    return max(near, 0.5 + near / 4) if holds and near else near


def _same_time(claim: Quantity, statement: Quantity) -> float:
    """Whether two times are the same, or one lies in the other.

    Half where the year is another or not said, and where a bound holds: "after November 2016" for 11 December 2016.
    """
    if claim.dimension == statement.dimension:
        if claim.value_low <= statement.value_high and statement.value_low <= claim.value_high:
            return 1.0
        apart = max(claim.value_low - statement.value_high, statement.value_low - claim.value_high)
        if apart <= _YEAR and claim.low <= statement.value_high and statement.value_low <= claim.high:
            return _IN_PART
    mine, theirs = _days_of_year(claim), _days_of_year(statement)
    if not mine or not theirs:
        return 0.0
    return _IN_PART if mine[0] <= theirs[1] and theirs[0] <= mine[1] else 0.0


def _days_of_year(time: Quantity) -> tuple[int, int] | None:
    """The first and last day of a time within its year, as `100 * month + day`; None where it is longer than a month."""
    low, high = int(time.value_low), int(time.value_high)
    if time.dimension == _DAY_OF_YEAR:
        return low, high
    if high - low > _MONTH or not 0 < low < date.max.toordinal():
        return None
    first, last = date.fromordinal(low), date.fromordinal(min(high, date.max.toordinal()))
    return 100 * first.month + first.day, 100 * last.month + last.day
