"""The role of a figure: what is counted, out of whom, per what, in which clause, among which words."""

from __future__ import annotations

from functools import lru_cache

from dvht_lint.model import Kind
from dvht_lint.quantities.figure import Figure
from dvht_lint.quantities.nouns import plural_noun
from dvht_lint.quantities.number import read_number
from dvht_lint.quantities.tokens import HYPHENS, NUMBER, WORD, Tokens, word_set
from dvht_lint.quantities.vocabulary import number_words, unit_names

__all__ = ["STOP_WORDS", "VERBS", "base_of", "clause_breaks", "counted_noun", "frequencies", "rate_of", "singular"]

STOP_WORDS = word_set(
    "a about above according across after again against all almost along also although am among an and any are around "
    "as at away back be became because become been before being below between both but by can cannot could did do does "
    "done down during each either else even ever every few for from further get got had has have having he her here hers "
    "him his how however i if in including into is it its itself just last least less like made make many may me might "
    "more most much must my near neither next no nor not now of off on once one only onto or other our out over own per "
    "put rather said same say says see she should since so some still such than that the their them then there these "
    "they this those though through thus to together too toward towards under until up upon us very via was we well were "
    "what when where whether which while who whom whose why will with within without would yet you your"
)
VERBS = word_set(
    "died die dies killed kill kills wounded injured said says say found find finds reported report believe think used use "
    "live lived lives work worked experience experienced receive received fell fall rose rise remain remained ago later "
    "earlier long old wide tall high deep away apart worldwide globally annually daily weekly monthly yearly nationwide "
    "today yesterday tomorrow went came come saw took take left according based compared known born comprised comprise "
    "account accounted attended support supports needed needs agreed agree want wants answered identified connected"
)
_IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth",
    "mice": "mouse", "lives": "life", "wives": "wife", "police": "police", "persons": "person", "data": "data",
    "series": "series", "species": "species", "criteria": "criterion", "analyses": "analysis", "leaves": "leaf",
}  # fmt: skip
_LEADING = word_set("the all its their these those our his her total number overall entire of any detected-")
_CLAUSE_WORDS = frozenset({"while", "whereas", "but", "compared", "versus", "although", "though", ";"})
_COMPARATIVES = frozenset({"more", "less", "fewer", "higher", "lower", "greater", "larger", "smaller"})
_ENDS = frozenset(".!?")
_WINDOW = 9
_RUN = 5


