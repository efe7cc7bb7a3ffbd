"""Groups of people named by their age: "under-18s", "the under-fives", "in their 20s", "in her early thirties"."""

from __future__ import annotations

from dvht_lint.model import Kind, Qualifier
from dvht_lint.quantities.figure import Figure
from dvht_lint.quantities.tokens import NUMBER, Tokens, word_set

__all__ = ["PLURALS", "read_age_group"]

PLURALS = {
    word: float(value)
    for value, word in enumerate(
        "ones twos threes fours fives sixes sevens eights nines tens elevens twelves".split(), 1
    )
}
"""Number words in the plural, which name an age group after "under" and nothing else that is read here."""
_TENS = {
    word: 10.0 * ten
    for ten, word in enumerate("tens twenties thirties forties fifties sixties seventies eighties nineties".split(), 1)
}
_SIDES = {"under": Qualifier.LESS_THAN, "over": Qualifier.MORE_THAN}
_POSSESSIVES = word_set("his her their our my your")
_PARTS = {"early": (0.0, 3.0), "mid": (4.0, 6.0), "late": (7.0, 9.0)}
_OLDEST = 110


def read_age_group(t: Tokens, i: int) -> Figure | None:
    """The age group whose number stands at token `i`."""
    plural = t.lowers[i + 1] == "s" and t.glued(i + 1)
    if t.kinds[i] == NUMBER and plural and t.words[i].isdigit() and len(t.words[i]) <= 3:
        return _bounded(t, i, i + 2, float(t.words[i])) or _decade(t, i, i + 2, float(t.words[i]))
    if t.lowers[i] in PLURALS:
        return _bounded(t, i, i + 1, PLURALS[t.lowers[i]])
    at = i + 1 if t.lowers[i] in _PARTS else i
    at += at > i and t.hyphen(at)
    return _decade(t, i, at + 1, _TENS[t.lowers[at]]) if t.lowers[at] in _TENS else None


def _bounded(t: Tokens, i: int, stop: int, age: float) -> Figure | None:
    """Read "under-18s" and "over 65s"."""
    at = i - 2 if t.hyphen(i - 1) else i - 1
    side = _SIDES.get(t.lowers[at])
    if side is None or not 0 < age < _OLDEST:
        return None
    figure = Figure(Kind.AGE, i, stop, age, age, "age", "year", resolution=1.0)
    figure.qualifier, figure.qualifier_at = side, (at, at + 1)
    return figure


def _decade(t: Tokens, i: int, stop: int, age: float) -> Figure | None:
    """Read "in their 20s", "in her early thirties": an age by its decade, and no years of a century."""
    possessed = t.lowers[i - 1] in _POSSESSIVES and t.lowers[i - 2] in {"in", "into"}
    if not possessed or age % 10 or not 10 <= age < _OLDEST:
        return None
    low, high = _PARTS.get(t.lowers[i], (0.0, 9.0))
    return Figure(Kind.AGE, i, stop, age + low, age + high, "age", "year", resolution=1.0)
