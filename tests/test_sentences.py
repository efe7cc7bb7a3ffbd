import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvht_lint.sentences import split


def sentences(text, language=""):
    return [span.cut(text) for span in split(text, language)]


@pytest.mark.parametrize(
    "expected",
    [
        ["The U.S. hotline opened in 2007.", "It answers calls day and night."],
        ["It is the largest in the U.S. by far."],
        ["The line serves the whole of the U.S.", "In 2012 it grew."],
        ["The line serves callers across the U.S.", "Advocates use it daily."],
        ["The U.S. Department of State reports each year."],
        ["The U.S. Congress passed the act."],
        ["Throughout the U.S. Census data tell the same story."],
        ["Dabby, F. C. wrote the guide.", "It was revised."],
        ["Dr. J. R. Smith and Mrs. Jones met.", "They agreed."],
        ["It opens at 9 a.m. and closes at 5 p.m.", "Callers may leave a message."],
        ["Call before 5 p.m. Monday or 9 a.m. ET on any other day."],
        ["The rate was 2.9 per cent.", "Costs rose to $2.9 million."],
        ["Public Law 106-386 (Pub. L. 106-386, 114 Stat. 1464) is known as the TVPA.", "See 22 U.S.C. § 7102."],
        ["Approx. 300 shelters (see Fig. 3 and No. 5) answered.", "Most were small."],
        ["Logan et al. interviewed 600 women.", "Smith et al. (2010) did not."],
        ["It compares shelters vs. clinics.", "Both matter."],
        ["The report calls it “a hidden crime.”", "Others disagree."],
        ['She said, "It is so."', "Then she left."],
        ["He asked, “Why me?” and hung up.", "Nobody knew."],
        ["(See the table above.)", "The rest is unknown."],
        ["Calls fell (from 40 to 30).", "Texts rose."],
        ["Calls rose; texts fell; chats did not change."],
        ["Calls rose.[3]", "Texts fell."],
        ["Calls rose.3", "Texts fell."],
        ["Visit www.example.org.", "It is free."],
        ["Read https://example.org/a.html?x=1.2 today.", "It is free."],
        ["Wait … and then go on."],
        ["It tests for vitamin A.", "The result is sent."],
        ["Is it so?", "No!", "It is not."],
        ["In St. Louis, Mt. Vernon and Ft. Worth, Lt. Gov. Brown spoke."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(expected):
    assert sentences(" ".join(expected)) == expected


def test_a_list_number_goes_with_its_sentence():
    assert sentences("1. Keep records. Lock them.") == ["1. Keep records.", "Lock them."]


def test_a_wrapped_sentence_is_one():
    assert sentences("Calls rose\nin 2011. Texts\r\nfell.") == ["Calls rose\nin 2011.", "Texts\r\nfell."]


def test_other_languages():
    assert sentences("¿Qué es? El 55 % de las víctimas.", "es") == ["¿Qué es?", "El 55 % de las víctimas."]
    assert sentences("Das ist z. B. so. Und gut.", "de-AT") == ["Das ist z. B. so.", "Und gut."]


def test_offsets_are_code_points():
    text = "😀 Ünï. Two."
    assert sentences(text) == ["😀 Ünï.", "Two."]


def test_nothing_is_no_sentence():
    assert split("") == split(" \n ") == []


@given(st.text(alphabet="aAbU.S1 29%$“”\"'()[]?!…;:\n§😀é-", max_size=80))
def test_spans_are_in_order_and_hold_every_character(text):
    spans = split(text)
    ends = [0, *(span.end for span in spans)]
    starts = [*(span.start for span in spans), len(text)]
    for end, start in zip(ends, starts, strict=True):
        assert end <= start
        assert not text[end:start].strip()
    for span in spans:
        assert span.cut(text) == span.cut(text).strip() != ""


@given(st.lists(st.sampled_from(["Calls rose by 5%.", "Did they?", "They did!", "It fell, too."]), min_size=1))
def test_joined_sentences_come_apart_again(parts):
    assert sentences(" ".join(parts)) == parts


def test_sentences_go_on_from_one_window_to_the_next():
    sentence = "Callers " + "and callers " * 300 + "hang up."
    text = " ".join([sentence] * 20)
    assert sentences(text) == [sentence] * 20
    endless = "word, " * 10_000 + "end."
    assert sentences(f"One. {endless} Two.") == ["One.", endless, "Two."]
