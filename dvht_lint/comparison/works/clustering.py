"""One work or two: which citations are of the same work, and where they differ.

Blocking first, never all with all: citations that say the same are one variant; variants meet only over an
identifier, a whole title or a rare word or word pair of their titles.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import combinations, pairwise

from dvht_lint.comparison.works.agreement import one_work
from dvht_lint.comparison.works.drift import drift_of
from dvht_lint.comparison.works.profile import Profile, profile
from dvht_lint.model import Citation, Document, Source, Statement, Work

__all__ = ["cluster", "same_work", "with_dependents"]

_WITNESSES = 6
_KEYS = 6
"""How many of its rarest keys a title is looked up by."""
_POSTINGS = 40
"""The longest list of titles behind one key that is still compared; commoner keys tell nothing."""


def same_work(a: Source, b: Source) -> bool:
    """Whether two citations are of one work, seen by themselves."""
    return one_work(profile(a), profile(b))


def cluster(sources: Sequence[Source], read: Callable[[Source], Source] = lambda source: source) -> tuple[Work, ...]:
    """The distinct works behind some citations, each with all its citations, in the order of their first.

    A work's citations stand in the order of path and place, whatever the order given. `read` gives a source as it is to be
    compared, where its fields do not say what its text does.
    """
    ordered = sorted(sources, key=lambda s: (s.document, s.span, s.id))
    compared = {id(source): read(source) for source in ordered}
    variants: dict[Profile, list[Source]] = defaultdict(list)
    for source in ordered:
        variants[profile(compared[id(source)])].append(source)
    profiles = list(variants)
    weights = [len(group) for group in variants.values()]
    firsts = _firsts(tuple(profiles), _series(profiles, weights))
    members: dict[int, list[Source]] = defaultdict(list)
    for index, group in enumerate(variants.values()):
        members[firsts[index]].extend(group)
    works = [_work(found, compared) for found in members.values()]
    return tuple(sorted(works, key=lambda w: (w.sources[0].document, w.sources[0].span, w.sources[0].id)))


def with_dependents(
    works: Sequence[Work], documents: Iterable[Document], before: Sequence[Work] = ()
) -> tuple[Work, ...]:
    """The works with the statements that rest on them and the pointers of claims and statements that lead to them.

    An id means the source of that id in the same document, else any of that id. `before` is what this made last: a work of
    which nothing changed is the same object again, so that rules need not look at it twice.
    """
    owners: dict[tuple[str, str], int] = {}
    for index, work in enumerate(works):
        for source in work.sources:
            owners[source.document, source.id] = index
            owners.setdefault(("", source.id), index)
    statements: dict[int, dict[int, Statement]] = defaultdict(dict)
    citations: dict[int, list[Citation]] = defaultdict(list)
    measured: dict[int, set[str]] = defaultdict(set)
    for document in documents:
        pointers = [(c, bool(claim.measured)) for claim in document.claims for c in claim.citations]
        pointers += [(c, False) for statement in document.statements for c in statement.citations]
        for citation, measures in pointers:
            owner = owners.get((document.path, citation.target), owners.get(("", citation.target)))
            if owner is not None:
                citations[owner].append(citation)
                if measures:
                    measured[owner].add(citation.target)
        for statement in document.statements:
            for name in statement.sources:
                owner = owners.get((document.path, name), owners.get(("", name)))
                if owner is not None:
                    statements[owner][id(statement)] = statement
    known = {tuple(map(id, work.sources)): work for work in before}
    made: list[Work] = []
    for index, work in enumerate(works):
        resting = tuple(statements[index].values()), tuple(citations[index]), frozenset(measured[index])
        old = known.get(tuple(map(id, work.sources)))
        if old and old.sources is work.sources and (old.statements, old.citations, old.measured) == resting:
            made.append(old)
            continue
        now = replace(work, statements=resting[0], citations=resting[1], measured=resting[2])
        made.append(old if old == now and old else now)
    return tuple(made)


@lru_cache(maxsize=2)
def _firsts(profiles: tuple[Profile, ...], series: frozenset[str]) -> tuple[int, ...]:
    """For each variant a variant that stands for its work; most edits of a document move its citations and no more."""
    groups = _group(profiles, series)
    return tuple(groups.find(index) for index in range(len(profiles)))


def _group(profiles: Sequence[Profile], series: frozenset[str]) -> _Groups:
    """The variants that are of one work; two groups most of whose members contradict each other stay apart."""

    def agree(left: int, right: int, *, introduced: bool = False) -> bool:
        a, b = profiles[left], profiles[right]
        return one_work(a, b, series=a.title in series or b.title in series, introduced=introduced)

    groups = _Groups(len(profiles))
    for left, right in _candidates(profiles):
        if groups.find(left) != groups.find(right) and agree(left, right):
            others = [(x, y) for x in groups.members(left) for y in groups.members(right) if (x, y) != (left, right)]
            against = sum(
                bool(profiles[x].years and profiles[y].years) and not agree(x, y, introduced=True) for x, y in others
            )
            if 3 * against <= len(others):
                groups.join(left, right)
    return groups


def _work(sources: list[Source], compared: Mapping[int, Source]) -> Work:
    ordered = tuple(sorted(sources, key=lambda s: (s.document, s.span, s.id)))
    drifted, deviations = drift_of([compared[id(s)] for s in ordered]) if len(ordered) > 1 else ({}, {})
    named = {s.id for s in ordered if s.explicit_id}
    return Work(ordered, drifted, duplicates=len(named) > 1, deviations=deviations)


class _Groups:
    """Disjoint sets; the smallest index of a set names it."""

    def __init__(self, size: int) -> None:
        self._parents = list(range(size))
        self._members: dict[int, list[int]] = {}

    def find(self, index: int) -> int:
        parents = self._parents
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    def join(self, left: int, right: int) -> None:
        first, second = sorted((self.find(left), self.find(right)))
        self._members[first] = self.members(first) + self._members.pop(second, [second])
        self._parents[second] = first

    def members(self, index: int) -> list[int]:
        """Some members of a set: enough to see whether another set fits it."""
        root = self.find(index)
        return self._members.get(root, [root])[:_WITNESSES]


def _series(profiles: Sequence[Profile], weights: Sequence[int]) -> frozenset[str]:
    """The titles that come out in three years or more, none of which most citations give: columns, yearly reports."""
    years: dict[str, Counter[int]] = defaultdict(Counter)
    for item, weight in zip(profiles, weights, strict=True):
        for year in item.years:
            years[item.title][year] += weight
    return frozenset(
        title
        for title, counts in years.items()
        if title and len(counts) >= 3 and 2 * max(counts.values()) <= sum(counts.values())
    )


def _candidates(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """The pairs of variants that may be of one work, each once, by index."""
    postings: dict[str, list[int]] = defaultdict(list)
    keys = [_title_keys(p) for p in profiles]
    counts = Counter(key for found in keys for key in found)
    for index, (item, found) in enumerate(zip(profiles, keys, strict=True)):
        rare = sorted((k for k in found if counts[k] > 1), key=lambda k: (counts[k], k))[:_KEYS]
        for key in (*rare, *_identity_keys(item)):
            postings[key].append(index)
    seen: set[tuple[int, int]] = set()
    for key, indexes in postings.items():
        for pair in _pairs(key, indexes, profiles):
            if pair not in seen:
                seen.add(pair)
                yield pair


def _pairs(key: str, indexes: list[int], profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """The pairs behind one key; a title that very many share is parted by year and by first author."""
    if len(indexes) <= _POSTINGS:
        yield from combinations(indexes, 2)
        return
    if not key.startswith("="):
        return
    parts: dict[object, list[int]] = defaultdict(list)
    for index in indexes:
        item = profiles[index]
        for year in item.years or (0,):
            parts[year].append(index)
        for author in item.authors[:1]:
            parts[author.family].append(index)
    for group in parts.values():
        yield from combinations(group[:_POSTINGS], 2)


def _title_keys(item: Profile) -> Iterable[str]:
    words = item.words
    return {*words, *(f"{a} {b}" for a, b in pairwise(words))}


def _identity_keys(item: Profile) -> Iterator[str]:
    if item.title:
        yield "=" + item.title
        if item.head != item.title:
            yield "=" + item.head
    elif item.text:
        yield "~" + item.text
        for year in item.years:
            yield f"~{item.authors[0].family if item.authors else ''}{year}"
    for name, value in (("doi", item.doi), ("isbn", item.isbn[-10:-1]), ("url", item.url), ("law", item.law)):
        if value:
            yield f"={name}:{value}"
