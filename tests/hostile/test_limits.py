"""A file whose reading crashes or never ends is said; the other files are checked all the same."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from dvht_lint.cli import main
from dvht_lint.model import Document, Settings
from dvht_lint.readers import read
from dvht_lint.session import loading

DRIFT = """# Shelter

In 2014 the shelter housed 1,963 people.[^1]

[^1]: Doe, J. (2015). *Nights in the shelter*. "In 2014 the shelter housed 1,936 people."
"""


def hold(path: str, data: bytes) -> Document:
    """The reader, but for files whose names say that they are bad."""
    if "endless" in path:
        for _ in itertools.count():
            pass
    if "crash" in path:
        raise {
            "crash-memory.md": MemoryError(),
            "crash-depth.md": RecursionError("maximum recursion depth exceeded"),
        }.get(Path(path).name, IndexError("list index out of range"))
    return read(path, data)


@pytest.mark.parametrize(
    ("bad", "expected"),
    [
        ("crash.md", "DV099 reading this file crashed, so it was not checked: IndexError: list index out of range"),
        ("crash-memory.md", "DV099 reading this file crashed, so it was not checked: MemoryError"),
        ("crash-depth.md", "DV099 reading this file crashed, so it was not checked: RecursionError: maximum recursion"),
        ("endless.md", "DV007 reading took more than 1 seconds (time-limit); the file was not checked"),
    ],
)
def test_the_other_files_are_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], bad: str, expected: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(loading, "read", hold)
    Path("dvht_lint.toml").write_text("time-limit = 1\n")
    Path(bad).write_text("Text.\n")
    Path("good.md").write_text(DRIFT)
    assert main(["check", "--output-format", "concise", "--no-cache", bad, "good.md"]) == 2
    out = capsys.readouterr().out
    assert expected in out
    assert any(line.startswith("good.md:3:") and " DV5" in line for line in out.splitlines())


def test_a_second_that_is_not_used_up_stops_nothing() -> None:
    document = loading.load_document("page.md", DRIFT.encode(), Settings(time_limit=1))
    assert document.claims
    assert not document.problems
