"""Which passage backs each figure of a statement, by the same comparison as between claim and statement.

A figure that stands in a sentence is not thereby backed: the sentence must give it in the same role. So each sentence
that comes near, by its words or because it holds the figure, is compared once with the statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dvht_lint.comparison import compare
from dvht_lint.model import (
    Claim,
    Comparison,
    Edge,
    Edit,
    Harm,
    Kind,
    Passage,
    Quantity,
    Reason,
    Settings,
    Statement,
    Unbacked,
)
from dvht_lint.records import record
from dvht_lint.sentences import split
from dvht_lint.session.evidence.copies import Copy, numerals
from dvht_lint.text import Span

__all__ = ["Reading", "Readings", "readings", "shown"]

_OTHER_VALUE = frozenset(
    {Reason.NUMBER, Reason.RANGE, Reason.ROUNDING, Reason.PRECISION, Reason.QUALIFIER, Reason.QUALIFIER_DROPPED,
     Reason.SWAPPED}
)  # fmt: skip
_OTHER_ROLE = frozenset({Reason.UNIT, Reason.BASE})
_MEANING = frozenset(
    {Reason.NEGATION, Reason.HEDGE, Reason.CERTAINTY, Reason.QUANTIFIER, Reason.DIRECTION, Reason.CAUSE}
)
"""Differences of wording that a paraphrase may not make."""
_TIMES = frozenset({Kind.DATE, Kind.PERIOD})
_HOLDS = frozenset({"equal", "weaker", "derived", "denied"})

_CLAUSE_END = re.compile(r";\s+|,\s+(?:and|but|while|whereas)\s+")

_NEAR = 0.2
"""The least score at which a sentence that gives a figure is taken to speak of the same."""
_FAINT = 0.05
"""The same where the passage has just this figure of just these things."""
_DIGITS = 4
"""From how many digits on a figure is hardly met by chance."""
_SAME = 0.5
"""The least score at which a sentence with another figure in its place contradicts the statement."""
_BEHIND = 0.25
"""How far a sentence that gives the figure may stand behind one that contradicts it."""
_CLOSE = 0.7
"""The least score at which the wording of a passage that nobody named is held against the statement."""
_REWORDED = 0.35
"""How much of a paraphrase may be other words before its wording can no longer be compared."""
_SURE = 0.7


@record(frozen=True, slots=True)
class Reading:
    """A passage compared with the statement; `score` says how near its words come, 0 to 1."""

    score: float
    passage: Passage
    comparison: Comparison

    def gives(self, index: int) -> bool:
        """Whether the passage gives a figure of the statement in the same role, whatever its period."""
        quantity = self.comparison.left.quantities[index]
        held = any(b.left == index and b.relation in _HOLDS for b in self.comparison.bindings)
        near = _FAINT if self._distinctive(index) else _NEAR
        return held and self.score >= near and not any(self._against(quantity, _OTHER_VALUE | _OTHER_ROLE))

    def _distinctive(self, index: int) -> bool:
        """Whether the passage has just this figure of just these things: "19,427 calls", which nothing else would be."""
        ours = self.comparison.left.quantities[index]
        theirs = self._bound(index)
        same = theirs is not None and theirs.unit == ours.unit and theirs.value_low == ours.value_low
        return same and bool(ours.unit) and sum(c.isdigit() for c in ours.text) >= _DIGITS

    def _bound(self, index: int) -> Quantity | None:
        """The figure of the passage that stands for one of the statement."""
        right = next((b.right for b in self.comparison.bindings if b.left == index and b.right >= 0), -1)
        return self.comparison.right.quantities[right] if right >= 0 else None

    def other_period(self, index: int) -> Edit | None:
        """The edit that says the passage gives the figure of another time."""
        span = self.comparison.left.quantities[index].period_span
        edits = (e for e in self.comparison.of(Reason.PERIOD) if e.harm is Harm.MORE)
        return next((e for e in edits if span is None or e.left.overlaps(span)), None)

    def contradicts(self, index: int) -> Edit | None:
        """The edit that says the passage has another figure in the place of this one."""
        quantity = self.comparison.left.quantities[index]
        if self.score < _SAME or self.other_period(index) or self.apart(index):
            return None
        if any(self._against(quantity, _OTHER_ROLE)):
            return None
        return next(self._against(quantity, _OTHER_VALUE), None)

    def apart(self, index: int) -> bool:
        """Whether the figure that the passage has in this place is one of another time."""
        ours, bound = self.comparison.left.quantities[index].period, self._bound(index)
        theirs = bound.period if bound else None
        return bool(ours and theirs and (ours.last < theirs.first or theirs.last < ours.first))

    def figure(self, index: int) -> str:
        """A figure of the statement as the passage gives it, with its noun; empty where it follows from several."""
        right = next((b.right for b in self.comparison.bindings if b.left == index and b.right >= 0), -1)
        return shown(self.passage.prose.plain, self.passage.quantities[right]) if right >= 0 else ""

    def wording(self) -> Iterator[Edit]:
        """The edits of meaning that matter."""
        if self.comparison.reworded <= _REWORDED:
            for edit in self.comparison.edits:
                if edit.reason in _MEANING and edit.harm is Harm.MORE and edit.confidence >= _SURE:
                    yield edit

    def _against(self, quantity: Quantity, reasons: frozenset[Reason]) -> Iterator[Edit]:
        spans = [s for s in (quantity.span, quantity.unit_span, quantity.base_span, quantity.qualifier_span) if s]
        for edit in self.comparison.edits:
            touches = any(_meet(edit.left, span) for span in spans)
            if edit.reason in reasons and edit.harm is Harm.MORE and touches:
                yield edit


def shown(text: str, quantity: Quantity) -> str:
    """A figure of a text with its qualifier before and its noun after it, as far as they stand next to it."""
    start, end = quantity.span.start, quantity.span.end
    before, after = quantity.qualifier_span, quantity.unit_span
    if before is not None and before.end <= start <= before.end + 1:
        start = before.start
    if after is not None and end <= after.start <= end + 1:
        end = after.end
    return text[start:end]


def _meet(a: Span, b: Span) -> bool:
    """Whether two spans overlap, or one is empty and stands at the other's edge."""
    return a.overlaps(b) or (not len(a) and b.start <= a.start <= b.end)


