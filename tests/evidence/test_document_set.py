"""The shipped document set with evidence: what is planted in it is found, and nothing else."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.evidence.setting import run
from tests.server import serving

FOLDER = Path(__file__).parents[2] / "corpus" / "evidence"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "set"))


@pytest.mark.parametrize("command", ["check", "verify"])
def test_what_is_planted_is_found(folder: Path, command: str) -> None:
    planted = json.loads((folder / "planted.json").read_text(encoding="utf-8"))[command]
    done = run(folder, command, "--output-format", "json")
    found = [d for d in json.loads(done.out)["diagnostics"] if d["severity"] != "info"]
    assert done.status == 1
    assert [(d["path"], d["start"]["line"], d["code"]) for d in found] == [
        (p["path"], p["line"], p["code"]) for p in planted
    ]


def test_the_page_is_named(folder: Path) -> None:
    done = run(folder, "check", "--output-format", "concise")
    assert "“3,637 text messages”; the evidence, p. 2, says “3,367”" in done.out
    assert "gave “138 beds”, now “112 beds”" in done.out


def test_the_set_as_it_was_locked_verifies(folder: Path) -> None:
    page = folder / "evidence" / "riverbend-shelters.html"
    page.write_text(page.read_text(encoding="utf-8").replace("112 beds", "138 beds"), encoding="utf-8")
    assert run(folder, "verify").status == 0


def test_the_page_is_caught_online(folder: Path) -> None:
    page = (folder / "evidence" / "riverbend-shelters.html").read_text(encoding="utf-8")
    with serving() as site:
        corpus = folder / "corpus.yaml"
        text = corpus.read_text(encoding="utf-8")
        corpus.write_text(text.replace("https://county.riverbend.example", site.base), encoding="utf-8")
        configuration = folder / "dvht_lint.toml"
        configuration.write_text(
            configuration.read_text(encoding="utf-8") + 'allowed-hosts = ["127.0.0.1"]\n', encoding="utf-8"
        )
        site.page("/shelters", page.replace("112 beds", "138 beds"))
        assert run(folder, "lock", "--online").status == 0
        site.page("/shelters", page)
        done = run(folder, "verify", "--online", "--output-format", "concise")
    assert done.status == 1
    assert "gave “138 beds”, now “112 beds”" in done.out
