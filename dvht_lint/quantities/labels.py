"""Numbers that are not figures: laws, sections, names, phones, identifiers, steps and tables."""

from __future__ import annotations

import re
from typing import NamedTuple

from dvht_lint.model import Kind
from dvht_lint.quantities.dates import MONTHS, plural_noun
from dvht_lint.quantities.number import read_digits
from dvht_lint.quantities.tokens import HYPHENS, NUMBER, OTHER, WORD, Tokens
from dvht_lint.quantities.vocabulary import currency_symbols, label_words, number_words, unit_names, unit_symbols

__all__ = ["Label", "is_disambiguator", "is_headline", "read_identifier", "read_label"]

_ROMAN = re.compile(r"(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_FUNCTION = frozenset(
    "a about above after all almost an and another any approximately are around as at average because before below "
    "between but by during each early either every exactly exceeding fewer following for from had has have he her his "
    "how if in including into is it its just last late less many maximum minimum more most nearly next no not of off on "
    "only or our out over per plus roughly she since so some such than that the their then there these they this those "
    "through to top total under until up upon was we well were what when where which while who with within would "
    "aged age ages about estimated total percent some just still now today yet both other first killed killing "
    "scored worth least already top monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun".split()
)
_JOINING = frozenset(
    "mid pre post under over sub early late aged ages non to about through in of and or for by from".split()
)
_CALLING = frozenset(
    "call calling dial dialing phone telephone tel tel. fax text texting texts sms hotline helpline lifeline number at reach reached".split()
)
_GLUED_SUFFIX = frozenset(
    {"st", "nd", "rd", "th", "s", "x", "k", "K", "M", "B", "bn", "mn", "tn", "m", "b", "am", "pm"}
)


class Label(NamedTuple):
    """A number that is a name or a place in a text; `name` is what it belongs to, in lower case."""

    kind: Kind
    start: int
    stop: int
    value: float
    name: str


def read_identifier(t: Tokens, i: int) -> Label | None:
    """A phone number or short code that begins at token `i`."""
    groups: list[str] = []
    j = i
    bracket = t.words[j] == "("
    if bracket or t.words[j] == "+":
        j += 1
    while t.kinds[j] == NUMBER and t.words[j].isdigit() or (groups and _vanity(t, j)):
        groups.append(t.words[j])
        j += 1
        if t.words[j] == ")" and bracket:
            j += 1
            bracket = False
        if len(groups) > 5 or not _phone_separator(t, j):
            break
        if t.words[j] in HYPHENS or t.words[j] == ".":
            j += 1
    if bracket or not groups:
        return None
    shape = [len(group) for group in groups]
    called = not _CALLING.isdisjoint(t.lowers[max(0, i - 6) : i])
    if not _is_phone(t, i, shape, called=called, vanity=not groups[-1].isdigit()):
        return None
    kind = Kind.PHONE if sum(shape) >= 7 else Kind.CODE
    return Label(kind, i, j, 0.0, "".join(groups).lower())


def _vanity(t: Tokens, i: int) -> bool:
    return t.kinds[i] == WORD and t.words[i].isupper() and len(t.words[i]) >= 3 and t.words[i - 1] in HYPHENS


def _phone_separator(t: Tokens, i: int) -> bool:
    """Whether a group of digits may follow: after a hyphen or point without spaces, or after one space."""
    if t.words[i] in HYPHENS or t.words[i] == ".":
        return t.glued(i) and t.glued(i + 1)
    return t.kinds[i] == NUMBER and t.starts[i] <= t.ends[i - 1] + 1


def _is_phone(t: Tokens, i: int, shape: list[int], *, called: bool, vanity: bool) -> bool:
    if t.words[i] == "+":
        return sum(shape) >= 8
    if vanity:
        return sum(shape) >= 9
    if shape in ([1, 3, 3, 4], [3, 3, 4], [1, 3, 7]):
        return True
    if called and shape in (
        [3, 4],
        [3, 3],
        [5],
        [6],
        [2, 2, 2, 2],
        [2, 2, 2, 2, 2],
        [4, 3, 3],
        [5, 3, 3],
        [4, 6],
        [4, 3, 4],
    ):
        return len(shape) > 1 or t.lowers[i - 1] in {
            "to",
            "text",
            "texting",
            "code",
            "at",
            "(",
            "dial",
            "call",
            "calling",
        }
    return False


