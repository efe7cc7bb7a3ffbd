"""All that a renderer needs, gathered from a session."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dvht_lint.commands.project import Opened
from dvht_lint.commands.receipt import count
from dvht_lint.commands.sources import age_in_years, best_citation
from dvht_lint.diagnostic import CitedSource, Diagnostic, Report, ReportedPair, Subject
from dvht_lint.model import Claim, Document, Pair, Statement, Work
from dvht_lint.records import record
from dvht_lint.session import Session
from dvht_lint.session.placing import region_of
from dvht_lint.text import SourceText

__all__ = ["Judged", "build_report", "cited_sources", "reported_pairs"]

_WITH_LISTS = frozenset({"html"})
"""Formats that list every source and pair; for the others they would be gathered for nothing."""


@record(frozen=True, slots=True)
class Judged:
    """The findings of a run in the order of `Diagnostic.sort_key`: those that count, and those the baseline holds.

    `texts` are files that no session read and findings point into: the baseline itself.
    """

    kept: tuple[Diagnostic, ...]
    baselined: tuple[Diagnostic, ...] = ()
    texts: Mapping[str, SourceText] | None = None


def build_report(opened: Opened, judged: Judged, seconds: float, output_format: str) -> Report:
    """The report of a run, `seconds` after its start, for one of the output formats."""
    session = opened.session
    lists = output_format in _WITH_LISTS
    return Report(
        diagnostics=judged.kept,
        receipt=count(opened, judged.kept, seconds),
        documents={d.path: d.text for d in session.ordered} | dict(judged.texts or {}),
        suppressed=tuple(d for d in session.suppressed if d.path in opened.reported),
        rules=session.selection.rules,
        sources=tuple(cited_sources(session)) if lists else (),
        pairs=tuple(reported_pairs(session, opened.reported)) if lists else (),
        as_of=session.settings.as_of,
        baselined=judged.baselined,
    )


def cited_sources(session: Session) -> Iterator[CitedSource]:
    """The works behind the citations, the most relied-on first; `uses` counts the claims of the whole project."""
    works = session.works()
    uses = _uses(session, works)
    for index in sorted(range(len(works)), key=lambda i: (-uses[i], best_citation(works[i]).label.casefold(), i)):
        source = best_citation(works[index])
        yield CitedSource(
            id=source.id,
            label=source.label,
            text=source.text,
            region=region_of(session.text, source.document, source.span),
            year=source.latest_year,
            age=age_in_years(works[index], session.settings.as_of),
            uses=uses[index],
            url=str(source.fields.get("URL") or ""),
        )


def _uses(session: Session, works: tuple[Work, ...]) -> list[int]:
    """For each work how many claims rest on it, through their statement or by a citation of their own."""
    owners = {id(source): index for index, work in enumerate(works) for source in work.sources}
    uses = [0] * len(works)
    for document, position, claim in session.claims():
        pair = session.pair(document, position)
        rests_on = [*session.cited(claim), *(session.sources_of(pair.statement) if pair else ())]
        for index in {owners[id(source)] for source in rests_on if id(source) in owners}:
            uses[index] += 1
    return uses


def reported_pairs(session: Session, paths: Iterable[str]) -> Iterator[ReportedPair]:
    """The pairs of the claims in some files, in the order of the files."""
    wanted = frozenset(paths)
    for document, position, claim in session.claims():
        pair = session.pair(document, position) if document.path in wanted else None
        if pair is not None:
            yield _pair(session, document, claim, pair)


def _pair(session: Session, document: Document, claim: Claim, pair: Pair) -> ReportedPair:
    def subject(side: Claim | Statement, path: str) -> Subject:
        return Subject(side.id, side.prose.plain, region_of(session.text, path, side.span))

    statement = subject(pair.statement, pair.statement.document)
    return ReportedPair(subject(claim, document.path), statement, pair.score, pair.how.value)
