"""Figures become quantities: with roles, periods and sets."""

from __future__ import annotations

from bisect import bisect_right

from dvht_lint.model import Kind, Period, Qualifier, Quantity
from dvht_lint.quantities.figure import Figure
from dvht_lint.quantities.qualifier import bounds
from dvht_lint.quantities.role import base_of, clause_breaks, frequencies
from dvht_lint.quantities.tokens import Tokens
from dvht_lint.text import Span

__all__ = ["NAMES", "Finish"]

_SMALL = 10
"""Numbers up to this one in words, or with nothing that they count, are often no statistic: "two types", "set to 1"."""


NAMES = frozenset({Kind.LABEL, Kind.LAW, Kind.PHONE, Kind.CODE, Kind.CITATION})


_COUNTS = frozenset({Kind.NUMBER, Kind.MONEY})


class Finish:
    """Makes quantities of the figures of one text: their roles, periods and sets."""

    def __init__(self, t: Tokens, text: str, figures: list[Figure]) -> None:
        self.t = t
        self.text = text
        self.figures = figures
        self.breaks = clause_breaks(t)
        self.dates = [f for f in figures if f.dimension == "date"]
        self.starts = [d.start for d in self.dates]
        self.often: dict[int, list[tuple[int, str]]] | None = None
        """The frequencies by clause; None until somebody asks."""

    def quantities(self) -> tuple[Quantity, ...]:
        """The quantities, in the order of the figures."""
        return tuple(self._quantity(figure) for figure in self.figures)

    def _span(self, tokens: tuple[int, int] | None) -> Span | None:
        if tokens is None or tokens[0] >= tokens[1]:
            return None
        return Span(self.t.starts[tokens[0]], self.t.ends[tokens[1] - 1])

    def _quantity(self, figure: Figure) -> Quantity:
        t = self.t
        base: tuple[str, int, int] = ("", 0, 0)
        dated: Figure | None = None
        if figure.kind not in NAMES:
            if figure.dimension == "share":
                base = base_of(t, figure)
            dated = self._date(figure)
        often = self._frequency(figure) if figure.kind in _COUNTS and not figure.per else None
        low, high, low_closed, high_closed = bounds(figure)
        span = Span(t.starts[figure.start], t.ends[figure.stop - 1])
        period = (
            Period(int(dated.low), int(dated.high), self.text[t.starts[dated.start] : t.ends[dated.stop - 1]])
            if dated
            else None
        )
        return Quantity(
            figure.kind,
            low,
            high,
            span.cut(self.text),
            span,
            (low_closed, high_closed),
            figure.unit,
            figure.dimension,
            base[0],
            period,
            figure.qualifier,
            figure.low,
            figure.high,
            figure.resolution,
            self._span(figure.unit_at),
            self._span(base[1:]),
            self._span((dated.start, dated.stop)) if dated else None,
            self._span(figure.qualifier_at),
            figure.per or (often[1] if often else ""),
            bisect_right(self.breaks, figure.start),
            figure.malformed,
            figure.factor,
            figure.other,
            _is_incidental(figure),
            figure.relative,
            self._span((often[0], often[0] + 2)) if often else None,
        )

    def _date(self, figure: Figure) -> Figure | None:
        """The date that a figure speaks of: the nearest of its clause, else the only one of the text."""
        if figure.dimension in {"date", "day-of-year"} or not self.dates:
            return None
        clause = bisect_right(self.breaks, figure.start)
        at = bisect_right(self.starts, figure.start)
        near = [d for d in self.dates[max(0, at - 1) : at + 1] if bisect_right(self.breaks, d.start) == clause]
        if near:
            return min(near, key=lambda d: self._distance(figure, d))
        return self.dates[0] if len(self.dates) == 1 else None

    def _frequency(self, figure: Figure) -> tuple[int, str] | None:
        """How often, where the clause says it apart from the figure: "Every month … 8 million", "137 are killed each day"."""
        if self.often is None:
            self.often = {}
            for at, unit in frequencies(self.t):
                self.often.setdefault(bisect_right(self.breaks, at), []).append((at, unit))
        found = self.often.get(bisect_right(self.breaks, figure.start), ())
        return found[0] if len(found) == 1 else None

    def _distance(self, figure: Figure, dated: Figure) -> int:
        """How far a date is from a figure, in tokens; a comma or "and" between the two sets it three further off."""
        start, end = (figure.stop, dated.start) if dated.start > figure.start else (dated.stop, figure.start)
        between = self.t.lowers[start:end]
        return len(between) + 3 * (("and" in between) + ("," in between))


def _is_incidental(figure: Figure) -> bool:
    if figure.single:
        return True
    plain = figure.kind is Kind.NUMBER and not figure.per and figure.qualifier is Qualifier.EXACT
    return plain and (figure.words or not figure.unit) and abs(figure.high) <= _SMALL
