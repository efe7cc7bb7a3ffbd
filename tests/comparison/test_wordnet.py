"""What the dictionary says of two words."""

from __future__ import annotations

import pytest

from dvht_lint.comparison.aligning import wordnet
from dvht_lint.comparison.aligning.wordnet import Relation
from dvht_lint.comparison.wording import places


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("physician", "doctor", Relation.SAME),
        ("exploit", "exploitation", Relation.SAME),
        ("legal", "illegal", Relation.OPPOSITE),
        ("animal", "dog", Relation.WIDER),
        ("dog", "animal", Relation.NARROWER),
        ("nurse", "teacher", Relation.SIBLING),
        ("rent", "wage", Relation.NONE),
        ("shelter", "qwertz", Relation.NONE),
    ],
)
def test_relation(left: str, right: str, expected: Relation) -> None:
    assert wordnet.relation(left, right) is expected


@pytest.mark.parametrize(
    ("form", "base"), [("shelters", "shelter"), ("stopped", "stop"), ("families", "family"), ("stalking", "stalk")]
)
def test_lemma(form: str, base: str) -> None:
    assert wordnet.lemma(form) == base


def test_rival_kinds_are_things_and_not_ideas() -> None:
    assert wordnet.exclusive("nurse", "teacher")
    assert not wordnet.exclusive("training", "education")


@pytest.mark.parametrize(
    ("wide", "narrow", "holds"),
    [("france", "lyon", True), ("lyon", "france", False), ("europe", "france", True), ("kenya", "uganda", False)],
)
def test_places_hold_places(wide: str, narrow: str, holds: bool) -> None:
    assert places.holds(places.senses(wide), places.senses(narrow)) is holds


def test_a_nationality_leads_to_its_country() -> None:
    assert places.nationality("kenyan") & places.senses("kenya")
    assert places.senses("u.s") == places.senses("united_states") != frozenset()
