"""The scanner: one pass over the tokens, each figure read by the first reader that knows it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from functools import cache

from dvht_lint.model import Kind, Period, Qualifier, Quantity
from dvht_lint.quantities.calendar import MONTHS
from dvht_lint.quantities.clock import read_clock
from dvht_lint.quantities.dates import plural_noun, read_date
from dvht_lint.quantities.figure import Figure
from dvht_lint.quantities.identifiers import read_identifier
from dvht_lint.quantities.label import Label
from dvht_lint.quantities.labels import read_label
from dvht_lint.quantities.language import localised
from dvht_lint.quantities.names import is_disambiguator, is_headline
from dvht_lint.quantities.number import NOTE_MARK
from dvht_lint.quantities.qualifier import bounds, qualify
from dvht_lint.quantities.ranges import read_figure
from dvht_lint.quantities.role import STOP_WORDS, base_of, clause_breaks, counted_noun, rate_of
from dvht_lint.quantities.tokens import HYPHENS, NUMBER, WORD, Tokens, word_set
from dvht_lint.quantities.vocabulary import currency_names, currency_symbols, number_words, unit_names, unit_symbols
from dvht_lint.text import Span

__all__ = ["scan"]

_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+|\b10\.\d{4,9}/\S+|\bISBN(?:-1[03])?:?\s*[\dXx-]{10,17}|\bdoi:\s?\S+", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"[\d¼-¾⅐-⅞]")
_PRONOUN_BEFORE = word_set("no this that the each any every another which some only loved such either neither as for")
_PRONOUN_AFTER = word_set("another day thing hand way side time one's who whose that which's")
_SMALL = 10
"""Numbers up to this one in words, or with nothing that they count, are often no statistic: "two types", "set to 1"."""
_AGE_BEFORE = frozenset({"aged", "age", "ages", "turned", "turns", "turning"})
_SECONDS_A_YEAR = 31556952.0


@cache
def _starters() -> frozenset[str]:
    """Words at which a figure can begin."""
    words = number_words()
    return frozenset(
        {*words.cardinals, *words.ordinals, *words.fractions, *words.groups, *words.multiples, *MONTHS}
        | {
            "a",
            "an",
            "point",
            "minus",
            "negative",
            "between",
            "from",
            "early",
            "mid",
            "middle",
            "late",
            "noon",
            "midnight",
        }
        | {"q", "fy", "spring", "summer", "autumn", "fall", "winter", "nineties", "eighties", "seventies", "sixties"}
        | {"fifties", "forties", "thirties", "twenties"}
    )


@cache
def _symbols() -> frozenset[str]:
    return frozenset({*currency_symbols(), ".", "'", "’", "‘", "+", "(", *HYPHENS})


@cache
def _triggers() -> frozenset[str]:
    """Words without which a text without digits holds no figure; articles alone begin none."""
    symbols = {symbol for symbol in unit_symbols() if len(symbol) > 1 and symbol.isalpha() and symbol.islower()}
    weak = word_set("a an from between point early mid middle late fall spring may march in am as at ha mi pa")
    return (_starters() | symbols | {name for name in unit_names() if " " not in name} | _currency_words()) - weak


def _currency_words() -> frozenset[str]:
    return frozenset(name for name in currency_names() if name.isalpha() and len(name) > 3)


def scan(text: str, language: str = "") -> tuple[Quantity, ...]:
    """Every figure of a text, in order; `language` is one of `language.LANGUAGES`, and empty for English.

    In another language nothing is said of nouns and bases: they cannot be compared with English ones.
    """
    if not language and not _DIGIT.search(text) and _triggers().isdisjoint(_WORD.findall(text.lower())):
        return ()
    t = Tokens(_masked(text))
    if language:
        t = localised(t, language)
    found = _find(t, comma=bool(language))
    if not found:
        return ()
    quantities = _Finish(t, text, found).quantities()
    return tuple(map(_without_words, quantities)) if language else quantities


def _without_words(q: Quantity) -> Quantity:
    """The quantity without its noun and base."""
    if q.dimension == "count":
        q = replace(q, unit="", unit_span=None)
    return replace(q, base="", base_span=None)


def _masked(text: str) -> str:
    """The text with addresses and identifiers blotted out, so that no digit of theirs is read."""
    if any(hint in text for hint in _HINTS):
        return _ADDRESS.sub(lambda match: "x" * len(match[0]), text)
    return text


_HINTS = ("://", "@", "www.", "10.", "ISBN", "isbn", "doi:", "DOI:")


def _find(t: Tokens, *, comma: bool) -> list[Figure]:
    found: list[Figure] = []
    floor = 0
    for i in _candidates(t):
        if i < floor or (figure := _read_at(t, i, floor, comma=comma)) is None:
            continue
        if found and found[-1].kind is Kind.LABEL and _continues(t, found[-1], figure):
            figure = Figure(Kind.LABEL, figure.start, figure.stop, figure.low, figure.high, "label", found[-1].unit)
        found.append(figure)
        floor = figure.stop if figure.kind in _NAMES else _attach(t, figure, floor)
    return found


def _continues(t: Tokens, label: Figure, figure: Figure) -> bool:
    """Whether a bare number goes on a list of labels: "versions 1, 2, or 3", "Tables 4 and 5"."""
    bare = figure.kind is Kind.NUMBER and not figure.words and figure.stop == figure.start + 1 and not figure.unit
    between = t.lowers[label.stop : figure.start]
    return bare and 0 < len(between) <= 2 and _LISTING.issuperset(between) and not plural_noun(t, figure.stop)


_LISTING = frozenset({",", "or", "and", "&", ";", "]", "["})


def _candidates(t: Tokens) -> list[int]:
    """The tokens at which a figure can begin."""
    starters, symbols = _starters(), _symbols()
    lowers, words, kinds = t.lowers, t.words, t.kinds
    return [
        i
        for i in range(t.count)
        if kinds[i] == NUMBER
        or lowers[i] in starters
        or words[i] in symbols
        or (len(words[i]) == 1 and words[i] in _FRACTIONS)
        or (words[i + 1] == "$" and kinds[i] == WORD)
        or (lowers[i - 1] in _NUMERAL_BEFORE and words[i].isupper())
    ]


_FRACTIONS = frozenset("¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")
_NUMERAL_BEFORE = frozenset({"title", "part", "section", "article", "chapter"})


def _attach(t: Tokens, figure: Figure, floor: int) -> int:
    """Give a figure its qualifier, its noun and what it is per; the token after all that belongs to it."""
    qualify(t, figure, floor)
    _make_age(t, figure)
    end = figure.stop
    if figure.kind is Kind.NUMBER:
        noun, start, end = counted_noun(t, figure)
        figure.unit, figure.unit_at = noun, (start, end)
    end = _make_rate(t, figure, end) if figure.kind in _RATED else figure.stop
    if figure.malformed and t.kinds[figure.stop] == NUMBER and t.glued(figure.stop):
        return figure.stop + 1
    return max(end, figure.qualifier_at[1] if figure.qualifier_at else 0)


_NAMES = frozenset({Kind.LABEL, Kind.LAW, Kind.PHONE, Kind.CODE, Kind.CITATION})


def _read_at(t: Tokens, i: int, floor: int, *, comma: bool) -> Figure | None:
    """The figure that begins at token `i`, from the most particular reader to the most general."""
    if t.words[i] in {"+", "("}:
        label = read_identifier(t, i)
        return _of_label(label) if label else None
    if t.kinds[i] == NUMBER:
        label = (
            read_identifier(t, i)
            if t.words[i + 1] in _JOINTS or t.kinds[i + 1] == NUMBER or len(t.words[i]) in _CODE_LENGTHS
            else None
        ) or read_label(t, i)
        if label and label.start >= floor:
            return _of_label(label)
    elif t.kinds[i] == WORD and t.capital(i) and (label := read_label(t, i)):
        return _of_label(label)
    if (
        i > 0
        and t.glued(i)
        and (
            t.words[i] in HYPHENS
            or (t.words[i] == "." and t.lowers[i - 1] not in _NO_END)
            or (t.lowers[i] in {"half", "a", "an"} and t.hyphen(i - 1))
        )
    ):
        return None
    if clock := read_clock(t, i):
        figure = Figure(Kind.TIME, i, clock.stop, clock.seconds, clock.seconds, "clock", clock.zone, other=clock.other)
        return _clock_range(t, figure)
    if dated := read_date(t, i):
        kind = Kind.DATE if dated.day else Kind.PERIOD
        dimension = "date" if dated.year else "day-of-year"
        figure = Figure(
            kind, i, dated.stop, dated.first, dated.last, dimension, other=dated.other, malformed=dated.malformed
        )
        figure.single = is_disambiguator(t, i)
        return figure
    multiple = number_words().multiples.get(t.lowers[i])
    if multiple:
        return Figure(Kind.MULTIPLE, i, i + 1, multiple, multiple, "multiple", "time", words=True)
    read = read_figure(t, i, comma=comma)
    return None if read is None or _is_pronoun(t, read) else _as_title(t, read)


def _as_title(t: Tokens, figure: Figure) -> Figure:
    """A measure whose unit has a capital where words around have none is a title: "47 Meters Down"."""
    at = figure.unit_at
    if (
        at is None
        or figure.kind not in {Kind.DURATION, Kind.MEASURE}
        or not t.capital(at[0])
        or figure.dimension == "temperature"
    ):
        return figure
    word = t.words[at[0]]
    if len(word) > 4 and not word.isupper() and not is_headline(t):
        return Figure(Kind.LABEL, figure.start, figure.stop, figure.low, figure.high, "label", t.lowers[at[0]])
    return figure


_NO_END = frozenset({"", "and", "or", "of", "to", "about", "than", "at", "in", "the", "a"})
"""Words that end no sentence, so that a point right after them begins a decimal: "and.82 miles"."""
_CODE_LENGTHS = frozenset({5, 6})
_JOINTS = HYPHENS | {".", ")", ""}


def _of_label(label: Label) -> Figure:
    return Figure(label.kind, label.start, label.stop, label.value, label.value, "label", label.name)


def _clock_range(t: Tokens, first: Figure) -> Figure:
    """Read "5pm-7 pm", "from five to seven PM"."""
    j = first.stop
    if t.words[j] in HYPHENS or t.lowers[j] in {"to", "until", "till"}:
        last = read_clock(t, j + 1)
        if last and last.seconds > first.low:
            first.stop, first.high, first.other, first.unit = last.stop, last.seconds, None, last.zone
    return first


def _is_pronoun(t: Tokens, figure: Figure) -> bool:
    """Whether "one" is a pronoun, or "a day" says no number: "no one", "one of the", "one another"."""
    if not figure.single or figure.kind is not Kind.NUMBER:
        return False
    before, after = t.lowers[figure.start - 1], t.lowers[figure.stop]
    if before in _PRONOUN_BEFORE or t.kinds[figure.stop] != WORD:
        return not (before in {"only", "just"} and t.kinds[figure.stop] == WORD)
    return after in STOP_WORDS or after in _PRONOUN_AFTER


class _Finish:
    """Makes quantities of the figures of one text: their roles, periods and sets."""

    def __init__(self, t: Tokens, text: str, figures: list[Figure]) -> None:
        self.t = t
        self.text = text
        self.figures = figures
        self.breaks = clause_breaks(t)
        self.dates = [f for f in figures if f.dimension == "date"]
        self.starts = [d.start for d in self.dates]

    def quantities(self) -> tuple[Quantity, ...]:
        return tuple(self._quantity(figure) for figure in self.figures)

    def _span(self, tokens: tuple[int, int] | None) -> Span | None:
        if tokens is None or tokens[0] >= tokens[1]:
            return None
        return Span(self.t.starts[tokens[0]], self.t.ends[tokens[1] - 1])

    def _quantity(self, figure: Figure) -> Quantity:
        t = self.t
        base: tuple[str, int, int] = ("", 0, 0)
        dated: Figure | None = None
        if figure.kind not in _NAMES:
            if figure.dimension == "share":
                base = base_of(t, figure)
            dated = self._date(figure)
        low, high, low_closed, high_closed = bounds(figure)
        span = Span(t.starts[figure.start], t.ends[figure.stop - 1])
        period = (
            Period(int(dated.low), int(dated.high), self.text[t.starts[dated.start] : t.ends[dated.stop - 1]])
            if dated
            else None
        )
        return Quantity(
            figure.kind,
            low,
            high,
            span.cut(self.text),
            span,
            (low_closed, high_closed),
            figure.unit,
            figure.dimension,
            base[0],
            period,
            figure.qualifier,
            figure.low,
            figure.high,
            figure.resolution,
            self._span(figure.unit_at),
            self._span(base[1:]),
            self._span((dated.start, dated.stop)) if dated else None,
            self._span(figure.qualifier_at),
            figure.per,
            bisect_right(self.breaks, figure.start),
            figure.malformed,
            figure.factor,
            figure.other,
            _is_incidental(figure),
        )

    def _date(self, figure: Figure) -> Figure | None:
        """The date that a figure speaks of: the nearest of its clause, else the only one of the text."""
        if figure.dimension in {"date", "day-of-year"} or not self.dates:
            return None
        clause = bisect_right(self.breaks, figure.start)
        at = bisect_right(self.starts, figure.start)
        near = [d for d in self.dates[max(0, at - 1) : at + 1] if bisect_right(self.breaks, d.start) == clause]
        if near:
            return min(near, key=lambda d: self._distance(figure, d))
        return self.dates[0] if len(self.dates) == 1 else None

    def _distance(self, figure: Figure, dated: Figure) -> int:
        """How far a date is from a figure, in tokens; a comma or "and" between the two sets it three further off."""
        start, end = (figure.stop, dated.start) if dated.start > figure.start else (dated.stop, figure.start)
        between = self.t.lowers[start:end]
        return len(between) + 3 * (("and" in between) + ("," in between))


_RATED = frozenset({Kind.NUMBER, Kind.MONEY, Kind.MEASURE, Kind.DURATION, Kind.PERCENT, Kind.RATIO, Kind.MULTIPLE})


def _is_incidental(figure: Figure) -> bool:
    if figure.single:
        return True
    plain = figure.kind is Kind.NUMBER and not figure.per and figure.qualifier is Qualifier.EXACT
    return plain and (figure.words or not figure.unit) and abs(figure.high) <= _SMALL


def _make_age(t: Tokens, figure: Figure) -> None:
    """Read "aged 18-24", "turned 18", "at the age of thirteen months", "children under 18", "Smith, 53, said"."""
    if figure.kind not in {Kind.NUMBER, Kind.DURATION} or figure.dimension not in {"count", "time"}:
        return
    start = figure.qualifier_at[0] if figure.qualifier_at and figure.qualifier_at[0] < figure.start else figure.start
    before = t.lowers[start - 1]
    if before in {"of", "between", "from"} or (before in {"is", "was"} and t.lowers[start - 2] == "age"):
        before = t.lowers[start - 2]
    told = before in _AGE_BEFORE or _is_age_bound(t, figure, start)
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
        and t.kinds[figure.stop] != WORD
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
        return figure.stop
    figure.kind, figure.dimension, figure.unit, figure.stop, figure.unit_at = Kind.LABEL, "label", "24/7", end, None
    figure.low = figure.high = 0.0
    return end


_ALWAYS = frozenset({("h", "d", 24), ("d", "wk", 7), ("d", "yr", 365)})
