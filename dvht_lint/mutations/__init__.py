"""Mutations: drift planted in the user's own texts, and harmless edits, to see what the linter is worth there.

Each module of `drift` and `harmless` is one kind of edit: `NAME`, `EXPECTED` (the codes that tell it; none for a
harmless edit) and `plant(text, quantities, rng)`. `score` counts what was told, and for which reason.
"""

from dvht_lint.mutations.base import Mutation, Target, all_mutations
from dvht_lint.mutations.scoring import Found, Scores, Subject, render, score

__all__ = ["Found", "Mutation", "Scores", "Subject", "Target", "all_mutations", "render", "score"]
