"""The same claim in several places: which claims say the same but for a figure.

A claim meets only claims that share its words, figures masked, or all but one of them. Of those it is the same claim
where the two speak of the same times, ages and other conditions and the comparison finds no difference of meaning
beside the figure itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from dvht_lint.matchers import Masked, mask
from dvht_lint.model import Claim, Comparison, Document, Edge, Harm, Kind, Quantity, Reason, RepeatedClaim, Settings
from dvht_lint.records import record

__all__ = ["FIGURE_EDITS", "Repeats", "figure_differs", "repeated_claims", "values_of"]

FIGURE_EDITS = frozenset({Reason.NUMBER, Reason.RANGE, Reason.ROUNDING, Reason.SWAPPED})
"""The edits that make a figure another one."""
_FORM = frozenset(
    {Reason.PUNCTUATION, Reason.EMPHASIS, Reason.PRECISION, Reason.QUALIFIER, Reason.QUALIFIER_DROPPED}
)  # fmt: skip
_CONDITIONS = frozenset({Kind.DURATION, Kind.MEASURE})
"""Kinds of figures that say when another figure holds ("after 6 months, 40%"); alone they are what is claimed."""
_FEWEST_WORDS = 3
_MOST_VALUES = 3
"""Texts of more different figures in one form are a series, not one claim retold."""
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d{2}(?!\d)")
_Memory = dict[tuple[int, int], tuple[Claim, Claim, tuple[Comparison, Comparison]]]
"""Two claims, and how each differs from the other."""


@record(frozen=True, slots=True)
class _Entry:
    """A claim with what has to agree before it is compared with another."""

    claim: Claim
    words: frozenset[str]
    figures: tuple[tuple[float, float], ...]
    keys: tuple[str, ...]
    """Where it meets others: its words, and its words without one of them, under the conditions that the figures hold for.

    Texts, whose hashes Python keeps: every claim of a project is put under its keys after each change.
    """


class Repeats:
    """Finds claims that are told more than once; what was read of a document is kept while its claims stay."""

    def __init__(self, settings: Settings) -> None:
        """Start with no documents."""
        self._settings = settings
        self._entries: dict[str, tuple[Document, tuple[_Entry, ...]]] = {}
        self._found: tuple[tuple[Claim, ...], ...] = ()
        self._before: _Memory = {}
        self._compared: _Memory = {}

    def groups(self, documents: Iterable[Document]) -> tuple[tuple[Claim, ...], ...]:
        """The claims that are the same but for a figure, each group in the order of paths and places.

        Claims whose figures agree with another of the group are in it too: they say which figure is the usual one.
        """
        read = {document.path: (document, self._read(document)) for document in documents}
        if read.keys() == self._entries.keys() and all(read[p][0] is self._entries[p][0] for p in read):
            return self._found
        self._entries = read
        self._before, self._compared = self._compared, {}
        entries = [entry for _, made in read.values() for entry in made]
        self._found = self._group(entries) if len(entries) > 1 else ()
        return self._found

    def _group(self, entries: Sequence[_Entry]) -> tuple[tuple[Claim, ...], ...]:
        buckets: dict[str, list[int]] = defaultdict(list)
        for index, entry in enumerate(entries):
            for key in entry.keys:
                buckets[key].append(index)
        joined = _Joined(len(entries))
        for members in buckets.values():
            if len(members) > 1:
                for one, two in self._same([(i, entries[i]) for i in members]):
                    joined.join(one, two)
        found = ([entries[i] for i in members] for members in joined.groups())
        return tuple(tuple(e.claim for e in group) for group in found if len({e.figures for e in group}) > 1)

    def compare(self, left: Claim, right: Claim) -> Comparison:
        """How the left claim differs from the right."""
        return self._both(left, right)[0]

    def _read(self, document: Document) -> tuple[_Entry, ...]:
        if document.format == "pairs":  # its rows are pairs from many places, not one text
            return ()
        known = self._entries.get(document.path)
        return known[1] if known is not None and known[0] is document else tuple(_entries(document))

    def _same(self, members: Sequence[tuple[int, _Entry]]) -> Iterator[tuple[int, int]]:
        """The members of a bucket that make the same claim as an earlier one."""
        by_values: dict[tuple[tuple[float, float], ...], list[tuple[int, _Entry]]] = defaultdict(list)
        for member in members:
            by_values[member[1].figures].append(member)
        if not 1 < len(by_values) <= _MOST_VALUES:
            return
        first = members[0]
        for index, entry in members[1:]:
            alike = entry.figures == first[1].figures and entry.words == first[1].words
            if alike or self._is_retold(entry, first[1]):
                yield first[0], index

    def _is_retold(self, entry: _Entry, first: _Entry) -> bool:
        """Whether two claims of different figures are one claim: nothing else sets them apart."""
        one, two = entry.claim, first.claim
        if one.document == two.document and (one.block == two.block or (one.tabular and two.tabular)):
            return False  # neighbours are set against each other: "in one county … in the next"
        there, back = self._both(one, two)
        if any(e.reason not in FIGURE_EDITS | _FORM for c in (there, back) for e in c.edits if e.harm is Harm.MORE):
            return False
        return not (there.reworded or back.reworded)

    def _both(self, one: Claim, two: Claim) -> tuple[Comparison, Comparison]:
        from dvht_lint.comparison import compare

        key = (id(one), id(two))
        known = self._compared.get(key) or self._before.get(key)
        if known is None or known[0] is not one or known[1] is not two:
            there = compare(one, two, Edge.CLAIM_CLAIM, settings=self._settings)
            back = compare(two, one, Edge.CLAIM_CLAIM, settings=self._settings)
            known = (one, two, (there, back))
        self._compared[key] = known
        return known[2]


def figure_differs(comparison: Comparison) -> bool:
    """Whether a comparison found that a figure is another one, and not merely a weaker or coarser one."""
    return any(e.reason in FIGURE_EDITS and e.harm is Harm.MORE for e in comparison.edits)


def repeated_claims(
    repeats: Repeats, claims: Sequence[Claim], backed: Callable[[Claim], bool]
) -> Iterator[RepeatedClaim]:
    """Each claim that deviates in a group of claims that nothing else flags, beside those that it deviates from.

    The figure to keep is that of a claim which rests on a statement (`backed`), else the commonest, else the first. A
    claim with a coarser or weaker figure that is true all the same does not deviate, nor one that says what a statement of its
    own says: two surveys found two figures.
    """
    votes: dict[tuple[tuple[float, float], ...], int] = defaultdict(int)
    for claim in claims:
        votes[values_of(claim)] += 1
    usual = max(claims, key=lambda c: (backed(c), votes[values_of(c)]))
    places = (usual, *(c for c in claims if c is not usual and values_of(c) == values_of(usual)))
    for claim in claims:
        if backed(claim) and backed(usual):
            continue
        comparison = repeats.compare(claim, usual)
        if figure_differs(comparison) and figure_differs(repeats.compare(usual, claim)):
            yield RepeatedClaim(places, (comparison,))


class _Joined:
    """Numbers in groups that grow together."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))

    def join(self, one: int, two: int) -> None:
        one, two = self._top(one), self._top(two)
        self._above[max(one, two)] = min(one, two)

    def groups(self) -> Iterator[list[int]]:
        """The groups of more than one, each in order."""
        groups: dict[int, list[int]] = defaultdict(list)
        for index, above in enumerate(self._above):
            if above != index:
                groups[self._top(index)].append(index)
        yield from ([top, *rest] for top, rest in sorted(groups.items()))

    def _top(self, index: int) -> int:
        while self._above[index] != index:
            self._above[index] = self._above[self._above[index]]
            index = self._above[index]
        return index


