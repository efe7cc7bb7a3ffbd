"""Every notation of a figure, and what is read of it."""

from __future__ import annotations

import math

import pytest

from dvht_lint.model import Kind, Qualifier, Quantity
from dvht_lint.quantities import describe, read_quantities


def only(text: str, language: str = "") -> Quantity:
    found = [q for q in read_quantities(text, language) if not q.incidental or q.kind is not Kind.DURATION]
    assert len(found) == 1, [describe(q) for q in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They answered 19,427 calls.", 19427),
        ("They answered 19427 calls.", 19427),
        ("They answered 19 427 calls.", 19427),
        ("They answered 19\u00a0427 calls.", 19427),
        ("They answered nineteen thousand four hundred and twenty-seven calls.", 19427),
        ("They answered 2.9 million calls.", 2_900_000),
        ("They answered two point nine million calls.", 2_900_000),
        ("They answered 2,900,000 calls.", 2_900_000),
        ("They answered 2.9m calls and", None),
        ("They answered 12 calls.", 12),
        ("They answered twelve calls.", 12),
        ("They answered a dozen calls.", 12),
        ("They answered two dozen calls.", 24),
        ("They answered half a million calls.", 500_000),
        ("They answered a hundred and five calls.", 105),
        ("They answered 100K calls.", 100_000),
        ("They answered three lakh calls.", 300_000),
        ("They answered twenty—five calls.", 25),
        ("They answered 3½ calls.", 3.5),
        ("They answered 3 1/2 calls.", 3.5),
        ("They answered three and a half calls.", 3.5),
        ("They lost .5 points.", 0.5),
        ("The balance was -40 points.", -40),
        ("The balance was minus forty points.", -40),
    ],
)
def test_cardinals(text: str, value: float | None) -> None:
    if value is None:
        assert read_quantities(text)[0].span.cut(text).startswith("2.9")
        return
    quantity = only(text)
    assert quantity.kind is Kind.NUMBER
    assert quantity.value_low == quantity.value_high == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("55% of victims", 55, 55),
        ("55 percent of victims", 55, 55),
        ("55 per cent of victims", 55, 55),
        ("fifty-five percent of victims", 55, 55),
        ("one in four victims", 25, 25),
        ("1 out of every 4 victims", 25, 25),
        ("one of every four victims", 25, 25),
        ("a quarter of victims", 25, 25),
        ("two-thirds of victims", 200 / 3, 200 / 3),
        ("2 in 3 victims", 200 / 3, 200 / 3),
        ("two of three victims", 200 / 3, 200 / 3),
        ("half of victims", 50, 50),
        ("55% to 60% of victims", 55, 60),
        ("55–60 percent of victims", 55, 60),
        ("between 55 and 60 per cent of victims", 55, 60),
        ("from 55% to 60% of victims", 55, 60),
        ("85 -95% of victims", 85, 95),
        ("¾ of victims", 75, 75),
    ],
)
def test_shares(text: str, low: float, high: float) -> None:
    quantity = only(text)
    assert quantity.dimension == "share"
    assert (quantity.value_low, quantity.value_high) == pytest.approx((low, high))
    assert quantity.base == "victims"


@pytest.mark.parametrize(
    ("text", "code", "low", "high"),
    [
        ("It cost $2.9 million.", "USD", 2.9e6, 2.9e6),
        ("It cost US$32bn.", "USD", 32e9, 32e9),
        ("It cost $1.2m.", "USD", 1.2e6, 1.2e6),
        ("It cost 20 euros.", "EUR", 20, 20),
        ("It cost €20.", "EUR", 20, 20),
        ("It cost EUR 20.", "EUR", 20, 20),
        ("It cost twenty dollars and fifty cents.", "USD", 20.5, 20.5),
        ("It cost $20.50.", "USD", 20.5, 20.5),
        ("It cost two pounds one penny.", "GBP", 2.01, 2.01),
        ("It cost $20 to $30 million.", "USD", 20e6, 30e6),
        ("It cost $10-20.", "USD", 10, 20),
        ("It cost between 10 dollars and 20 dollars.", "USD", 10, 20),
        ("It cost two cents.", "USD", 0.02, 0.02),
        ("It cost 42 Swiss francs.", "CHF", 42, 42),
    ],
)
def test_money(text: str, code: str, low: float, high: float) -> None:
    quantity = only(text)
    assert quantity.kind is Kind.MONEY
    assert quantity.unit == code
    assert (quantity.value_low, quantity.value_high) == pytest.approx((low, high))


