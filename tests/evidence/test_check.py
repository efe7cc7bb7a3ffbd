"""`check` with evidence on disk: what is read, what is told, and what is no document."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.evidence.setting import CORPUS, REPORT, project, run
from tests.readers.pdfs import pdf, text

DRIFTED = CORPUS.replace("9,214", "9,241")


def test_evidence_that_bears_a_statement_out_is_no_finding(tmp_path: Path) -> None:
    project(tmp_path)
    done = run(tmp_path, "check")
    assert (done.status, done.out) == (0, "All checks passed!\n")


def test_a_figure_that_the_evidence_does_not_give_is_told_with_the_passage(tmp_path: Path) -> None:
    project(tmp_path, DRIFTED)
    done = run(tmp_path, "check", "--output-format", "json")
    assert done.status == 1
    (found,) = json.loads(done.out)["diagnostics"]
    assert (found["code"], found["path"], found["start"]["line"]) == ("DV205", "corpus.yaml", 12)
    assert (found["statement"]["id"], found["source"]["id"]) == ("calls", "line-2020")
    (related,) = found["related"]
    assert (related["path"], related["start"]) == ("evidence/line.html", {"line": 2, "column": 4})
    assert "a total of 9,214 calls" in related["message"]


def test_a_claim_that_cites_its_source_itself_is_held_against_the_evidence(tmp_path: Path) -> None:
    corpus = CORPUS.partition("statements:")[0]
    project(tmp_path, corpus)
    page = "# Facts\n\nIn 2019 the line answered 9,241 calls [@line-2020, p. 4].\n"
    (tmp_path / "page.md").write_text(page, encoding="utf-8")
    (tmp_path / "dvht_lint.toml").write_text('corpus = ["corpus.yaml"]\ndocuments = ["page.md"]\n', encoding="utf-8")
    done = run(tmp_path, "check", "--output-format", "concise")
    assert "page.md:3:27: DV205 The claim says “9,241 calls”; the evidence says “9,214 calls”" in done.out
    (tmp_path / "page.md").write_text(page.replace("9,241", "9,214"), encoding="utf-8")
    assert run(tmp_path, "check").status == 0


def test_a_pdf_is_told_with_its_page(tmp_path: Path) -> None:
    pages = [[text("Foreword", 72, 700)], [text("In 2019 the line answered 9,214 calls.", 72, 700)]]
    project(tmp_path, DRIFTED.replace("line.html", "line.pdf"), pdf(*pages), "line.pdf")
    done = run(tmp_path, "check", "--output-format", "concise")
    assert "DV205 The statement says “9,241 calls”; the evidence, p. 2, says “9,214 calls”" in done.out


def test_what_was_read_of_a_pdf_is_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dvht_lint.cli import main
    from dvht_lint.readers import pdf_pages

    project(
        tmp_path, DRIFTED.replace("line.html", "line.pdf"), pdf([text("It answered 9,214 calls.", 72, 700)]), "line.pdf"
    )
    monkeypatch.chdir(tmp_path)
    first = main(["check", "--as-of", "2026-11-23", "-qq"])

    def refuse(*_: object) -> None:
        raise AssertionError("the PDF was read again")

    monkeypatch.setattr(pdf_pages, "pdf_pages", refuse)
    # Another day is another run, over the same file.
    assert main(["check", "--as-of", "2026-11-24", "-qq"]) == first == 1


def test_evidence_is_no_document_though_a_walk_meets_it(tmp_path: Path) -> None:
    project(tmp_path)
    (tmp_path / "dvht_lint.toml").unlink()
    done = run(tmp_path, "check", ".")
    assert done.status == 0
    assert "checked 1 document" in done.err


@pytest.mark.parametrize(
    ("name", "data"), [("line.pdf", b"%PDF-1.4 no more"), ("line.txt", b"\xff\xfe\x00"), ("line.html", b"")]
)
def test_evidence_that_cannot_be_read_is_never_green(tmp_path: Path, name: str, data: bytes) -> None:
    project(tmp_path, CORPUS.replace("line.html", name), data, name)
    done = run(tmp_path, "check", "--output-format", "concise")
    assert done.status == 2
    assert "corpus.yaml:9:15: DV001 the evidence of 'line-2020' could not be read" in done.out


def test_evidence_that_changes_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = project(tmp_path)
    cache = ("--cache-dir", str(tmp_path / "cache"))
    from dvht_lint.cli import main

    monkeypatch.chdir(tmp_path)
    assert main(["check", "--as-of", "2026-11-23", *cache]) == 0
    path.write_text(REPORT.replace("9,214", "9,124"), encoding="utf-8")
    assert main(["check", "--as-of", "2026-11-23", *cache]) == 1


def test_a_large_source_is_searched_once_and_in_linear_time(tmp_path: Path) -> None:
    filler = "".join(
        f"<p>In {1900 + n % 100} the office of ward {n} heard {n + 17} cases of every kind.</p>" for n in range(5000)
    )
    project(tmp_path, report=REPORT.replace("</body>", filler + "</body>"))
    assert run(tmp_path, "check").status == 0