def readings(
    side: Claim | Statement, copies: Iterable[Copy], quotes: Iterable[Passage], settings: Settings
) -> Readings:
    """Compare a statement with its quotations and with the sentences of its evidence that come near."""
    found = [Reading(1.0, quote, _compare(side, quote, settings)) for quote in quotes]
    copies = tuple(copies)
    parts = list(_parts(side, settings.language))
    for copy in copies:
        near: dict[int, tuple[float, Passage]] = {}
        for text, quantities in parts:
            for score, passage in copy.near(text, quantities):
                if score > near.get(id(passage), (-1.0, passage))[0]:
                    near[id(passage)] = (score, passage)
        ordered = sorted(near.values(), key=lambda found: -found[0])
        found += [Reading(score, passage, _compare(side, passage, settings)) for score, passage in ordered]
    return Readings(side, tuple(found), copies)


def _parts(side: Claim | Statement, language: str) -> Iterator[tuple[str, tuple[Quantity, ...]]]:
    """The statement, and each of its sentences and clauses where it has several: they may rest on several passages."""
    text = side.prose.plain
    yield text, side.quantities
    spans = [part for sentence in split(text, language) for part in _clauses(text, sentence)]
    for span in spans if len(spans) > 1 else ():
        inside = [q for q in side.quantities if span.contains(q.span)]
        if any(q.is_statistic for q in inside):
            yield span.cut(text), tuple(replace(q, span=q.span.shift(-span.start)) for q in inside)


def _clauses(text: str, sentence: Span) -> Iterator[Span]:
    start = sentence.start
    for match in _CLAUSE_END.finditer(text, sentence.start, sentence.end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, sentence.end)


def _compare(side: Claim | Statement, passage: Passage, settings: Settings) -> Comparison:
    prose = passage.prose
    right = Statement(passage.source, prose, Span(0, 0), passage.path, quantities=passage.quantities)
    return compare(side, right, Edge.STATEMENT_EVIDENCE, settings=settings)


