"""`check`: statuses, counts, formats for CI, files that take part, and reading in several processes."""

from __future__ import annotations

import concurrent.futures
import json
import os
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from dvht_lint.commands import reading
from tests.commands.setting import CLEAN, DRIFTED, TYPED, check, codes, write

CONCISE = ("--output-format", "concise")
WARNED = CLEAN.replace("## References", "Judges rarely read the letters that nurses send them.\n\n## References")


@pytest.mark.parametrize(
    ("text", "arguments", "status"),
    [
        (CLEAN, (), 0),
        (DRIFTED, (), 1),
        (DRIFTED, ("--fail-level", "never"), 0),
        (DRIFTED, ("--exit-zero",), 0),
        (WARNED, (), 1),
        (WARNED, ("--fail-level", "error"), 0),
        (DRIFTED, ("--ignore", "DV501"), 0),
        (DRIFTED, ("--select", "number-drift"), 1),
        (DRIFTED, ("nowhere.md", "--exit-zero"), 2),
        ("", ("--exit-zero",), 2),
    ],
)
def test_status(tmp_path: Path, text: str, arguments: tuple[str, ...], status: int) -> None:
    write(tmp_path, page_md=text)
    assert check(tmp_path, *arguments).status == status


@pytest.mark.parametrize("modes", [("--diff", "--watch"), ("--add-ignores", "--write-baseline", "known.json")])
def test_two_ways_to_end_a_run_exclude_each_other(tmp_path: Path, modes: tuple[str, ...]) -> None:
    write(tmp_path, page_md=DRIFTED)
    with pytest.raises(SystemExit) as ended:
        check(tmp_path, *modes)
    assert ended.value.code == 2
    assert (tmp_path / "page.md").read_text() == DRIFTED


def test_severities_of_the_configuration_count(tmp_path: Path) -> None:
    write(tmp_path, page_md=DRIFTED)
    (tmp_path / "dvht_lint.toml").write_text('severity = {DV501 = "info"}\n')
    done = check(tmp_path)
    assert done.status == 0
    assert "0 errors, 0 warnings, 1 info" in done.err


def test_a_hook_may_name_every_file_of_a_commit(tmp_path: Path) -> None:
    write(tmp_path, page_md=CLEAN)
    (tmp_path / "compose.yml").write_text("services:\n  site: {image: nginx}\n")
    (tmp_path / "ours.yaml").write_text("statements: {}\n")
    named = ("page.md", "compose.yml", "ours.yaml")
    assert check(tmp_path, *named).out.count("DV003") == 2
    assert check(tmp_path, "--force-exclude", *named).status == 0
    assert check(tmp_path, "--force-exclude", "compose.yml").status == 0

    (tmp_path / "dvht_lint.toml").write_text('corpus = ["ours.yaml"]\n')
    configured = check(tmp_path, "--force-exclude", *CONCISE, *named)
    assert configured.status == 1
    assert "ours.yaml:1:1: DV003" in configured.out


def test_ignores_by_file(tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    write(tmp_path, page_md=DRIFTED)
    write(tmp_path / "drafts", page_md=DRIFTED)
    (tmp_path / "dvht_lint.toml").write_text('per-file-ignores = {"drafts/*.md" = ["DV501"]}\n')
    assert [line.partition(":")[0] for line in check(tmp_path, *CONCISE).out.splitlines() if "DV501" in line] == [
        "page.md"
    ]
    assert codes(check(tmp_path / "drafts", *CONCISE)) == []
    assert codes(check(tmp_path, *CONCISE, "--per-file-ignores", "*.md:number-drift")) == []


def test_statistics_count_by_rule(tmp_path: Path) -> None:
    write(tmp_path, page_md=DRIFTED, other_md=DRIFTED.replace("1,240", "1,250"), help_md=TYPED)
    done = check(tmp_path, "--statistics")
    assert done.status == 1
    assert done.out.splitlines() == [
        "2  DV501  [ ] number-drift",
        "1  DV602  [*] invalid-contact",
        "Found 3 findings.",
        "[*] 1 fixable with the `--fix` option.",
    ]
    counts = json.loads(check(tmp_path, "--statistics", "--output-format", "json").out)
    assert counts[0] == {"code": "DV501", "name": "number-drift", "count": 2, "fixable": False, "fixable_count": 0}
    assert check(tmp_path, "--statistics", "--output-format", "sarif").status == 2


def test_show_files_lists_what_would_be_checked(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    write(tmp_path, page_md=CLEAN, draft_md=CLEAN, notes_log="nothing")
    (tmp_path / ".gitignore").write_text("draft.md\n")
    assert check(tmp_path, "--show-files").out == "page.md\n"
    assert check(tmp_path, "--show-files", "draft.md").out == "draft.md\n"


def test_a_github_job_gets_its_summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, page_md=DRIFTED)
    summary = tmp_path / "summary"
    summary.write_text("# Earlier step\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    done = check(tmp_path, "--output-format", "github", "page.md")
    assert done.out.startswith("::error title=DV501 number-drift,file=page.md,line=3")
    assert summary.read_text().startswith("# Earlier step\n# dvht-lint: 1 error\n")
    check(tmp_path, *CONCISE, "page.md")
    assert summary.read_text().count("# dvht-lint") == 1


@pytest.mark.parametrize("path", ["nowhere/summary", "."])
def test_a_summary_that_cannot_be_written_fails_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    write(tmp_path, page_md=CLEAN)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / path))
    done = check(tmp_path, "--output-format", "github", "page.md")
    assert done.status == 0
    assert "summary cannot be written" in done.err


