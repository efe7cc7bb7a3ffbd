"""A corpus with evidence in a folder of its own, and the commands run on it in this process."""

from __future__ import annotations

import contextlib
import io
from dataclasses import dataclass
from pathlib import Path

from dvht_lint.cli import main

REPORT = """\
<html><body><h1>Annual Report</h1>
<p>In 2019, the line received a total of 9,214 calls over the course of the year.</p>
<p>Volunteers drove 12,650 miles to meet callers.</p></body></html>
"""
CORPUS = """\
version: 1
sources:
  line-2020:
    type: report
    author: [{literal: State Line}]
    issued: 2020
    title: Annual Report
    publisher-place: Springfield, IL
    evidence: evidence/line.html
statements:
  calls:
    text: In 2019 the line answered 9,214 calls.
    sources: [{id: line-2020, locator: p. 4}]
claims:
  - text: In 2019 the line answered 9,214 calls.
    statement: calls
"""


@dataclass(frozen=True)
class Done:
    """What a command came to."""

    status: int
    out: str
    err: str


def run(folder: Path, command: str, *arguments: str) -> Done:
    """Run a command in a folder on a fixed day."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.chdir(folder), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main([command, "--as-of", "2026-11-23", "--no-cache", *arguments])
    return Done(status, out.getvalue(), err.getvalue())


def project(folder: Path, corpus: str = CORPUS, report: str | bytes = REPORT, name: str = "line.html") -> Path:
    """Write the corpus, a configuration and the evidence; returns the evidence's path."""
    (folder / "evidence").mkdir(exist_ok=True)
    (folder / "corpus.yaml").write_text(corpus, encoding="utf-8")
    (folder / "dvht_lint.toml").write_text('corpus = ["corpus.yaml"]\n', encoding="utf-8")
    path = folder / "evidence" / name
    path.write_bytes(report.encode() if isinstance(report, str) else report)
    return path
