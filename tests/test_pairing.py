"""Which statement a claim rests on where a document has many alike: one hotline over the years, one figure by county."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dvht_lint.config import Config
from dvht_lint.session import Session

CONFIG = replace(Config(root=Path()), as_of=date(2026, 11, 23))

STATEMENTS = {
    "calls-16": "In 2016 the Meadow County hotline answered 4,587 calls, 63% of them from women.",
    "calls-17": "In 2017 the Meadow County hotline answered 5,203 calls, 64% of them from women.",
    "calls-18": "In 2018 the Meadow County hotline answered 5,960 calls, 66% of them from women.",
    "calls-19": "In 2019 the Meadow County hotline answered 6,418 calls, 67% of them from women.",
    "texts-18": "In 2018 the Meadow County hotline answered 1,204 texts.",
    "texts-19": "In 2019 the Meadow County hotline answered 1,877 texts.",
    "ohio": "Callers from Ohio reported 412 cases of trafficking to the national line in 2019.",
    "texas": "Callers from Texas reported 1,080 cases of trafficking to the national line in 2019.",
    "nevada": "Callers from Nevada reported 313 cases of trafficking to the national line in 2019.",
    "women": "About one in three women in the state has experienced physical violence by a partner.",
    "men": "About one in ten men in the state has experienced physical violence by a partner.",
    "day-17": "On one day in September 2017, 618 requests for help went unmet in the state's shelters.",
    "day-18": "On one day in September 2018, 702 requests for help went unmet in the state's shelters.",
    "arrests-meadow": "Police in Meadow County made an arrest in 48% of 1,532 incidents of partner violence in 2019.",
    "arrests-ridge": "Police in Ridge County made an arrest in 41% of 988 incidents of partner violence in 2019.",
    "cost": "Partner violence costs the state's economy an estimated $580 million a year.",
}


def sheet(claim: str, statements: Mapping[str, str] = STATEMENTS) -> str:
    """A public sheet with one claim beside its references, each with a source."""
    lines = ["# Partner violence in our state", "", f"- {claim}", "", "## References and Citations", ""]
    for number, (name, text) in enumerate(statements.items()):
        lines += [f"<!-- dvht-lint: statement={name} -->", "", f"- {text}", ""]
        lines += [
            f"  Source: State Coalition. (2020). *Report {number + 1} on services*. Springfield: Author, p. 2.",
            "",
        ]
    return "\n".join(lines)


def checked(text: str) -> tuple[tuple[str, ...], list[str]]:
    """The statements of the first claim, and the codes of what is wrong with it."""
    session = Session(CONFIG)
    session.update("sheet.md", text.encode())
    document = session.documents["sheet.md"]
    pair = session.pair(document, 0)
    claim = document.claims[0]
    found = [d.code for d in session.diagnostics() if d.claim is not None and d.claim.id == claim.id]
    return pair.statements if pair else (), found


@pytest.mark.parametrize(
    ("claim", "statement"),
    [
        ("The Meadow County hotline took 4,587 calls in 2016, and 63% of the callers were women.", "calls-16"),
        ("In 2019, 67% of the 6,418 calls to the Meadow County hotline came from women.", "calls-19"),
        ("The county's hotline answered 5,203 calls in 2017.", "calls-17"),
        ("The hotline answered 1,877 texts in 2019.", "texts-19"),
        ("Callers from Nevada told the national line of 313 cases of trafficking in 2019.", "nevada"),
        ("About one man in ten in our state has experienced physical violence by a partner.", "men"),
        ("On a single day in September 2018, 702 requests for help went unmet.", "day-18"),
        ("In 2019, police in Ridge County made an arrest in 41% of incidents of partner violence.", "arrests-ridge"),
        ("Partner violence costs our state an estimated $580 million a year.", "cost"),
    ],
)
def test_a_claim_finds_its_statement_among_its_like_and_is_not_called_ambiguous(claim: str, statement: str) -> None:
    assert checked(sheet(claim)) == ((statement,), [])


@pytest.mark.parametrize(
    "claim",
    [
        "Over half of employers in the state have no policy on leave for survivors.",
        "The legislature cut grants for shelters by $3 million in 2020.",
        "Abuse of older people affects one in ten of those over 60.",
        "Survivors who lose their housing are twice as likely to return to an abuser.",
    ],
)
def test_a_claim_on_something_else_is_uncited_however_near_the_subject(claim: str) -> None:
    assert checked(sheet(claim)) == ((), ["DV101"])


@pytest.mark.parametrize(
    ("claim", "statement", "code"),
    [
        ("In 2016 the Meadow County hotline answered 4,857 calls, 63% of them from women.", "calls-16", "DV501"),
        ("In 2017 the Meadow County hotline answered 4,587 calls, 63% of them from women.", "calls-16", "DV506"),
        ("In 2015 the Meadow County hotline answered 4,587 calls, 63% of them from women.", "calls-16", "DV506"),
        ("Callers from Kansas reported 412 cases of trafficking to the national line in 2019.", "ohio", "DV406"),
        ("Callers from Texas reported 1,008 cases of trafficking to the national line in 2019.", "texas", "DV501"),
        ("Callers from Nevada reported 313 cases of trafficking to the national line in 2018.", "nevada", "DV506"),
        ("About one in three men in the state has experienced physical violence by a partner.", "women", "DV511"),
        ("On one day in September 2017, 702 requests for help went unmet in the state's shelters.", "day-18", "DV506"),
        (
            "Police in Ridge County made an arrest in 48% of 1,532 incidents of partner violence in 2019.",
            "arrests-meadow",
            "DV407",
        ),
    ],
)
def test_a_drift_towards_a_neighbour_is_one_finding_at_the_atom(claim: str, statement: str, code: str) -> None:
    assert checked(sheet(claim)) == ((statement,), [code])


def test_a_neighbour_with_a_figure_of_its_own_does_not_join_a_claim_that_has_none_to_spare() -> None:
    found, _ = checked(sheet("In 2019 the Meadow County hotline answered 6,418 texts, 67% of them from women."))
    assert found == ("calls-19",)


def test_a_merged_claim_rests_on_both_its_statements() -> None:
    merged = "About one in three women and one in ten men in the state has experienced physical violence by a partner."
    assert sorted(checked(sheet(merged))[0]) == ["men", "women"]


SURVEYS = """\
version: 1
sources:
  state-2010: {type: report, title: Survey of our state, author: [{literal: State Office}], issued: 2010, publisher: Author}
  world-2013: {type: report, title: Survey of all states, author: [{literal: World Office}], issued: 2013, publisher: Author}
