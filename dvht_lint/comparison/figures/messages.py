"""What a reader is told about a figure that drifted."""

from __future__ import annotations

from dvht_lint.model import Kind, Qualifier, Quantity, Reason
from dvht_lint.text import Span

__all__ = ["message", "phrase"]


def phrase(text: str, q: Quantity, *, noun: bool = True) -> str:
    """A figure as written, with its qualifier and the noun it counts."""
    start, end = q.span.start, q.span.end
    if q.qualifier_span and q.qualifier_span.end <= start:
        start = q.qualifier_span.start
    elif q.qualifier_span:
        end = max(end, q.qualifier_span.end)
    if noun and q.unit_span and q.unit_span.start - end <= 40:
        end = max(end, q.unit_span.end)
    return f"“{Span(start, end).cut(text)}”"


def _bare(text: str, q: Quantity) -> str:
    return f"“{q.span.cut(text)}”"


def message(reason: Reason, left_text: str, c: Quantity, right_text: str, s: Quantity) -> str:
    """The sentence that names both values and why they do not agree."""
    ours, theirs = phrase(left_text, c), phrase(right_text, s)
    says = f"the claim says {ours}; the statement says {theirs}"
    match reason:
        case Reason.QUALIFIER_DROPPED:
            word = s.qualifier_span.cut(right_text) if s.qualifier_span else s.qualifier.value
            return f"The claim gives {ours} without the statement's “{word}”: the statement says {theirs}."
        case Reason.QUALIFIER:
            return f"{_capital(says)}, which bounds the figure another way."
        case Reason.UNIT:
            return f"{_capital(says)}: the unit differs."
        case Reason.RANGE:
            return f"{_capital(says)}: the range is not the same."
        case Reason.PERIOD:
            return f"The claim speaks of {_bare(left_text, c)}; the statement of {_bare(right_text, s)}."
        case Reason.PRECISION:
            return f"{_capital(says)}: the claim is finer than what it rests on."
        case Reason.ROUNDING:
            return f"{_capital(says)}, which is not {_WORDS.get(c.qualifier, 'within')} {_bare(left_text, c)}."
        case _ if c.kind is Kind.ORDINAL:
            return f"{_capital(says)}: the rank differs."
        case _:
            return f"{_capital(says)}."


_WORDS = {
    Qualifier.MORE_THAN: "more than",
    Qualifier.AT_LEAST: "at least",
    Qualifier.LESS_THAN: "less than",
    Qualifier.AT_MOST: "at most",
    Qualifier.NEARLY: "just under",
}


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
