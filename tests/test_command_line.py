"""The command as a user runs it: exit statuses, bad input, pipes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CLEAN = """\
In 2019 the county shelter housed 1,204 people.

## References

- In 2019 the county shelter housed 1,204 people.

Source: County Office on Violence. (2020). *Shelter report 2019*. Springfield, p. 3.
"""
DRIFTED = CLEAN.replace("1,204", "1,240", 1)


def run(*arguments: str, cwd: Path, stdin: str | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dvht_lint", *arguments],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "NO_COLOR": "1", **environment},
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "clean.md").write_text(CLEAN)
    (tmp_path / "drifted.md").write_text(DRIFTED)
    return tmp_path


def test_status_tells_clean_from_drifted(folder: Path) -> None:
    assert run("check", "clean.md", cwd=folder).returncode == 0
    drifted = run("check", "drifted.md", "--output-format", "concise", cwd=folder)
    assert drifted.returncode == 1
    assert drifted.stdout.startswith("drifted.md:1:35: DV501 ")
    assert run("check", "drifted.md", "--exit-zero", cwd=folder).returncode == 0
    assert run("check", "drifted.md", "--fail-level", "never", cwd=folder).returncode == 0


def test_receipt_says_what_was_looked_at(folder: Path) -> None:
    done = run("check", "clean.md", cwd=folder)
    assert "1 document" in done.stderr
    assert "1 claim (1 matched, 0 uncited)" in done.stderr
    assert run("check", "clean.md", "-q", cwd=folder).stderr == ""


def test_json_report_holds_what_the_contract_names(folder: Path) -> None:
    report = json.loads(run("check", "drifted.md", "--output-format", "json", cwd=folder).stdout)
    (finding,) = [d for d in report["diagnostics"] if d["severity"] == "error"]
    assert finding["code"] == "DV501"
    assert finding["start"] == {"line": 1, "column": 35}
    assert finding["end"] == {"line": 1, "column": 40}
    assert finding["claim"]["text"].startswith("In 2019")
    assert finding["statement"]["start"]["line"] == 5
    assert finding["related"]
    assert report["receipt"]["claims"] == report["receipt"]["matched"] + report["receipt"]["uncited"]


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["check", "nowhere.md"], "nowhere.md"),
        (["check", "empty-folder"], "no document"),
        (["check", "latin-1.md"], "UTF-8"),
        (["check", "empty.md"], "nothing to check"),
        (["check", "broken.yaml"], "broken.yaml"),
        (["check", "clean.md", "--select", "DV999"], "DV999"),
        (["check", "clean.md", "--no-such-option"], "--no-such-option"),
        (["check", "--config", "nowhere.toml"], "nowhere.toml"),
        (["check", "clean.md", "--as-of", "yesterday"], "yesterday"),
        (["check", "picture.png"], "picture.png"),
        (["rule", "no-such-rule"], "no-such-rule"),
        (["frobnicate"], "frobnicate"),
    ],
)
def test_what_cannot_be_checked_is_never_green(folder: Path, arguments: list[str], word: str) -> None:
    (folder / "empty-folder").mkdir()
    (folder / "latin-1.md").write_bytes("Café: 40% of callers.".encode("latin-1"))
    (folder / "empty.md").write_text("")
    (folder / "broken.yaml").write_text("version: 1\nsources: {a: [}\n")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n")
    done = run(*arguments, cwd=folder)
    assert done.returncode == 2
    assert word in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_other_inputs_are_still_checked_when_one_cannot_be(folder: Path) -> None:
    done = run("check", "nowhere.md", "drifted.md", "--output-format", "concise", cwd=folder)
    assert done.returncode == 2
    assert "DV001" in done.stdout
    assert "DV501" in done.stdout


def test_a_file_over_the_limit_is_not_checked_and_says_so(folder: Path) -> None:
    (folder / "dvht_lint.toml").write_text("file-size-limit = 100\n")
    done = run("check", "clean.md", "--output-format", "concise", cwd=folder)
    assert done.returncode == 2
    assert "DV007" in done.stdout


@pytest.mark.parametrize(
    ("text", "place", "word"),
    [
        ("selct = ['DV5']\n", "dvht_lint.toml:1:1", "did you mean 'select'"),
        ("\nselect = ['DV5', 'DV777']\n", "dvht_lint.toml:2:18", "DV777"),
        ("max-source-age = 'ten'\n", "dvht_lint.toml:1:18", "whole number"),
        ("select = [\n", "dvht_lint.toml:", ""),
    ],
)
def test_a_configuration_that_cannot_be_used_names_its_place(folder: Path, text: str, place: str, word: str) -> None:
    (folder / "dvht_lint.toml").write_text(text)
    done = run("check", "clean.md", cwd=folder)
    assert done.returncode == 2
    assert place in done.stderr
    assert word in done.stderr


def test_stdin_is_read_under_the_name_given(folder: Path) -> None:
    done = run("check", "-", "--stdin-filename", "draft.md", "--output-format", "concise", cwd=folder, stdin=DRIFTED)
    assert done.returncode == 1
    assert done.stdout.startswith("draft.md:1:35: DV501")


def test_a_closed_pipe_ends_quietly(folder: Path) -> None:
    many = "\n\n".join(f"About {n}% of shelter number {n} was full." for n in range(3000))
    (folder / "many.md").write_text(many)
    command = f"{sys.executable} -m dvht_lint check many.md -q --output-format concise --exit-zero | head -n 1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that refuses every write")
def test_a_full_disk_is_the_systems_fault_not_ours(folder: Path) -> None:
    command = f"{sys.executable} -m dvht_lint check . > /dev/full"
    done = subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "internal error" not in done.stderr
    assert "Traceback" not in done.stderr


def test_a_closed_output_is_no_fault(folder: Path) -> None:
    command = f"{sys.executable} -m dvht_lint check . >&-"
    done = subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode in {0, 1}
    assert "internal error" not in done.stderr


def test_paths_limit_where_findings_are_reported_not_what_is_read(folder: Path) -> None:
    (folder / "page.md").write_text("In 2019 the county shelter housed 1,240 people.\n")
    (folder / "facts.md").write_text("# References\n\n" + CLEAN.partition("References\n\n")[2])
    (folder / "dvht_lint.toml").write_text('documents = ["page.md"]\nreferences = ["facts.md"]\n')
    assert run("check", "facts.md", cwd=folder).returncode == 0
    assert run("check", "page.md", cwd=folder).returncode == 1
    assert run("check", cwd=folder).returncode == 1


def test_pairs_shows_what_rests_on_what_and_why_the_rest_does_not(folder: Path) -> None:
    (folder / "mixed.md").write_text("# Facts\n\nWhat do we know?\n\n40% of beds were empty.\n\n" + DRIFTED)
    pairs = json.loads(run("pairs", "mixed.md", "--output-format", "json", cwd=folder).stdout)
    (pair,) = pairs["pairs"]
    assert pair["how"] == "fuzzy"
    assert pair["score"] > 0.9
    reasons = {u["claim"]: u["reason"] for u in pairs["unmatched"]}
    assert reasons["40% of beds were empty."] == "uncited"
    assert reasons["What do we know?"] == "question"
    assert "heading" in reasons.values()


def test_rule_pages_print_by_code_and_by_name(folder: Path) -> None:
    by_code, by_name = run("rule", "DV501", cwd=folder), run("rule", "number-drift", cwd=folder)
    assert by_code.stdout == by_name.stdout
    assert "Why:" in by_code.stdout
    listed = json.loads(run("rule", "--all", "--output-format", "json", cwd=folder).stdout)
    assert {"code", "name", "severity", "summary"} <= listed[0].keys()


def test_a_command_line_of_nothing_lists_the_commands(tmp_path: Path) -> None:
    done = run(cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "lint documents" in done.stderr


@pytest.mark.parametrize("style", ["full", "concise", "grouped"])
def test_nothing_passed_where_nothing_could_be_checked(tmp_path: Path, style: str) -> None:
    (tmp_path / "empty.md").write_text("")
    (tmp_path / "latin.md").write_bytes(b"caf\xe9")
    for given in (["empty.md"], ["latin.md", "--ignore", "DV001"]):
        done = run("check", *given, "--output-format", style, cwd=tmp_path)
        assert (done.returncode, "passed" in done.stdout) == (2, False)


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        (["check", "--fial-level", "error"], "'--fail-level'"),
        (["chekc"], "'check'"),
        (["check", "--output-format", "sarfi"], "'sarif'"),
        (["rule", "numbr-drift"], "'number-drift'"),
        (["check", "--select", "droped-hedge"], "'dropped-hedge'"),
    ],
)
def test_a_slip_of_the_finger_is_told_what_was_meant(tmp_path: Path, given: list[str], meant: str) -> None:
    done = run(*given, cwd=tmp_path)
    assert done.returncode == 2
    assert f"did you mean {meant}" in done.stderr
