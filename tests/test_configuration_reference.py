"""The configuration reference is what is generated, and its examples are ones that the program reads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dvht_lint.config import KEYS, load
from tests.configuration_reference import reference

PAGE = Path(__file__).parents[1] / "docs" / "configuration.md"


def test_the_page_is_the_generated_one() -> None:
    assert PAGE.read_text(encoding="utf-8") == reference(), "make generate"


@pytest.mark.parametrize("example", re.findall(r"```toml\n(.*?)```", reference(), re.DOTALL))
def test_each_example_is_read(example: str, tmp_path: Path) -> None:
    (tmp_path / "dvht_lint.toml").write_text(example)
    config = load(tmp_path, environ={})
    assert len(config.origin) == 1


def test_every_key_has_a_place() -> None:
    assert sorted(re.findall(r"^### `(\S+)`$", reference(), re.MULTILINE)) == sorted(KEYS)
