"""Figures of a claim against those of its statement: what is the same, what is weaker, and the one reason for each fault."""

from __future__ import annotations

import pytest

from dvht_lint.comparison.figures.comparing import FigureComparison, compare_figures
from dvht_lint.model import Edit, Harm
from dvht_lint.quantities import read_quantities
from tests.comparison.wordings import reasons


def compare(claim: str, statement: str) -> FigureComparison:
    return compare_figures(claim, read_quantities(claim), statement, read_quantities(statement))


def faults(claim: str, statement: str) -> list[Edit]:
    return [e for e in compare(claim, statement).edits if e.harm is Harm.MORE]


HOTLINE = "In 2014 the hotline answered 12,408 calls and helped 1,963 callers of all ages."
SHARES = "From 2007 to 2010 approximately 55% to 60% of detected victims were women."


@pytest.mark.parametrize(
    ("claim", "statement"),
    [
        ("It took 19427 calls.", "It took 19,427 calls."),
        ("It took 19 427 calls.", "It took 19,427 calls."),
        ("55–60 percent of victims are women.", "55% to 60% of victims are women."),
        ("Between 55 and 60 per cent of victims are women.", "55% to 60% of victims are women."),
        ("One in four girls left.", "25% of girls left."),
        ("A quarter of girls left.", "One in four girls left."),
        ("Two-thirds of girls left.", "2 in 3 girls left."),
        ("It took 2.9 million calls.", "It took 2,900,000 calls."),
        ("About 40 clinics closed.", "Roughly 40 clinics closed."),
        ("Twelve clinics closed.", "12 clinics closed."),
        ("The gap is 1.5 cm.", "The gap is 15 mm."),
        ("It lasted 180 minutes.", "It lasted three hours."),
        ("It lies 12 miles north.", "It lies 12 miles (19 km) north."),
        ("It opened in March 2011.", "It opened on 5 March 2011."),
        ("It opened in 2011.", "It opened in March 2011."),
        ("It ran from 2007 to 2010.", "It ran 2007–10."),
        ("He was the 37th president.", "He was the thirty-seventh president."),
        ("It cost $20.50.", "It cost twenty dollars and fifty cents."),
        ("It happened at 1:59 p.m.", "It happened at one fifty-nine PM."),
    ],
)
def test_same_meaning(claim: str, statement: str) -> None:
    assert compare(claim, statement).edits == ()
    assert compare(statement, claim).edits == () or "March" in statement


@pytest.mark.parametrize(
    ("claim", "statement"),
    [
        ("It took more than 19,000 calls.", "It took 19,427 calls."),
        ("It took nearly 20,000 calls.", "It took 19,427 calls."),
        ("It took about 19,000 calls.", "It took 19,427 calls."),
        ("More than half of victims are women.", "55% to 60% of victims are women."),
        ("More than half of victims are women.", "Approximately 55% to 60% of victims are women."),
        ("Almost one in five girls left.", "19.7% of girls left."),
        ("20% of girls left.", "19.7% of girls left."),
        ("It took 2.9 million calls.", "It took 2,945,000 calls."),
        ("At least three people died.", "Three people died."),
        ("About 40 clinics closed.", "40 clinics closed."),
        ("It opened in the 1990s.", "It opened in 1994."),
        ("50% to 60% of girls left.", "55% of girls left."),
    ],
)
def test_true_but_weaker(claim: str, statement: str) -> None:
    assert compare(claim, statement).edits == ()


@pytest.mark.parametrize(
    ("code", "at", "claim", "statement"),
    [
        ("DV501", "12,480", HOTLINE.replace("12,408", "12,480"), HOTLINE),
        (
            "DV501",
            "763 million",
            "An estimated 763 million women marry.",
            "An estimated 736 million women marry.",
        ),
        ("DV501", "75.3%", "Some 75.3% of victims are women.", "Some 73.5% of victims are women."),
        ("DV501", "57%", SHARES.replace("approximately 55% to 60%", "57%"), SHARES),
        ("DV501", "one in three", "Of girls, one in three left school.", "Of girls, one in four left school."),
        ("DV501", "35th", "He was the 35th president.", "He was the 34th president of the country."),
        ("DV502", "55% to 65%", SHARES.replace("60%", "65%"), SHARES),
        ("DV502", "60%", SHARES.replace("approximately 55% to 60%", "60%"), SHARES),
        ("DV502", "60%", SHARES.replace("approximately 55% to 60%", "up to 60%"), SHARES),
        ("DV503", "", SHARES.replace("approximately ", ""), SHARES),
        ("DV503", "", "The city lost 300 beds.", "The city lost at least 300 beds."),
        ("DV503", "", "The city lost 300 beds.", "The city lost nearly 300 beds."),
        ("DV504", "less than", "The city lost less than 300 beds.", "The city lost more than 300 beds."),
        ("DV504", "up to", "The city lost up to 300 beds.", "The city lost at least 300 beds."),
        ("DV505", "texts", HOTLINE.replace("calls", "texts"), HOTLINE),
        ("DV505", "%", "Rents rose by 5%.", "Rents rose by 5 percentage points."),
        ("DV505", "billion", "The fund paid 2.9 billion dollars.", "The fund paid 2.9 million dollars."),
        ("DV505", "euros", "The visit costs 20 euros.", "The visit costs 20 dollars."),
        ("DV506", "2015", HOTLINE.replace("2014", "2015"), HOTLINE),
        ("DV506", "From 2007 to 2011", SHARES.replace("2010", "2011"), SHARES),
        ("DV506", "2009", SHARES.replace("From 2007 to 2010", "In 2009"), SHARES),
        ("DV507", "500", HOTLINE.replace("calls and", "calls, 500 e-mails and"), HOTLINE),
        ("DV508", "19,427", "It took 19,427 calls.", "It took about 19,000 calls."),
        ("DV509", "20,000", "It took over 20,000 calls.", "It took 19,427 calls."),
        ("DV510", "1,963", HOTLINE.replace("12,408", "x").replace("1,963", "12,408").replace("x", "1,963"), HOTLINE),
        ("DV510", "60%", "Some 60% of men and 40% of women left.", "Some 40% of men and 60% of women left."),
        ("DV511", "women", "About 55% of women are affected.", "About 55% of victims are affected."),
    ],
)
def test_one_fault_one_edit_at_the_atom(code: str, at: str, claim: str, statement: str) -> None:
    found = faults(claim, statement)
    assert [(e.reason.value, e.left.cut(claim)) for e in found] == [(code, at)]
    assert found[0].message.endswith(".")