@pytest.mark.parametrize(
    ("text", "dimension", "value"),
    [
        ("It is 1.5 cm wide.", "length", 0.015),
        ("It is 15 mm wide.", "length", 0.015),
        ("It weighs 3 kg.", "mass", 3),
        ("It weighs six pounds of meat.", "mass", 2.72155422),
        ("It is 70°F outside.", "temperature", 190 / 9),
        ("It is seventy degrees Fahrenheit outside.", "temperature", 190 / 9),
        ("It covers 18.52 km².", "area", 18.52e6),
        ("It covers 18.52 square kilometers.", "area", 18.52e6),
        ("It ran at 60 km/h.", "length/time", 60 / 3.6),
        ("It ran at sixty kilometers per hour.", "length/time", 60 / 3.6),
        ("It used 12 TWh.", "energy", 4.32e16),
        ("It lasted 180 minutes.", "time", 10800),
        ("It lasted three hours.", "time", 10800),
        ("It lasted 1 hour and 30 minutes.", "time", 5400),
        ("It lasted an hour and a half.", "time", 5400),
        ("It lasted 18 months.", "time", 1.5 * 31556952),
    ],
)
def test_measures_and_durations(text: str, dimension: str, value: float) -> None:
    quantity = only(text)
    assert quantity.dimension == dimension
    assert quantity.value_low == pytest.approx(value, rel=1e-6)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("in 2011", "[2011-01-01, 2011-12-31]"),
        ("in nineteen eighty-six", "[1986-01-01, 1986-12-31]"),
        ("in twenty twelve", "[2012-01-01, 2012-12-31]"),
        ("between 2007 and 2010", "[2007-01-01, 2010-12-31]"),
        ("from 2007 to 2010", "[2007-01-01, 2010-12-31]"),
        ("2007–2010", "[2007-01-01, 2010-12-31]"),
        ("2007-10", "[2007-01-01, 2010-12-31]"),
        ("on July 25, 2012", "2012-07-25"),
        ("on 25 July 2012", "2012-07-25"),
        ("on the twenty-fifth of July 2012", "2012-07-25"),
        ("on 2012-07-25", "2012-07-25"),
        ("July 25-27, 2012", "[2012-07-25, 2012-07-27]"),
        ("in July 2012", "[2012-07-01, 2012-07-31]"),
        ("the 1980s", "[1980-01-01, 1989-12-31]"),
        ("the 1980's", "[1980-01-01, 1989-12-31]"),
        ("the '80s", "[1980-01-01, 1989-12-31]"),
        ("the early 1990s", "[1990-01-01, 1993-12-31]"),
        ("Q2 2022", "[2022-04-01, 2022-06-30]"),
        ("the second quarter of 2022", "[2022-04-01, 2022-06-30]"),
    ],
)
def test_dates_and_periods(text: str, shown: str) -> None:
    quantity = only(text)
    assert quantity.kind in {Kind.DATE, Kind.PERIOD}
    assert shown in describe(quantity)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("at 1:59 p.m. EST", "13:59:00"),
        ("at one fifty-nine PM EST", "13:59:00"),
        ("at 14:10:30", "14:10:30"),
        ("at half past three", "03:30:00"),
        ("at quarter to one", "12:45:00"),
        ("at eight o'clock", "08:00:00"),
        ("at 5pm", "17:00:00"),
        ("at noon", "12:00:00"),
    ],
)
def test_times_of_day(text: str, shown: str) -> None:
    quantity = only(text)
    assert quantity.kind is Kind.TIME
    assert shown in describe(quantity)


