"""A sentence beside what the notes that it calls quote or say of their source: contradictions, and nothing else.

A quotation says more than the sentence and says it in other words; only what cannot both be true is drift.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dvht_lint.comparison import compare
from dvht_lint.comparison.figures.derived import follows_from_values
from dvht_lint.matchers.masking import mask
from dvht_lint.model import Comparison, Edge, Edit, Harm, Pair, Quantity, Reason, Settings
from dvht_lint.session.figures import read_figures
from dvht_lint.text import Prose

__all__ = ["against_notes"]

_FIGURES = frozenset(
    {Reason.NUMBER, Reason.RANGE, Reason.ROUNDING, Reason.QUALIFIER, Reason.UNIT, Reason.PERIOD, Reason.SWAPPED}
)
_WORDS = frozenset({Reason.NEGATION, Reason.DIRECTION})
_HOLDS = frozenset({"equal", "weaker", "derived", "denied"})
_ALIKE = 0.2
"""The least share of the words of the shorter text in common at which two figures are of the same thing."""
_SAME = 0.5
"""The same for the words themselves to contradict each other."""
_REWORDED = 0.35
_SURE = 0.7


def against_notes(pair: Pair, settings: Settings, abbreviations: Mapping[str, str]) -> Comparison:
    """The claim compared with the passage that fits it best; without edits where one backs it or none speaks of the same."""
    found = [_against(pair, passage, settings, abbreviations) for passage in pair.statement.passages]
    clear = [one for one in found if not one.edits and _held(one)]
    return max(clear or found, key=lambda one: (_held(one), _alike(one)))


def _against(pair: Pair, passage: Prose, settings: Settings, abbreviations: Mapping[str, str]) -> Comparison:
    whole = pair.statement
    figures = read_figures(passage.plain, whole.language)
    right = replace(whole, prose=passage, quantities=figures, span=passage.source(passage.whole()), passages=())
    told = compare(pair.claim, right, pair=pair, settings=settings, abbreviations=abbreviations)
    return replace(told, edge=Edge.CLAIM_STATEMENT, edits=tuple(_contradictions(told, figures)), reworded=0.0)


def _held(comparison: Comparison) -> int:
    """How many of the claim's figures the passage gives."""
    return sum(b.relation in _HOLDS and b.left >= 0 for b in comparison.bindings)


def _alike(comparison: Comparison) -> float:
    """How many of the words of the shorter side both have, figures left out, 0 to 1."""
    sides = comparison.left, comparison.right
    ours, theirs = (set(mask(side.prose.plain, side.quantities).bag) for side in sides)
    return len(ours & theirs) / (min(len(ours), len(theirs)) or 1)


def _agrees(comparison: Comparison, index: int, figures: tuple[Quantity, ...]) -> bool:
    """Whether a figure of the claim follows from those of the passage, or stands for other things than the one beside it."""
    ours = comparison.left.quantities[index]
    right = next((b.right for b in comparison.bindings if b.left == index and b.right >= 0), -1)
    other = right >= 0 and ours.dimension == "count" and ours.unit != figures[right].unit and bool(ours.unit)
    return other or follows_from_values(ours, figures, comparison.right.prose.plain)


def _contradictions(comparison: Comparison, figures: tuple[Quantity, ...]) -> Iterator[Edit]:
    alike = _alike(comparison)
    for edit in comparison.edits:
        if edit.harm is not Harm.MORE:
            continue
        if edit.reason in _FIGURES:
            ours = [i for i, q in enumerate(comparison.left.quantities) if edit.left.overlaps(q.span)]
            if alike >= _ALIKE and not any(_agrees(comparison, i, figures) for i in ours):
                yield edit
        elif edit.reason in _WORDS and alike >= _SAME and comparison.reworded <= _REWORDED and edit.confidence >= _SURE:
            yield edit