def read_label(t: Tokens, i: int) -> Label | None:
    """The label whose number stands at token `i`, told by what stands before it and what is glued to it."""
    if t.kinds[i] != NUMBER:
        return _named_word(t, i)
    words = label_words()
    before = t.lowers[i - 1]
    stop = i + 1
    if (t.lowers[stop] in words.law or t.lowers[stop].rstrip(".") in {"u.s.c", "c.f.r"}) and t.lowers[
        stop + 1
    ] not in MONTHS:
        at = stop + 1
        while t.words[at] in {".", "§", "§§"} or t.lowers[at] in {"sec", "sec.", "section"}:
            at += 1
        if t.kinds[at] == NUMBER and t.lowers[stop] not in {"u.s", "u.s."} | {"fed"} or t.words[at - 1] == "§":
            return Label(Kind.LAW, i, _brackets(t, at + 1), 0.0, _squeezed(t, i, _brackets(t, at + 1)))
    if before in words.before or (
        before == "." and t.lowers[i - 2] in {"no", "sec", "art", "fig", "vol", "p", "pp", "ch"}
    ):
        return _after_word(t, i, i - 1 if before != "." else i - 2)
    if before == "." and t.glued(i) and t.glued(i - 1) and t.words[i - 2] in {"S", "R", "B", "Res"}:
        return Label(Kind.LAW, i - 2, _brackets(t, stop), 0.0, _squeezed(t, i - 2, stop))
    if before in {"h.r.", "h.r", "hr", "p.l.", "l.", "pub.l.", "s.", "h.j.res."} and t.capital(i - 1):
        end = stop + 2 if t.words[stop] in HYPHENS and t.kinds[stop + 1] == NUMBER else stop
        return Label(Kind.LAW, i - 1, end, 0.0, _squeezed(t, i - 1, end))
    if before == "top" and (t.kinds[stop] != WORD or not plural_noun(t, stop)) and t.words[stop] != "%":
        return Label(Kind.LABEL, i, stop, 0.0, "top" + t.words[i])
    if before == "#":
        return Label(Kind.LABEL, i - 1, stop, 0.0, _squeezed(t, i - 1, stop))
    if t.words[stop] == "/" and t.words[i : stop + 2] in (["24", "/", "7"], ["9", "/", "11"]):
        return Label(Kind.LABEL, i, stop + 2, 0.0, t.words[i] + "/" + t.words[stop + 1])
    return _glued_name(t, i) or _proper_name(t, i)


_WORKS = frozenset("film movie novel book play song album series miniseries show game single musical opera ep".split())


def is_disambiguator(t: Tokens, i: int) -> bool:
    """Whether the year at token `i` only tells two works of one title apart: "Ben-Hur (1959 film)"."""
    end = _closing(t, i + 1)
    return t.lowers[i - 1] == "(" and t.words[end] == ")" and not _WORKS.isdisjoint(t.lowers[i + 1 : end])


def _closing(t: Tokens, i: int) -> int:
    """The token four at most after `i` that is no word."""
    end = i
    while end < i + 4 and t.kinds[end] == WORD:
        end += 1
    return end


def _squeezed(t: Tokens, start: int, stop: int) -> str:
    return "".join(t.lowers[start:stop]).replace(".", "")


def _brackets(t: Tokens, i: int) -> int:
    """The token after the "(b)(9)" that follow a section."""
    while t.words[i] == "(" and t.glued(i) and t.words[i + 2] == ")":
        i += 3
    return i


def _after_word(t: Tokens, i: int, before: int) -> Label | None:
    """ "Section 107(b)", "Table 3", "step 2" - but not "part 50% of" or "no 40 people"."""
    word = t.lowers[before]
    after = t.lowers[i + 1]
    text = t.words[i]
    if after in {"%", "percent", "per"} or "," in text and len(text.partition(",")[2]) >= 3:
        return None
    if plural_noun(t, i + 1) and word not in {"section", "title", "article", "table", "figure", "chapter"}:
        return None
    plain = {
        "no",
        "act",
        "form",
        "area",
        "goal",
        "type",
        "mark",
        "size",
        "model",
        "group",
        "class",
        "level",
        "grade",
        "target",
        "core",
        "line",
        "lines",
        "part",
        "parts",
        "unit",
        "day",
        "week",
        "game",
        "round",
        "zone",
        "track",
        "flight",
        "number",
    }
    if (
        word in plain
        and not t.capital(before)
        and (t.kinds[i + 1] == WORD and t.glued(i + 1) or word in {"no", "act", "target", "number"})
    ):
        return None
    if word in {"article", "articles", "act"} and len(text) == 4 and not t.capital(before):
        return None
    kind = (
        Kind.LAW
        if word in {"section", "sections", "§", "§§", "title", "article", "articles", "sec", "sec.", "act"}
        else Kind.LABEL
    )
    stop = _brackets(t, i + 1)
    if t.words[stop] in HYPHENS and t.kinds[stop + 1] == NUMBER and t.glued(stop + 1):
        stop += 2
    value = read_digits(text)
    return Label(kind, i, stop, value[0] if value else 0.0, word)