@pytest.mark.parametrize(
    ("text", "qualifier", "low", "high"),
    [
        ("about 20,000 calls", Qualifier.ABOUT, 18_000, 22_000),
        ("approximately 19,427 calls", Qualifier.ABOUT, 18_455.65, 20_398.35),
        ("~400 calls", Qualifier.ABOUT, 360, 440),
        ("more than 400 calls", Qualifier.MORE_THAN, 400, math.inf),
        ("over 400 calls", Qualifier.MORE_THAN, 400, math.inf),
        ("at least 400 calls", Qualifier.AT_LEAST, 400, math.inf),
        ("no fewer than 400 calls", Qualifier.AT_LEAST, 400, math.inf),
        ("400 or more calls", Qualifier.AT_LEAST, 400, math.inf),
        ("400-plus calls", Qualifier.AT_LEAST, 400, math.inf),
        ("400+ calls", Qualifier.AT_LEAST, 400, math.inf),
        ("up to 400 calls", Qualifier.AT_MOST, 0, 400),
        ("no more than 400 calls", Qualifier.AT_MOST, 0, 400),
        ("as many as 400 calls", Qualifier.AT_MOST, 0, 400),
        ("fewer than 400 calls", Qualifier.LESS_THAN, 0, 400),
        ("girls under the age of 18", Qualifier.LESS_THAN, 0, 18),
        ("nearly 400 calls", Qualifier.NEARLY, 360, 400),
        ("more than half of calls", Qualifier.MORE_THAN, 50, 100),
        ("<5% of calls", Qualifier.LESS_THAN, 0, 5),
    ],
)
def test_qualifiers(text: str, qualifier: Qualifier, low: float, high: float) -> None:
    quantity = only(text)
    assert quantity.qualifier is qualifier
    assert (quantity.low, quantity.high) == pytest.approx((low, high))
    assert quantity.qualifier_span is not None


@pytest.mark.parametrize(
    ("text", "kind", "low", "high"),
    [
        ("women aged 18-24", Kind.AGE, 18, 24),
        ("girls between the ages of 12 and 14", Kind.AGE, 12, 14),
        ("girls under the age of 18", Kind.AGE, 18, 18),
        ("an 18-year-old girl", Kind.AGE, 18, 18),
        ("she turned 18 in prison", Kind.AGE, 18, 18),
        ("at the age of thirteen months", Kind.AGE, 13 / 12, 13 / 12),
        ("twice as many", Kind.MULTIPLE, 2, 2),
        ("three times as many", Kind.MULTIPLE, 3, 3),
        ("5x more", Kind.MULTIPLE, 5, 5),
        ("15 deaths per 100,000", Kind.RATE, 0.00015, 0.00015),
        ("every fifteen seconds", Kind.RATE, 15, 15),
        ("four times a minute", Kind.RATE, 15, 15),
        ("a rise of 5 percentage points", Kind.POINTS, 5, 5),
        ("the 37th president", Kind.ORDINAL, 37, 37),
        ("the thirty-seventh president", Kind.ORDINAL, 37, 37),
        ("20 to 30 million people", Kind.NUMBER, 20e6, 30e6),
        ("2 or 3 people", Kind.NUMBER, 2, 3),
    ],
)
def test_other_kinds(text: str, kind: Kind, low: float, high: float) -> None:
    quantity = only(text)
    assert quantity.kind is kind
    assert (quantity.value_low, quantity.value_high) == pytest.approx((low, high))


