"""Names that hold a number: COVID-19, T2, 7-Eleven, Apollo 11, World War Two."""

from __future__ import annotations

from dvht_lint.model import Kind
from dvht_lint.quantities.calendar import MONTHS
from dvht_lint.quantities.label import Label, squeezed
from dvht_lint.quantities.nouns import plural_noun
from dvht_lint.quantities.tokens import HYPHENS, NUMBER, OTHER, WORD, Tokens, word_set
from dvht_lint.quantities.vocabulary import currency_symbols, number_words, unit_names, unit_symbols

__all__ = ["is_disambiguator", "is_headline", "read_name", "read_named_word"]

_FUNCTION = word_set(
    "a about above after all almost an and another any approximately are around as at average because before below "
    "between but by during each early either every exactly exceeding fewer following for from had has have he her his "
    "how if in including into is it its just last late less many maximum minimum more most nearly next no not of off on "
    "only or our out over per plus roughly she since so some such than that the their then there these they this those "
    "through to top total under until up upon was we well were what when where which while who with within would "
    "aged age ages about estimated total percent some just still now today yet both other first killed killing "
    "scored worth least already monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun"
)
_JOINING = word_set("mid pre post under over sub early late aged ages non to about through in of and or for by from")
_GLUED_SUFFIX = frozenset(
    {"st", "nd", "rd", "th", "s", "x", "k", "K", "M", "B", "bn", "mn", "tn", "m", "b", "am", "pm"}
)
_SUFFIX_WORDS = word_set("million billion thousand trillion year bc ad bce ce c p pm am cents us")
_MARKS = frozenset("½⅓⅔¼¾⅛⅜⅝⅞²³¹⁰⁴⁵⁶⁷⁸⁹")
_COUNTS_ON = word_set("% percent per million billion thousand of to in out ° - / – or x")
"""What follows a figure and no name."""
_BEFORE_FIGURES = frozenset({"US", "USD", "EUR", "GBP", "CAD", "AUD", "Rs", "Rs."})
_BEFORE_YEARS = frozenset({"fy", "q", "ca", "ca.", "c.", "approx."})
_WORKS = word_set("film movie novel book play song album series miniseries show game single musical opera ep")


def read_name(t: Tokens, i: int) -> Label | None:
    """The name whose number stands at token `i`: glued or hyphened to letters, or right after a capital."""
    return _glued(t, i) or _apart(t, i)


def _glued(t: Tokens, i: int) -> Label | None:
    """Read "COVID-19", "T2", "7-Eleven", "3D", "0x20": a number that letters make a name."""
    stop = i + 1
    if i > 0 and t.glued(i):
        if t.kinds[i - 1] == WORD and not _goes_before_figures(t.words[i - 1]):
            return None if t.lowers[i - 1] in _BEFORE_YEARS else _name(t, i - 1, i)
        if t.words[i - 1] in HYPHENS and t.glued(i - 1) and t.kinds[i - 2] == WORD:
            return _after_hyphen(t, i)
    if t.hyphen(stop) and t.capital(stop + 1) and t.lowers[stop + 1] not in MONTHS:
        made = len(t.words[i]) <= 2 or t.words[stop + 1].isupper()
        return _name(t, i, stop + 1) if made and not t.words[stop + 1].startswith(("Year", "Day")) else None
    if t.kinds[stop] == WORD and t.glued(stop):
        expression = t.kinds[stop + 1] == NUMBER and t.glued(stop + 1) and t.words[i] in {"0", "1"}
        if expression or _makes_a_name(t.words[stop]):
            return _name(t, i, stop)
    return None


def _after_hyphen(t: Tokens, i: int) -> Label | None:
    """Read "Uranium-235", but not "mid-1990s", "under-18" or "5-to-10"."""
    name = t.lowers[i - 2]
    if name in _JOINING or name in MONTHS or name in number_words().cardinals or name in unit_names():
        return None
    return None if t.kinds[i - 3] == NUMBER and t.glued(i - 2) else _name(t, i - 2, i)


def _goes_before_figures(word: str) -> bool:
    """Whether a word glued to a number is a currency: "USD3.14", "CAD20"."""
    if word in _BEFORE_FIGURES:
        return True
    currency = currency_symbols().get(word)
    return currency is not None and bool(currency.minor)


