"""What share of the planted drift was told, and for the right reason; what harmless edits were flagged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dvht_lint.diagnostic import Severity
from dvht_lint.model import Quantity
from dvht_lint.mutations.base import Mutation, Target, all_mutations
from dvht_lint.records import record

__all__ = ["Check", "Found", "Row", "Scores", "Subject", "Trial", "render", "score"]


@record(frozen=True, slots=True)
class Subject:
    """A text of the user's that drift is planted in, by the id that `check` knows it by."""

    id: str
    text: str
    quantities: tuple[Quantity, ...] = ()
    target: Target = Target.CLAIM


@record(frozen=True, slots=True)
class Found:
    """A finding on a subject: its rule's code and its severity."""

    code: str
    severity: Severity


Check = Callable[[Subject, str], Sequence[Found]]
"""The findings on a subject when its text is another; with its own text, those that are there already."""


@record(frozen=True, slots=True)
class Trial:
    """One edit of one subject and what was newly found; `codes` leaves out infos."""

    mutation: str
    subject: str
    before: str
    after: str
    codes: tuple[str, ...]


@dataclass(slots=True)
class Row:
    """The trials of one mutation: how many were told for the right reason, for another only, and not at all."""

    mutation: Mutation
    right: list[Trial] = field(default_factory=list)
    other: list[Trial] = field(default_factory=list)
    silent: list[Trial] = field(default_factory=list)

    @property
    def planted(self) -> int:
        """How many edits were made."""
        return len(self.right) + len(self.other) + len(self.silent)


@record(frozen=True, slots=True)
class Scores:
    """The rows of all mutations that found a place, drifts first."""

    rows: tuple[Row, ...]

    def share(self) -> float:
        """The share of planted drift that was told for the right reason, 0 to 1; 1 where none was planted."""
        drifts = [row for row in self.rows if row.mutation.is_drift]
        planted = sum(row.planted for row in drifts)
        return sum(len(row.right) for row in drifts) / planted if planted else 1.0

    def flagged(self) -> tuple[int, int]:
        """How many harmless edits were flagged, and how many were made."""
        rows = [row for row in self.rows if not row.mutation.is_drift]
        return sum(len(row.other) for row in rows), sum(row.planted for row in rows)


def score(subjects: Iterable[Subject], check: Check, mutations: Sequence[Mutation] | None = None) -> Scores:
    """Plant every mutation in every subject that has a place for it, and count what `check` newly finds.

    Findings that the unedited text has already are not counted. An info counts for an expected code (a rule that
    speaks in a low voice has spoken), and never against a harmless edit.
    """
    rows = [Row(mutation) for mutation in (all_mutations() if mutations is None else mutations)]
    for subject in subjects:
        known: Counter[Found] | None = None
        for row in rows:
            planted = _planted(row.mutation, subject)
            if planted is None:
                continue
            if known is None:
                known = Counter(check(subject, subject.text))
            new = Counter(check(subject, planted)) - known
            _count(row, subject, planted, tuple(new.elements()))
    return Scores(tuple(row for row in rows if row.planted))


def render(scores: Scores, *, verbose: bool = False) -> str:
    """The scores as a table for a terminal; `verbose` adds each edit that was missed or wrongly flagged."""
    return "".join(f"{line}\n" for line in _lines(scores, verbose=verbose))


def _planted(mutation: Mutation, subject: Subject) -> str | None:
    if mutation.target is not subject.target:
        return None
    planted = mutation.apply(subject.text, subject.quantities)
    return planted[0] if planted else None


def _count(row: Row, subject: Subject, after: str, new: tuple[Found, ...]) -> None:
    loud = tuple(found.code for found in new if found.severity is not Severity.INFO)
    trial = Trial(row.mutation.name, subject.id, subject.text, after, loud)
    if any(found.code in row.mutation.expected for found in new):
        row.right.append(trial)
    elif loud:
        row.other.append(trial)
    else:
        row.silent.append(trial)


def _lines(scores: Scores, *, verbose: bool) -> Iterator[str]:
    width = max([len(row.mutation.name) for row in scores.rows] + [8])
    drifts = [row for row in scores.rows if row.mutation.is_drift]
    harmless = [row for row in scores.rows if not row.mutation.is_drift]
    if not scores.rows:
        yield "No text has a place for a mutation."
        return
    yield f"{'drift':{width}}  {'expected':14}  planted  right  other  missed"
    for row in drifts:
        codes = " ".join(row.mutation.expected)
        yield f"{row.mutation.name:{width}}  {codes:14}  {row.planted:7}  {len(row.right):5}  {len(row.other):5}  {len(row.silent):6}"
        if verbose:
            yield from _misses(row)
    if harmless:
        yield ""
        yield f"{'harmless edit':{width}}  {'':14}  planted  flagged"
    for row in harmless:
        yield f"{row.mutation.name:{width}}  {'':14}  {row.planted:7}  {len(row.other):7}"
        if verbose:
            yield from _misses(row)
    yield ""
    yield _summary(scores)


def _misses(row: Row) -> Iterator[str]:
    for trial in (*row.other, *(row.silent if row.mutation.is_drift else ())):
        told = f"told as {', '.join(sorted(set(trial.codes)))}" if trial.codes else "not told"
        yield f"    {trial.subject}: {told}: {' '.join(trial.after.split())}"


def _summary(scores: Scores) -> str:
    planted = sum(row.planted for row in scores.rows if row.mutation.is_drift)
    right = sum(len(row.right) for row in scores.rows if row.mutation.is_drift)
    flagged, harmless = scores.flagged()
    return (
        f"{right} of {planted} planted drifts told for the right reason ({scores.share():.0%}); "
        f"{flagged} of {harmless} harmless edits flagged"
    )
