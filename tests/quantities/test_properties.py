"""Writing a quantity in any two of its notations and reading both gives equal sets; one changed atom gives one finding."""

from __future__ import annotations

import math

from hypothesis import example, given, settings
from hypothesis import strategies as st

from dvht_lint.comparison.figures.comparing import compare_figures
from dvht_lint.model import Harm, Quantity
from dvht_lint.quantities import describe, read_quantities
from tests.quantities import notations
from tests.quantities.notations import Sentence

PIECES = """one two twenty hundred and thousand million of in to between from half a third quarter 5 1,000 2.5 % percent $
dollars years old in 2011 May July th - – about at least more than women per 100,000 , . ( )"""
EXAMPLES = settings(max_examples=300, deadline=None)


def read_one(text: str) -> Quantity:
    found = read_quantities(text)
    assert len(found) == 1, [describe(q) for q in found]
    return found[0]


def assert_same(forms: list[str], frame: str) -> None:
    read = [read_one(frame.format(form)) for form in forms]
    for form, quantity in zip(forms, read, strict=True):
        first = read[0]
        assert quantity.dimension == first.dimension, form
        assert math.isclose(quantity.value_low, first.value_low, rel_tol=1e-9), form
        assert math.isclose(quantity.value_high, first.value_high, rel_tol=1e-9), form
        assert quantity.unit == first.unit, form


@EXAMPLES
@given(st.integers(2, 999_999_999))
def test_counts(number: int) -> None:
    assert_same(notations.count_forms(number), "The office took {} calls that year.")


@EXAMPLES
@given(notations.shares)
def test_shares(percent: int) -> None:
    assert_same(notations.share_forms(percent), "It helped {} of the callers.")


@EXAMPLES
@given(st.integers(1, 60), st.integers(1, 39))
def test_ranges(low: int, width: int) -> None:
    assert_same(notations.range_forms(low, low + width), "It helped {} of callers.")


@EXAMPLES
@given(st.integers(2, 99_999_999))
def test_money(dollars: int) -> None:
    assert_same(notations.money_forms(dollars), "The building cost {} to repair.")


@EXAMPLES
@given(notations.YEARS, st.integers(0, 40))
def test_periods(first: int, years: int) -> None:
    assert_same(notations.period_forms(first, first + years), "It opened its doors {}.")


@EXAMPLES
@given(notations.sentences(), notations.picks, notations.picks)
def test_any_two_notations_agree(sentence: Sentence, one: list[int], other: list[int]) -> None:
    claim, statement = sentence.write(one), sentence.write(other)
    done = compare_figures(claim, read_quantities(claim), statement, read_quantities(statement))
    assert [e.message for e in done.edits] == []
    assert len(done.bindings) == 3


@EXAMPLES
@given(notations.faults(), notations.picks, notations.picks)
def test_one_changed_atom_is_flagged_once_with_its_own_rule(
    fault: tuple[Sentence, Sentence, set[str]], one: list[int], other: list[int]
) -> None:
    sentence, changed, codes = fault
    claim, statement = changed.write(one), sentence.write(other)
    done = compare_figures(claim, read_quantities(claim), statement, read_quantities(statement))
    found = [e.reason.value for e in done.edits if e.harm is Harm.MORE]
    assert len(found) == 1, (claim, statement, [e.message for e in done.edits])
    assert found[0] in codes, (claim, statement, [e.message for e in done.edits])


@EXAMPLES
@given(st.text(alphabet="0123456789.,-–%$€£()/:'\" \n½abctoinfrde ", max_size=60))
@example("between 1 and")
@example("1/0")
@example("0/0 0/7")
@example("$-5–")
def test_any_text_is_read_without_an_error_and_every_span_lies_in_it(text: str) -> None:
    end = 0
    for quantity in read_quantities(text):
        assert 0 <= quantity.span.start < quantity.span.end <= len(text)
        assert quantity.span.start >= end
        assert quantity.span.cut(text) == quantity.text
        assert not math.isnan(quantity.low)
        assert not math.isnan(quantity.high)
        end = quantity.span.end


@EXAMPLES
@given(
    st.lists(
        st.sampled_from(PIECES.split()),
        max_size=14,
    )
)
def test_any_sequence_of_words_is_read_without_an_error(words: list[str]) -> None:
    text = " ".join(words)
    quantities = read_quantities(text)
    assert all(q.span.cut(text) == q.text for q in quantities)
    done = compare_figures(text, quantities, text, quantities)
    assert [e.message for e in done.edits if e.harm is Harm.MORE] == []
