"""The baseline: what it holds, when it lapses, and what it cannot hide."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.setting import CLEAN, DRIFTED, check, codes, write

KNOWN = ("--baseline", "known.json", "--output-format", "concise")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, page_md=DRIFTED)
    done = check(tmp_path, "--write-baseline", "known.json")
    assert (done.status, done.out) == (0, "")
    assert "wrote 1 finding to known.json" in done.err
    return tmp_path


def test_known_findings_are_silent_and_counted(folder: Path) -> None:
    done = check(folder, *KNOWN)
    assert done.status == 0
    assert codes(done) == []
    assert "1 in the baseline" in done.err


def test_moving_the_text_changes_nothing(folder: Path) -> None:
    write(folder, page_md="# A new heading\n\n" + DRIFTED.replace("\n\n", "\n\n\n"))
    assert codes(check(folder, *KNOWN)) == []


def test_an_entry_lapses_when_the_figure_of_its_claim_is_edited(folder: Path) -> None:
    write(folder, page_md=DRIFTED.replace("1,240", "1,241"))
    assert codes(check(folder, *KNOWN)) == ["DV905", "DV501"]


def test_an_entry_lapses_when_its_statement_is_edited(folder: Path) -> None:
    write(folder, page_md=DRIFTED.replace("1,204", "1,205"))
    assert codes(check(folder, *KNOWN)) == ["DV905", "DV501"]


def test_a_stale_entry_is_an_error_at_its_place_in_the_baseline(folder: Path) -> None:
    write(folder, page_md=CLEAN)
    done = check(folder, *KNOWN)
    assert done.status == 1
    assert done.out.startswith("known.json:5:7: DV905 this entry of the baseline silences nothing any more")
    assert "number-drift in page.md" in done.out
    assert check(folder, "--write-baseline", "known.json").status == 0
    assert json.loads((folder / "known.json").read_text())["findings"] == []


def test_another_finding_of_the_same_rule_is_new(folder: Path) -> None:
    write(folder, page_md=DRIFTED.replace("8,100", "9,300", 1))
    assert codes(check(folder, *KNOWN)) == ["DV501"]


def test_the_same_fault_once_more_is_over_the_count(folder: Path) -> None:
    claim = "In 2019 the county shelter housed 1,240 people.\n\n"
    write(folder, page_md=DRIFTED.replace(claim, claim + "Shelters matter.\n\n" + claim))
    done = check(folder, *KNOWN)
    assert [line.partition(": ")[0] for line in done.out.splitlines() if "DV501" in line] == ["page.md:7:35"]
    check(folder, "--write-baseline", "known.json")
    write(folder, page_md=DRIFTED)
    assert "this entry of the baseline counts 2 findings, 1 is left" in check(folder, *KNOWN).out


def test_files_and_rules_that_take_no_part_are_not_stale(folder: Path) -> None:
    write(folder, other_md=CLEAN, page_md=CLEAN)
    assert codes(check(folder, *KNOWN, "other.md")) == []
    assert codes(check(folder, *KNOWN, "--select", "DV6,DV905")) == []
    assert codes(check(folder, *KNOWN, "--per-file-ignores", "page.md:DV501")) == []
    assert codes(check(folder, *KNOWN)) == ["DV905"]


def test_a_file_that_is_gone_is_stale(folder: Path) -> None:
    write(folder, other_md=CLEAN)
    (folder / "page.md").unlink()
    assert codes(check(folder, *KNOWN)) == ["DV905"]


def test_writing_a_part_keeps_the_rest(folder: Path) -> None:
    write(folder, other_md=DRIFTED.replace("county shelter", "city clinic"))
    check(folder, "--write-baseline", "known.json", "other.md")
    entries = json.loads((folder / "known.json").read_text())["findings"]
    assert [entry["path"] for entry in entries] == ["other.md", "page.md"]
    assert codes(check(folder, *KNOWN)) == []


def test_it_is_sorted_stable_and_readable(folder: Path) -> None:
    before = (folder / "known.json").read_bytes()
    check(folder, "--write-baseline", "known.json")
    assert (folder / "known.json").read_bytes() == before
    (entry,) = json.loads(before)["findings"]
    assert entry["code"] == "DV501"
    assert entry["name"] == "number-drift"
    assert entry["claim"] == "In 2019 the county shelter housed 1,240 people."
    assert entry["statement"] == "In 2019 the county shelter housed 1,204 people."
    assert not {"line", "column"} & entry.keys()


def test_the_configuration_can_name_it(folder: Path) -> None:
    write(folder, dvht__lint_toml='baseline = "known.json"\n')
    (folder / "dvht__lint.toml").rename(folder / "dvht_lint.toml")
    assert check(folder).status == 0
    (folder / "deeper").mkdir()
    assert check(folder / "deeper", "../page.md").status == 0


def test_what_makes_a_run_blind_cannot_be_held(folder: Path) -> None:
    (folder / "broken.md").write_bytes(b"caf\xe9")
    done = check(folder, "--write-baseline", "known.json")
    assert done.status == 2
    assert "not everything could be checked: broken.md" in done.err
    assert check(folder, *KNOWN).status == 2


def test_a_held_finding_is_not_fixed(folder: Path) -> None:
    done = check(folder, *KNOWN, "--fix", "--unsafe-fixes")
    assert (done.status, (folder / "page.md").read_text()) == (0, DRIFTED)


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ('{"version": 1, "findings": [\n  {"count": 1}\n]}', "known.json:2:3", "no fingerprint"),
        ('{"version": 1,\n "findings": [}', "known.json:2:15", "expected a value"),
        ('{"version": 7, "findings": []}', "known.json:1:1", "version 7"),
        ('{"version": 1, "findings": [{"fingerprint": "ab", "count": "two"}]}', "known.json:1:29", "whole number"),
        ("[]", "known.json:1:1", "no version"),
        ("", "known.json:1:1", "no version"),
    ],
)
def test_a_broken_baseline_names_its_place(folder: Path, text: str, place: str, words: str) -> None:
    (folder / "known.json").write_text(text)
    done = check(folder, *KNOWN)
    assert done.status == 2
    assert place in done.err
    assert words in done.err


def test_a_missing_baseline_says_how_to_write_one(folder: Path) -> None:
    done = check(folder, "--baseline", "nowhere.json")
    assert done.status == 2
    assert "nowhere.json" in done.err
    assert "--write-baseline" in done.err