@pytest.mark.parametrize(
    "text",
    [
        "Under 22 U.S.C. § 7102(9) the term covers both.",
        "The Senate passed S.146 at once.",
        "Title IX and Section 107(b) apply.",
        "Public Law 106-386 and H.R. 2620 apply.",
        "The T visa and the U visa help.",
        "A T2 form is needed.",
        "COVID-19 changed that.",
        "Uranium-235 is rare.",
        "The crew of Apollo 11 landed.",
        "It is one of the Fortune 500.",
        "See Table 3 and step 2.",
        "World War Two ended.",
        "Call 1-888-373-7888 now.",
        "Text BEFREE (233-733) for help.",
        "Dial 1-800-799-SAFE for help.",
        "It is open 24/7.",
        "It is open 24 hours a day, 7 days a week.",
        "He shops at 7-Eleven.",
        "See https://example.org/2011/40 for more.",
        "Write to desk40@example.org for more.",
        "It has the ISBN 978-0-306-40615-7.",
        "See doi:10.1000/182 for more.",
        "Version 1.2.3 is out.",
        "2. Call the office.",
        "The note [3] explains it.",
        "One of the callers said so to no one.",
        "They helped one another.",
        "She was the first to call.",
        "The book came out in 2011.",
        "He may march on.",
    ],
)
def test_what_is_no_statistic(text: str) -> None:
    assert [describe(q) for q in read_quantities(text) if q.is_statistic] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [("They helped 2,9453 victims.", 2945), ("About 24%1 of them called.", 24), ("He turned 18.7 He left.", 18)],
)
def test_a_note_mark_glued_to_a_figure(text: str, value: float) -> None:
    quantity = next(q for q in read_quantities(text) if q.malformed)
    assert quantity.value_low == value


def test_a_note_mark_glued_to_a_year() -> None:
    quantity = only("It has been open since 202212—and still is.")
    assert quantity.malformed
    assert "2022-01-01" in describe(quantity)


@pytest.mark.parametrize(
    "text",
    [
        "They served 2,945 people.",
        "They served 18.7 million people.",
        "She is 18.7 years old.",
        "In 2011, 19,427 called.",
    ],
)
def test_well_formed_figures(text: str) -> None:
    assert not any(q.malformed for q in read_quantities(text))


def test_roles() -> None:
    text = (
        "According to worldwide data, between 2007 and 2010, approximately 55% to 60% of the total number of detected "
        "victims were women."
    )
    period, share = read_quantities(text)
    assert share.base == "detected victims"
    assert share.base_span is not None
    assert share.base_span.cut(text) == "detected victims"
    assert share.period is not None
    assert share.period.text == "between 2007 and 2010"
    assert share.period_span == period.span
    assert share.qualifier_span is not None
    assert share.qualifier_span.cut(text) == "approximately"


def test_each_figure_has_the_noun_it_counts_and_the_date_of_its_clause() -> None:
    text = (
        "In 2011 the line answered 19,427 calls and reached 2,945 potential victims, while 12 clinics opened in 2014."
    )
    units = {q.text: (q.unit, q.period.text if q.period else "") for q in read_quantities(text) if q.is_statistic}
    assert units == {"19,427": ("call", "2011"), "2,945": ("victim", "2011"), "12": ("clinic", "2014")}


def test_a_bound_after_the_figure_does_not_hide_the_noun() -> None:
    assert only("It took 300-plus calls.").unit == "call"
    assert only("It took 300 or more calls.").unit == "call"


def test_spans_are_the_text() -> None:
    text = (
        "Nearly one in five women (19.7%) paid $2.9 million on 25 July 2012 at 5 p.m.; 60 km/h, 3½ cups, 18-24 girls."
    )
    for quantity in read_quantities(text):
        assert quantity.span.cut(text) == quantity.text
        for span in (quantity.unit_span, quantity.base_span, quantity.qualifier_span, quantity.period_span):
            assert span is None or 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize(
    "text", ["", " ", ".", "-", "$", "a", "one", "½", "(", "%", "between", "from 1 to", "1-", "1,", "\u0663"]
)
def test_scraps_are_read_without_a_stumble(text: str) -> None:
    assert len(read_quantities(text)) <= 1
