from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def golden(accept: bool) -> Callable[[str, str], None]:
    """Compare a text with `golden/NAME`; `--accept` rewrites the file."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if accept:
            path.write_text(text, encoding="utf-8", newline="")
        assert text == path.read_bytes().decode("utf-8")

    return compare