@record(frozen=True, slots=True)
class Readings:
    """A statement with every passage that was held against it."""

    side: Claim | Statement
    found: tuple[Reading, ...]
    copies: tuple[Copy, ...]

    @property
    def best(self) -> Reading | None:
        """The passage that comes nearest: by the figures it gives, then by its words."""
        figures = self.statistics()

        def key(reading: Reading) -> tuple[bool, int, float]:
            near = reading.score >= _SAME or reading.passage.is_quote
            return (near, sum(reading.gives(i) for i in figures), reading.score)

        return max(self.found, key=key, default=None)

    def statistics(self) -> list[int]:
        """The figures that must be backed, by index."""
        return [i for i, q in enumerate(self.side.quantities) if q.is_statistic and not q.malformed]

    def backing(self, index: int) -> Reading | None:
        """The best passage that gives a figure in its role and time."""
        given = [r for r in self.found if r.gives(index) and self._in_time(r, index)]
        best = max(given, key=lambda r: r.score, default=None)
        if best is None:
            return None
        against = max((r.score for r in self.found if r.contradicts(index)), default=0.0)
        return best if best.passage.is_quote or best.score >= against - _BEHIND else None

    def _in_time(self, reading: Reading, index: int) -> bool:
        """Whether a passage speaks of the figure's time, or of a part of it while others speak of the rest."""
        if reading.apart(index) and self._crossed():
            return False
        edit = reading.other_period(index)
        whole = self.side.quantities[index].period
        if edit is None or whole is None:
            return edit is None
        periods = [q.period for r in self.found for q in r.passage.quantities if q.period is not None]
        parts = [p for p in periods if whole.first <= p.first and p.last <= whole.last]
        ends = {p.first for p in parts} >= {whole.first} and {p.last for p in parts} >= {whole.last}
        return ends and len({(p.first, p.last) for p in parts}) > 1

    def _crossed(self) -> bool:
        """Whether two figures or more stand with another time than in the evidence.

        One alone may be read wrong: in "from 7,730 in 2018 to 9,214 in 2019" a year stands between two figures.
        """
        wrong = 0
        for index in self.statistics():
            given = [reading for reading in self.found if reading.gives(index)]
            wrong += bool(given) and all(reading.apart(index) for reading in given)
        return wrong > 1

    def unbacked(self) -> Iterator[Unbacked]:
        """The figures that nothing backs, each with what comes nearest."""
        told: set[Span] = set()
        for index in self.statistics():
            if self.backing(index) is None:
                found = self._lacking(index)
                if found.span not in told:
                    told.add(found.span)
                    yield found
        for index, quantity in enumerate(self.side.quantities):
            if quantity.kind in _TIMES and quantity.span not in told:
                yield from self._other_time(index, quantity)

    def _lacking(self, index: int) -> Unbacked:
        quantity = self.side.quantities[index]
        text = shown(self.side.prose.plain, quantity)
        dated = next(((r, e) for r in self.found if r.gives(index) and (e := r.other_period(index)) is not None), None)
        if dated:
            reading, edit = dated
            return Unbacked(edit.left, edit.left.cut(self.side.prose.plain), reading.passage, edit, index=index)
        against = [(r, e) for r in self.found if (e := r.contradicts(index)) is not None]
        if against:
            reading, edit = max(against, key=lambda found: (found[0].passage.is_quote, found[0].score))
            return Unbacked(edit.left, text, reading.passage, edit, index=index)
        nearest = self.best.passage if self.best else None
        held = (p for copy in self.copies for p in copy.holding(quantity))
        return Unbacked(quantity.span, text, nearest, None, next(held, None), index)

    def _other_time(self, index: int, quantity: Quantity) -> Iterator[Unbacked]:
        """A time against which the nearest passage has another, and that stands nowhere in the evidence."""
        best = self.best
        if best is None or best.score < _CLOSE or any(self._bound(r, index) for r in self.found):
            return
        edit = next((e for e in best.comparison.of(Reason.PERIOD) if e.left.overlaps(quantity.span)), None)
        wanted = numerals(quantity.text)
        known = any(wanted <= numerals(copy.text) for copy in self.copies)
        if edit and edit.harm is Harm.MORE and edit.confidence >= _SURE and wanted and not known:
            yield Unbacked(edit.left, quantity.text, best.passage, edit, index=index)

    @staticmethod
    def _bound(reading: Reading, index: int) -> bool:
        return any(b.left == index and b.relation in _HOLDS for b in reading.comparison.bindings)

    def wording(self) -> Iterator[tuple[Edit, Passage]]:
        """The edits of meaning against the quotation, else against the passage that is surely meant."""
        quoted = [r for r in self.found if r.passage.is_quote]
        best = self.best
        chosen = quoted or ([best] if best is not None and best.score >= _CLOSE else [])
        seen: set[Span] = set()
        for reading in chosen:
            for edit in reading.wording():
                if edit.left not in seen:
                    seen.add(edit.left)
                    yield edit, reading.passage

    def passages(self) -> list[tuple[Passage, tuple[str, ...]]]:
        """What backs the statement, with the figures that each passage gives; the nearest where there is no figure.

        The evidence's own passage comes before a quotation of it: a lock looks for it again.
        """
        own = replace(self, found=tuple(r for r in self.found if not r.passage.is_quote))
        found: dict[int, tuple[Passage, list[str]]] = {}
        for index in self.statistics():
            reading = own.backing(index) or self.backing(index)
            if reading is not None:
                _, figures = found.setdefault(id(reading.passage), (reading.passage, []))
                figures.append(reading.figure(index))
        best = own.best or self.best
        if not found and best is not None and best.score >= _SAME and not self.statistics():
            return [(best.passage, ())]
        return [(passage, tuple(dict.fromkeys(f for f in figures if f))) for passage, figures in found.values()]
