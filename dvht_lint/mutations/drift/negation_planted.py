"""A sentence says the opposite."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted, capital_of, replaced
from dvht_lint.text import Span

NAME = "negation-planted"
EXPECTED = ("DV402",)

_BOTH = re.compile(r"\b([Bb]oth)( \w+) and ")
_NOT = re.compile(r"(?<=\w) not(?= \w)(?! only)")
_VERB = re.compile(r"\b(?:is|are|was|were|may|can|should|must|will)\b(?! not)(?= [a-z])")


def plant(text: str, quantities: Sequence[Quantity], rng: Random) -> Planted | None:
    """Put a “not” after a verb, take one out, or turn “both” into “neither”."""
    del quantities
    both = _BOTH.search(text)
    if both:
        new = f"{capital_of(both[1], 'neither')}{both[2]} nor "
        return replaced(text, Span(*both.span()), new)
    negations = list(_NOT.finditer(text))
    if negations:
        return replaced(text, Span(*rng.choice(negations).span()), "")
    verbs = list(_VERB.finditer(text))
    if not verbs:
        return None
    end = rng.choice(verbs).end()
    return replaced(text, Span(end, end), " not")
