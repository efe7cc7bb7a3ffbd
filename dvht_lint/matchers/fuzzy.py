"""Which statements a claim may rest on, figures masked, and whether the best of them is good enough.

The score is the share of the claim's weight that the statement holds (containment), with a quarter for the
share of the statement's weight that the claim holds, so that of two statements which both hold the claim
the tighter one wins, and a little for the words that stand in the same order. Similarity says which statement;
it never says whether it drifted.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from rapidfuzz.distance import LCSseq

from dvht_lint.matchers.candidates import CandidateIndex
from dvht_lint.matchers.masking import Masked, adds_figures, brings_figures, figure_agreement, unmatched
from dvht_lint.records import record

__all__ = ["DEFAULT_THRESHOLD", "Scored", "accepts", "companions", "evidence", "rank", "score"]

DEFAULT_THRESHOLD = 0.2
"""The least evidence, 0 to 1, at which a claim is paired; `match-threshold` sets another."""

_TIGHTNESS = 0.24
_ORDER = 0.09
"""What words in the same order are worth: they tell near twins apart."""
_RERANK_WINDOW = 0.3
"""How far below the best score a statement's figures may still lift it to the top."""
_FIGURE_WEIGHT = 0.26
"""How much figures that all agree add to a score when candidates are put in order."""
_CITED = 0.15
"""How much it adds that the claim cites the source that a statement rests on."""
_SURE, _FAIR, _AGREED = 0.7, 0.5, 0.9
_HUGE = 11
"""Binary digits of the size of a pool in which a good score is no proof any more."""
_CROWD_WINDOW = 0.1
"""How far behind the best a candidate, words and figures together, still looks like it."""
_CROWD = 5
"""So many such candidates make a text that the whole pool is full of."""
_MANY_WORDS, _LONG_CLAIM = 8, 15
"""From how many words on, shared or in the claim, more say nothing more."""
_SCORE, _SCORE_IN_SMALL, _AGREEMENT = 3.3, 10.0, 2.3
_SHARED, _RAREST, _CROWDED, _FIGURES, _LENGTH = 1.9, 9.9, -1.15, -1.2, -2.1
_NEEDED, _LESS_IN_LARGE, _LEAST_NEEDED = 13.6, 0.47, 9.0
_ODDS = math.log(4)
"""The weights of a logistic regression, rounded, so that the threshold is 0.2 where it balances what is lost and what is wrong."""
_UNSAID = 0.2
"""What share of a claim's weight the best statement must lack for another to be looked for."""
_HELD = 0.6
"""What share of that another statement must hold, and of its own weight the claim."""


@record(frozen=True, slots=True)
class Scored:
    """A candidate: `score` of the words alone, `agreement` of the figures, both 0 to 1."""

    id: str
    score: float
    agreement: float

    def behind(self, best: Scored) -> float:
        """The score, less what the figures lack that the best candidate has: a year tells two statements apart."""
        return self.score - max(0.0, best.agreement - self.agreement)

    @property
    def is_sure(self) -> bool:
        """Whether words alone, or fewer words with figures that agree, leave no doubt in a pool of usual size."""
        return self.score >= _SURE or (self.score >= _FAIR and self.agreement >= _AGREED)

    @property
    def order(self) -> float:
        """What candidates are put in order by: the score, and how far the figures agree."""
        return self.score + _FIGURE_WEIGHT * self.agreement


def score(claim: Masked, statement: Masked, index: CandidateIndex) -> float:
    """How much of the claim the statement holds, 0 to 1."""
    mine, theirs = claim.bag - (claim.above - statement.bag), statement.bag
    shared = sum(index.weight(w) for w in sorted(mine & theirs))
    if not shared:
        return 0.0
    held = shared / sum(index.weight(w) for w in sorted(mine))
    tight = shared / sum(index.weight(w) for w in sorted(theirs))
    ordered = LCSseq.similarity(claim.words, statement.words) / len(claim.words)
    return (1 - _TIGHTNESS - _ORDER) * held + _TIGHTNESS * tight + _ORDER * ordered


def rank(
    claim: Masked, index: CandidateIndex, limit: int = 20, *, cited: Callable[[str], bool] | None = None
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
            value = s.order + (_CITED if cited is not None and cited(s.id) else 0.0)
        return (s.id not in exact, -value, s.id)

    return sorted(scored, key=order)


def accepts(claim: Masked, ranked: list[Scored], index: CandidateIndex, threshold: float) -> bool:
    """Whether the best candidate is the claim's statement, and not merely the nearest text in the pool.

    A good score stands by itself, and a fair one with the claim's figures: a wrong figure or name is what the comparison is
    for. A loose match, and any in a pool so large that it holds near twins of everything, has to stand out.
    """
    if not ranked:
        return False
    best = ranked[0]
    if best.score == 1.0 or (index.magnitude < _HUGE and len(claim.bag & index.text(best.id).bag) > 1 and best.is_sure):
        return best.score >= threshold
    return evidence(claim, ranked, index) >= threshold


def evidence(claim: Masked, ranked: list[Scored], index: CandidateIndex) -> float:
    """How likely it is, 0 to 1, that the best candidate is what the claim rests on.

    A wrong figure or name is what the comparison is for, so figures that agree speak for a statement, and those that do not
    hardly against it. Many words, a rare one and a good score speak for it, a crowd of candidates that look alike ("the film
    has a rating of …") against it; a small pool has no crowd to show, so that there the score must say more. The weights were
    fitted with each claim's own statement in the pool and withheld, in pools of two to sixteen thousand statements, and
    cross-validated over the data sets.
    """
    best = ranked[0]
    shared = claim.bag & index.text(best.id).bag
    crowd = sum(best.order - other.order < _CROWD_WINDOW for other in ranked[1:])
    value = best.score * (_SCORE + _SCORE_IN_SMALL / index.magnitude)
    value += _AGREEMENT * best.agreement + _CROWDED * min(1.0, crowd / _CROWD)
    value += _SHARED * min(1.0, len(shared) / _MANY_WORDS) + _RAREST * max(map(index.weight, shared), default=0.0)
    value += _FIGURES * bool(claim.figures or claim.times) + _LENGTH * min(1.0, len(claim.bag) / _LONG_CLAIM)
    needed = max(_LEAST_NEEDED, _NEEDED - _LESS_IN_LARGE * index.magnitude)
    return 1.0 / (1.0 + math.exp(needed + _ODDS - value))


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