statements:
  state: {text: One in four women has been hurt by a partner in her lifetime., sources: [{id: state-2010, locator: p. 2}]}
  world: {text: One in three women has been hurt by a partner in her lifetime., sources: [{id: world-2013, locator: p. 2}]}
"""


def beside_surveys(*claims: str) -> list[tuple[tuple[str, ...], list[str]]]:
    """The statements of each claim, and what is wrong with it, beside two surveys that differ in their figure alone."""
    session = Session(CONFIG)
    session.update("corpus.yaml", SURVEYS.encode())
    session.update("page.md", "\n\n".join(claims).encode())
    document = session.documents["page.md"]
    pairs = [session.pair(document, position) for position in range(len(document.claims))]
    found = [[d.code for d in session.diagnostics() if d.claim and d.claim.id == c.id] for c in document.claims]
    return [(pair.statements if pair else (), codes) for pair, codes in zip(pairs, found, strict=True)]


def test_a_citation_decides_between_statements_that_fit_equally_well() -> None:
    assert beside_surveys(
        "Two in five women have been hurt by a partner in their lifetimes. [@world-2013]",
        "Two in five women were hurt by a partner in their lifetimes. [@state-2010]",
    ) == [(("world",), ["DV501"]), (("state",), ["DV501"])]


def test_a_figure_says_more_than_a_citation() -> None:
    (found,) = beside_surveys("One in three women has been hurt by a partner in her lifetime. [@state-2010]")
    assert found == (("world",), ["DV104"])


def test_a_named_statement_wins_over_a_nearer_one() -> None:
    claim = "<!-- dvht-lint: statement=state -->\nOne in three women has been hurt by a partner in her lifetime."
    assert beside_surveys(claim) == [(("state",), ["DV501"])]


def test_two_surveys_with_two_figures_are_no_claim_told_twice() -> None:
    assert beside_surveys(
        "One in four women has been hurt by a partner in her lifetime. [@state-2010]",
        "One in three women has been hurt by a partner in her lifetime. [@world-2013]",
    ) == [(("state",), []), (("world",), [])]


@pytest.mark.parametrize(
    ("claim", "code"),
    [
        ("The Meadow County hotline answered 4,587 calls in 2016 and 5,203 in 2017.", []),
        ("The Meadow County hotline answered 4,587 calls in 2016 and 5,230 in 2017.", ["DV501"]),
    ],
)
def test_a_claim_on_two_years_rests_on_both_statements(claim: str, code: list[str]) -> None:
    years = {name: STATEMENTS[name].partition(", ")[0] + "." for name in STATEMENTS if name.startswith("calls")}
    statements, found = checked(sheet(claim, {**STATEMENTS, **years}))
    assert sorted(statements) == ["calls-16", "calls-17"]
    assert found == code


def test_another_year_in_the_claim_does_not_join_that_years_statement() -> None:
    found, codes = checked(sheet("In 2017 the Meadow County hotline answered 4,587 calls, 63% of them from women."))
    assert (found, codes) == (("calls-16",), ["DV506"])


def test_each_of_many_years_finds_its_own_statement() -> None:
    calls = {year: f"{1000 + 37 * (year - 1970):,}" for year in range(1970, 2020)}
    statements = {f"y{year}": f"In {year} the Meadow County hotline answered {n} calls." for year, n in calls.items()}
    claims = [f"The Meadow County hotline answered {n} calls in {year}." for year, n in calls.items()]
    session = Session(CONFIG)
    session.update("sheet.md", sheet("\n\n- ".join(claims), statements).encode())
    document = session.documents["sheet.md"]
    found = [session.pair(document, position) for position in range(len(document.claims))]
    assert [pair.statements if pair else () for pair in found] == [(name,) for name in statements]
    assert [d.code for d in session.diagnostics() if d.claim] == []
