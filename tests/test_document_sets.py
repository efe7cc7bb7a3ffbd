"""The shipped document sets: each has the report it is expected to give, and the demo shows what it promises."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

CORPUS = Path(__file__).parents[1] / "corpus"
SETS = sorted(path.parent for path in CORPUS.glob("*/dvht_lint.toml"))


@pytest.mark.parametrize("folder", SETS, ids=lambda p: p.name)
def test_set_gives_its_expected_report(folder: Path, accept: bool) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "dvht_lint", "check", "--no-cache", "--output-format", "concise", "-q"],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "NO_COLOR": "1"},
        check=False,
    )
    expected = folder / "expected.txt"
    if accept:
        expected.write_text(done.stdout, encoding="utf-8")
    assert done.stdout == expected.read_text(encoding="utf-8")


def test_demo_shows_every_planted_fault_and_ends_well() -> None:
    done = subprocess.run(
        [sys.executable, CORPUS / "demo.py"], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "every planted fault was caught" in done.stdout
    assert "error[DV501 number-drift]" in done.stdout
