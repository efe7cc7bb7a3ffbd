"""The lexicons: every file says where its words come from, and no scale contradicts itself."""

from __future__ import annotations

import pytest

from dvht_lint import lexicons

SCALES = lexicons.load("scales")


@pytest.mark.parametrize("name", lexicons.names())
def test_each_lexicon_states_its_provenance(name: str) -> None:
    assert lexicons.provenance(name)
    assert all(len(source) > 20 for source in lexicons.provenance(name))
    assert lexicons.load(name)


def test_a_lexicon_is_loaded_once() -> None:
    assert lexicons.load("negation") is lexicons.load("negation")


@pytest.mark.parametrize("scale", SCALES)
def test_each_scale_has_one_place_where_a_text_says_nothing(scale: str) -> None:
    assert sum("*" in step for step in SCALES[scale]["steps"]) == 1


@pytest.mark.parametrize("scale", SCALES)
def test_no_phrase_stands_on_two_steps_of_a_scale(scale: str) -> None:
    phrases = [phrase for step in SCALES[scale]["steps"] for phrase in step]
    assert sorted(phrases) == sorted(set(phrases))


def test_no_cue_is_both_a_negation_and_only_looks_like_one() -> None:
    entry = lexicons.load("negation")
    assert not set(entry["cues"]) & set(entry["pseudo"])


@pytest.mark.parametrize("kind", ["direction", "negation"])
def test_no_word_stands_on_both_sides_of_a_pair_of_opposites(kind: str) -> None:
    for one, two in lexicons.load("opposites")[kind]:
        assert not set(one) & set(two)


def test_every_wider_population_is_a_population() -> None:
    entries = lexicons.load("populations")
    for wider in entries.values():
        for name in [wider] if isinstance(wider, str) else wider:
            assert name in {*entries, "partner"}


def test_the_words_of_a_class_are_a_set() -> None:
    assert "were" in lexicons.words("grammar", "forms of be")
