"""The negations of a text: where each stands, what it reaches and which words it turns round first.

A negation may be a word ("not", "without"), a verb whose complement did not happen ("failed to report", "kept her from
reporting") or a sentence about another ("it is a myth that"). Two in a row make up for each other: "never fails to".
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from dvht_lint import lexicons
from dvht_lint.comparison.aligning.reading import Phrase, Wording

__all__ = ["OPERATORS", "Negation", "covers", "negations"]

OPERATORS = lexicons.words("negation", "operators")
"""The words that do nothing but deny."""
_BEFORE_FROM = lexicons.words("negation", "before_from")
_LIMITS = frozenset({"only", "just", "merely", "simply", "limited"})
_SCOPE = 12
"""How many words a negation reaches at most."""
_TO_FROM = 7
"""How many words may stand between a verb and its "from": "kept the older children from"."""


class Negation(NamedTuple):
    """One negation: its own words `[start, end)`, those it reaches, and the content words it turns round first."""

    start: int
    end: int
    scope: range
    focus: tuple[int, ...]


def covers(found: Iterable[Negation], at: int) -> bool:
    """Whether a word is one of the negations, or one that they reach."""
    return any(at in n.scope or at in n.focus or n.start <= at < n.end for n in found)


@lru_cache(maxsize=1024)
def negations(wording: Wording) -> tuple[Negation, ...]:
    """The negations of a text, in order; "neither … nor" is one, "not only" none."""
    phrases = _meant(wording)
    found: list[Negation] = []
    for number, phrase in enumerate(phrases):
        low = wording.forms[phrase.start].low
        if found and phrase.start <= found[-1].end:
            if low not in OPERATORS and phrase.start == found[-1].end:
                found.pop()
            continue
        if low == "nor" and found and wording.sentence[found[-1].start] == wording.sentence[phrase.start]:
            continue
        following = phrases[number + 1].start if number + 1 < len(phrases) else wording.size
        found.append(_negation(wording, phrase, following))
    return tuple(found)


def _meant(wording: Wording) -> list[Phrase]:
    """The phrases that are meant as negations, with the verbs that are so before "from", in order."""
    phrases = wording.of("negation")
    pseudo = {at for p in phrases if _is_pseudo(wording, p) for at in range(p.start, p.end)}
    kept = [p for p in phrases if p.start not in pseudo and not _is_number(wording, p)]
    taken = {at for p in kept for at in range(p.start, p.end)}
    if "from" in wording.stems:
        kept += [Phrase(at, at + 1, "negation", 1) for at in _before_from(wording) if at not in taken]
    return sorted(kept)


def _negation(wording: Wording, phrase: Phrase, following: int) -> Negation:
    if wording.forms[phrase.start].low in _BEFORE_FROM and phrase.end == phrase.start + 1:
        start = _from(wording, phrase.start) + 1
        reach = range(start, _scope(wording, start, start).stop) if start else _scope(wording, phrase.end, phrase.start)
    else:
        reach = _scope(wording, phrase.end, phrase.end - 1)
    reach = range(reach.start, max(reach.start, min(reach.stop, following)))
    focus = tuple(at for at in reach if wording.forms[at].content and not _is_adverb(wording, at))[:2]
    if not focus:
        before = range(phrase.start - 1, max(phrase.start - 5, -1), -1)
        clause = wording.clause[phrase.start]
        focus = tuple(at for at in before if wording.forms[at].content and wording.clause[at] == clause)[:1]
    return Negation(phrase.start, phrase.end, reach, focus)


def _before_from(wording: Wording) -> list[int]:
    """The verbs that keep somebody from something: "stopped 40 workers from testifying"."""
    return [at for at, form in enumerate(wording.forms) if form.low in _BEFORE_FROM and _from(wording, at) >= 0]


def _from(wording: Wording, verb: int) -> int:
    """Where "from" with a verb in -ing stands behind a verb; -1 where it does not."""
    for at in range(verb + 1, min(verb + _TO_FROM, wording.size - 1)):
        if wording.clause[at] != wording.clause[verb]:
            return -1
        if wording.forms[at].low == "from":
            return at if wording.forms[at + 1].low.endswith("ing") else -1
    return -1


def _is_number(wording: Wording, phrase: Phrase) -> bool:
    """Whether "No." only opens a number: "No. 1"."""
    if wording.forms[phrase.start].low != "no" or phrase.end >= wording.size:
        return False
    return (
        "." in wording.text[wording.ends[phrase.end - 1] : wording.starts[phrase.end]]
        and wording.forms[phrase.end].number
    )


def _is_pseudo(wording: Wording, phrase: Phrase) -> bool:
    """Whether a phrase only looks like a negation. "Not only" does where "but" or "also" follows, else it denies the limit."""
    if phrase.step or phrase.end - phrase.start < 2 or wording.forms[phrase.start + 1].low not in _LIMITS:
        return not phrase.step
    sentence = wording.sentence[phrase.start]
    rest = range(phrase.end, wording.size)
    return any(wording.forms[at].low in {"but", "also"} and wording.sentence[at] == sentence for at in rest)


def _is_adverb(wording: Wording, at: int) -> bool:
    low = wording.forms[at].low
    return (low.endswith("ly") and len(low) > 4) or low in {"ever", "always", "often", "now", "today", "currently"}


def _scope(wording: Wording, at: int, start: int) -> range:
    """The words that a negation before the word `at` reaches: to the end of its clause."""
    end = at
    while end < wording.size and end - at < _SCOPE and wording.clause[end] == wording.clause[start]:
        if wording.comma[end] and end > at and not wording.forms[end].content and wording.forms[end].low != "nor":
            break
        end += 1
    return range(at, end)