def _makes_a_name(suffix: str) -> bool:
    """Whether letters glued to a number make a name of it ("3D", "5G", "7A"), and are no unit, code or magnitude."""
    lower = suffix.lower()
    if suffix in _GLUED_SUFFIX or lower in _SUFFIX_WORDS or suffix[0] in _MARKS or suffix.islower() or len(suffix) > 4:
        return False
    if suffix in currency_symbols() or suffix.rstrip("²³") in unit_symbols() or lower in unit_names():
        return False
    return not lower.startswith(("a.m", "p.m"))


def _name(t: Tokens, start: int, last: int) -> Label:
    """The label from token `start` through token `last`, and what is glued to it."""
    stop = last + 1
    while t.glued(stop) and (
        t.kinds[stop] == NUMBER
        or (
            t.kinds[stop] == OTHER
            and t.words[stop] in {"+", "-", "/"}
            and t.kinds[stop + 1] == NUMBER
            and t.glued(stop + 1)
        )
        or (t.kinds[stop] == WORD and t.kinds[stop - 1] == NUMBER and len(t.words[stop]) <= 3)
    ):
        stop += 1
    return Label(Kind.LABEL, start, stop, 0.0, squeezed(t, start, stop))


def _apart(t: Tokens, i: int) -> Label | None:
    """Read "Apollo 11", "Fortune 500", "World War 2": a short whole number right after a name."""
    text, before = t.words[i], t.lowers[i - 1]
    if not text.isdigit() or not t.capital(i - 1) or t.glued(i) or before in _FUNCTION or before in MONTHS:
        return None
    if len(text) > 4 and not (t.words[i - 1].isupper() and len(text) == 5):
        return None
    if before in number_words().magnitudes or (len(text) == 4 and 1500 <= int(text) <= 2199):
        return None
    return None if _counts(t, i) else Label(Kind.LABEL, i, i + 1, float(text), before)


def _counts(t: Tokens, i: int) -> bool:
    """Whether what follows the number is what it counts."""
    after = i + 1
    if t.lowers[after] in MONTHS or t.lowers[after] in _COUNTS_ON or plural_noun(t, after) or plural_noun(t, i - 1):
        return True
    if t.kinds[after] == WORD:
        if t.glued(after) or t.lowers[after] in unit_names():
            return True
        reach = 3 if t.opens_sentence(i - 1) else 2 if t.words[after].islower() else 1
        return any(t.kinds[j] == WORD and plural_noun(t, j) for j in range(after, after + reach))
    return t.words[after] == "," and t.kinds[after + 1] == NUMBER


def read_named_word(t: Tokens, i: int) -> Label | None:
    """Read "World War Two", "the Seven Dwarfs": a capital number word beside a name, in a text that writes few capitals."""
    number = number_words().cardinals.get(t.lowers[i])
    if number is None or not t.capital(i) or t.glued(i) or t.opens_sentence(i) or is_headline(t):
        return None
    before = t.lowers[i - 1]
    if t.capital(i - 1) and before not in _FUNCTION and not t.opens_sentence(i - 1) and not plural_noun(t, i + 1):
        return Label(Kind.LABEL, i, i + 1, number, before)
    if t.capital(i + 1) and not plural_noun(t, i + 2) and t.lowers[i + 1] not in MONTHS:
        return Label(Kind.LABEL, i, i + 1, number, t.lowers[i + 1])
    return None


def is_headline(t: Tokens) -> bool:
    """Whether most words begin with a capital, so that capitals tell nothing."""
    if t.headline is None:
        words = [w for w in t.words[: t.count] if w[0].isalpha() and len(w) > 3]
        t.headline = sum(w[0].isupper() for w in words) * 2 > len(words)
    return t.headline


def is_disambiguator(t: Tokens, i: int) -> bool:
    """Whether the year at token `i` only tells two works of one title apart: "Ben-Hur (1959 film)"."""
    end = i + 1
    while end < i + 5 and t.kinds[end] == WORD:
        end += 1
    return t.lowers[i - 1] == "(" and t.words[end] == ")" and not _WORKS.isdisjoint(t.lowers[i + 1 : end])