def test_a_page_for_people_lists_every_pair_and_source(tmp_path: Path) -> None:
    write(tmp_path, page_md=DRIFTED)
    check(tmp_path, "--output-format", "html", "-o", "report.html")
    page = (tmp_path / "report.html").read_text()
    assert "2 sources, with the claims that rest on each" in page
    assert "2 pairs" in page
    # The report itself is no document.
    assert check(tmp_path, "--show-files").out == "page.md\n"


def test_sources_are_listed_with_age_and_use(tmp_path: Path) -> None:
    import contextlib
    from argparse import Namespace

    from dvht_lint.commands.project import load_config, open_project
    from dvht_lint.commands.reporting import Judged, build_report

    write(
        tmp_path,
        page_md=DRIFTED.replace(
            "In 2019 the state", "In 2019 the county shelter housed 1,204 people.\n\nIn 2019 the state", 1
        ),
    )
    with contextlib.chdir(tmp_path):
        opened = open_project(load_config(Namespace(as_of="2031-06-01")), ["page.md"])
    report = build_report(opened, Judged(opened.diagnostics()), 0.1, "html")
    assert [(s.label, s.year, s.age, s.uses) for s in report.sources] == [
        ("County Office on Violence (2020)", 2020, 10, 2),
        ("State Line (2020)", 2020, 10, 1),
    ]
    assert [pair.how for pair in report.pairs] == ["fuzzy", "exact", "exact"]
    bare = build_report(opened, Judged(opened.diagnostics()), 0.1, "concise")
    assert (bare.sources, bare.pairs) == ((), ())


# --- several processes ------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(6):
        (tmp_path / f"page-{number}.md").write_text(DRIFTED.replace("1,240", f"1,24{number}"))
    (tmp_path / "broken.md").write_bytes(b"caf\xe9")
    return tmp_path


def test_several_processes_say_the_same_in_the_same_order(folder: Path) -> None:
    one, two = check(folder, *CONCISE, "--jobs", "1"), check(folder, *CONCISE, "--jobs", "2")
    assert one.out == two.out
    assert one.status == two.status == 2
    assert codes(one) == ["DV001", *["DV501"] * 6]


class _Dying(concurrent.futures.Executor):
    """A pool whose processes die after two documents."""

    def __init__(self, number: int) -> None:
        self.number = number

    def map(self, function, inputs, settings, chunksize=1, **_):  # type: ignore[no-untyped-def,override]
        for index, given in enumerate(inputs):
            if index == 2:
                raise BrokenProcessPool
            yield function(given, next(settings))


def test_what_a_dying_pool_leaves_is_read_here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = check(folder, *CONCISE, "--jobs", "1")
    monkeypatch.setattr(concurrent.futures, "ProcessPoolExecutor", _Dying)
    assert check(folder, *CONCISE, "--jobs", "2").out == one.out


def test_a_pool_starts_only_where_there_is_much_to_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[int] = []

    class Noted(_Dying):
        def __init__(self, number: int) -> None:
            super().__init__(number)
            started.append(number)

    monkeypatch.setattr(concurrent.futures, "ProcessPoolExecutor", Noted)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2}, raising=False)
    check(folder)
    assert started == []
    monkeypatch.setattr(reading, "_WORTH_A_POOL", 1000)
    check(folder)
    assert started == [3]
