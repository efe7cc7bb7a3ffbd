"""`--fix`, `--unsafe-fixes` and `--diff`: what changes, what does not, and what is said."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.setting import CLEAN, DRIFTED, TYPED, check, codes, environment, write

FIXED = TYPED.replace("malito:", "mailto:")


def test_safe_fixes_are_applied_and_counted(tmp_path: Path) -> None:
    write(tmp_path, help_md=TYPED)
    done = check(tmp_path, "--fix")
    assert done.status == 0, done.out
    assert (tmp_path / "help.md").read_text() == FIXED
    assert "fixed 1 finding in 1 file" in done.err


def test_a_mistyped_link_is_put_right_in_the_link_and_not_in_its_words(tmp_path: Path) -> None:
    page = """\
“Write to [our advocates](malito:help@example.org) or [the office][1] or <a href="malito:desk@example.org">the desk</a>.”

[1]: malito:office@example.org
"""
    write(tmp_path, page_md=page)
    done = check(tmp_path, "--fix")
    assert done.status == 0, done.out
    assert (tmp_path / "page.md").read_text() == page.replace("malito:", "mailto:")
    assert "fixed 3 findings in 1 file" in done.err


def test_digits_glued_to_a_figure_become_the_mark_of_the_note_that_waits_for_one(tmp_path: Path) -> None:
    note = "[^{}]: State Office. (2021). *Cases by county*. Springfield, p. 5.\n"
    page = "The line helped 2,9453 victims, the state says.{}\n\n" + note.format(1) + "\n" + note.format(3)
    write(tmp_path, page_md=page.format("[^1]"), called_md=page.format("[^1] [^3]"), page_txt=page.format("[^1]"))
    check(tmp_path, "--fix")
    assert (tmp_path / "page.md").read_text() == page.format("[^1]").replace("2,9453", "2,945[^3]")
    assert (tmp_path / "called.md").read_text() == page.format("[^1] [^3]")
    assert (tmp_path / "page.txt").read_text() == page.format("[^1]")
    check(tmp_path, "--fix", "--unsafe-fixes", "called.md", "--select", "DV514")
    assert "2,945<sup>3</sup> victims" in (tmp_path / "called.md").read_text()


def test_what_changes_a_figure_waits_for_unsafe_fixes(tmp_path: Path) -> None:
    write(tmp_path, page_md=DRIFTED)
    done = check(tmp_path, "--fix", "--output-format", "concise")
    assert (done.status, codes(done)) == (1, ["DV501"])
    assert (tmp_path / "page.md").read_text() == DRIFTED
    assert check(tmp_path, "--fix", "--unsafe-fixes").status == 0
    assert (tmp_path / "page.md").read_text() == CLEAN


def test_a_weaker_cause_is_pasted_with_its_verb(tmp_path: Path) -> None:
    page = "Child marriage {} early school leaving among girls.\n\n## References\n\n- Child marriage is linked to early"
    page += " school leaving among girls.\n\nSource: Unicef. (2020). Girls. New York, NY, p. 3.\n"
    write(tmp_path, page_md=page.format("causes"))
    check(tmp_path, "--fix", "--unsafe-fixes")
    assert (tmp_path / "page.md").read_text() == page.format("is linked to")


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    write(tmp_path, page_md=DRIFTED, help_md=TYPED)
    check(tmp_path, "--fix", "--unsafe-fixes")
    after = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    done = check(tmp_path, "--fix", "--unsafe-fixes")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == after
    assert "fixed" not in done.err


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_line_ends_mark_and_encoding_are_kept(tmp_path: Path, encoding: str, mark: bytes, newline: str) -> None:
    def written(text: str) -> bytes:
        return mark + text.replace("\n", newline).encode(encoding)

    (tmp_path / "page.md").write_bytes(written(DRIFTED))
    check(tmp_path, "--fix", "--unsafe-fixes")
    assert (tmp_path / "page.md").read_bytes() == written(CLEAN)


def test_only_reported_files_are_changed(tmp_path: Path) -> None:
    write(tmp_path, one_md=TYPED, two_md=TYPED, dvht__lint_toml='documents = ["one.md", "two.md"]\n')
    check(tmp_path, "--fix", "one.md")
    assert (tmp_path / "one.md").read_text() == FIXED
    assert (tmp_path / "two.md").read_text() == TYPED


def test_diff_shows_what_would_change_and_writes_nothing(tmp_path: Path) -> None:
    write(tmp_path, help_md=TYPED)
    done = check(tmp_path, "--diff")
    assert done.status == 1
    assert "-Write to malito:help@shelter.example at any hour.\n+Write to mailto:help" in done.out
    assert (tmp_path / "help.md").read_text() == TYPED
    (tmp_path / "help.md").write_text(FIXED)
    assert (check(tmp_path, "--diff").status, check(tmp_path, "--diff").out) == (0, "")


def test_a_diff_is_a_patch(tmp_path: Path) -> None:
    write(tmp_path, page_md=DRIFTED)
    patch = check(tmp_path, "--diff", "--unsafe-fixes").out
    done = subprocess.run(["git", "apply", "-p0"], cwd=tmp_path, input=patch.encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "page.md").read_text() == CLEAN


def test_stdin_goes_to_stdout_with_its_fixes(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "dvht_lint", "check", "-", "--fix", "--stdin-filename", "help.md"]
    text = ("\ufeff" + TYPED.replace("\n", "\r\n")).encode()
    done = subprocess.run(command, cwd=tmp_path, input=text, capture_output=True, env=environment(), check=False)
    assert done.stdout == text.replace(b"malito", b"mailto")
    assert b"All checks passed" in done.stderr
    assert done.returncode == 0
    done = subprocess.run([*command, "-q"], cwd=tmp_path, input=done.stdout, capture_output=True, check=False)
    assert done.stdout == text.replace(b"malito", b"mailto")


def test_a_link_to_a_file_stays_a_link(tmp_path: Path) -> None:
    write(tmp_path, help_md=TYPED)
    (tmp_path / "help.md").rename(tmp_path / "real.txt")
    (tmp_path / "help.md").symlink_to("real.txt")
    check(tmp_path, "--fix", "help.md")
    assert (tmp_path / "help.md").is_symlink()
    assert (tmp_path / "real.txt").read_text() == FIXED


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, help_md=TYPED)
    from dvht_lint import fixes

    encode = fixes.encode

    def edited_by_somebody(*arguments: object) -> bytes:
        (tmp_path / "help.md").write_text("# Rewritten\n")
        return encode(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(fixes, "encode", edited_by_somebody)
    done = check(tmp_path, "--fix")
    assert done.status == 2
    assert "changed while it was checked" in done.err
    assert (tmp_path / "help.md").read_text() == "# Rewritten\n"


def test_a_fix_that_breaks_the_file_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = """\
version: 1
sources:
  line-2012: {type: report, author: [{literal: State Line}], issued: 2012, title: Annual Report, publisher-place: Springfield}
