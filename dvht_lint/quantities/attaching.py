"""What a figure is attached to: a qualifier, a noun, an age, a rate."""

from __future__ import annotations

from dvht_lint.model import Kind, Qualifier
from dvht_lint.quantities.calendar import MONTHS
from dvht_lint.quantities.figure import Figure
from dvht_lint.quantities.numeral import NOTE_MARK
from dvht_lint.quantities.qualifier import qualify
from dvht_lint.quantities.role import STOP_WORDS, VERBS, counted_noun, rate_of
from dvht_lint.quantities.tokens import NUMBER, WORD, Tokens, word_set
from dvht_lint.quantities.vocabulary import unit_names

__all__ = ["attach"]

_AGE_BEFORE = frozenset({"aged", "age", "ages", "turned", "turns", "turning"})


_SECONDS_A_YEAR = 31556952.0


def attach(t: Tokens, figure: Figure, floor: int) -> int:
    """Give a figure its qualifier, its noun and what it is per; the token after all that belongs to it."""
    qualify(t, figure, floor)
    if figure.kind is Kind.DURATION and t.lowers[figure.stop] in _EARLIER:
        _point_back(t, figure)
    _make_age(t, figure)
    if figure.kind is Kind.NUMBER and t.lowers[figure.start - 2 : figure.start] == ["factor", "of"]:
        figure.kind, figure.dimension, figure.unit = Kind.MULTIPLE, "multiple", "time"
    end = figure.stop
    if figure.kind is Kind.NUMBER:
        noun, start, end = counted_noun(t, figure)
        figure.unit, figure.unit_at = noun, (start, end)
    end = _make_rate(t, figure, end) if figure.kind in _RATED else figure.stop
    if figure.malformed and t.kinds[figure.stop] == NUMBER and t.glued(figure.stop):
        return figure.stop + 1
    return max(end, figure.qualifier_at[1] if figure.qualifier_at else 0)


_EARLIER = frozenset({"earlier", "ago", "before", "previously"})


def _point_back(t: Tokens, figure: Figure) -> None:
    """Make a stretch that ends now of "a year earlier"; the "than" of "9% more than a year earlier" bounds nothing."""
    figure.relative = True
    if figure.qualifier_at and t.lowers[figure.qualifier_at[1] - 1] == "than":
        figure.qualifier, figure.qualifier_at = Qualifier.EXACT, None


_RATED = frozenset({Kind.NUMBER, Kind.MONEY, Kind.MEASURE, Kind.DURATION, Kind.PERCENT, Kind.RATIO, Kind.MULTIPLE})


def _make_age(t: Tokens, figure: Figure) -> None:
    """Read "aged 18-24", "turned 18", "at the age of thirteen months", "children under 18", "Smith, 53, said"."""
    if figure.kind not in {Kind.NUMBER, Kind.DURATION} or figure.dimension not in {"count", "time"}:
        return
    start = figure.qualifier_at[0] if figure.qualifier_at and figure.qualifier_at[0] < figure.start else figure.start
    before = t.lowers[start - 1]
    if before in {"of", "between", "from"} or (before in {"is", "was"} and t.lowers[start - 2] == "age"):
        before = t.lowers[start - 2]
    of_age = t.lowers[figure.start - 1] == "of" and t.lowers[figure.start - 2] in {"age", "ages"}
    told = before in _AGE_BEFORE or of_age or _is_age_bound(t, figure, start)
    in_commas = (
        t.words[figure.start - 1] == "," == t.words[figure.stop]
        and t.capital(figure.start - 2)
        and not figure.words
        and figure.stop == figure.start + 1
        and t.words[figure.start].isdigit()
        and len(t.words[figure.start]) == 2
        and t.kinds[figure.stop + 1] == WORD
        and t.lowers[figure.start - 2] not in MONTHS
    )
    if not (told or in_commas):
        return
    if figure.kind is Kind.DURATION:
        figure.low, figure.high = figure.low / _SECONDS_A_YEAR, figure.high / _SECONDS_A_YEAR
    elif (
        before.startswith("turn")
        and not figure.low.is_integer()
        and "." in t.words[figure.start]
        and figure.stop == figure.start + 1
    ):
        figure.low = figure.high = float(int(figure.low))
        figure.malformed = NOTE_MARK
    figure.kind, figure.dimension, figure.unit, figure.resolution = Kind.AGE, "age", "year", 1.0


def _is_age_bound(t: Tokens, figure: Figure, start: int) -> bool:
    """Read "children under 18", "women over 65": a bound on people with nothing counted after it."""
    return (
        figure.qualifier_at is not None
        and figure.kind is Kind.NUMBER
        and 1 <= figure.high < 100
        and t.lowers[start] in {"under", "over", "above", "below"}
        and t.lowers[start - 1] in _PEOPLE
        and (t.kinds[figure.stop] != WORD or t.lowers[figure.stop] in STOP_WORDS or t.lowers[figure.stop] in VERBS)
    )


_PEOPLE = word_set(
    "children people women men girls boys youth persons adults minors those anyone someone everyone victims patients"
)


def _make_rate(t: Tokens, figure: Figure, noun_end: int) -> int:
    """Put what a figure is per into it: "15 per 100,000", "$20 a month", "every fifteen seconds", "four times a minute".

    Returns the token after the rate, or after the figure where it is none.
    """
    if figure.kind is Kind.DURATION and t.lowers[figure.start - 1] in {"every", "each"}:
        figure.kind, figure.dimension = Kind.RATE, "interval"
        return figure.stop
    if figure.kind is Kind.NUMBER and t.lowers[figure.stop] == "times":
        return _make_frequency(t, figure)
    per, count, end = rate_of(t, figure, noun_end)
    if not per:
        return figure.stop
    if figure.kind is Kind.DURATION and not count:
        return _make_hours(figure, per, end)
    figure.per = per
    if count:
        figure.low, figure.high, figure.resolution = figure.low / count, figure.high / count, figure.resolution / count
        figure.per = "1"
        figure.scale /= count
    if figure.kind in {Kind.NUMBER, Kind.PERCENT}:
        figure.kind = Kind.RATE
    if noun_end == figure.stop:
        figure.stop = end
    return end


def _make_frequency(t: Tokens, figure: Figure) -> int:
    """Read "four times a minute" is once every fifteen seconds."""
    per, _, end = rate_of(t, figure, figure.stop + 1)
    unit = unit_names().get(t.lowers[end - 1]) if per else None
    if unit and unit.dimension == "time" and figure.low > 0:
        figure.low, figure.high = unit.scale / figure.high, unit.scale / figure.low
        figure.kind, figure.dimension, figure.unit, figure.stop, figure.unit_at = Kind.RATE, "interval", "", end, None
    return figure.stop


def _make_hours(figure: Figure, per: str, end: int) -> int:
    """Read "24 hours a day", "7 days a week" and "365 days a year" are "24/7"; other durations have no denominator."""
    if (figure.unit, per, round(figure.low / figure.scale)) not in _ALWAYS:
        figure.per = per
        return figure.stop
    figure.kind, figure.dimension, figure.unit, figure.stop, figure.unit_at = Kind.LABEL, "label", "24/7", end, None
    figure.low = figure.high = 0.0
    return end


_ALWAYS = frozenset({("h", "d", 24), ("d", "wk", 7), ("d", "yr", 365)})
