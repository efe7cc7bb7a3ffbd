"""A figure while it is being read: mutable, in tokens; `finish` makes a Quantity of it."""

from __future__ import annotations

from dataclasses import dataclass

from dvht_lint.model import Kind, Qualifier

__all__ = ["Figure"]


@dataclass(slots=True)
class Figure:
    """A figure from token `start` up to `stop`, `low` to `high` in the base unit of its dimension.

    `scale` is what one of the written unit is in base units, `factor` what a magnitude word put to the number;
    `unit_at` is the range of tokens of its unit word or symbol.
    """

    kind: Kind
    start: int
    stop: int
    low: float
    high: float
    dimension: str = "count"
    unit: str = ""
    scale: float = 1.0
    resolution: float = 0.0
    factor: float = 1.0
    per: str = ""
    qualifier: Qualifier = Qualifier.EXACT
    qualifier_at: tuple[int, int] | None = None
    unit_at: tuple[int, int] | None = None
    other: float | None = None
    malformed: str = ""
    words: bool = False
    """Whether the number is written in words."""
    single: bool = False
    """Whether it is one plain word or article ("one", "a"), which may not be meant as a figure."""
    relative: bool = False
    """Whether it is a stretch of time that ends now: "the past decade"."""

    @property
    def ranged(self) -> bool:
        """Whether two bounds were written."""
        return self.low != self.high

    def as_range(self, upper: Figure) -> Figure:
        """The range from this figure to `upper`, which holds unit and kind."""
        upper.start = self.start
        upper.low = self.low
        upper.resolution = min(self.resolution, upper.resolution)
        upper.malformed = self.malformed or upper.malformed
        upper.words = self.words and upper.words
        upper.single = False
        return upper
