"""What the rules on works say of the statements that rest on them; the pages beside this file have the other cases."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from dvht_lint.comparison.works.clustering import cluster, with_dependents
from dvht_lint.diagnostic import Finding
from dvht_lint.model import Citation, CitationKind, Document, Settings, Source, Statement, Work
from dvht_lint.quantities import read_quantities
from dvht_lint.rules.sources import impossible_date, missing_locator, superseded_source
from dvht_lint.text import Prose, SourceText, Span

SETTINGS = Settings(as_of=date(2026, 11, 23))


def entry(name: str, year: int, **more: object) -> Source:
    fields = {
        "type": "report",
        "author": [{"literal": "Night Line"}],
        "title": f"Counting {name}",
        "issued": {"date-parts": [[year]]},
    }
    return Source(name, "corpus.yaml", Span(0, 5), name, {**fields, **more}, explicit_id=True)


def work(text: str, sources: Iterable[Source], locator: str = "") -> Work:
    """The first source's work, with one statement that rests on all of the sources."""
    sources = tuple(sources)
    pointers = tuple(Citation(CitationKind.KEY, s.id, Span(0, 1), locator=locator) for s in sources)
    statement = Statement(
        "s1",
        Prose.verbatim(text),
        Span(0, len(text)),
        "corpus.yaml",
        pointers,
        tuple(read_quantities(text)),
        tuple(s.id for s in sources),
    )
    document = Document(
        "corpus.yaml", SourceText("corpus.yaml", text), "corpus", statements=(statement,), sources=sources
    )
    return with_dependents(cluster(sources[:1]), [document])[0]


def messages(found: Iterable[Finding]) -> list[str]:
    return [f.message for f in found]


def test_a_work_gives_no_figure_of_a_later_year() -> None:
    text = "In 2021, the line took 412 calls."
    [finding] = impossible_date.check(work(text, [entry("calls", 2018)]), SETTINGS)
    assert "2021" in finding.message
    assert finding.at.span.cut(text) in ("2021", "In 2021")
    assert finding.statement == "s1"


def test_the_figure_may_be_of_another_work_that_is_cited_beside_it() -> None:
    text = "In 2021, the line took 412 calls."
    assert not messages(impossible_date.check(work(text, [entry("calls", 2018), entry("texts", 2022)]), SETTINGS))


def test_figures_of_the_works_own_year_and_projections_are_possible() -> None:
    for text in ("In 2018, the line took 412 calls.", "The line is projected to take 900 calls in 2030."):
        assert not messages(impossible_date.check(work(text, [entry("calls", 2018)]), SETTINGS))


def test_a_locator_where_the_statement_names_the_source_is_enough() -> None:
    text = "In 2017, the line took 412 calls."
    assert messages(missing_locator.check(work(text, [entry("calls", 2018)]), SETTINGS))
    assert not messages(missing_locator.check(work(text, [entry("calls", 2018)], locator="p. 4"), SETTINGS))


def test_a_superseded_work_says_how_much_rests_on_it() -> None:
    old = replace(entry("calls", 2018, **{"superseded-by": "texts"}), spans={"superseded-by": Span(3, 5)})
    [finding] = superseded_source.check(work("In 2017, the line took 412 calls.", [old]), SETTINGS)
    assert finding.message == "Night Line (2018) has been superseded by texts; 1 statement rests on it"
    assert finding.at.span == Span(3, 5)
    assert [label.id for label in finding.see] == ["s1"]