@lru_cache(maxsize=8192)
def singular(noun: str) -> str:
    """A noun in the singular, by the regular endings of English and a few irregular ones."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes", "zes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and len(noun) > 3 else noun


def counted_noun(t: Tokens, figure: Figure) -> tuple[str, int, int]:
    """The head noun of what a bare number counts, in the singular, and its tokens; empty where none follows."""
    i = figure.stop
    if figure.qualifier_at and figure.qualifier_at[0] == i:
        i = figure.qualifier_at[1]
    if t.hyphen(i) and t.kinds[i + 1] == WORD:
        return singular(t.lowers[i + 1]), i + 1, i + 2
    end = i
    while (
        end < i + _RUN
        and (t.kinds[end] == WORD or (end > i and t.hyphen(end)))
        and t.lowers[end] not in STOP_WORDS - _ADJECTIVES
    ):
        if plural_noun(t, end) and t.lowers[end] not in VERBS:
            return singular(t.lowers[end]), end, end + 1
        if t.lowers[end] in VERBS:
            break
        end += 1
    if end > i and figure.high == 1:
        return singular(t.lowers[end - 1]), end - 1, end
    return "", i, i


_ADJECTIVES = frozenset({"other", "more", "few", "own", "same", "further", "last", "next"})


def base_of(t: Tokens, figure: Figure) -> tuple[str, int, int]:
    """Of whom or what a share is, as content words in lower case, and their tokens."""
    i = figure.stop
    if t.lowers[i] == "of" or t.lowers[i] in {"among", "amongst"}:
        return _phrase(t, i + 1)
    if (
        figure.kind is Kind.RATIO
        and t.kinds[i] == WORD
        and t.lowers[i] not in _COMPARATIVES
        and (t.lowers[i] not in STOP_WORDS or t.lowers[i] in {"all", "its"})
    ):
        found = _phrase(t, i)
        return found if found[0] and plural_noun(t, found[2] - 1) else ("", i, i)
    if figure.kind is Kind.RATIO and t.lowers[i] == "the":
        return _phrase(t, i)
    for j in range(i, min(i + _WINDOW, t.count)):
        if t.lowers[j] in {"among", "amongst"}:
            return _phrase(t, j + 1)
        if t.words[j] in _ENDS or t.words[j] == ";":
            break
    return "", i, i


def _phrase(t: Tokens, i: int) -> tuple[str, int, int]:
    """The noun phrase at token `i`, up to its head: "the total number of detected victims" -> "detected victims"."""
    while t.lowers[i] in _LEADING:
        i += 1
    end = i
    while end < i + _RUN and t.kinds[end] == WORD and t.lowers[end] not in STOP_WORDS and t.lowers[end] not in VERBS:
        end += 1
        if plural_noun(t, end - 1) and not plural_noun(t, end):
            break
    if end < i + _RUN and end > i and t.lowers[end] in {"aged", "ages"}:
        end += 1
        while t.kinds[end] == NUMBER or t.words[end] in HYPHENS or t.lowers[end] in {"to", "and", "over"}:
            end += 1
    return " ".join(t.lowers[i:end]), i, end


def _in_round(t: Tokens, figure: Figure, i: int) -> bool:
    """Whether "4.9 in 1,000" stands here: no whole number of people, so a rate."""
    if t.lowers[i] != "in" or figure.kind is not Kind.NUMBER or float(figure.low).is_integer():
        return False
    number = read_number(t, i + 1)
    return number is not None and number.value in {100.0, 1e3, 1e4, 1e5, 1e6}


def rate_of(t: Tokens, figure: Figure, noun_end: int) -> tuple[str, float, int]:
    """What a figure is per: a word and a number ("100000", 100000.0), and the token after it; empty where it is no rate."""
    i = noun_end
    word = t.lowers[i]
    if (
        word == "of"
        and t.lowers[i + 2] in {"a", "an", "per", "each", "every"}
        and figure.kind in {Kind.NUMBER, Kind.MEASURE, Kind.MONEY}
    ):
        i += 2
        word = t.lowers[i]
    if (
        word == "per"
        or _in_round(t, figure, i)
        or (word == "for" and t.lowers[i + 1] in {"every", "each"})
        or (t.words[i] == "/" and t.glued(i))
    ):
        at = i + 2 if word == "for" else i + 1
        number = read_number(t, at)
        if number is None and (scale := number_words().scales.get(t.lowers[at])):
            return f"{scale:.0f}", scale, at + 1
        if number and number.value > 1:
            return f"{number.value:.0f}", number.value, number.stop
        if number:
            at = number.stop
        if t.kinds[at] == WORD:
            unit = unit_names().get(t.lowers[at])
            return unit.name if unit else singular(t.lowers[at]), 0.0, at + 1
        return "", 0.0, i
    if (
        word in {"a", "an", "each", "every"}
        and (unit := unit_names().get(t.lowers[i + 1]))
        and unit.dimension == "time"
    ):
        if figure.kind in {Kind.AGE, Kind.PERIOD} or t.lowers[i + 2] in {"ago", "later", "earlier", "and", "old"}:
            return "", 0.0, i
        return unit.name, 0.0, i + 2
    if word in _OFTEN and figure.kind in {Kind.NUMBER, Kind.MEASURE, Kind.MONEY}:
        return _OFTEN[word], 0.0, i + 1
    return "", 0.0, i


_OFTEN = {"hourly": "h", "daily": "d", "weekly": "wk", "monthly": "month", "yearly": "yr", "annually": "yr"}
"""Adverbs that say per what the figure before them is: "8 mL daily", "40 people weekly"."""


def frequencies(t: Tokens) -> list[tuple[int, str]]:
    """The "every day", "each year" of a text: token and unit."""
    units = unit_names()
    return [
        (i, unit.name)
        for i in range(t.count)
        if t.lowers[i] in {"every", "each"} and (unit := units.get(t.lowers[i + 1])) and unit.dimension == "time"
    ]


def clause_breaks(t: Tokens) -> list[int]:
    """The tokens at which a new clause begins, in order: ends of sentences, semicolons, "while", "but" …"""
    return [
        i
        for i, word in enumerate(t.lowers[: t.count])
        if word in _CLAUSE_WORDS
        or (word in _ENDS and not t.glued(i + 1) and (t.capital(i + 1) or t.kinds[i + 1] == NUMBER))
    ]
