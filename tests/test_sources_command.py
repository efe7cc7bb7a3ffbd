"""`dvht-lint sources`, as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dvht_lint.cli import main

PAGE = """\
References and Citations

- Isolation is one of the common tactics.

Source: Shelter Network. (2016). *Tactics of Control: A Guide for Night Staff.* Geneva.

- Debt is another.

Source: Shelter Network. (2018). *Tactics of Control: A Guide for Night Staff.* Geneva.

- In 2021, the line took 412 calls.

Source: Night Line. (2022). *A Year of Calls.* Boise, ID. p. 4.
"""


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "page.md"
    file.write_text(PAGE)
    return file


def report(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["sources", "page.md", "--isolated", "--as-of", "2026-11-23", *arguments]) == 0
    return capsys.readouterr().out


@pytest.mark.usefixtures("page")
def test_the_table_gives_age_use_and_places(capsys: pytest.CaptureFixture[str]) -> None:
    lines = report(capsys).splitlines()
    assert lines[0].split() == ["AGE", "USED", "CITED", "WORK"]
    assert lines[1].split(maxsplit=4)[:4] == ["9", "y", "2", "2"]
    assert any("page.md:9:9" in line and "issued 2018, elsewhere 2016" in line for line in lines)
    assert any("backs" in line and "page.md:7:" in line for line in lines)


@pytest.mark.usefixtures("page")
def test_concise_is_a_line_a_work(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(report(capsys, "--output-format", "concise").splitlines()) == 3


@pytest.mark.usefixtures("page")
def test_json_names_citations_statements_and_differences(capsys: pytest.CaptureFixture[str]) -> None:
    found: dict[str, Any] = json.loads(report(capsys, "--output-format", "json"))
    guide, year = found["sources"]
    assert (guide["title"], guide["drifted"]) == ("Tactics of Control: A Guide for Night Staff", {"issued": "2016"})
    assert [c["differs"] for c in guide["citations"]] == [[], ["issued"]]
    assert [s["start"]["line"] for s in guide["statements"]] == [3, 7]
    assert (year["age"], year["issued"], len(year["statements"])) == (3, "2022", 1)


@pytest.mark.usefixtures("page")
def test_a_bibliography_comes_out_and_goes_back_in(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "works.json").write_text(report(capsys, "--output-format", "csl"))
    lines = report(capsys, "--output-format", "apa").splitlines()
    assert lines == [
        "Night Line. (2022). *A Year of Calls.* Boise, ID. p. 4.",
        "Shelter Network. (2016). *Tactics of Control: A Guide for Night Staff.* Geneva.",
    ]
    assert main(["sources", "works.json", "--isolated", "--output-format", "apa"]) == 0
    assert capsys.readouterr().out.splitlines() == lines


def test_an_unreadable_file_is_said_and_ends_with_two(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page.write_bytes(b"\xff\xfe\xff")
    assert main(["sources", "page.md", "--isolated"]) == 2
    assert "page.md" in capsys.readouterr().err
