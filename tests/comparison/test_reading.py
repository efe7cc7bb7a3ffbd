"""Reading a text into words: contractions, sentences, clauses, names."""

from __future__ import annotations

import pytest

from dvht_lint.comparison.aligning.reading import read


def lows(text: str) -> list[str]:
    return [form.low for form in read(text).forms]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They don’t call.", ["they", "do", "not", "call"]),
        ("She can't leave.", ["she", "can", "not", "leave"]),
        ("He won't stop.", ["he", "will", "not", "stop"]),
        ("They cannot leave.", ["they", "can", "not", "leave"]),
        ("We're here.", ["we", "are", "here"]),
        ("The survivor's home", ["the", "survivor", "home"]),
        ("the U.S.-based line", ["the", "u.s", "based", "line"]),
        ("José’s toll-free line", ["jose", "toll", "free", "line"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert lows(text) == expected


def test_each_word_keeps_its_place() -> None:
    text = "They don’t call, but José’s sister did."
    wording = read(text)
    assert [wording.words(at, at + 1) for at in range(len(wording))] == [
        "They", "do", "n’t", "call", "but", "José’s", "sister", "did",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Call now. It is free.", 2),
        ("Dr. Haddad runs the clinic.", 1),
        ("J. Ruiz wrote the bill.", 1),
        ("The U.S. Congress voted.", 1),
        ("Is it free? Yes.", 2),
        ("Rates rose 4.5 percent.", 1),
        ("It is free; it is confidential.", 1),
    ],
)
def test_sentences(text: str, sentences: int) -> None:
    assert read(text).sentence[-1] + 1 == sentences


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("labour", "labor"),
        ("organised", "organized"),
        ("women", "woman"),
        ("fled", "flee"),
        ("counselling", "counseling"),
        ("victims'", "victim"),
        ("exploited", "exploits"),
    ],
)
def test_forms_of_one_word_have_one_stem(one: str, two: str) -> None:
    assert read(one).forms[0].stem == read(two).forms[0].stem


def test_an_ordinary_first_word_is_no_name() -> None:
    wording = read("Shelters in Dayton closed on Monday.")
    assert [wording.words(at, at + 1) for at in range(len(wording)) if wording.named(at)] == ["Dayton"]
