"""The line that says how far a run has got: for a terminal and a long run only."""

from __future__ import annotations

import io
import time

import pytest

from dvht_lint.commands import progress


class Screen(io.StringIO):
    """What is written to stderr; `is_screen` says whether it takes itself for a terminal."""

    def __init__(self, *, is_screen: bool) -> None:
        super().__init__()
        self.is_screen = is_screen

    def isatty(self) -> bool:
        return self.is_screen


def written(
    monkeypatch: pytest.MonkeyPatch, *, is_screen: bool = True, quiet: bool = False, patience: float = 0
) -> str:
    screen = Screen(is_screen=is_screen)
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setattr(progress, "_PATIENCE", patience)
    monkeypatch.setattr(progress, "_EVERY", 0)
    monkeypatch.setenv("TERM", "xterm")
    assert list(progress.counting("abcd", 4, "reading", quiet=quiet)) == ["a", "b", "c", "d"]
    with progress.telling("checking", time.perf_counter(), quiet=quiet):
        pass
    return screen.getvalue()


def test_a_long_run_on_a_terminal_shows_it_and_takes_it_away(monkeypatch: pytest.MonkeyPatch) -> None:
    text = written(monkeypatch)
    assert "reading [#######                       ] 1/4" in text
    assert "reading [##############################] 4/4" in text
    assert "checking …" in text
    assert text.endswith("\r\x1b[2K")


@pytest.mark.parametrize("so", [{"is_screen": False}, {"quiet": True}, {"patience": 60.0}])
def test_otherwise_nothing_is_written(monkeypatch: pytest.MonkeyPatch, so: dict[str, object]) -> None:
    assert written(monkeypatch, **so) == ""  # type: ignore[arg-type]


def test_a_terminal_that_can_do_nothing_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen(is_screen=True)
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setattr(progress, "_PATIENCE", 0)
    monkeypatch.setenv("TERM", "dumb")
    assert list(progress.counting([1, 2], 2, "reading")) == [1, 2]
    assert screen.getvalue() == ""
