"""A claim that names one source and restates, figures and all, a statement that rests on another."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dvht_lint.model import Claim, Comparison, Harm, How, Miscited, Reason, Source, Statement, Work

__all__ = ["miscited_claim"]

_CLEAR = 0.8
"""The least score at which a matched statement is surely the one that a claim restates."""
_FIGURES = frozenset(
    {
        Reason.NUMBER,
        Reason.RANGE,
        Reason.UNIT,
        Reason.PERIOD,
        Reason.UNBACKED,
        Reason.ROUNDING,
        Reason.SWAPPED,
        Reason.BASE,
    }
)


def miscited_claim(
    claim: Claim,
    comparison: Comparison,
    cited: Sequence[Source],
    sources_of: Callable[[Statement], tuple[Source, ...]],
    works: Callable[[], tuple[Work, ...]],
) -> Miscited | None:
    """What is wrong with the claim's pointer, or None.

    The cited source must be one that statements rest on, so that it is known what is taken from it; a difference in a
    figure says that the claim may rest on something else after all. `works` tells which sources are one work.
    """
    pair = comparison.pair
    found = sources_of(comparison.right) if isinstance(comparison.right, Statement) else ()
    if pair is None or not cited or not found or {s.id for s in cited} & {s.id for s in found}:
        return None
    if pair.how is How.FUZZY and pair.score < _CLEAR:
        return None
    if any(e.reason in _FIGURES and e.harm is Harm.MORE for e in comparison.edits):
        return None
    all_works = works()
    owners = {id(source): index for index, work in enumerate(all_works) for source in work.sources}
    ours, theirs = ({owners.get(id(s), -1) for s in side} for side in (cited, found))
    named = next((all_works[i] for i in sorted(ours) if i >= 0 and all_works[i].statements), None)
    if ours & theirs or named is None:
        return None
    targets = {s.id for s in cited}
    citation = next((c for c in claim.citations if c.target in targets), claim.citations[0])
    rivals = {m.statement for m in pair.runners_up if m.score >= pair.score - 0.1}
    if any(s.id in rivals for s in named.statements):
        return None
    return Miscited(claim, citation.span, cited[0], found[0], statement=pair.statement)
