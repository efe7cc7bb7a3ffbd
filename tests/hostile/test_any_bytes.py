"""Whatever the bytes of a file are, reading it ends without a crash. `benchmarks/fuzzing.py` goes further by far."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.hostile.targets import TARGETS, seeds


@st.composite
def damaged(draw: st.DrawFn, good: tuple[bytes, ...]) -> bytes:
    """Bytes at random, or a good file of which a part is taken out, doubled, or put where it does not belong."""
    if not good or draw(st.integers(0, 4)) == 0:
        return draw(st.binary(max_size=200))
    data = draw(st.sampled_from(good))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 40)))
        between = draw(st.one_of(st.just(b""), st.binary(max_size=8), st.just(data[start:end] * 2)))
        data = data[:start] + between + data[end:]
    return data


@pytest.mark.parametrize("name", TARGETS)
def test_no_bytes_crash_it(name: str) -> None:
    target = TARGETS[name]

    @settings(max_examples=25, deadline=None)
    @given(damaged(tuple(data for data in seeds(name) if len(data) < 5000)))
    def run(data: bytes) -> None:
        target(data)

    run()
