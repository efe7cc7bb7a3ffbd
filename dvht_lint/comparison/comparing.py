"""Comparing a claim with the statement it rests on: one alignment, one reason for every difference."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dvht_lint.comparison.aligning.alignment import Alignment, words_of
from dvht_lint.comparison.aligning.linking import align
from dvht_lint.comparison.aligning.outline import same_but_for_figures
from dvht_lint.comparison.aligning.reading import Wording, read
from dvht_lint.comparison.figures.comparing import FigureComparison, compare_figures
from dvht_lint.comparison.figures.spans import written_spans
from dvht_lint.comparison.wording import (
    causes,
    comparatives,
    conditions,
    coordination,
    exchange,
    form,
    kinds,
    movement,
    names,
    negation,
    questions,
    reports,
    restrictions,
    rewording,
    scales,
    scope,
    shares,
)
from dvht_lint.model import Claim, Comparison, Edge, Edit, Harm, Pair, Quantity, Reason, Settings, Source, Statement
from dvht_lint.text import Span

__all__ = ["compare"]

_DEFAULT = Settings()
_STEPS = frozenset({Reason.QUANTIFIER, Reason.CERTAINTY})
_BESIDE = 9
"""How many characters stand between two words of which one makes the other: "all of the shelters"."""
_SURE = 0.5
_VALUES = frozenset({Reason.NUMBER, Reason.RANGE, Reason.PERIOD, Reason.UNBACKED})


def compare(
    left: Claim | Statement,
    right: Claim | Statement,
    edge: Edge = Edge.CLAIM_STATEMENT,
    *,
    pair: Pair | None = None,
    settings: Settings = _DEFAULT,
    abbreviations: Mapping[str, str] = {},
    sources: Sequence[Source] = (),
) -> Comparison:
    """Align the left text with the right and classify every difference, in the order of the left text.

    `abbreviations` are the short forms that the document defines; `sources` those of the right side, for whom a claim
    may credit. On the edge TRANSLATION only figures are compared.
    """
    figures = compare_figures(left.prose.plain, left.quantities, right.prose.plain, right.quantities)
    edits: list[Edit] = list(figures.edits)
    reworded = 0.0
    if edge is not Edge.TRANSLATION and (
        left.prose.plain != right.prose.plain or left.prose.marks != right.prose.marks
    ):
        wordings = _read(left, settings), _read(right, settings)
        words = words_of(wordings[0], _figure_spans(left)), words_of(wordings[1], _figure_spans(right))
        emphatic = left.prose.marks and right.prose.marks
        if not emphatic and same_but_for_figures(*wordings, words, figures.bindings):
            whole = len(wordings[0].ranges) == 1
        else:
            alignment = align(*wordings, words, _anchors(left, right, figures), abbreviations)
            _settle_figures(alignment, left, right, figures)
            edits = list(shares.find(alignment, right.quantities, {b.right for b in figures.bindings if b.left >= 0}))
            swapped = any(e.reason is Reason.SWAPPED for e in figures.edits)
            edits += [] if swapped else exchange.find(alignment)  # what two exchanged figures count is told with them
            edits += _wording(alignment, sources)
            edits += restrictions.find(alignment, left.quantities, right.quantities, figures.bindings)
            edits += restrictions.find_of_all(alignment)
            reworded, loose = rewording.find(alignment)
            edits += loose
            edits += [e for e in figures.edits if not _is_settled(alignment, e)]
            edits += form.emphasis(alignment, left.prose, right.prose)
            whole = len(alignment.left.ranges) == 1 and _restates_end(alignment)
        edits += form.punctuation(left.prose.plain, right.prose.plain, whole=whole)
    edits.sort(key=lambda e: (e.left, e.right, e.reason))
    return Comparison(edge, left, right, tuple(edits), tuple(figures.bindings), pair, round(reworded, 2))


def _read(side: Claim | Statement, settings: Settings) -> Wording:
    return read(side.prose.plain, settings.hedges, settings.scope_words)


def _anchors(left: Claim | Statement, right: Claim | Statement, figures: FigureComparison) -> list[tuple[Span, Span]]:
    """The spans of the figures that are bound to each other."""
    return [
        (left.quantities[b.left].span, right.quantities[b.right].span)
        for b in figures.bindings
        if b.left >= 0 and b.right >= 0
    ]


def _settle_figures(
    alignment: Alignment, left: Claim | Statement, right: Claim | Statement, figures: FigureComparison
) -> None:
    """Note in an alignment what the comparison of the figures has found."""
    alignment.explain_figures(figures.left_covered, figures.right_covered, figures.edits)
    differing = [e.left for e in figures.edits if e.harm is Harm.MORE and e.reason in _VALUES]
    differing += [
        left.quantities[b.left].span
        for b in figures.bindings
        if b.left >= 0
        and b.relation == "denied"
        and (b.right < 0 or not _same_value(left.quantities[b.left], right.quantities[b.right]))
    ]
    alignment.conflicts = words_of(alignment.left, differing)
    alignment.counted = words_of(alignment.left, [q.span for q in left.quantities if q.is_statistic])


def _is_settled(alignment: Alignment, edit: Edit) -> bool:
    """Whether words make a difference of figures right: a negation its value, a quantifier what is left out."""
    if edit.reason is Reason.FIGURE_DROPPED:
        return not alignment.restated.isdisjoint(words_of(alignment.right, (edit.right,)))
    return not alignment.excused.isdisjoint(words_of(alignment.left, (edit.left,)))


def _same_value(one: Quantity, two: Quantity) -> bool:
    return (one.low, one.high) == (two.low, two.high)


def _figure_spans(side: Claim | Statement) -> list[Span]:
    """The figures themselves with their qualifiers; the nouns they count are words like others."""
    quantities = side.quantities
    # "The past year" gives no number: where the other text has no such stretch, its words are compared.
    spans = [span for q in quantities if not (q.relative and q.incidental) for span in written_spans(q)]
    return spans + [q.qualifier_span for q in quantities if q.qualifier_span is not None]


def _wording(alignment: Alignment, sources: Sequence[Source]) -> list[Edit]:
    """The edits of wording, the narrowest class first: what one class has explained, no later one speaks of."""
    edits: list[Edit] = []
    edits += questions.find(alignment)
    edits += negation.find(alignment)
    edits += reports.find(alignment)
    edits += scales.find(alignment)
    edits += causes.find(alignment)
    edits += names.find(alignment, sources)
    edits += scope.find(alignment)
    edits += coordination.find(alignment)
    edits += movement.find(alignment)
    edits += kinds.find(alignment)
    edits += comparatives.find(alignment)
    edits += conditions.find(alignment)
    excused = {alignment.left.starts[at] for at in alignment.excused_flips}
    denials = [e.left for e in edits if e.reason is Reason.NEGATION and e.confidence >= _SURE]
    edits = [e for e in edits if e.reason not in _STEPS or not any(_is_beside(e.left, denial) for denial in denials)]
    return [e for e in edits if e.reason is not Reason.NEGATION or e.left.start not in excused]


def _is_beside(span: Span, denial: Span) -> bool:
    """Whether a word of a scale stands by a negation that came or went: "none of" for "all of" is one fault."""
    return max(span.start, denial.start) - min(span.end, denial.end) <= _BESIDE


def _restates_end(alignment: Alignment) -> bool:
    """Whether the end of the claim stands for the end of the statement."""
    left, right = alignment.left, alignment.right
    return bool(len(left) and len(right)) and alignment.to_right[-1] == len(right) - 1
