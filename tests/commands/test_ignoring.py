"""`--add-ignores`: one suppression for each block with findings, in place, once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.commands.setting import DRIFTED, check, codes, write

CONCISE = ("--output-format", "concise")
MANY = """\
---
title: Facts
---

# Facts: 12% of callers were men

In 2019 the county shelter housed 1,240 people,
and about 31% of them were children.

- About 40% of callers were adults.
- Advocates answer around the clock.

  In 2014 some 2,200 people called.

| Year | What |
|---|---|
| 2011 | 70% of callers were men. |

> In 2013 the shelter took in 2,250 people.

1. Of 300 callers, 12 hung up.
"""
PAGE = """\
<!doctype html>
<html lang="en"><body>
  <h1>Facts</h1>
  <p>In 2019 the shelter housed 1,240 people.</p>
  <ul><li>About 40% of callers were adults.</li><li>Call us.</li></ul>
  <table><tr><td>2011</td><td>70% of callers were men.</td></tr></table>
  <p>A third of the men called twice.</p>
</body></html>
"""
CORPUS = """\
version: 1
sources:
  line-2012: {type: report, author: [{literal: State Line}], issued: 2012, title: Annual Report, publisher-place: Springfield}
statements:
  calls:
    text: >-
      In 2011 the line answered 19,427 calls,
      approximately 40% of them at night.
    sources: [{id: line-2012, locator: p. 4}]
claims:
  - id: c1
    text: In 2011 the line answered 19,472 calls.
    statement: calls
  - {id: c2, text: "In 2011 the line answered 19,427 calls, 40% of them at night.", statement: calls}
"""


@pytest.mark.parametrize(("name", "text"), [("page.md", MANY), ("page.txt", MANY), ("page.html", PAGE)])
def test_only_missing_reasons_are_left(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    (tmp_path / "dvht_lint.toml").write_text('coverage = "all"\n')
    before = codes(check(tmp_path, *CONCISE))
    assert len(before) > 2
    done = check(tmp_path, "--add-ignores")
    assert done.status == 0
    assert "left as they are" not in done.err
    after = codes(check(tmp_path, *CONCISE))
    assert set(after) == {"DV902"}
    assert f"added {len(after)} suppressions to 1 file" in done.err
    # Nothing but comments came: the text is what it was.
    bare = re.sub(r"<!-- dvht-lint:.*?-->", "", (tmp_path / name).read_text())
    assert bare.split() == text.split()


def test_a_second_run_adds_nothing(tmp_path: Path) -> None:
    write(tmp_path, page_md=MANY)
    check(tmp_path, "--add-ignores")
    once = (tmp_path / "page.md").read_bytes()
    assert "added 0 suppressions" in check(tmp_path, "--add-ignores").err
    assert (tmp_path / "page.md").read_bytes() == once


def test_it_stands_above_a_paragraph_and_names_its_rules(tmp_path: Path) -> None:
    write(tmp_path, page_md=DRIFTED)
    check(tmp_path, "--add-ignores")
    comment = '<!-- dvht-lint: ignore[number-drift] reason="" -->\n'
    assert (tmp_path / "page.md").read_text() == DRIFTED.replace(
        "In 2019 the county", comment + "In 2019 the county", 1
    )


def test_a_list_stays_one_list(tmp_path: Path) -> None:
    items = "- About 40% of callers were adults.\n- About 30% of callers were men.\n"
    write(tmp_path, page_md="# Facts\n\n" + items)
    check(tmp_path, "--add-ignores")
    lines = (tmp_path / "page.md").read_text().splitlines()
    assert [line[:2] for line in lines[2:]] == ["- ", "- "]


def test_a_corpus_file_gets_comments_of_its_own(tmp_path: Path) -> None:
    write(tmp_path, corpus_yaml=CORPUS)
    assert set(codes(check(tmp_path, *CONCISE))) >= {"DV501", "DV503"}
    done = check(tmp_path, "--add-ignores")
    assert done.status == 0
    text = (tmp_path / "corpus.yaml").read_text()
    assert re.search(r'^ *# dvht-lint: ignore\[number-drift\] reason=""$', text, re.MULTILINE)
    assert set(codes(check(tmp_path, *CONCISE))) == {"DV902"}
    assert "\n".join(line for line in text.splitlines() if "dvht-lint" not in line) + "\n" == CORPUS


def test_line_ends_and_mark_are_kept(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_bytes(b"\xef\xbb\xbf" + DRIFTED.replace("\n", "\r\n").encode())
    check(tmp_path, "--add-ignores")
    data = (tmp_path / "page.md").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf# Shelter")
    assert data.count(b"\n") == data.count(b"\r\n") == DRIFTED.count("\n") + 1


def test_what_cannot_hold_a_comment_is_told(tmp_path: Path) -> None:
    row = '{"id": "a", "claim": "In 2019 the line took 8,200 calls.", "statement": "In 2019 the line took 8,100 calls."}\n'
    write(tmp_path, pairs_jsonl=row)
    done = check(tmp_path, "--add-ignores", "pairs.jsonl")
    assert "pairs.jsonl: 1 finding without a place for a comment" in done.err
    assert (tmp_path / "pairs.jsonl").read_text() == row


def test_it_cannot_write_into_stdin(tmp_path: Path) -> None:
    import subprocess
    import sys

    command = [sys.executable, "-m", "dvht_lint", "check", "-", "--add-ignores"]
    done = subprocess.run(command, cwd=tmp_path, input=DRIFTED, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "stdin" in done.stderr
