"""Which statements a claim may rest on, figures masked, and whether the best of them is good enough.

The score is the share of the claim's weight that the statement holds (containment), with a fifth for the
share of the statement's weight that the claim holds, so that of two statements which both hold the claim
the tighter one wins. Similarity says which statement; it never says whether it drifted.
"""

from __future__ import annotations

from collections.abc import Callable

from dvht_lint.matchers.candidates import CandidateIndex
from dvht_lint.matchers.masking import Masked, adds_figures, brings_figures, figure_agreement, unmatched
from dvht_lint.records import record

__all__ = ["DEFAULT_THRESHOLD", "Scored", "accepts", "companions", "rank", "score"]

DEFAULT_THRESHOLD = 0.2
"""The least evidence, 0 to 1, at which a claim is paired; `match-threshold` sets another."""

_TIGHTNESS = 0.2
_RERANK_WINDOW = 0.3
"""How far below the best score a statement's figures may still lift it to the top."""
_FIGURE_WEIGHT = 0.4
"""How much figures that all agree add to a score when candidates are put in order."""
_CITED = 0.15
"""How much it adds that the claim cites the source that a statement rests on."""
_SURE = 0.7
"""From this score on the words alone decide, if they are more than one."""
_CROWD_WINDOW = 0.2
_CROWD_FIGURES = 0.3
"""How far behind the best a candidate still looks like it, and how much of that its figures may make up."""
_CROWD = 5
"""So many such candidates make a text that the whole pool is full of."""
_CROWDED = 0.6
"""What it costs a loose match to be one of a crowd that no figure tells apart."""
_UNSEEN = 0.2
"""What it costs at most that a small pool has no crowd to show."""
_STRANGE = 0.25
"""What it costs a loose match that none of the claim's figures stands in the statement."""
_UNSAID = 0.2
"""What share of a claim's weight the best statement must lack for another to be looked for."""
_HELD = 0.6
"""What share of that another statement must hold, and of its own weight the claim."""
_LONE_WORD = 0.1
"""What it costs a loose match to rest on a single word."""


@record(frozen=True, slots=True)
class Scored:
    """A candidate: `score` of the words alone, `agreement` of the figures, both 0 to 1."""

    id: str
    score: float
    agreement: float

    def behind(self, best: Scored) -> float:
        """The score, less what the figures lack that the best candidate has: a year tells two statements apart."""
        return self.score - max(0.0, best.agreement - self.agreement)

    def resembles(self, best: Scored) -> bool:
        """Whether it fits the claim about as well as the best candidate does."""
        lack = best.score - self.score + _CROWD_FIGURES * (best.agreement - self.agreement)
        return lack <= _CROWD_WINDOW


def score(claim: Masked, statement: Masked, index: CandidateIndex) -> float:
    """How much of the claim the statement holds, 0 to 1."""
    mine, theirs = claim.bag - (claim.above - statement.bag), statement.bag
    shared = sum(index.weight(w) for w in sorted(mine & theirs))
    if not shared:
        return 0.0
    held = shared / sum(index.weight(w) for w in sorted(mine))
    tight = shared / sum(index.weight(w) for w in sorted(theirs))
    return (1 - _TIGHTNESS) * held + _TIGHTNESS * tight


def rank(
    claim: Masked, index: CandidateIndex, limit: int = 12, *, cited: Callable[[str], bool] | None = None
) -> list[Scored]:
    """The candidates of a claim, the best first.

    Words decide; between statements whose words fit about equally well, the figures do, and then which of them rests on a
    source that the claim itself cites (`cited`, by the statement's id). An exact text is always first.
    """
    exact = index.exact(claim.key)
    ids = dict.fromkeys([*exact, *index.candidates(claim, limit)])
    scored = []
    for identifier in ids:
        statement = index.text(identifier)
        value = 1.0 if identifier in exact else score(claim, statement, index)
        scored.append(Scored(identifier, value, figure_agreement(claim, statement)))
    best = max((s.score for s in scored), default=0.0)

    def order(s: Scored) -> tuple[bool, float, str]:
        value = s.score
        if value >= best - _RERANK_WINDOW:
            value += _FIGURE_WEIGHT * s.agreement + (_CITED if cited is not None and cited(s.id) else 0.0)
        return (s.id not in exact, -value, s.id)

    return sorted(scored, key=order)


def accepts(claim: Masked, ranked: list[Scored], index: CandidateIndex, threshold: float) -> bool:
    """Whether the best candidate is the claim's statement, and not merely the nearest text in the pool.

    A good score stands by itself: a wrong figure or name is what the comparison is for. A loose match has to stand out:
    where many candidates look alike ("the film has a rating of …"), only figures that agree tell one of them from the rest.
    The weights are those of a logistic regression, rounded; it was cross-validated with each claim's own statement in the
    pool and withheld, in pools of twenty to three thousand statements.
    """
    if not ranked:
        return False
    best = ranked[0]
    shared = len(claim.bag & index.text(best.id).bag)
    if best.score >= _SURE and (shared > 1 or best.score == 1.0):
        return best.score >= threshold
    alike = sum(s.resembles(best) for s in ranked[1:])
    crowded = _CROWDED * min(1.0, alike / _CROWD) + _UNSEEN * index.smallness
    evidence = best.score - crowded * (1.0 - best.agreement)
    if (claim.figures or claim.times) and not best.agreement:
        evidence -= _STRANGE
    if shared == 1:
        evidence -= _LONE_WORD
    return evidence >= threshold


def companions(claim: Masked, ranked: list[Scored], index: CandidateIndex) -> list[str]:
    """Further statements that a merged claim rests on: they hold what the best one lacks, words or figures, and little else.

    A statement that gives figures is one only for a claim with a figure to spare, which the best one does not have: "texts"
    for "calls" is a drift of the best, whatever else the hotline counts.
    """
    if not ranked:
        return []
    chosen: list[str] = []
    best = index.text(ranked[0].id)
    rest = set(claim.bag - claim.above - best.bag)
    spare = unmatched(claim, best)
    whole = sum(index.weight(w) for w in sorted(claim.bag))
    for candidate in ranked[1:]:
        left = sum(index.weight(w) for w in sorted(rest))
        worded = bool(whole) and left / whole >= _UNSAID
        if not worded and not spare.figures:
            break
        statement = index.text(candidate.id)
        words = statement.bag
        own = sum(index.weight(w) for w in sorted(words))
        if not own or sum(index.weight(w) for w in sorted(words & claim.bag)) / own < _HELD:
            continue
        said = worded and sum(index.weight(w) for w in sorted(rest & words)) / left >= _HELD
        if (said and adds_figures(claim, best, statement)) or brings_figures(spare, statement):
            chosen.append(candidate.id)
            rest -= words
            spare = unmatched(spare, statement)
    return chosen
