"""Comparing wordings: one fault, one edit; the same meaning, none; and what holds of any two texts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dvht_lint.comparison import compare
from dvht_lint.comparison.aligning.reading import LONGEST, read
from dvht_lint.model import Edge, Harm, Reason, Settings
from tests.comparison.wordings import claim, comparison, edits, reasons, source, statement

GENRE = (
    "Survivors of stalking often move house, and many lose their jobs.",
    "In 2013 the county's shelters took in 1,204 women and 1,530 children.",
    "Advocates may refer suspected victims of trafficking to a clinic unless they refuse.",
    "According to the Harbor Alliance, rents in Dayton rose faster than wages.",
    "The visa does not cover parents; it covers spouses and children under 21.",
    "Partner violence is associated with depression among women who were strangled.",
    "Most callers had never told anyone, and few had seen a doctor.",
)


@pytest.mark.parametrize("text", GENRE)
def test_a_text_and_itself_have_no_edit(text: str) -> None:
    assert comparison(text, text).edits == ()


@pytest.mark.parametrize("text", GENRE)
def test_a_sentence_of_a_longer_statement_has_no_edit(text: str) -> None:
    around = f"The office opened in the spring. {text} It is funded by a levy."
    assert edits(text, around) == ()


@pytest.mark.parametrize("text", GENRE)
def test_another_order_of_sentences_has_no_edit(text: str) -> None:
    other = "Counselors keep every conversation confidential."
    assert edits(f"{other} {text}", f"{text} {other}") == ()


def test_an_edit_stands_at_the_changed_word_on_both_sides() -> None:
    left = "Police held three convicted recruiters in June."
    right = "Police held three alleged recruiters in June."
    (edit,) = edits(left, right)
    assert edit.reason is Reason.HEDGE
    assert edit.left.cut(left) == "convicted"
    assert edit.right.cut(right) == "alleged"
    assert edit.replacement == "alleged"


def test_what_is_missing_is_shown_at_the_word_it_belongs_to() -> None:
    left, right = "Victims receive care.", "Presumed victims receive care."
    (edit,) = edits(left, right)
    assert edit.left.cut(left) == "Victims"
    assert edit.replacement == "Presumed victims"


def test_a_claim_that_says_less_is_told_apart_from_one_that_says_more() -> None:
    (less,) = comparison("Abusers often control the money.", "Abusers usually control the money.").edits
    (more,) = comparison("Abusers usually control the money.", "Abusers often control the money.").edits
    assert (less.harm, more.harm) == (Harm.LESS, Harm.MORE)
    assert less.reason is more.reason is Reason.CERTAINTY


def test_two_faults_are_two_edits() -> None:
    found = reasons("All survivors always lose their homes.", "Some survivors sometimes lose their homes.")
    assert sorted(found) == ["CERTAINTY", "QUANTIFIER"]


def test_a_fault_in_a_figure_is_not_reported_again_as_wording() -> None:
    found = reasons("The shelter took in 212 families.", "The shelter took in 221 families.")
    assert found == ["NUMBER"]


def test_a_body_that_is_no_source_is_a_wrong_credit() -> None:
    sources = [source("Harbor Alliance", "Rents and Wages")]
    left, right = "According to the Urban Board, rents rose faster than wages.", "Rents rose faster than wages."
    assert reasons(left, right, sources) == ["ATTRIBUTION"]
    assert reasons("According to the Harbor Alliance, rents rose faster than wages.", right, sources) == []


def test_a_source_may_be_credited_by_its_parent_or_its_initials() -> None:
    right = "Most detected victims are women."
    office = [source("United Nations Office on Drugs and Crime", "Global Report")]
    for body in ("the United Nations", "the UN", "UNODC", "the United Nations Office on Drugs and Crime"):
        assert reasons(f"According to {body}, most detected victims are women.", right, office) == []
    assert reasons("According to the World Bank, most detected victims are women.", right, office) == ["ATTRIBUTION"]


def test_an_abbreviation_that_the_document_defines_is_the_name() -> None:
    left, right = "The SLN answers at night.", "The Statewide Survivor Line answers at night."
    assert not [e for e in comparison(left, right, SLN="Statewide Survivor Line").edits if e.harm is Harm.MORE]


def test_hedges_and_scope_words_of_the_configuration_are_known() -> None:
    own = Settings(hedges=("presumptively eligible",), scope_words=("tribal communities",))
    found = comparison("Survivors get a bed.", "Presumptively eligible survivors get a bed.", settings=own).edits
    assert [e.reason for e in found] == [Reason.HEDGE]
    found = comparison(
        "Half of callers were teens.", "In tribal communities, half of callers were teens.", settings=own
    ).edits
    assert [e.reason for e in found] == [Reason.SCOPE]


def test_a_translation_is_compared_by_its_figures_only() -> None:
    left, right = (
        claim("En 2013 el refugio atendió a 212 familias."),
        statement("In 2013 the shelter served 221 families."),
    )
    assert all(e.reason.value.startswith("DV5") for e in compare(left, right, Edge.TRANSLATION).edits)


def test_wording_that_nothing_explains_is_measured() -> None:
    same = comparison("The line helps callers.", "The line helps callers at night.")
    other = comparison("Brave neighbors build gentler streets.", "The line helps callers at night.")
    assert same.reworded == 0.0
    assert other.reworded > 0.9


def test_a_very_long_text_is_compared_by_its_beginning() -> None:
    assert len(read("shelter " * (LONGEST + 500))) == LONGEST


# Words of every class, so that classes meet.
VOCABULARY = """
shelter victims women girls may will not never some all most usually always police court in Kenya Texas 212 40% the of and
is are linked to causes if when detected alleged U.S. don't rose fell , . ; — “ ”
"""
WORDS = st.sampled_from(VOCABULARY.split())
TEXTS = st.lists(WORDS, max_size=30).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS)
def test_edits_lie_within_the_two_texts(left: str, right: str) -> None:
    found = comparison(left, right)
    for edit in found.edits:
        assert edit.left.end <= len(left)
        assert edit.right.end <= len(right)
        assert 0.0 <= edit.confidence <= 1.0
        assert edit.message.endswith((".", "”"))
    assert 0.0 <= found.reworded <= 1.0


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_any_text_and_itself_have_no_edit(text: str) -> None:
    assert comparison(text, text).edits == ()


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_no_text_breaks_the_comparison(left: str, right: str) -> None:
    comparison(left, right)
