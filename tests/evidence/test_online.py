"""`--online`: dead links, pages that changed, snapshots; and that nothing else opens a socket."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.evidence.setting import CORPUS, REPORT, project, run
from tests.server import Site, serving

CONCISE = ("--output-format", "concise")


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as one:
        one.page("/report", REPORT)
        yield one


def online(folder: Path, site: Site, path: str = "/report", *, evidence: bool = False) -> None:
    """A corpus whose source has the address of a page, and a configuration that allows the server."""
    field = f"    URL: {site.url(path)}\n" + ("    evidence: evidence/line.html\n" if evidence else "")
    path = project(folder, CORPUS.replace("    evidence: evidence/line.html\n", field))
    if not evidence:
        path.unlink()
    (folder / "dvht_lint.toml").write_text(
        'corpus = ["corpus.yaml"]\nallowed-hosts = ["127.0.0.1"]\n', encoding="utf-8"
    )


@pytest.mark.parametrize("command", ["check", "lock", "verify"])
def test_without_online_no_socket_is_opened(
    tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    online(tmp_path, site, evidence=True)
    assert run(tmp_path, "lock").status == 0

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert run(tmp_path, command).status == 0
    assert site.asked == []


def test_a_page_that_is_there_is_no_finding(tmp_path: Path, site: Site) -> None:
    online(tmp_path, site)
    assert run(tmp_path, "check", "--online").status == 0
    assert site.asked == ["/robots.txt", "/report"]


def test_a_dead_link_is_told_with_the_archives_copy(tmp_path: Path, site: Site) -> None:
    online(tmp_path, site, "/gone")
    done = run(tmp_path, "check", "--online", "--output-format", "json")
    assert done.status == 1
    (found,) = (d for d in json.loads(done.out)["diagnostics"] if d["code"] == "DV311")
    assert (found["severity"], found["source"]["id"], found["start"]["line"]) == ("warning", "line-2020", 9)
    archive = f"https://web.archive.org/web/20261123/{site.url('/gone')}"
    assert archive in found["message"]
    assert (found["fix"]["safety"], found["fix"]["edits"][0]["text"]) == ("suggestion", archive)


def test_a_host_in_a_private_network_is_said_and_not_asked(tmp_path: Path, site: Site) -> None:
    online(tmp_path, site)
    (tmp_path / "dvht_lint.toml").write_text('corpus = ["corpus.yaml"]\n', encoding="utf-8")
    done = run(tmp_path, "check", "--online")
    assert done.status == 0
    assert "not public" in done.err
    assert site.asked == []


def test_a_page_that_changed_since_the_lock_is_told(tmp_path: Path, site: Site) -> None:
    online(tmp_path, site)
    assert run(tmp_path, "lock", "--online").status == 0
    assert run(tmp_path, "verify", "--online").status == 0
    site.page("/report", REPORT.replace("9,214", "9,124"))
    for command in ("verify", "check"):
        done = run(tmp_path, command, "--online", *CONCISE)
        assert done.status == 1
        assert "DV310 the evidence of 'line-2020' changed" in done.out
        assert "gave “9,214 calls”, now “9,124 calls”" in done.out


def test_page_and_copy_are_locked_apart(tmp_path: Path, site: Site) -> None:
    online(tmp_path, site, evidence=True)
    assert run(tmp_path, "lock", "--online").status == 0
    lock = json.loads((tmp_path / "dvht_lint.lock").read_text(encoding="utf-8"))
    assert lock["sources"]["line-2020"]["evidence"] == "evidence/line.html"
    assert lock["pages"]["line-2020"]["URL"] == site.url("/report")
    site.page("/report", REPORT.replace("9,214", "9,124"))
    offline = run(tmp_path, "verify")
    assert offline.status == 0
    assert "1 page from the web not looked at" in offline.err
    assert run(tmp_path, "verify", "--online").status == 1


def test_a_locked_page_that_cannot_be_had_is_not_green(tmp_path: Path, site: Site) -> None:
    online(tmp_path, site)
    run(tmp_path, "lock", "--online")
    del site.answers["/report"]
    done = run(tmp_path, "verify", "--online", *CONCISE)
    assert done.status == 1
    assert "DV311" in done.out


def test_a_locked_page_that_nobody_could_look_at_ends_with_2(tmp_path: Path, site: Site) -> None:
    online(tmp_path, site)
    run(tmp_path, "lock", "--online")
    site.page("/report", "", 403)
    done = run(tmp_path, "verify", "--online")
    assert done.status == 2
    assert "was not looked at" in done.err


def test_snapshots_are_kept_and_are_no_documents(tmp_path: Path, site: Site) -> None:
    online(tmp_path, site)
    assert run(tmp_path, "lock", "--online", "--snapshots", "snapshots").status == 0
    (kept,) = (tmp_path / "snapshots").iterdir()
    assert kept.read_text(encoding="utf-8") == REPORT
    lock = json.loads((tmp_path / "dvht_lint.lock").read_text(encoding="utf-8"))
    assert lock["pages"]["line-2020"]["snapshot"] == f"snapshots/{kept.name}"
    done = run(tmp_path, "check", ".")
    assert done.status == 0
    assert "checked 1 document" in done.err


def test_snapshots_need_online(tmp_path: Path) -> None:
    project(tmp_path)
    assert run(tmp_path, "lock", "--snapshots", "kept").status == 2


def test_a_page_that_may_not_be_asked_for_is_locked_by_nobody(tmp_path: Path, site: Site) -> None:
    site.page("/robots.txt", "User-agent: *\nDisallow: /\n", kind="text/plain")
    online(tmp_path, site)
    done = run(tmp_path, "lock", "--online")
    assert done.status == 2
    assert "robots.txt" in done.err
    assert site.asked == ["/robots.txt"]


def test_an_address_that_several_sources_have_is_asked_once(tmp_path: Path, site: Site) -> None:
    online(tmp_path, site)
    corpus = (tmp_path / "corpus.yaml").read_text(encoding="utf-8")
    source = corpus[corpus.index("  line-2020:") : corpus.index("statements:")]
    (tmp_path / "corpus.yaml").write_text(
        corpus.replace("statements:", source.replace("line-2020", "same") + "statements:"), encoding="utf-8"
    )
    run(tmp_path, "check", "--online")
    assert site.asked.count("/report") == 1
