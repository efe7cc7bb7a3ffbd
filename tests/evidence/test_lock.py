"""`lock` and `verify`: what is recorded, what changed, and when a run may not be green."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.evidence.setting import CORPUS, REPORT, project, run

CONCISE = ("--output-format", "concise")


def test_a_lock_holds_the_passage_and_figures_behind_each_statement(tmp_path: Path) -> None:
    project(tmp_path)
    assert run(tmp_path, "lock").status == 0
    lock = json.loads((tmp_path / "dvht_lint.lock").read_text(encoding="utf-8"))
    source = lock["sources"]["line-2020"]
    assert (source["corpus"], source["evidence"], source["checked"]) == (
        "corpus.yaml",
        "evidence/line.html",
        "2026-11-23",
    )
    (passage,) = source["statements"]["calls"]["passages"]
    assert passage["figures"] == ["9,214 calls"]
    assert passage["text"].startswith("In 2019, the line received a total")


def test_the_passage_is_locked_also_where_a_quotation_stands_for_it(tmp_path: Path) -> None:
    quoted = CORPUS.replace("locator: p. 4}", 'locator: p. 4, quote: "a total of 9,214 calls"}')
    evidence = project(tmp_path, quoted)
    assert "1 source with 1 passage" in run(tmp_path, "lock").err
    evidence.write_text(REPORT.replace("9,214", "9,241"), encoding="utf-8")
    assert "gave “9,214 calls”, now “9,241 calls”" in run(tmp_path, "verify", *CONCISE).out


def test_a_lock_of_the_same_evidence_is_the_same_file(tmp_path: Path) -> None:
    project(tmp_path)
    run(tmp_path, "lock")
    first = (tmp_path / "dvht_lint.lock").read_bytes()
    run(tmp_path, "lock", "-o", "other.lock")
    assert (tmp_path / "other.lock").read_bytes() == first
    assert run(tmp_path, "verify", "--lock-file", "other.lock").status == 0


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("9,214 calls", "9,124 calls", "gave “9,214 calls”, now “9,124 calls”"),
        (
            "In 2019, the line received a total of 9,214 calls over the course of the year.",
            "Nothing.",
            "no longer says what backs 'calls'",
        ),
        ("Volunteers drove 12,650 miles", "Volunteers walked 90 miles", "every figure that was locked still stands"),
    ],
)
def test_a_change_is_told_with_what_became_of_the_figures(tmp_path: Path, old: str, new: str, told: str) -> None:
    path = project(tmp_path)
    run(tmp_path, "lock")
    path.write_text(REPORT.replace(old, new), encoding="utf-8")
    done = run(tmp_path, "verify", *CONCISE)
    assert done.status == 1
    assert "corpus.yaml:9:15: DV310 the evidence of 'line-2020' changed since 2026-11-23" in done.out
    assert told in done.out
    checked = run(tmp_path, "check", *CONCISE)
    assert checked.status == 1
    assert told in checked.out
    assert "DV205" not in checked.out


def test_a_file_that_says_the_same_is_unchanged(tmp_path: Path) -> None:
    path = project(tmp_path)
    run(tmp_path, "lock")
    path.write_text(REPORT.replace("<p>", "\n  <p class='wide'>"), encoding="utf-8")
    done = run(tmp_path, "verify")
    assert (done.status, done.out) == (0, "All checks passed!\n")
    assert "verified 1 source with 1 passage: nothing changed" in done.err


def test_evidence_that_is_gone_is_told(tmp_path: Path) -> None:
    path = project(tmp_path)
    run(tmp_path, "lock")
    path.unlink()
    done = run(tmp_path, "verify", *CONCISE)
    assert done.status == 1
    assert "DV310 the evidence of 'line-2020', locked on 2026-11-23, cannot be checked again" in done.out
    assert "DV010" not in run(tmp_path, "check", *CONCISE).out + done.out


def test_a_figure_that_was_never_in_the_evidence_is_told_beside_a_change(tmp_path: Path) -> None:
    path = project(tmp_path, CORPUS.replace("answered 9,214 calls", "answered 9,214 calls and 317 texts"))
    run(tmp_path, "lock")
    path.write_text(REPORT.replace("9,214", "9,124"), encoding="utf-8")
    told = run(tmp_path, "check", *CONCISE).out
    assert told.count("DV310") == 1
    assert [line.split(" ", 1)[1] for line in told.splitlines() if "DV205" in line] == [
        "DV205 no passage of the evidence gives “317 texts”"
    ]


def test_nothing_is_locked_where_evidence_cannot_be_read(tmp_path: Path) -> None:
    project(tmp_path, CORPUS.replace("line.html", "line.pdf"), b"%PDF-1.4 no more", "line.pdf")
    done = run(tmp_path, "lock")
    assert done.status == 2
    assert "no lock was written" in done.err
    assert "corpus.yaml: the evidence of 'line-2020': " in done.err
    assert not (tmp_path / "dvht_lint.lock").exists()


def test_a_selection_made_for_check_does_not_blind_verify(tmp_path: Path) -> None:
    path = project(tmp_path)
    run(tmp_path, "lock")
    (tmp_path / "dvht_lint.toml").write_text('corpus = ["corpus.yaml"]\nselect = ["DV5"]\n', encoding="utf-8")
    path.write_text(REPORT.replace("9,214", "9,124"), encoding="utf-8")
    assert run(tmp_path, "verify").status == 1


@pytest.mark.parametrize(
    ("lock", "word"),
    [(None, "there is no lock"), ("{", "cannot be read"), ('{"version": 1, "sources": {}}', "holds no source")],
)
def test_without_a_lock_that_can_be_used_verify_ends_with_2(tmp_path: Path, lock: str | None, word: str) -> None:
    project(tmp_path)
    if lock is not None:
        (tmp_path / "dvht_lint.lock").write_text(lock, encoding="utf-8")
    done = run(tmp_path, "verify")
    assert done.status == 2
    assert word in done.err


def test_a_lock_of_other_sources_verifies_nothing(tmp_path: Path) -> None:
    project(tmp_path)
    run(tmp_path, "lock")
    (tmp_path / "corpus.yaml").write_text(CORPUS.replace("line-2020", "another"), encoding="utf-8")
    done = run(tmp_path, "verify")
    assert done.status == 2
    assert "nothing was verified" in done.err
    assert "not in the lock, and so not verified: another" in done.err


def test_nothing_to_lock(tmp_path: Path) -> None:
    project(tmp_path, CORPUS.replace("    evidence: evidence/line.html\n", ""))
    done = run(tmp_path, "lock")
    assert done.status == 2
    assert "no source names evidence" in done.err
