import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvht_lint.contacts import covered, read_mentions, spell
from dvht_lint.text import Mark, MarkKind, Prose, Span


def read(text, *fields):
    return [(m.field, m.value) for m in read_mentions(Prose(text)) if not fields or m.field in fields]


def phones(text):
    return [m.text for m in read_mentions(Prose(text)) if m.field == "phone"]


@pytest.mark.parametrize(
    ("word", "digits"),
    [
        ("BEFREE", "233733"),
        ("BeFree", "233733"),
        ("SAFE", "7233"),
        ("HOPE", "4673"),
        ("7NATIVE", "7628483"),
        ("4-A-CHILD", "4224453"),
    ],
)
def test_a_word_dials_its_keys(word, digits):
    assert spell(word) == digits


@pytest.mark.parametrize(
    "number",
    [
        "1-888-373-7888", "888-373-7888", "(888) 373-7888", "1 (888) 373-7888", "+1 888 373 7888", "888.373.7888", "1.888.373.7888",
        "1–888–373–7888", "1-888-3737-888", "1 888 373 7888",
    ],
)  # fmt: skip
def test_one_number_in_any_notation(number):
    assert read(f"Call {number} for help.") == [("phone", "+18883737888")]
    assert phones(f"Call {number} for help.") == [number]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Call 1-800-799-SAFE today.", "+18007997233"),
        ("1-800-THE-LOST", "+18008435678"),
        ("1-844-7NATIVE", "+18447628483"),
        ("1-800-4-A-CHILD", "+18004224453"),
        ("1-866-DHS-2-ICE", "+18663472423"),
        ("800.656.HOPE", "+18006564673"),
        ("1 800 656 HOPE", "+18006564673"),
    ],
)
def test_a_number_in_letters(text, value):
    assert read(text) == [("phone", value)]


def test_the_digits_in_brackets_say_the_letters_again():
    number, digits = read_mentions(Prose("1-800-799-SAFE (7233)"))
    assert (number.value, digits.value, digits.spelled) == ("+18007997233",) * 3
    assert digits.letters == "SAFE"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ring 0808 2000 247.", "08082000247"),
        ("Ring 08000 121 700, free.", "08000121700"),
        ("+44 808 2000 247", "+448082000247"),
        ("1800 737 732", "1800737732"),
        ("Appelez le 3919.", "3919"),
        ("Chiama il 1522.", "1522"),
        ("Call or text 911? No: call 911.", "911"),
    ],
)
def test_numbers_of_other_countries_and_short_ones(text, value):
    assert ("phone", value) in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "In 2011 the line answered 19,427 calls and 2,945 texts.",
        "Between 2007 and 2010, 55-60 percent of 12,345 women called.",
        "See 22 U.S.C. 7102(9), 45 CFR 164.512 and Pub. L. 106-386, 114 Stat. 1464.",
        "ISBN 978-3-16-148410-0, ISBN 0-8039-4521-3, doi 10.1177/1077801214528581.",
        "Version 1.25.100.3 of 2012-11-05, grant 2012-VT-BX-K003.",
        "Write to 51 Example Street, Boston, MA 02110-1301; see Clause 252.227-7013 (c).",
        "The balance moved by +35236450.6 units.",
        "Ages 15-19, 20-24 and 25-29; scores of 100 200 300 4000.",
        "We call 300 women a month; they call 50 people a day.",
        "It received 41 088 contacts in 2018-2019, 10 949 of them by text.",
        "Of 100 texts 40 came from victims; text messages reached 12000 women.",
        "The report of 2010-2011-2012 covers 1 888 373 cases.",
    ],
)
def test_a_statistic_is_no_contact(text):
    assert read(text) == []
    assert covered(text) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("by texting “BEFREE” (233-733)", [("keyword", "BEFREE"), ("sms", "233733")]),
        ("text HELP to 233733", [("keyword", "HELP"), ("sms", "233733")]),
        ("Text START to 88788.", [("keyword", "START"), ("sms", "88788")]),
        ("text “HELP” to BeFree (233733)", [("keyword", "HELP"), ("keyword", "BEFREE"), ("sms", "233733")]),
        ("Send a text to 233733 (BEFREE)", [("sms", "233733"), ("keyword", "BEFREE")]),
        ("text 988", [("sms", "988")]),
        ("text the word HOME to 741741", [("keyword", "HOME"), ("sms", "741741")]),
        ("SMS: 233733", [("sms", "233733")]),
    ],
)
def test_text_codes_and_their_words(text, found):
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "letters"),
    [("texting “BEFREE” (233-733)", "BEFREE"), ("text START to 88788", ""), ("text 233733 (BEFREE)", "BEFREE")],
)
def test_only_a_word_beside_the_code_spells_it(text, letters):
    (code,) = (m for m in read_mentions(Prose(text)) if m.field == "sms")
    assert code.letters == letters


