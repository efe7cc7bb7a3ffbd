"""What the matcher sees of a text: its words without its figures."""

from __future__ import annotations

import pytest

from dvht_lint.matchers.masking import mask
from dvht_lint.quantities import read_quantities


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("In 2011 the hotline answered 19,427 calls.", ["hotline", "answer", "call"]),
        ("Between 55 and 60 per cent of victims were women.", ["victim", "woman"]),
        ("Call one in four shelters, then two thirds of clinics.", ["call", "shelter", "clinic"]),
    ],
)
def test_no_part_of_a_figure_is_a_word(text: str, shown: list[str]) -> None:
    words = mask(text, read_quantities(text)).words
    assert len(words) == len(shown)
    assert all(word[:3] == other[:3] for word, other in zip(words, shown, strict=True))
