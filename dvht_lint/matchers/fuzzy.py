"""Which statements a claim may rest on, figures masked, and whether the best of them is good enough.

The score is the share of the claim's weight that the statement holds (containment), with a fifth for the
share of the statement's weight that the claim holds, so that of two statements which both hold the claim
the tighter one wins. Similarity says which statement; it never says whether it drifted.
"""

from __future__ import annotations

from dataclasses import dataclass

from dvht_lint.matchers.candidates import CandidateIndex
from dvht_lint.matchers.masking import Masked, figure_agreement

__all__ = ["DEFAULT_THRESHOLD", "Scored", "accepts", "companions", "rank", "score"]

DEFAULT_THRESHOLD = 0.57
"""The least evidence, 0 to 1, at which a claim is paired; `match-threshold` sets another."""

_TIGHTNESS = 0.2
_RERANK_WINDOW = 0.3
"""How far below the best score a statement's figures may still lift it to the top."""
_FIGURE_WEIGHT = 0.3
_SURE = 0.7
"""From this score on the words alone decide."""
_STRANGE = 0.2
"""What it costs a loose match that none of the claim's figures stands in the statement."""
_NAMELESS = 0.04
"""What it costs a loose match that the statement holds none of the claim's names."""
_CLEAR = 0.25
"""A lead over the next candidate that leaves no doubt; more is only the sign of a small pool."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate: `score` of the words alone, `agreement` of the figures, both 0 to 1."""

    id: str
    score: float
    agreement: float


def score(claim: Masked, statement: Masked, index: CandidateIndex) -> float:
    """How much of the claim the statement holds, 0 to 1."""
    mine, theirs = claim.bag, statement.bag
    shared = sum(index.weight(w) for w in sorted(mine & theirs))
    if not shared:
        return 0.0
    held = shared / sum(index.weight(w) for w in sorted(mine))
    tight = shared / sum(index.weight(w) for w in sorted(theirs))
    return (1 - _TIGHTNESS) * held + _TIGHTNESS * tight


def rank(claim: Masked, index: CandidateIndex, limit: int = 12) -> list[Scored]:
    """The candidates of a claim, the best first.

    Words decide; between statements whose words fit about equally well, the figures do. An exact text is
    always first.
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
        lift = _FIGURE_WEIGHT * s.agreement if s.score >= best - _RERANK_WINDOW else 0.0
        return (s.id not in exact, -(s.score + lift), s.id)

    return sorted(scored, key=order)


def accepts(claim: Masked, ranked: list[Scored], index: CandidateIndex, threshold: float) -> bool:
    """Whether the best candidate is the claim's statement, and not merely the nearest text in the pool.

    A good score stands by itself: a wrong figure or name is what the comparison is for. Below `_SURE` the score
    is weighed with what else there is: figures that agree, a lead over the next candidate, names and telling words
    that the two share, and against it a claim none of whose figures the statement has.
    """
    if not ranked:
        return False
    best = ranked[0]
    if best.score >= _SURE:
        return best.score >= threshold
    next_best = max((s.score for s in ranked[1:]), default=best.score)
    evidence = best.score + 0.2 * best.agreement + 0.8 * min(_CLEAR, max(0.0, best.score - next_best))
    if (claim.figures or claim.times) and not best.agreement:
        evidence -= _STRANGE
    statement = index.text(best.id)
    if claim.names and claim.names.isdisjoint(statement.bag):
        evidence -= _NAMELESS
    evidence += 0.3 * _names_held(claim, statement, index) + 0.1 * _held(claim, statement, index)
    return evidence >= threshold


def _names_held(claim: Masked, statement: Masked, index: CandidateIndex) -> float:
    """What share of the claim's names the statement holds, 0 to 1, where a common name tells little."""
    whole = sum(index.weight(w) for w in sorted(claim.names))
    return sum(index.weight(w) ** 2 for w in sorted(claim.names & statement.bag)) / whole if whole else 0.0


def _held(claim: Masked, statement: Masked, index: CandidateIndex) -> float:
    """How many telling words the two share, 0 to 1; three are as good as more."""
    return min(3.0, sum(index.weight(w) for w in sorted(claim.bag & statement.bag))) / 3.0


def companions(claim: Masked, ranked: list[Scored], index: CandidateIndex) -> list[str]:
    """Further statements that a merged claim rests on: they hold what the best one lacks, and little else."""
    if not ranked:
        return []
    chosen: list[str] = []
    rest = set(claim.bag - index.text(ranked[0].id).bag)
    whole = sum(index.weight(w) for w in sorted(claim.bag))
    for candidate in ranked[1:]:
        left = sum(index.weight(w) for w in sorted(rest))
        if not whole or left / whole < 0.2:
            break
        words = index.text(candidate.id).bag
        gained = sum(index.weight(w) for w in sorted(rest & words))
        own = sum(index.weight(w) for w in sorted(words))
        shared = sum(index.weight(w) for w in sorted(words & claim.bag))
        if gained / left >= 0.6 and shared / own >= 0.6:
            chosen.append(candidate.id)
            rest -= words
    return chosen