@pytest.mark.parametrize(
    "text",
    [
        "24/7", "24 hours a day, 7 days a week", "24 hours a day, seven days a week", "around the clock", "24/7/365",
        "twenty-four hours a day, every day", "24 hours a day, 7 days a week, every day of the year", "24h/24 et 7j/7",
    ],
)  # fmt: skip
def test_always_open_in_any_words(text):
    assert read(f"The line is open {text}.") == [("hours", "24/7")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12 hours a day, 5 days a week", "12/5"),
        ("9 a.m. to 5 p.m.", "9:00-17:00"),
        ("7am-10pm", "7:00-22:00"),
        ("noon to midnight", "12:00-0:00"),
        ("a 24-hour hotline", "24/"),
    ],
)
def test_other_hours(text, value):
    assert read(text) == [("hours", value)]


@pytest.mark.parametrize(
    ("text", "problem", "correction"),
    [
        ("malito:help@example.org", True, "mailto:help@example.org"),
        ("mialto:help@example.org", True, "mailto:help@example.org"),
        ("mailto:help@example.org", False, ""),
        ("e-mail: help@example.org", False, ""),
        ("info@shelter,org", True, "info@shelter.org"),
        ("info@shelter..org", True, "info@shelter.org"),
    ],
)
def test_e_mail_addresses(text, problem, correction):
    (mention,) = read_mentions(Prose(f"Write to {text} today."))
    assert mention.field == "email"
    assert bool(mention.problem) == problem
    assert mention.correction == correction


@pytest.mark.parametrize(
    ("text", "problem", "value"),
    [
        ("https://www.example.org/chat/", False, "example.org/chat"),
        ("www.example.org", False, "example.org"),
        ("Example.org", False, "example.org"),
        ("http//example.org", True, "example.org"),
        ("htp://example.org", True, "example.org"),
        ("https//:example.org", True, "example.org"),
        ("http://http://example.org", True, "example.org"),
        ("www,example.org", True, "example.org"),
    ],
)
def test_web_addresses(text, problem, value):
    (mention,) = read_mentions(Prose(f"See {text}."))
    assert (mention.field, mention.value, bool(mention.problem)) == ("url", value, problem)
    assert mention.text == text


def test_the_target_of_a_link_is_read_too():
    link = Mark(MarkKind.LINK, Span(0, 8), "malito:help@example.org", target_source=Span(13, 36))
    prose = Prose("Write to us", marks=(link,))
    (mention,) = read_mentions(prose)
    assert (mention.value, mention.correction) == ("help@example.org", "mailto:help@example.org")
    assert (mention.span, mention.place) == (Span(0, 8), Span(13, 36))


def test_the_target_of_a_link_is_never_taken_for_its_text():
    prose = Prose("“Write” to us", marks=(Mark(MarkKind.LINK, Span(0, 7), "malito:help@example.org"),))
    (mention,) = read_mentions(prose)
    assert (mention.text, mention.place) == ("malito:help@example.org", None)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("1-888-373-788", True),
        ("1-888-373-78888", True),
        ("1-888-3737-888", True),
        ("1-888-373-7888", False),
        ("1-8883737888", False),
    ],
)
def test_a_number_that_cannot_be_dialled_says_why(text, problem):
    (mention,) = read_mentions(Prose(text))
    assert bool(mention.problem) == problem


def test_an_extension_is_covered_but_not_part_of_the_number():
    text = "Call (888) 373-7888, ext. 12 today."
    assert phones(text) == ["(888) 373-7888"]
    assert [span.cut(text) for span in covered(text)] == ["(888) 373-7888, ext. 12"]


def test_all_that_is_covered_in_a_blurb():
    text = "It takes calls 24/7. Call 1-800-799-SAFE (7233) or text START to 88788; it answered 2,000 calls in 2019."
    assert [span.cut(text) for span in covered(text)] == ["24/7", "1-800-799-SAFE", "7233", "88788"]


def test_hours_are_covered_where_somebody_is_to_be_called():
    assert covered("The hotline is open 12 hours a day, 5 days a week.")
    assert not covered("The mill ran 12 hours a day, 5 days a week.")


_DIGITS = st.text("0123456789", min_size=7, max_size=7)


@given(
    st.sampled_from(["800", "888", "877", "866", "855", "844", "833", "202", "415"]), _DIGITS, st.sampled_from("-.–")
)
def test_any_north_american_number_is_one_number(area, rest, mark):
    forms = [
        f"1{mark}{area}{mark}{rest[:3]}{mark}{rest[3:]}",
        f"({area}) {rest[:3]}{mark}{rest[3:]}",
        f"+1{area}{rest}",
    ]
    assert [read(f"Call {form} now", "phone") for form in forms] == [[("phone", f"+1{area}{rest}")]] * 3


@given(st.text("ABCefgh 0123456789-.()/@:+,“”'\n texcalhopkmw", max_size=80))
def test_every_span_is_its_text(text):
    for mention in read_mentions(Prose(text)):
        assert mention.span.cut(text) == mention.text
    spans = covered(text)
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
