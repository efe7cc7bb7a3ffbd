"""Which statement a claim is taken to rest on, and when none of them is good enough."""

from __future__ import annotations

import pytest

from dvht_lint.matchers import DEFAULT_THRESHOLD, CandidateIndex, Masked, accepts, mask, rank
from dvht_lint.matchers.masking import figure_agreement
from dvht_lint.quantities import read_quantities

SHELTERS = {
    "north": "The report of the northern county says that its shelter has 14 beds and turned away 212 families in 2018.",
    "south": "The report of the southern county says that its shelter has 22 beds and turned away 95 families in 2016.",
    "east": "The report of the eastern county says that its shelter has 30 beds and turned away 401 families in 2017.",
    "west": "The report of the western county says that its shelter has 9 beds and turned away 63 families in 2015.",
    "coast": "The report of the coastal county says that its shelter has 41 beds and turned away 388 families in 2014.",
    "hills": "The report of the hill county says that its shelter has 17 beds and turned away 150 families in 2013.",
    "advocates": "Advocates in court helped survivors to obtain protection orders.",
}


def masked(text: str) -> Masked:
    return mask(text, read_quantities(text))


def paired(claim: str, statements: dict[str, str] = SHELTERS) -> str | None:
    index = CandidateIndex()
    index.update([(name, masked(text)) for name, text in statements.items()], [])
    words = masked(claim)
    ranked = rank(words, index)
    return ranked[0].id if accepts(words, ranked, index, DEFAULT_THRESHOLD) else None


def test_a_loose_match_stands_out_by_its_figures() -> None:
    assert paired("Haven House, a county shelter, turned away 401 families in 2017.") == "east"


def test_a_loose_match_that_many_statements_fit_equally_well_is_none() -> None:
    assert paired("Haven House, a county shelter, turned away 730 families in 2021.") is None


def test_a_loose_match_that_no_other_statement_fits_needs_no_figure() -> None:
    assert paired("Advocates walked with survivors to get orders that keep an abuser away.") == "advocates"


def test_a_wrong_figure_does_not_lose_a_statement_among_its_like() -> None:
    drifted = (
        "The report of the eastern county says that its shelter has 30 beds and turned away 4,010 families in 2017."
    )
    assert paired(drifted) == "east"


def test_a_single_common_word_is_no_match_however_short_the_claim() -> None:
    assert paired("It was reported.", {**SHELTERS, "other": "The hotline reported a rise."}) is None


@pytest.mark.parametrize(
    ("claim", "statement", "least", "most"),
    [
        ("54% of callers", "54% of callers", 1.0, 1.0),
        ("54% of callers", "54 callers", 0.5, 0.5),
        ("54% of callers", "55 callers", 0.0, 0.0),
        ("fewer than 18 beds", "17 beds", 0.5, 1.0),
        ("opened on 3 March", "opened on 3 March 2014", 0.5, 0.5),
        ("opened in March 2013", "opened on 3 March 2014", 0.5, 0.5),
        ("opened in May 2013", "opened on 3 March 2014", 0.0, 0.0),
        ("opened in 2014", "opened on 3 March 2014", 1.0, 1.0),
        ("open since after May 2013", "opened on 3 March 2014", 0.5, 0.5),
        ("open in December", "open in December and January", 0.5, 1.0),
    ],
)
def test_figures_agree_by_what_they_measure(claim: str, statement: str, least: float, most: float) -> None:
    assert least <= figure_agreement(masked(claim), masked(statement)) <= most


@pytest.mark.parametrize(
    "claim",
    [
        "Demand for cheap goods drives forced labour.",
        "Forced labour is common in fishing and on farms.",
    ],
)
def test_two_statements_do_not_back_whatever_touches_their_subject(claim: str) -> None:
    pool = {
        "bondage": "Debt bondage affects half of all people in forced labour imposed by private actors.",
        "recruiters": "Traffickers recruit through social media, false job offers and romantic relationships.",
    }
    assert paired(claim, pool) is None


def test_two_statements_back_a_claim_in_other_words() -> None:
    pool = {
        "bondage": "Debt bondage affects half of all people in forced labour imposed by private actors.",
        "recruiters": "Traffickers recruit through social media, false job offers and romantic relationships.",
    }
    assert paired("Half of those in forced labour are held by debt bondage.", pool) == "bondage"
    assert paired("Social media and false offers of jobs are how traffickers recruit.", pool) == "recruiters"
