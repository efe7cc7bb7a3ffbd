"""A run that is answered from memory: quick, and never with what is no longer so."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.running import run
from tests.commands.setting import CLEAN, DRIFTED, environment, write

ARGUMENTS = ("check", "page.md", "--output-format", "concise", "--as-of", "2021-01-01")
CORPUS = """\
version: 1
sources:
  line-2012: {type: report, author: [{literal: State Line}], issued: 2012, title: Annual Report, publisher-place: Springfield, evidence: report.txt}
statements:
  calls: {text: "In 2011 the line answered 19,427 calls.", sources: [{id: line-2012, locator: p. 4}]}
claims:
  - {id: c1, text: "In 2011 the line answered 19,427 calls.", statement: calls}
"""


def loaded(folder: Path, *arguments: str) -> set[str]:
    """The modules that a run imports."""
    command = [sys.executable, "-X", "importtime", "-m", "dvht_lint", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, env=environment(), check=False)
    return {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}


def test_the_second_run_prints_the_same_and_loads_next_to_nothing(tmp_path: Path) -> None:
    write(tmp_path, page_md=DRIFTED)
    first, second = run(*ARGUMENTS, cwd=tmp_path), run(*ARGUMENTS, cwd=tmp_path)
    assert (first.returncode, first.stdout) == (second.returncode, second.stdout)
    heavy = ("dvht_lint.session", "dvht_lint.reports", "dvht_lint.commands.outcomes", "rapidfuzz", "pydantic", "yaml")
    assert not [name for name in loaded(tmp_path, *ARGUMENTS) if name.startswith(heavy)]


@pytest.mark.parametrize("name", ["page.md", "known.json", "dvht_lint.toml"])
def test_whatever_a_run_read_is_read_again(tmp_path: Path, name: str) -> None:
    write(tmp_path, page_md=DRIFTED)
    (tmp_path / "dvht_lint.toml").write_text('baseline = "known.json"\n')
    (tmp_path / "known.json").write_text('{"version": 1, "findings": []}\n')
    assert [run(*ARGUMENTS, cwd=tmp_path).returncode for _ in range(2)] == [1, 1]
    if name == "page.md":
        write(tmp_path, page_md=CLEAN)
    elif name == "known.json":
        run("check", "page.md", "--as-of", "2021-01-01", "--write-baseline", "known.json", cwd=tmp_path)
    else:
        (tmp_path / name).write_text('ignore = ["DV501"]\n')
    assert run(*ARGUMENTS, cwd=tmp_path).returncode == 0


def test_a_fix_is_never_answered_from_memory(tmp_path: Path) -> None:
    write(tmp_path, page_md=DRIFTED)
    run(*ARGUMENTS, cwd=tmp_path)
    assert (
        "+In 2019 the county shelter housed 1,204" in run(*ARGUMENTS, "--diff", "--unsafe-fixes", cwd=tmp_path).stdout
    )
    assert run(*ARGUMENTS, "--fix", "--unsafe-fixes", cwd=tmp_path).returncode == 0


def test_evidence_that_goes_missing_is_seen(tmp_path: Path) -> None:
    write(tmp_path, corpus_yaml=CORPUS)
    (tmp_path / "report.txt").write_text("Annual Report. In 2011 the line answered 19,427 calls.\n")
    arguments = ("check", "corpus.yaml", "--output-format", "concise", "--as-of", "2021-01-01", "--select", "DV010")
    assert [run(*arguments, cwd=tmp_path).returncode for _ in range(2)] == [0, 0]
    (tmp_path / "report.txt").unlink()
    assert "DV010" in run(*arguments, cwd=tmp_path).stdout


@pytest.mark.parametrize("option", ["-o", "--write-baseline"])
def test_a_file_that_cannot_be_written_is_named(tmp_path: Path, option: str) -> None:
    write(tmp_path, page_md=DRIFTED)
    done = run(*ARGUMENTS, option, "nowhere/report.json", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("dvht-lint: cannot write nowhere/report.json: ")
