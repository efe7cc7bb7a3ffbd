"""All that the figures of one text say against each other, whatever way it was found."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from dvht_lint.model import Claim, Statement
from dvht_lint.rules.figure_arithmetic import Contradiction, contradictions
from dvht_lint.text import Span

__all__ = ["contradictions_of"]


def contradictions_of(side: Claim | Statement) -> Iterator[Contradiction]:
    """What of a text's figures cannot be, each figure told once; a row of a table is no sentence, and adds nothing up."""
    text = side.prose.plain
    figures = [q for q in side.quantities if not q.incidental and not q.malformed]
    counts = [q for q in side.quantities if not q.malformed]
    row = isinstance(side, Claim) and side.in_table
    found = [contradictions(text, figures, parts=not row)]
    if not row and (len(counts) > 1 or "=" in text):
        from dvht_lint.rules.figure_equations import equations, remainders, shares, totals

        found += [equations(text), shares(text, counts), totals(text, counts), remainders(text, figures)]
    told: set[Span] = set()
    for contradiction in chain.from_iterable(found):
        if contradiction.span not in told:
            told.add(contradiction.span)
            yield contradiction
