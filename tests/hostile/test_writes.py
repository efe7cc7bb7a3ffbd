"""A file is whole before or whole after: whichever step of a write fails, or is the last that runs."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dvht_lint.files import read_bytes, write_atomic
from dvht_lint.model import Problem

STEPS = ("mkstemp", "fdopen", "fsync", "chmod", "replace")
RUN = """
import os, sys, tempfile, pathlib
from dvht_lint.files import write_atomic
step, path = sys.argv[1:]
homes = {"mkstemp": tempfile, "chmod": pathlib.Path, "replace": pathlib.Path}
home = homes.get(step, os)
setattr(home, step, lambda *a, **k: os._exit(9))
write_atomic(pathlib.Path(path), b"new " * 10_000)
"""


@pytest.mark.parametrize("step", STEPS)
def test_a_run_killed_at_any_step_leaves_the_old_file(tmp_path: Path, step: str) -> None:
    target = tmp_path / "page.md"
    target.write_bytes(b"old")
    done = subprocess.run([sys.executable, "-c", RUN, step, str(target)], check=False)
    assert done.returncode == 9
    assert target.read_bytes() == b"old"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EDQUOT])
@pytest.mark.parametrize("step", STEPS)
def test_a_full_or_failing_disk_leaves_the_old_file_and_nothing_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int
) -> None:
    target = tmp_path / "page.md"
    target.write_bytes(b"old")

    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    where = {"mkstemp": "tempfile.mkstemp", "chmod": "pathlib.Path.chmod", "replace": "pathlib.Path.replace"}
    with monkeypatch.context() as patch:
        patch.setattr(where.get(step, f"os.{step}"), fail)
        with pytest.raises(OSError, match=r"."):
            write_atomic(target, b"new")
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["page.md"]


def test_a_write_keeps_the_mode(tmp_path: Path) -> None:
    target = tmp_path / "page.md"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_atomic(target, b"new")
    assert (target.read_bytes(), target.stat().st_mode & 0o777) == (b"new", 0o640)


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "out"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_atomic(pipe, b"new")
        assert os.read(reader, 10) == b"new"
        assert pipe.is_fifo()
    finally:
        os.close(reader)


def test_a_pipe_that_nobody_reads_does_not_hold_the_run(tmp_path: Path) -> None:
    pipe = tmp_path / "out"
    os.mkfifo(pipe)
    with pytest.raises(OSError, match=r"."):
        write_atomic(pipe, b"new")
    assert pipe.is_fifo()


def test_a_standard_input_that_is_closed_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    found = read_bytes("-")
    assert isinstance(found, Problem)
    assert found.message == "cannot be read: standard input is closed"
