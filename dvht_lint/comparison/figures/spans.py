"""What of a text belongs to a figure: its digits, unit, qualifier, rate and magnitude."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dvht_lint.model import Kind, Quantity
from dvht_lint.text import Span

__all__ = ["last_word", "magnitude", "own_spans", "rate_spans", "written_spans"]


def written_spans(q: Quantity) -> tuple[Span, ...]:
    """Where the figure itself stands: in one piece, or around the noun inside "one woman in four", which is wording."""
    parted = _PARTED.match(q.text) if q.kind is Kind.RATIO else None
    if parted is None:
        return (q.span,)
    first, rest = q.span.start + parted.start(1), q.span.start + parted.end(1)
    return (Span(q.span.start, first), Span(rest, q.span.end))


def own_spans(q: Quantity) -> Iterator[Span]:
    """The figure, its qualifier and its unit where that is a symbol or name of a measure."""
    yield from written_spans(q)
    if q.qualifier_span:
        yield q.qualifier_span
    if q.unit_span and q.dimension != "count":
        yield q.unit_span


def rate_spans(q: Quantity, text: str) -> Iterator[Span]:
    """What a rate is per, behind the noun it counts: "20 calls per minute"."""
    found = _PER.match(text, q.span.end) if q.per else None
    if found:
        yield Span(*found.span("per"))


_PER = re.compile(r"(?:\s+[^\W\d_]+){0,3}?\s+(?P<per>(?:per|an?|each|every)\s+\w+)")
_PARTED = re.compile(r"\w+\s+((?!out\b|in\b)[^\W\d_]+(?:\s+(?!of\b)[^\W\d_]+)?)\s+in\s")
_MAGNITUDE = re.compile(
    r"(?<![^\W\d_])(?:hundred|thousand|million|billion|trillion|quadrillion|lakhs?|crores?|bn|mn|tn|m|b|k)(?![^\W\d_])",
    re.IGNORECASE,
)


def last_word(q: Quantity) -> Span:
    """The last word of a rate: what it is per."""
    return Span(q.span.end - len(q.text.split()[-1]), q.span.end)


def magnitude(q: Quantity) -> Span | None:
    """Where the last magnitude word of a figure stands."""
    found = list(_MAGNITUDE.finditer(q.text))
    return Span(*found[-1].span()).shift(q.span.start) if found else None