def _glued_name(t: Tokens, i: int) -> Label | None:
    """ "COVID-19", "T2", "7-Eleven", "3D", "1.2.3": a number that letters or points make a name."""
    text, stop = t.words[i], i + 1
    if read_digits(text) is None and (text.count(".") > 1 or len(text) > 30):
        return Label(Kind.LABEL, i, stop, 0.0, text)
    if i > 0 and t.glued(i):
        before = t.words[i - 1]
        if (
            t.kinds[i - 1] == WORD
            and before not in {"US", "USD", "EUR", "GBP", "CAD", "AUD", "Rs", "Rs."}
            and not (t.words[i - 1].isupper() and len(before) == 3 and _is_code(before))
        ):
            return None if before.lower() in {"fy", "q", "ca", "ca.", "c.", "approx."} else _name(t, i - 1, i)
        if before in HYPHENS and t.glued(i - 1) and t.kinds[i - 2] == WORD:
            name = t.lowers[i - 2]
            known = name in _JOINING or name in MONTHS or name in number_words().cardinals or name in unit_names()
            return None if known or t.kinds[i - 3] == NUMBER and t.glued(i - 2) else _name(t, i - 2, i)
    if (
        t.hyphen(stop)
        and t.capital(stop + 1)
        and t.lowers[stop + 1] not in MONTHS
        and not t.words[stop + 1].startswith(("Year", "Day"))
    ):
        return _name(t, i, stop + 1) if len(text) <= 2 or t.words[stop + 1].isupper() else None
    if t.kinds[stop] == WORD and t.glued(stop) and _makes_a_name(t.words[stop]):
        return _name(t, i, stop)
    return None


_SUFFIX_WORDS = frozenset("million billion thousand trillion year bc ad bce ce c p pm am cents us".split())
_MARKS = frozenset("½⅓⅔¼¾⅛⅜⅝⅞²³¹⁰⁴⁵⁶⁷⁸⁹")


def _makes_a_name(suffix: str) -> bool:
    """Whether letters glued to a number make a name of it ("3D", "5G", "7A"), and are no unit, code or magnitude."""
    lower = suffix.lower()
    if suffix in _GLUED_SUFFIX or lower in _SUFFIX_WORDS or suffix[0] in _MARKS or suffix.islower() or len(suffix) > 4:
        return False
    if _is_code(suffix) or suffix.rstrip("²³") in unit_symbols() or lower in unit_names():
        return False
    return not lower.startswith(("a.m", "p.m"))


def _is_code(word: str) -> bool:
    return word in currency_symbols()


def _name(t: Tokens, start: int, last: int) -> Label:
    """The label from token `start` through token `last`."""
    stop = last + 1
    while (
        t.glued(stop)
        and (t.kinds[stop] == NUMBER or t.words[stop] in {"+", "-", "/"})
        and t.kinds[stop + (t.kinds[stop] == OTHER)] == NUMBER
    ):
        stop += 1
    return Label(Kind.LABEL, start, stop, 0.0, _squeezed(t, start, stop))


def _proper_name(t: Tokens, i: int) -> Label | None:
    """ "Apollo 11", "Fortune 500", "World War 2": a short whole number right after a name."""
    text, before = t.words[i], t.lowers[i - 1]
    if not text.isdigit() or len(text) > 4 or not t.capital(i - 1) or t.glued(i):
        return None
    if before in _FUNCTION or before in MONTHS or before in number_words().magnitudes or before in label_words().before:
        return None
    if len(text) == 4 and 1500 <= int(text) <= 2199:
        return None
    after = t.lowers[i + 1]
    if any(plural_noun(t, j) for j in (i + 1, i + 2, i + 3) if t.kinds[j] == WORD) and t.kinds[i + 1] == WORD and t.opens_sentence(i - 1):
        return None
    if after in MONTHS or plural_noun(t, i + 1) or after in {
        "%",
        "percent",
        "per",
        "million",
        "billion",
        "thousand",
        "of",
        "to",
        "in",
        "out",
        "°",
        "-",
        "/",
        "–",
        "or",
        "x",
    }:
        return None
    if t.kinds[i + 1] == WORD and (t.glued(i + 1) or after in unit_names()):
        return None
    if t.words[i + 1] == "," and t.kinds[i + 2] == NUMBER or plural_noun(t, i - 1):
        return None
    if t.kinds[i + 1] == WORD and t.words[i + 1].islower() and plural_noun(t, i + 2):
        return None
    return Label(Kind.LABEL, i, i + 1, float(text), before)


def _named_word(t: Tokens, i: int) -> Label | None:
    """ "Title IX", "World War Two": a Roman numeral after a part of a law, a capital number word after a name."""
    before = t.lowers[i - 1]
    if not t.capital(i) or t.glued(i):
        return None
    if before in label_words().before and t.capital(i - 1) and _ROMAN.fullmatch(t.words[i]):
        return Label(Kind.LAW, i, _brackets(t, i + 1), 0.0, before + t.lowers[i])
    number = number_words().cardinals.get(t.lowers[i])
    if number is None or t.opens_sentence(i) or is_headline(t):
        return None
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