statements:
  calls: {text: "In 2011 the line answered 19,427 calls.", sources: [{id: line-2012, locator: p. 4}]}
claims:
  - {id: c1, text: "In 2011 the line answered 19,472 calls.", statement: calls}
"""
    write(tmp_path, corpus_yaml=corpus)
    from dvht_lint import fixes

    encode = fixes.encode
    monkeypatch.setattr(fixes, "encode", lambda *arguments: encode(*arguments) + b"\n]: {")
    done = check(tmp_path, "--fix", "--unsafe-fixes", "--output-format", "concise", "corpus.yaml")
    assert "would make it unreadable" in done.err
    assert (tmp_path / "corpus.yaml").read_text() == corpus
    assert "DV501" in codes(done)


def test_an_expired_suppression_goes_with_its_line(tmp_path: Path) -> None:
    comment = '<!-- dvht-lint: ignore[number-drift] reason="board asked" until=2020-06-30 -->\n'
    write(tmp_path, page_md=CLEAN.replace("In 2019 the county", comment + "In 2019 the county", 1))
    done = check(tmp_path, "--fix")
    assert done.status == 0, done.out
    assert (tmp_path / "page.md").read_text() == CLEAN


def test_faults_of_the_evidence_outlive_the_fixes(tmp_path: Path) -> None:
    corpus = """\
version: 1
sources:
  line-2012: {type: report, author: [{literal: State Line}], issued: 2012, title: Annual Report, publisher-place: Springfield, evidence: gone.pdf}
statements:
  calls: {text: "In 2011 the line answered 19,427 calls.", sources: [{id: line-2012, locator: p. 4}]}
claims:
  - {id: c1, text: "In 2011 the line answered 19,472 calls.", statement: calls}
"""
    write(tmp_path, corpus_yaml=corpus)
    done = check(tmp_path, "--fix", "--unsafe-fixes", "--output-format", "concise")
    assert (tmp_path / "corpus.yaml").read_text() == corpus.replace("19,472", "19,427")
    assert "DV010" in codes(done)
    assert "DV501" not in codes(done)
    assert codes(check(tmp_path, "--output-format", "concise")) == codes(done)


def test_a_file_that_is_marked_read_only_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path, help_md=TYPED)
    (tmp_path / "help.md").chmod(0o444)
    done = check(tmp_path, "--fix")
    assert (done.status, "help.md: cannot be written: it is read-only" in done.err) == (2, True)
    assert (tmp_path / "help.md").read_text() == TYPED


def test_a_link_beside_its_file_is_fixed_once(tmp_path: Path) -> None:
    write(tmp_path, help_md=TYPED)
    (tmp_path / "also.md").symlink_to("help.md")
    assert check(tmp_path, "--fix").status == 0
    assert (tmp_path / "help.md").read_text() == FIXED
    assert (tmp_path / "also.md").is_symlink()
