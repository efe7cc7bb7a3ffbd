"""What a figure of the claim is bound to."""

from __future__ import annotations

from dvht_lint.comparison.figures.relation import Relation
from dvht_lint.records import record

__all__ = ["Bound"]


@record(frozen=True, slots=True)
class Bound:
    """A figure of the claim and what it was bound to; `right` is -1 for nothing, `swapped` the claim's figure that it changed places with."""

    left: int
    right: int
    relation: Relation
    elsewhere: int = -1
    """A figure of the statement with the claim's value in another role."""
    swapped: int = -1