@pytest.mark.parametrize(
    ("claim", "statement"),
    [
        ("Their stay lasted 18 years.", "They stayed from 1545 to 1563."),
        ("He died at the age of 95.", "He lived from October 25, 1917 to November 8, 2012."),
        ("Five people died.", "Two women and three men died."),
        ("Uranium-235 is rare.", "The isotope is rare."),
        ("The hotline is open 24/7.", "The hotline is open."),
        ("He was born in 1898.", "He (1898–1980) was a judge."),
        ("He served from 1939 until he left in 1975.", "He served from 1939 to 1975."),
        ("It did not open in 2018.", "It opened in 2014."),
    ],
)
def test_what_follows_or_is_no_figure_needs_no_counterpart(claim: str, statement: str) -> None:
    assert faults(claim, statement) == []


@pytest.mark.parametrize(
    ("claim", "statement"),
    [
        ("It helped 1,963 callers and answered 12,408 calls in 2014.", HOTLINE),
        ("The hotline answered 12,408 calls.", "Beds are rare. " + HOTLINE + " In 2015 it moved."),
        ("Rates fell to 12.8% in 2015, from 15.4% in 2010.", "Rates were 15.4% in 2010. In 2015 they were 12.8%."),
    ],
)
def test_reordered_merged_and_split(claim: str, statement: str) -> None:
    assert faults(claim, statement) == []


def test_a_figure_in_another_role_is_named_and_not_called_missing() -> None:
    claim = HOTLINE.replace("12,408", "1,963")
    (fault,) = faults(claim, HOTLINE)
    assert fault.reason.value == "DV501"
    assert fault.left.start == claim.index("1,963")
    assert "12,408" in fault.message
    assert "another role" in fault.message


def test_a_dropped_qualifier_is_put_back_by_its_replacement() -> None:
    claim = SHARES.replace("approximately ", "")
    (fault,) = faults(claim, SHARES)
    assert claim[: fault.left.start] + str(fault.replacement) + claim[fault.left.end :] == SHARES


@pytest.mark.parametrize(
    ("claim", "statement", "codes"),
    [
        (
            "The line answered calls and helped callers.",
            "The line answered 408 calls and helped 63 callers.",
            ["DV513"] * 2,
        ),
        ("The line answered calls.", "The line answered calls. It moved and paid 40 people.", []),
    ],
)
def test_a_dropped_figure_is_an_info_only_where_its_words_stand(claim: str, statement: str, codes: list[str]) -> None:
    edits = compare(claim, statement).edits
    assert [e.reason.value for e in edits] == codes
    assert all(e.harm is Harm.LESS for e in edits)


def test_what_figures_cover_is_their_whole_notation() -> None:
    claim, statement = "It cost $20.50 in all.", "It cost twenty dollars and fifty cents in all."
    done = compare(claim, statement)
    assert [s.cut(claim) for s in done.left_covered if len(s) > 1] == ["$20.50"]
    assert "twenty dollars and fifty cents" in [s.cut(statement) for s in done.right_covered]


def test_contacts_are_left_to_their_own_rules() -> None:
    assert compare("Call 1-888-373-7878 now.", "Call 1-888-373-7888 now.").edits == ()


def test_a_part_and_its_whole_are_one_share() -> None:
    for statement in ("7/52 kilns cracked.", "13.5% of kilns cracked."):
        assert reasons("7 out of 52 kilns cracked.", statement) == []
        assert reasons("9 out of 52 kilns cracked.", statement) != []


def test_the_first_phase_is_not_the_second() -> None:
    assert reasons("Digging began in Phase I.", "Digging began in Phase II.") != []
    assert reasons("Digging began in Phase I.", "Digging began in phase 1.") == []


def test_a_rate_is_the_same_however_it_is_said() -> None:
    for one, other in (
        ("8 mL daily", "8 mL per day"),
        ("8 mL/day", "8 mL every day"),
        ("3 TWh a year", "3,000 GWh per year"),
    ):
        for left, right in ((one, other), (other, one)):
            assert reasons(f"They used {left}.", f"They used {right}.") == []
    assert reasons("They used 8 mL weekly.", "They used 8 mL a day.") != []
