"""The notion of a word that matching and comparing share."""

from __future__ import annotations

import pytest

from dvht_lint.words import stem


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("policy", "policies"),
        ("family", "families"),
        ("county", "counties"),
        ("agency", "agencies"),
        ("study", "studied"),
        ("injury", "injuries"),
        ("easy", "easily"),
        ("university", "universities"),
    ],
)
def test_a_final_y_does_not_part_the_forms_of_a_word(one: str, two: str) -> None:
    assert stem(one) == stem(two)


@pytest.mark.parametrize(
    ("one", "two"), [("policy", "police"), ("county", "count"), ("party", "part"), ("city", "cite")]
)
def test_a_final_y_tells_words_apart(one: str, two: str) -> None:
    assert stem(one) != stem(two)
