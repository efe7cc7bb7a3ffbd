"""What the mutations share: places in a text, and how one of them is changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import TypeVar

from dvht_lint.lexicons import load
from dvht_lint.model import Kind, Qualifier, Quantity
from dvht_lint.text import Span

__all__ = [
    "DIGIT_KINDS", "Planted", "capital_of", "digit_places", "exact_figures", "exchange_word", "in_a_name", "replaced", "single_figures", "words_for",
]  # fmt: skip

T = TypeVar("T")
Planted = tuple[str, Span]
"""The new text, and where in it the change stands; the span is empty where something was dropped."""

DIGIT_KINDS = frozenset(
    {
        Kind.NUMBER,
        Kind.PERCENT,
        Kind.POINTS,
        Kind.MONEY,
        Kind.RATE,
        Kind.MULTIPLE,
        Kind.DURATION,
        Kind.MEASURE,
        Kind.AGE,
    }
)


def replaced(text: str, span: Span, new: str) -> Planted:
    """The text with a span of it replaced."""
    return text[: span.start] + new + text[span.end :], Span(span.start, span.start + len(new))


def single_figures(quantities: Sequence[Quantity]) -> list[Quantity]:
    """The statistics of a text that are written in digits and give one value."""
    return [
        q
        for q in quantities
        if q.is_statistic and q.kind in DIGIT_KINDS and not q.is_range and any(c.isdigit() for c in q.text)
    ]


def exact_figures(quantities: Sequence[Quantity]) -> list[Quantity]:
    """Those of them that are given as exact or as an estimate: no bound that another value would also satisfy."""
    return [q for q in single_figures(quantities) if q.qualifier in {Qualifier.EXACT, Qualifier.ABOUT}]


def digit_places(figure: Quantity) -> list[int]:
    """Where in a text the digits of a figure stand that carry its value: no trailing zeros, few of an estimate."""
    digits = [figure.span.start + at for at, char in enumerate(figure.text) if "0" <= char <= "9"]
    texts = {place: figure.text[place - figure.span.start] for place in digits}
    while len(digits) > 1 and texts[digits[-1]] == "0":
        digits.pop()
    return digits[:1] if figure.qualifier is Qualifier.ABOUT else digits


def words_for(name: str) -> list[list[str]]:
    """The exchanges of a mutation, as the lexicon gives them."""
    exchanges: list[list[str]] = load("mutations")[name]
    return exchanges


def exchange_word(
    text: str,
    name: str,
    rng: Random,
    inside: Sequence[Span] | None = None,
    fits: Callable[[str, Span], bool] = lambda _, __: True,
) -> Planted | None:
    """One word of the text exchanged as the lexicon says; `inside` keeps to these spans of the text.

    `fits` says of a place in the text whether the word means there what the lexicon takes it for. None where the
    text has none of the words.
    """
    exchanges = {old.casefold(): new for old, new in words_for(name)}
    found = [
        span
        for span in _words(text, exchanges)
        if (inside is None or any(part.contains(span) for part in inside)) and fits(text, span)
    ]
    if not found:
        return None
    span = rng.choice(found)
    return replaced(text, span, capital_of(span.cut(text), exchanges[span.cut(text).casefold()]))


def capital_of(old: str, new: str) -> str:
    """The new word with the capital of the old one."""
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


def in_a_name(text: str, span: Span) -> bool:
    """Whether a word has a capital that no sentence gave it."""
    before = text[: span.start].rstrip(' "“‘(*_')
    return text[span.start].isupper() and bool(before) and before[-1] not in ".!?:;"


def _words(text: str, exchanges: dict[str, str]) -> list[Span]:
    ordered = sorted(exchanges, key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, ordered))})(?![\w-])", re.IGNORECASE)
    return [Span(*match.span()) for match in pattern.finditer(text)]
