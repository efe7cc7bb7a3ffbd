"""The same claim in several places: which claims and statements say the same but for a figure.

A telling meets only those that share its words or its rarest ones. Pages that are alike throughout but for their figures
(one a county, one a year) are records, and a text that stands with many figures is a series: neither is told.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import log

from dvht_lint.comparison.figures.repeated import Retold, retold
from dvht_lint.model import Claim, Comparison, Document, Edge, Edit, Harm, Reason, RepeatedClaim, Settings, Statement
from dvht_lint.records import record
from dvht_lint.session.tellings import Telling, Weigh, may_be_one, same_subject, tellings_of

__all__ = ["FIGURE_EDITS", "Group", "Repeats", "figure_differs", "repeated_claims"]

FIGURE_EDITS = frozenset({Reason.NUMBER, Reason.RANGE, Reason.ROUNDING, Reason.SWAPPED})
"""The edits that make a figure another one."""
_MOST_VALUES = 3
"""A text that stands with more different figures is a series, not one claim retold."""
_RAREST = 6
"""By how many of its rarest words a telling looks for others."""
_MOST = 40
"""A word that more tellings have is too common to look under."""
_PARALLEL = 3
"""So many sentences of two pages in the same words with other figures, and none with the same, make them records."""
Side = Claim | Statement


@record(frozen=True, slots=True)
class Group:
    """Sides that tell one thing, in the order of paths and places, and the pairs of them that give other figures."""

    sides: tuple[Side, ...]
    differing: tuple[tuple[Side, Side, Retold], ...]
    agreeing: Mapping[int, tuple[Side, ...]]
    """The sides that agree with one, by its `id`."""

    def others(self, side: Side) -> tuple[Side, ...]:
        """The sides that give another figure than one does."""
        return tuple(b if a is side else a for a, b, _ in self.differing if side is a or side is b)


class Repeats:
    """Finds claims that are told more than once; what was read of a document is kept while it stays."""

    def __init__(self, settings: Settings) -> None:
        """Start with no documents."""
        self._settings = settings
        self._read: dict[str, tuple[Document, tuple[Telling, ...]]] = {}
        self._found: tuple[Group, ...] = ()
        self._before: _Memory = {}
        self._compared: _Memory = {}

    def groups(self, documents: Iterable[Document]) -> tuple[Group, ...]:
        """The claims and statements that are the same but for a figure, with those that agree with one of them."""
        read = {document.path: (document, self._tellings(document)) for document in documents}
        if read.keys() == self._read.keys() and all(read[p][0] is self._read[p][0] for p in read):
            return self._found
        self._read = read
        self._before, self._compared = self._compared, {}
        tellings = [telling for _, made in read.values() for telling in made]
        self._found = tuple(self._grouped(tellings)) if len(tellings) > 1 else ()
        return self._found

    def _tellings(self, document: Document) -> tuple[Telling, ...]:
        known = self._read.get(document.path)
        return known[1] if known is not None and known[0] is document else tuple(tellings_of(document))

    def _grouped(self, tellings: Sequence[Telling]) -> Iterator[Group]:
        weigh = _weights(tellings)
        told = list(self._told(tellings, weigh))
        records = _records(tellings, told)
        joined = _Joined(len(tellings))
        settled = _settled(tellings, told)
        kept = [t for t in told if not (records(t) or (t[2].differing and settled(t)))]
        for i, j, _ in kept:
            joined.join(i, j)
        by_top: dict[int, list[_Told]] = defaultdict(list)
        for one in kept:
            by_top[joined.top(one[0])].append(one)
        for members in joined.groups():
            pairs = by_top[joined.top(members[0])]
            differing = tuple((tellings[i].side, tellings[j].side, r) for i, j, r in pairs if r.differing)
            if differing and not _is_series(differing):
                agreeing: dict[int, list[Side]] = defaultdict(list)
                for i, j, found in pairs:
                    if not found.differing:
                        agreeing[id(tellings[i].side)].append(tellings[j].side)
                        agreeing[id(tellings[j].side)].append(tellings[i].side)
                yield Group(
                    tuple(tellings[i].side for i in members), differing, {k: tuple(v) for k, v in agreeing.items()}
                )

    def _told(self, tellings: Sequence[Telling], weigh: Weigh) -> Iterator[_Told]:
        """The pairs of tellings that tell one thing, the earlier first, with what becomes of their figures."""
        for i, j in _candidates(tellings, weigh):
            one, two = tellings[i], tellings[j]
            if not may_be_one(one, two):
                continue
            found = self._retold(one.side, two.side)
            if found is None or not (found.differing or found.agreeing):
                continue
            figures = len(found.differing)
            if figures > 1 and not found.agreeing:
                continue  # where every figure differs, two things were measured
            pairs = found.differing or found.agreeing
            if same_subject(one, two, pairs, weigh, anchored=bool(found.agreeing and found.differing)):
                yield i, j, found

    def _retold(self, one: Side, two: Side) -> Retold | None:
        key = (id(one), id(two))
        known = self._compared.get(key) or self._before.get(key)
        if known is None or known[0] is not one or known[1] is not two:
            known = (one, two, retold(one, two))
        self._compared[key] = known
        return known[2]


_Told = tuple[int, int, Retold]
_Memory = dict[tuple[int, int], tuple[Side, Side, Retold | None]]


def figure_differs(comparison: Comparison) -> bool:
    """Whether a comparison found that a figure is another one, and not merely a weaker or coarser one."""
    return any(e.reason in FIGURE_EDITS and e.harm is Harm.MORE for e in comparison.edits)


def repeated_claims(
    group: Group, judged: Callable[[Side], bool], backed: Callable[[Side], bool]
) -> Iterator[RepeatedClaim]:
    """Each side of a group that deviates, beside the one that it deviates from.

    The figure to keep is that of a statement or of a claim which rests on one (`backed`), else the commonest, else the first.
    A claim whose figure is `judged` already, for it differs from its statement, is left out, and so are two claims that say
    what statements of their own say: there the statements differ, and are told.
    """
    order = {id(side): position for position, side in enumerate(group.sides)}

    def rank(side: Side) -> tuple[bool, bool, int, int]:
        return (
            isinstance(side, Statement), backed(side), len(group.agreeing.get(id(side), ())), -order[id(side)]
        )  # fmt: skip

    best: dict[int, tuple[Side, Side, Retold, bool]] = {}
    for one, two, found in group.differing:
        if judged(one) or judged(two) or (backed(one) and backed(two) and not _are_statements(one, two)):
            continue
        turned = rank(one) < rank(two)
        wrong, usual = (one, two) if turned else (two, one)
        known = best.get(id(wrong))
        if known is None or rank(known[1]) < rank(usual):
            best[id(wrong)] = (wrong, usual, found, turned)
    for wrong, usual, found, turned in sorted(best.values(), key=lambda b: order[id(b[0])]):
        places = (usual, *(s for s in group.agreeing.get(id(usual), ()) if s is not wrong))
        pairs = found.differing if turned else tuple((j, i) for i, j in found.differing)
        edits = tuple(
            Edit(Reason.NUMBER, wrong.quantities[i].span, usual.quantities[j].span, "Two places give two figures.")
            for i, j in pairs
        )
        yield RepeatedClaim(places, (Comparison(Edge.CLAIM_CLAIM, wrong, usual, edits),))


def _are_statements(one: Side, two: Side) -> bool:
    return isinstance(one, Statement) and isinstance(two, Statement)


def _weights(tellings: Sequence[Telling]) -> Weigh:
    frequency = Counter(word for telling in tellings for word in telling.words)
    weights = {word: log(1 + len(tellings) / count) for word, count in frequency.items()}
    rare = log(1 + len(tellings))
    return lambda words: sum(weights.get(word, rare) for word in words)


def _candidates(tellings: Sequence[Telling], weigh: Weigh) -> Iterator[tuple[int, int]]:
    """Pairs of tellings in the same words, or with at least two rare words in common."""
    postings: dict[str, list[int]] = defaultdict(list)
    alike: dict[str, list[int]] = defaultdict(list)
    for index, telling in enumerate(tellings):
        alike[telling.key].append(index)
        for word in telling.words:
            postings[word].append(index)
    for j, telling in enumerate(tellings):
        rare = sorted((w for w in telling.words if len(postings[w]) <= _MOST), key=lambda w: (len(postings[w]), w))
        shared = Counter(i for word in rare[: 2 * _RAREST] for i in postings[word] if i < j)
        near = {i for i, count in shared.items() if count > 1 or len(telling.words) <= _RAREST}
        near.update(i for i in alike[telling.key][:_MOST] if i < j)
        ranked = sorted(near, key=lambda i: (-weigh(telling.words & tellings[i].words), i))
        yield from ((i, j) for i in ranked[:_MOST])


def _records(tellings: Sequence[Telling], told: Sequence[_Told]) -> Callable[[_Told], bool]:
    """Whether a pair is of two records: pages, or sections, that are alike but for their figures."""
    counts: dict[tuple[str, str], Counter[bool]] = defaultdict(Counter)
    values: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for telling in tellings:
        values[telling.side.document, telling.key][_figures(telling.side)] += 1
    for i, j, found in told:
        if not found.differing or tellings[i].key == tellings[j].key:
            counts[_places(tellings[i], tellings[j])][bool(found.differing)] += 1

    def is_record(one: _Told) -> bool:
        i, j, _ = one
        seen = counts[_places(tellings[i], tellings[j])]
        if seen[True] >= _PARALLEL and seen[True] > seen[False]:
            return True
        repeated = values[tellings[i].side.document, tellings[i].key]
        return tellings[i].key == tellings[j].key and sum(count > 1 for count in repeated.values()) > 1

    return is_record


def _settled(tellings: Sequence[Telling], told: Sequence[_Told]) -> Callable[[_Told], bool]:
    """Whether one of a pair has its like on the other's page: then the two are two things, and that page tells both."""
    like: set[tuple[int, str]] = set()
    for i, j, found in told:
        if not found.differing and tellings[i].side.document != tellings[j].side.document:
            like |= {(i, tellings[j].side.document), (j, tellings[i].side.document)}

    def is_settled(one: _Told) -> bool:
        i, j, _ = one
        return (i, tellings[j].side.document) in like or (j, tellings[i].side.document) in like

    return is_settled


