"""`--watch`: a real process that sees real edits."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.commands.setting import CLEAN, DRIFTED, check, environment, write

_PATIENCE = 30.0


class Watched:
    """A running `check --watch`; what it prints goes to files outside the watched folder."""

    def __init__(self, folder: Path, outside: Path, *arguments: str) -> None:
        self.out, self.err = outside / "out.txt", outside / "err.txt"
        command = [sys.executable, "-m", "dvht_lint", "check", "--watch", "--as-of", "2021-01-01", *arguments]
        with self.out.open("wb") as out, self.err.open("wb") as err:
            self.process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=err, env=environment())

    def wait(self, wanted: Callable[[], bool]) -> None:
        until = time.monotonic() + _PATIENCE
        while not wanted():
            assert self.process.poll() is None, self.err.read_text()
            assert time.monotonic() < until, f"{self.out.read_text()}\n{self.err.read_text()}"
            time.sleep(0.05)

    @property
    def runs(self) -> int:
        return self.err.read_text().count("watching for changes")

    def after(self, edit: Callable[[], object]) -> str:
        """What is printed after an edit."""
        runs, length = self.runs, len(self.out.read_text())
        edit()
        self.wait(lambda: self.runs > runs)
        return self.out.read_text()[length:]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "project").mkdir()
    return tmp_path / "project"


@pytest.fixture
def watched(folder: Path, tmp_path: Path) -> Iterator[Watched]:
    write(folder, page_md=DRIFTED)
    running = Watched(folder, tmp_path, "--output-format", "concise")
    try:
        running.wait(lambda: running.runs > 0)
        # The first report is out; the folder is followed from a moment later on.
        time.sleep(1)
        yield running
    finally:
        running.process.kill()
        running.process.wait()


def test_an_edit_a_new_file_and_a_removal_are_seen(folder: Path, watched: Watched) -> None:
    assert "page.md:3:35: DV501" in watched.out.read_text()
    assert "All checks passed" in watched.after(lambda: write(folder, page_md=CLEAN))
    assert "new.md:3:35: DV501" in watched.after(lambda: write(folder, new_md=DRIFTED))
    assert "All checks passed" in watched.after((folder / "new.md").unlink)
    assert "\x1b" not in watched.out.read_text()


def test_a_broken_configuration_does_not_end_it(folder: Path, watched: Watched) -> None:
    settings = folder / "dvht_lint.toml"
    watched.after(lambda: settings.write_text("selct = []\n"))
    assert "did you mean 'select'" in watched.err.read_text()
    assert "All checks passed" in watched.after(lambda: settings.write_text('ignore = ["DV501"]\n'))


def test_without_its_extra_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, page_md=DRIFTED)
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    done = check(tmp_path, "--watch")
    assert done.status == 2
    assert done.err == "dvht-lint: --watch needs the extra 'watch': pip install 'dvht-lint[watch]'\n"


def test_stdin_cannot_be_watched(tmp_path: Path) -> None:
    assert check(tmp_path, "--watch", "-").status == 2