def _keys(conditions: Sequence[object], bag: frozenset[str]) -> Iterator[str]:
    """The keys of a claim with these conditions and words."""
    held, words = repr(conditions), sorted(bag)
    yield f"{held} {' '.join(words)}"
    if len(words) > _FEWEST_WORDS:
        for at in range(len(words)):
            yield f"{held} {' '.join(words[:at] + words[at + 1 :])}"


def _entries(document: Document) -> Iterator[_Entry]:
    section = frozenset(_YEAR.findall(document.path))
    years: dict[int, frozenset[str]] = {}
    for claim in document.claims:
        own = frozenset(_YEAR.findall(claim.prose.plain)) | frozenset(_YEAR.findall(claim.lead))
        years[claim.block] = own or years.get(claim.block, frozenset())
        if not any(q.is_statistic for q in claim.quantities):
            continue
        words = mask(claim.prose.plain, claim.quantities)
        bag = words.bag
        if len(bag) < _FEWEST_WORDS:
            continue
        # A sentence without a year of its own speaks of that of its paragraph, its heading or its page.
        when = years[claim.block] or frozenset(_YEAR.findall(claim.heading)) or section
        conditions = (claim.language, claim.lead, sorted(when), _place(claim, words), _conditions(claim.quantities))
        yield _Entry(claim, bag, values_of(claim), tuple(_keys(conditions, bag)))


def _place(claim: Claim, words: Masked) -> str:
    """The place that the heading above a claim names, for a claim that names nothing itself."""
    return "" if words.names else " ".join(sorted(_places(claim.heading))) if claim.heading else ""


def _places(heading: str) -> set[str]:
    from dvht_lint.comparison.wording.places import senses

    return {w for w in re.findall(r"[A-Z][\w'’-]+", heading) if senses(w.casefold())}


def _is_claimed(quantity: Quantity, others: int) -> bool:
    return quantity.is_statistic and (quantity.kind not in _CONDITIONS or not others)


def values_of(claim: Claim) -> tuple[tuple[float, float], ...]:
    """The figures that a claim states, as bounds; how they are written makes no difference."""
    others = sum(q.is_statistic and q.kind not in _CONDITIONS for q in claim.quantities)
    return tuple((q.low, q.high) for q in claim.quantities if _is_claimed(q, others))


def _conditions(quantities: Sequence[Quantity]) -> tuple[object, ...]:
    """What the figures hold for: times, ages, labels, kinds of figures."""
    others = sum(q.is_statistic and q.kind not in _CONDITIONS for q in quantities)
    held = sorted((q.kind.value, q.low, q.high) for q in quantities if not _is_claimed(q, others))
    return (*held, *sorted(q.dimension for q in quantities if _is_claimed(q, others)))