def _places(one: Telling, two: Telling) -> tuple[str, str]:
    if one.side.document != two.side.document:
        return (one.side.document, two.side.document)
    headings = (side.heading if isinstance(side, Claim) else "" for side in (one.side, two.side))
    first, second = headings
    return (f"{one.side.document}#{first}", f"{two.side.document}#{second}")


def _figures(side: Side) -> str:
    return " ".join(q.text for q in side.quantities)


def _is_series(differing: Sequence[tuple[Side, Side, Retold]]) -> bool:
    """Whether so many different figures stand in one place that they are a series."""
    values = {
        (side.quantities[index].value_low, side.quantities[index].value_high)
        for one, two, found in differing
        for side, index in ((one, found.differing[0][0]), (two, found.differing[0][1]))
    }
    return len(values) > _MOST_VALUES


class _Joined:
    """Numbers in groups that grow together."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))

    def join(self, one: int, two: int) -> None:
        one, two = self.top(one), self.top(two)
        self._above[max(one, two)] = min(one, two)

    def groups(self) -> Iterator[list[int]]:
        """The groups of more than one, each in order."""
        groups: dict[int, list[int]] = defaultdict(list)
        for index, above in enumerate(self._above):
            if above != index:
                groups[self.top(index)].append(index)
        yield from ([top, *rest] for top, rest in sorted(groups.items()))

    def top(self, index: int) -> int:
        while self._above[index] != index:
            self._above[index] = self._above[self._above[index]]
            index = self._above[index]
        return index
