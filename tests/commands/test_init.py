"""`init`: what it writes passes, and nothing that is there is touched."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.commands.running import run


def test_what_is_written_passes_and_is_checked(tmp_path: Path) -> None:
    done = run("init", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert sorted(p.name for p in tmp_path.iterdir()) == ["claims.md", "corpus.yaml", "dvht_lint.toml"]
    checked = run("check", cwd=tmp_path)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "1 claim (1 matched, 0 uncited)" in checked.stderr


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("1,200", "1,300", "DV501"),
        ("approximately ", "", "DV503"),
        ("potential ", "", "DV403"),
        ("0123", "0132", "DV601"),
    ],
)
def test_an_edit_of_the_page_is_caught(tmp_path: Path, old: str, new: str, code: str) -> None:
    run("init", cwd=tmp_path)
    page = tmp_path / "claims.md"
    page.write_text(page.read_text().replace(old, new, 1))
    done = run("check", "--output-format", "concise", cwd=tmp_path)
    assert done.returncode == 1
    assert f" {code} " in done.stdout


def test_nothing_that_is_there_is_touched(tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").write_text("mine")
    done = run("init", cwd=tmp_path)
    assert done.returncode == 2
    assert "corpus.yaml" in done.stderr
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("corpus.yaml", "mine")]


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    run("init", cwd=tmp_path)
    before = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    assert run("init", cwd=tmp_path).returncode == 2
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == before


def test_it_says_what_it_wrote_and_what_comes_next(tmp_path: Path) -> None:
    (tmp_path / "facts").mkdir()
    done = run("init", "facts", cwd=tmp_path)
    assert "wrote facts/dvht_lint.toml" in done.stdout
    assert "dvht-lint check" in done.stdout
    snippet = done.stdout[done.stdout.index("  repos:") :]
    hook = yaml.safe_load(re.sub("^  ", "", snippet, flags=re.MULTILINE))
    assert hook["repos"][0]["hooks"] == [{"id": "dvht-lint"}]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    done = run("init", "nowhere", cwd=tmp_path)
    assert done.returncode == 2
    assert "nowhere" in done.stderr
    assert "Traceback" not in done.stderr
