"""Matchers: which statement a claim rests on.

Explicit first (an id in the file), then exact (the same text), then fuzzy with the figures masked; candidates
come from an index, never from comparing all with all.
"""

from dvht_lint.matchers.candidates import CandidateIndex
from dvht_lint.matchers.fuzzy import DEFAULT_THRESHOLD, Scored, accepts, companions, rank
from dvht_lint.matchers.masking import Masked, exact_key, mask

__all__ = [
    "DEFAULT_THRESHOLD",
    "CandidateIndex",
    "Masked",
    "Scored",
    "accepts",
    "companions",
    "exact_key",
    "mask",
    "rank",
]
