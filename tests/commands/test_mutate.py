"""`mutate`: what it plants, what it counts, and that a file edited by hand gives the same findings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands.running import run

PAGE = """\
In 2019 the county shelter housed approximately 1,204 people. Some callers may be minors.

Between 40% and 50% of the callers in 2019 were women.

The National Human Trafficking Hotline can be reached at 1-888-373-7888.

## References

- In 2019 the county shelter housed approximately 1,204 people. Some callers may be minors.

Source: County Office on Violence. (2004). *Handbook for Shelter Advocates*. Springfield, IL.

- Between 40% and 50% of the callers in 2019 were women.

Source: County Office on Violence. (2004). *Handbook for Shelter Advocates*. Springfield, IL.

- There are twelve shelters.

Source: County Office on Violence. (2004). *Handbook for Shelter Advocates*. Springfield, IL.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "page.md").write_text(PAGE)
    return tmp_path


def mutate(folder: Path, *arguments: str) -> dict[str, Any]:
    done = run("mutate", *arguments, "--output-format", "json", cwd=folder)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def rows(scores: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {row["name"]: row for row in scores["mutations"]}


def test_drift_is_planted_in_claims_citations_and_contacts(folder: Path) -> None:
    scores = mutate(folder, "page.md")
    assert scores["planted_in"] == {"claims": 3, "sources": 3, "contacts": 1}
    found = rows(scores)
    for name in ("digit-changed", "qualifier-dropped", "certainty-raised", "range-bound-moved", "phone-digit-changed"):
        assert (found[name]["right"], found[name]["planted"]) == (found[name]["planted"], found[name]["right"]), name
        assert found[name]["planted"] >= 1
    assert found["source-year-changed"]["right"] == 3
    assert scores["flagged"] == 0
    assert scores["harmless"] > 10
    assert scores["share"] > 0.9


def test_a_rule_that_is_off_is_seen_to_be_missing(folder: Path) -> None:
    row = rows(mutate(folder, "page.md", "--ignore", "DV503"))["qualifier-dropped"]
    assert row["right"] == 0
    assert "approximately" not in row["misses"][0]["after"]
    assert rows(mutate(folder, "page.md", "--select", "DV5")).keys() >= {"digit-changed", "negation-planted"}


def test_the_same_in_every_run(folder: Path) -> None:
    assert mutate(folder, "page.md") == mutate(folder, "page.md")


def test_limit_takes_the_same_texts_evenly(folder: Path) -> None:
    assert mutate(folder, "page.md", "--limit", "2")["planted_in"] == {"claims": 2, "sources": 2, "contacts": 1}
    assert mutate(folder, "page.md", "--limit", "0")["planted_in"]["claims"] == 3


def test_the_table_and_what_was_missed(folder: Path) -> None:
    done = run("mutate", "page.md", "-v", "--ignore", "DV503", cwd=folder)
    assert "planted drifts told for the right reason" in done.stdout
    assert "page.md:1: " in done.stdout
    assert done.stderr == "planted in 3 paired claims, 3 citations, 1 contact text\n"


def test_the_findings_are_those_of_a_file_that_was_edited(folder: Path) -> None:
    """What is planted in memory is planted in the file as well; `check` must find the same rules at work."""
    scores = mutate(folder, "page.md", "--ignore", "DV4", "--ignore", "DV5")  # nothing is told, so each edit is listed
    edits = [(r, m) for r in scores["mutations"] for m in r["misses"] if r["kind"] == "drift" and m["before"] in PAGE]
    chosen = [
        e for e in edits if e[0]["name"] in {"digit-changed", "qualifier-dropped", "certainty-raised", "period-moved"}
    ]
    assert len(chosen) >= 4
    outcome = rows(mutate(folder, "page.md"))
    for row, miss in chosen:
        (folder / "edited.md").write_text(PAGE.replace(miss["before"], miss["after"], 1))
        report = json.loads(run("check", "edited.md", "--output-format", "json", cwd=folder).stdout)
        codes = {d["code"] for d in report["diagnostics"]}
        told = outcome[row["name"]]
        assert bool(codes & set(row["expected"])) is (told["right"] == told["planted"]), (row["name"], miss["after"])


def test_a_claim_with_findings_is_left_out(folder: Path) -> None:
    """Another wrong digit in a wrong figure changes nothing that `check` says, so it would count as missed."""
    (folder / "drifted.md").write_text(PAGE.replace("50%", "60%", 1))
    done = run("mutate", "drifted.md", "-v", cwd=folder)
    assert (
        "planted in 2 paired claims, 3 citations, 1 contact text; left out 1 with findings as they are" in done.stderr
    )
    assert "women" not in done.stdout


def test_one_claim_does_not_weigh_on_the_next(folder: Path) -> None:
    (folder / "corpus.yaml").write_text(
        "version: 1\n"
        "statements:\n  beds: {text: In 2011 we had 14 beds.}\n  calls: {text: We took 19 calls.}\n"
        "claims:\n- {text: We took 19 calls., statement: calls}\n- {text: In 2011 we had 41 beds., statement: beds}\n"
    )
    (folder / "page.md").write_text("In 2011 we had 14 beds.\n")
    (folder / "dvht_lint.toml").write_text('documents = ["page.md"]\ncorpus = ["corpus.yaml"]\n')
    done = run("mutate", cwd=folder)
    assert done.stderr == "planted in 2 paired claims; left out 1 with findings as they are\n"


def test_a_corpus_and_its_pages(folder: Path) -> None:
    run("init", cwd=folder)
    scores = mutate(folder)
    assert scores["planted_in"] == {"claims": 1, "sources": 0, "contacts": 1}
    assert rows(scores)["digit-changed"]["right"] == 1
    assert rows(scores)["phone-digit-changed"]["right"] == 1


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["plain.md"], "nothing to plant"),
        (["nowhere.md"], "nowhere.md"),
        (["page.md", "--limit", "-1"], "-1"),
        (["page.md", "--select", "DV999"], "DV999"),
    ],
)
def test_wrong_usage_is_2(folder: Path, arguments: list[str], word: str) -> None:
    (folder / "plain.md").write_text("Nothing rests on anything here.\n")
    done = run("mutate", *arguments, cwd=folder)
    assert (done.returncode, word in done.stderr) == (2, True), done.stderr
    assert "Traceback" not in done.stderr


def test_a_contact_that_is_wrong_already_is_left_as_it_is(folder: Path) -> None:
    (folder / "page.md").write_text(PAGE.replace("1-888-373-7888", "1-888-373-7880"))
    assert mutate(folder, "page.md")["planted_in"]["contacts"] == 0


def test_a_year_before_what_the_work_reports_is_a_right_reason(folder: Path) -> None:
    (folder / "page.md").write_text("""\
In 2021 the line answered 412 calls.

## References

- In 2021 the line answered 412 calls.

Source: Night Line. (2022). *A Year of Calls: 2021*. Springfield, IL, p. 4.
""")
    row = rows(mutate(folder, "page.md"))["source-year-changed"]
    assert (row["planted"], row["right"]) == (1, 1)
