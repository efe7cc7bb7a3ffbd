"""The scanner: one pass over the tokens, each figure read by the first reader that knows it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from dvht_lint.model import Kind, Quantity
from dvht_lint.quantities.age_groups import PLURALS, read_age_group
from dvht_lint.quantities.attaching import attach
from dvht_lint.quantities.calendar import MONTHS
from dvht_lint.quantities.clock import read_clock
from dvht_lint.quantities.crowds import CROWDS, read_crowd
from dvht_lint.quantities.dates import read_date
from dvht_lint.quantities.figure import Figure
from dvht_lint.quantities.finishing import NAMES, Finish
from dvht_lint.quantities.identifiers import read_identifier
from dvht_lint.quantities.label import Label
from dvht_lint.quantities.labels import read_label
from dvht_lint.quantities.language import localised
from dvht_lint.quantities.names import is_disambiguator, is_headline
from dvht_lint.quantities.nouns import plural_noun
from dvht_lint.quantities.numerals import ROMANS
from dvht_lint.quantities.ranges import read_figure
from dvht_lint.quantities.role import STOP_WORDS
from dvht_lint.quantities.stretches import read_past
from dvht_lint.quantities.tokens import HYPHENS, NUMBER, WORD, Tokens, word_set
from dvht_lint.quantities.vocabulary import (
    currency_names,
    currency_symbols,
    label_words,
    number_words,
    unit_names,
    unit_symbols,
)

__all__ = ["scan"]

_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|(?<!\S)[^\s@]+@\S+|\b10\.\d{4,9}/\S+|\bISBN(?:-1[03])?:?\s*[\dXx-]{10,17}|\bdoi:\s?\S+",
    re.IGNORECASE,
)


_WORD = re.compile(r"[^\W\d_]+")


_DIGIT = re.compile(r"[\d¼-¾⅐-⅞]")


_PRONOUN_BEFORE = word_set("no this that the each any every another which some only loved such either neither as for")


_PRONOUN_AFTER = word_set("another day thing hand way side time one's who whose that which's")


@cache
def _starters() -> frozenset[str]:
    """Words at which a figure can begin."""
    words = number_words()
    return frozenset(
        {
            *words.cardinals,
            *words.ordinals,
            *words.fractions,
            *words.groups,
            *words.multiples,
            *MONTHS,
            *PLURALS,
            *CROWDS,
        }
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
        | {"year", "past", "last", "previous", "preceding", "prior"}
        | {
            "q",
            "h",
            "fy",
            "spring",
            "summer",
            "autumn",
            "fall",
            "winter",
            "nineties",
            "eighties",
            "seventies",
            "sixties",
        }
        | {"fifties", "forties", "thirties", "twenties"}
    )


@cache
def _after_articles() -> frozenset[str]:
    """Words that make a figure of the "a" or "an" before them: units, magnitudes, fractions, the first word of a currency."""
    words = number_words()
    names = {name.partition(" ")[0] for name in (*unit_names(), *currency_names())}
    return frozenset({*names, *unit_symbols(), *words.scales, *words.groups, *words.fractions, *words.ordinals})


_MARKS = frozenset({".", "'", "’", "‘", "+", "(", *HYPHENS})
"""Characters that begin a figure only right before a number: ".5", "'80s", "(202) 555-0123", "-40"."""


@cache
def _triggers() -> frozenset[str]:
    """Words without which a text without digits holds no figure; articles alone begin none."""
    symbols = {symbol for symbol in unit_symbols() if len(symbol) > 1 and symbol.isalpha() and symbol.islower()}
    weak = word_set(
        "a an from between point early mid middle late fall spring may march in am as at ha mi pa past last previous "
        "preceding prior q h"
    )
    return (
        _starters()
        | symbols
        | set(number_words().scales)
        | {numeral.lower() for numeral in ROMANS if len(numeral) > 1}
        | {word for word in label_words().before if len(word) > 2}
        | {name for name in unit_names() if " " not in name}
        | _currency_words()
    ) - weak


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
    quantities = Finish(t, text, found).quantities()
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
        if found:
            _share_unit_of_change(t, found[-1], figure)
            _share_unit_of_list(t, found, figure)
        found.append(figure)
        floor = figure.stop if figure.kind in NAMES else attach(t, figure, floor)
    return found


def _share_unit_of_list(t: Tokens, found: list[Figure], last: Figure) -> None:
    """Give the "10" and "20" of "10, 20 and 30%" the unit that only the last of a list has."""
    if last.kind not in _SHARING or not last.unit_at or last.unit_at[0] <= last.start or last.factor != 1:
        return
    after = last
    for figure in reversed(found):
        joint = t.lowers[figure.stop : after.start]
        plain = figure.kind is Kind.NUMBER and figure.stop == figure.start + 1 and not figure.unit and not figure.per
        if not plain or figure.words or joint not in (_JOINTS_OF_LISTS if after is last else [[","]]):
            return
        _take_unit(figure, last)
        after = figure


_JOINTS_OF_LISTS = ([","], [",", "and"], [",", "or"], ["and"], ["or"])


def _take_unit(first: Figure, second: Figure) -> None:
    """Count a bare number in the unit of another figure."""
    first.kind, first.dimension, first.unit = second.kind, second.dimension, second.unit
    first.low, first.high = first.low * second.scale, first.high * second.scale
    first.resolution, first.scale = first.resolution * second.scale, second.scale


def _share_unit_of_change(t: Tokens, first: Figure, second: Figure) -> None:
    """Give "15" of "rose from 15 to 20 per cent" the unit that only the second figure of a change has."""
    plain = first.kind is Kind.NUMBER and first.stop == first.start + 1 and not first.unit and not first.per
    from_to = t.lowers[first.start - 1] == "from" and t.lowers[first.stop] == "to" and second.start == first.stop + 1
    if not (plain and from_to and second.kind in _SHARING and second.unit_at and second.unit_at[0] > second.start):
        return
    _take_unit(first, second)


_SHARING = frozenset({Kind.PERCENT, Kind.POINTS, Kind.MONEY, Kind.MEASURE, Kind.DURATION})


def _continues(t: Tokens, label: Figure, figure: Figure) -> bool:
    """Whether a bare number goes on a list of labels: "versions 1, 2, or 3", "Tables 4 and 5"."""
    bare = figure.kind is Kind.NUMBER and not figure.words and figure.stop == figure.start + 1 and not figure.unit
    between = t.lowers[label.stop : figure.start]
    return bare and 0 < len(between) <= 2 and _LISTING.issuperset(between) and not plural_noun(t, figure.stop)


_LISTING = frozenset({",", "or", "and", "&", ";", "]", "["})


def _candidates(t: Tokens) -> list[int]:
    """The tokens at which a figure can begin."""
    starters, symbols, after_articles = _starters(), currency_symbols(), _after_articles()
    lowers, words, kinds = t.lowers, t.words, t.kinds
    return [
        i
        for i in range(t.count)
        if kinds[i] == NUMBER
        or (lowers[i] in starters and (lowers[i] not in _ARTICLES or lowers[i + 1] in after_articles))
        or words[i] in symbols
        or (words[i] in _MARKS and (kinds[i + 1] == NUMBER or words[i + 1] == "."))
        or words[i] in _FRACTIONS
        or (words[i + 1] == "$" and kinds[i] == WORD)
        or words[i] in ROMANS
    ]


_ARTICLES = frozenset({"a", "an"})


_FRACTIONS = frozenset("¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")


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
    elif t.kinds[i] == WORD and (t.capital(i) or t.words[i] in ROMANS) and (label := read_label(t, i)):
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
    if group := read_age_group(t, i) or read_crowd(t, i):
        return group
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
    if past := read_past(t, i):
        return past
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
