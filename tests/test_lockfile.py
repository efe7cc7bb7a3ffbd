"""The lock file: the same bytes for the same evidence, and a plain word for a broken one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvht_lint.errors import ConfigurationError
from dvht_lint.lockfile import Lock, LockedPassage, LockedSource, LockedStatement, decode, encode

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
PASSAGE = st.builds(LockedPassage, TEXT, TEXT, st.lists(TEXT, max_size=2).map(tuple))
STATEMENT = st.builds(
    LockedStatement, TEXT, st.lists(PASSAGE, max_size=2).map(tuple), st.lists(TEXT, max_size=2).map(tuple)
)
SOURCE = st.builds(LockedSource, TEXT, TEXT, TEXT, TEXT, st.dates(), st.dictionaries(TEXT, STATEMENT, max_size=2), TEXT)
SOURCES = st.dictionaries(TEXT, SOURCE, max_size=3)


@given(SOURCES, SOURCES)
def test_what_is_written_is_read(sources: dict[str, LockedSource], pages: dict[str, LockedSource]) -> None:
    lock = Lock(sources, pages)
    assert decode("dvht_lint.lock", encode(lock)) == lock


@given(SOURCES)
def test_the_order_of_sources_makes_no_difference(sources: dict[str, LockedSource]) -> None:
    turned = dict(reversed(sources.items()))
    assert encode(Lock(turned)) == encode(Lock(sources))


def test_a_lock_is_json_with_sorted_keys_and_a_line_end() -> None:
    one = LockedSource("corpus.yaml", "evidence/a.html", "ab", "cd", date(2026, 11, 23))
    text = encode(Lock({"b": one, "a": one})).decode()
    assert text.index('"a"') < text.index('"b"')
    assert text.endswith("}\n")
    assert '"checked": "2026-11-23"' in text


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "cannot be read"),
        (b'{"version": 1, "sources": {', "cannot be read"),
        (b"\xff\xfe", "not UTF-8"),
        (b"[]", "no version"),
        (b'{"version": 9, "sources": {}}', "version 9"),
        (b'{"version": 1}', "broken"),
        (b'{"version": 1, "sources": {"a": {}}}', "broken"),
        (b'{"version": 1, "sources": {"a": 3}}', "broken"),
        (b"[" * 200_000, "cannot be read"),
    ],
)
def test_a_broken_lock_is_told_in_words(data: bytes, word: str) -> None:
    with pytest.raises(ConfigurationError, match=word):
        decode("dvht_lint.lock", data)
