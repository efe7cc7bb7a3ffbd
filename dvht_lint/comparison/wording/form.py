"""Form alone: bold that moved, a full stop that is missing."""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.comparison.aligning.alignment import Alignment
from dvht_lint.comparison.aligning.edits import quoted
from dvht_lint.model import Edit, Harm, Reason
from dvht_lint.text import MarkKind, Prose, Span

__all__ = ["emphasis", "punctuation"]

_STOPS = ".!?…"
_CLOSERS = "\"'”’)*_ "


def emphasis(alignment: Alignment, left: Prose, right: Prose) -> Iterator[Edit]:
    """Bold that covers a word on one side that it leaves out on the other, where both sides have bold there."""
    if not left.marks or not right.marks:
        return
    mine, theirs = _strong(alignment.left.starts, left), _strong(alignment.right.starts, right)
    if not mine or not theirs:
        return
    for mark in (m for m in left.marks if m.kind is MarkKind.STRONG):
        words = [at for at in mine if mark.span.start <= alignment.left.starts[at] < mark.span.end]
        linked = [alignment.to_right[at] for at in words if alignment.to_right[at] >= 0]
        partner = next(
            (m for m in right.marks if m.kind is MarkKind.STRONG and _touches(alignment, m.span, linked)), None
        )
        if partner is None or not linked:
            continue
        there = {at for at in theirs if partner.span.start <= alignment.right.starts[at] < partner.span.end}
        outside = {alignment.to_left[at] for at in there if alignment.to_left[at] >= 0} - set(words)
        if outside or any(at not in there for at in linked):
            message = f"The emphasis is on {quoted(mark.span.cut(left.plain))} here and on {quoted(partner.span.cut(right.plain))} in the statement."
            yield Edit(Reason.EMPHASIS, mark.span, partner.span, message, Harm.MORE, 1.0)


def _strong(starts: list[int], prose: Prose) -> set[int]:
    spans = [m.span for m in prose.marks if m.kind is MarkKind.STRONG]
    return {at for at, start in enumerate(starts) if any(s.start <= start < s.end for s in spans)}


def _touches(alignment: Alignment, span: Span, words: list[int]) -> bool:
    return any(span.start <= alignment.right.starts[at] < span.end for at in words)


def punctuation(left: str, right: str, *, whole: bool) -> Iterator[Edit]:
    """A full stop that one side ends with and the other lacks; `whole` says that the two texts are one sentence's."""
    if not whole or left[-1:] == right[-1:]:
        return
    one, two = left.rstrip(_CLOSERS), right.rstrip(_CLOSERS)
    if not one or not two or (one[-1] in _STOPS) == (two[-1] in _STOPS):
        return
    missing_here = two[-1] in _STOPS
    spans = (
        Span(len(one), len(one)) if missing_here else Span(len(one) - 1, len(one)),
        Span(len(two), len(two)) if not missing_here else Span(len(two) - 1, len(two)),
    )
    which = "claim" if missing_here else "statement"
    message = f"The {which} lacks the full stop that the other side ends with."
    yield Edit(Reason.PUNCTUATION, *spans, message, Harm.MORE, 1.0, two[-1] if missing_here else None)
