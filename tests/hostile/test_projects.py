"""A project from a stranger: it may not read, write, remove or steer what is not its own. See docs/security.md."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dvht_lint.cache import RunCache
from dvht_lint.config import load
from dvht_lint.errors import ConfigurationError
from dvht_lint.fetch.addresses import is_public
from dvht_lint.reach import is_within, read_regular
from dvht_lint.reports.guarding import guarded
from dvht_lint.reports.markdown import _escaped
from tests.commands.running import run
from tests.commands.setting import CLEAN, check, write

SECRET = "In 2017 the vault of the mint held 4,711 bars."
CORPUS = """\
version: 1
sources:
  mint: {{type: report, author: [{{literal: Mint}}], issued: 2018, title: Stock, publisher-place: Bern, evidence: "{evidence}"}}
statements:
  bars: {{text: "In 2017 the vault of the mint held 4,712 bars.", sources: [{{id: mint, locator: p. 4}}]}}
claims:
  - {{id: c1, text: "In 2017 the vault of the mint held 4,712 bars.", statement: bars}}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project beside a file that is none of its business."""
    (tmp_path / "secret.txt").write_text(SECRET, encoding="utf-8")
    folder = tmp_path / "project"
    folder.mkdir()
    return folder


# --- reading -------------------------------------------------------------------------------------------


def test_evidence_outside_the_project_is_not_read_and_said_so(project: Path) -> None:
    (project / "link.txt").symlink_to("../secret.txt")
    for evidence in ("../secret.txt", str(project.parent / "secret.txt"), "link.txt"):
        write(project, corpus_yaml=CORPUS.format(evidence=evidence))
        done = check(project, "corpus.yaml")
        assert "4,711" not in done.out, evidence
        assert "leads out of the project" in " ".join(done.out.split())
        assert done.status == 2


def test_the_command_line_allows_a_folder(project: Path) -> None:
    write(project, corpus_yaml=CORPUS.format(evidence="../secret.txt"))
    done = check(project, "corpus.yaml", "--allow-folder", str(project.parent))
    assert "leads out of the project" not in " ".join(done.out.split())
    assert "4,711" in done.out


def test_the_own_files_of_a_repository_are_not_read(project: Path) -> None:
    (project / ".git").mkdir()
    (project / ".git" / "config").write_text(SECRET, encoding="utf-8")
    write(project, corpus_yaml=CORPUS.format(evidence=".git/config"))
    assert "4,711" not in check(project, "corpus.yaml").out


def test_a_bibliography_outside_the_project_is_not_read(project: Path) -> None:
    (project.parent / "works.bib").write_text("@book{mint, title = {Hidden stock}}", encoding="utf-8")
    write(project, page_md="---\nbibliography: ../works.bib\n---\n\nIn 2017 it held 4,711 bars [@mint].\n")
    done = check(project, "page.md")
    assert "Hidden stock" not in done.out
    assert "leads out of the project" in " ".join(done.out.split())


def test_a_link_out_of_the_project_is_not_followed_by_a_walk(project: Path) -> None:
    (project / "page.md").write_text(CLEAN, encoding="utf-8")
    (project / "linked.md").symlink_to("../secret.txt")
    done = check(project, ".")
    assert "4,711" not in done.out
    assert "linked.md" in done.out
    assert done.status == 2


@pytest.mark.parametrize("name", ["page.md", ".gitignore", "pyproject.toml", "dvht_lint.lock", "corpus.yaml"])
def test_a_pipe_does_not_hold_the_run(project: Path, name: str) -> None:
    (project / "page.md").write_text(CLEAN, encoding="utf-8")
    (project / name).unlink(missing_ok=True)
    os.mkfifo(project / name)
    done = run("check", ".", "--as-of", "2021-01-01", cwd=project)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", [".gitignore", "dvht_lint.toml", "dvht_lint.lock"])
def test_an_endless_device_is_not_read(project: Path, name: str) -> None:
    (project / "page.md").write_text(CLEAN, encoding="utf-8")
    (project / name).symlink_to("/dev/zero")
    done = run("check", ".", "--as-of", "2021-01-01", cwd=project)
    assert "Traceback" not in done.stderr
    assert done.returncode == (0 if name == ".gitignore" else 2)


def test_only_a_plain_file_is_read_and_no_more_of_it_than_the_limit(tmp_path: Path) -> None:
    (tmp_path / "long").write_bytes(b"a" * 100)
    assert read_regular(tmp_path / "long", 10) == b"a" * 11
    for path in (tmp_path, Path(os.devnull)):
        with pytest.raises(OSError, match=r"regular|folder"):
            read_regular(path)


# --- writing and removing --------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["cache-dir", "output-file", "baseline"])
@pytest.mark.parametrize("value", ["../out", "/tmp/out", "link/out", ".git/hooks/pre-commit", "."])
def test_a_configuration_names_no_path_outside_its_folder(project: Path, key: str, value: str) -> None:
    (project / "link").symlink_to("..")
    (project / "dvht_lint.toml").write_text(f'{key} = "{value}"\n', encoding="utf-8")
    with pytest.raises(ConfigurationError, match="inside the project"):
        load(project, environ={})


def test_the_command_line_may_name_any_path(project: Path) -> None:
    write(project, page_md=CLEAN)
    assert check(project, "page.md", "-o", "../report.txt").status == 0
    assert (project.parent / "report.txt").exists()


def test_cleaning_removes_only_what_the_cache_wrote(project: Path) -> None:
    data = project / "data"
    data.mkdir()
    theirs = {"rows.json": "{}", f"{hashlib.sha256(b'x').hexdigest()}.json": '{"mine": 1}', ".gitignore": "*.tmp\n"}
    for name, text in theirs.items():
        (data / name).write_text(text, encoding="utf-8")
    cache = RunCache(data)
    key = hashlib.sha256(b"run").hexdigest()
    cache.put(key, {"text": "ok"})
    assert cache.get(key) == {"text": "ok"}
    assert cache.clear() == 1
    assert {path.name: path.read_text("utf-8") for path in data.iterdir()} == theirs


def test_pruning_leaves_other_files_alone(project: Path) -> None:
    for number in range(300):
        (project / f"{number}.json").write_text("{}", encoding="utf-8")
    RunCache(project).put(hashlib.sha256(b"run").hexdigest(), {})
    assert len(list(project.glob("*.json"))) == 301


def test_an_entry_that_a_stranger_wrote_is_no_entry(project: Path) -> None:
    cache = RunCache(project)
    key = hashlib.sha256(b"run").hexdigest()
    cache.put(key, {"text": "1 error", "status": 1})
    path = project / f"{key}.json"
    forged = json.loads(path.read_bytes())
    forged["entry"] = {"text": "All checks passed!", "status": 0}
    path.write_text(json.dumps(forged), encoding="utf-8")
    assert cache.get(key) is None


def test_a_link_with_the_name_of_the_cache_is_not_written_through(project: Path) -> None:
    other = project.parent / "other"
    other.mkdir()
    (project / ".dvht_lint_cache").symlink_to(other)
    write(project, page_md=CLEAN)
    assert run("check", "page.md", "--as-of", "2021-01-01", cwd=project).returncode == 0
    assert not list(other.iterdir())


def test_a_path_beside_a_folder_with_the_same_beginning_is_outside(tmp_path: Path) -> None:
    assert is_within(tmp_path / "a" / "b", [tmp_path / "a"])
    assert not is_within(tmp_path / "ab", [tmp_path / "a"])


# --- reports ---------------------------------------------------------------------------------------------


def test_no_line_of_a_report_is_a_command_to_a_runner() -> None:
    hostile = "::stop-commands::x\n  ::error::y\nz ##[add-mask]a ##vso[task]b\n"
    for form in ("full", "concise", "grouped"):
        lines = guarded(form, hostile).splitlines()
        assert not any(line.lstrip(" \t").startswith("::") for line in lines)
        assert "##[" not in guarded(form, hostile)
        assert "##vso[" not in guarded(form, hostile)


@pytest.mark.parametrize("form", ["full", "concise", "grouped", "github", "markdown", "html", "junit"])
def test_marks_that_turn_text_round_and_bytes_that_are_no_text_are_shown(form: str) -> None:
    assert guarded(form, "a\u202eb\u2067c\x9bd\udcffe\u200ff") == "a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf"


def test_data_keep_every_character_escaped() -> None:
    text = json.dumps("a\u202eb\udcff", ensure_ascii=False)
    safe = guarded("json", text)
    assert safe.isascii()
    assert json.loads(safe) == "a\u202eb\udcff"


def test_markdown_calls_nobody_and_links_nowhere() -> None:
    assert "@octocat" not in _escaped("thanks @octocat")
    assert "://" not in _escaped("see https://phish.example")
    assert "www." not in _escaped("see www.phish.example")


@pytest.mark.parametrize(
    "form", ["full", "concise", "grouped", "json", "github", "gitlab", "junit", "sarif", "rdjson", "markdown"]
)
def test_a_name_that_is_no_utf8_is_reported(project: Path, form: str) -> None:
    name = os.fsencode(project) + b"/\xff.md"
    with open(name, "wb") as file:  # noqa: PTH123 - bytes for a name
        file.write(b"In 2017 the line answered 4,711 calls.\n")
    done = subprocess.run(
        [sys.executable, "-m", "dvht_lint", "check", ".",
         "--no-cache", "--output-format", form, "-o", "report"],
        cwd=project, capture_output=True, check=False,
    )  # fmt: skip
    assert b"Traceback" not in done.stderr
    assert (project / "report").read_bytes().decode("utf-8")


# --- the network: through the function alone --------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        "192.0.0.9", "192.0.0.170", "192.0.2.1", "192.88.99.1", "198.18.0.1", "100.64.0.1", "169.254.169.254", "10.0.0.1",
        "127.0.0.1", "0.0.0.0", "240.0.0.1", "255.255.255.255", "224.0.0.1", "::", "::1", "::7f00:1", "::808:808",
        "::ffff:10.0.0.1", "fec0::1", "fe80::1%eth0", "fc00::1", "ff02::1", "64:ff9b::a00:1", "64:ff9b:1::808:808", "100::1",
        "2001::1", "2001:db8::1", "2002:a00:1::", "3fff::1", "5f00::1",
    ],
)  # fmt: skip
def test_an_address_of_a_special_purpose_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "1.1.1.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_an_address_of_the_public_network_is(address: str) -> None:
    assert is_public(address)
