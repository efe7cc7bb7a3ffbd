from __future__ import annotations

import io
import stat
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from dvht_lint import files
from dvht_lint.config import Config
from dvht_lint.model import Problem
from dvht_lint.readers.corpus import read

SUFFIXES = {".md", ".txt", ".yaml"}


@pytest.fixture
def tree(tmp_path):
    for name in (
        "b.md", "a.md", "code.py", "docs/z.MD", "docs/c.txt", "docs/.venv/x.md", "node_modules/p/readme.md", "build/o.md",
    ):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")
    return tmp_path


def found(root: Path, *arguments: str, accept=None, **settings) -> files.Discovery:
    return files.discover(arguments or (".",), Config(root=root, **settings), SUFFIXES, accept, cwd=root)


def test_folders_are_walked_sorted_and_without_other_peoples_folders(tree):
    assert found(tree).files == ("a.md", "b.md", "docs/c.txt", "docs/z.MD")


def test_a_file_is_taken_once_and_named_files_whatever_their_suffix(tree):
    assert found(tree, "code.py", "a.md", "docs/../a.md", str(tree / "a.md"), "-").files == ("code.py", "a.md", "-")


def test_named_files_win_over_excludes_unless_forced(tree):
    assert found(tree, "build/o.md").files == ("build/o.md",)
    forced = found(tree, "build/o.md", "docs/c.txt", force_exclude=True, extend_exclude=("docs/*.txt",))
    assert (forced.files, forced.excluded, forced.problems) == ((), ("build/o.md", "docs/c.txt"), ())


def test_a_named_file_that_a_walk_would_not_take_is_left_out_where_forced(tree):
    def not_text(path: str) -> bool:
        return not path.endswith(".txt")

    assert found(tree, "a.md", "docs/c.txt", accept=not_text).files == ("a.md", "docs/c.txt")
    forced = found(tree, "a.md", "docs/c.txt", accept=not_text, force_exclude=True)
    assert (forced.files, forced.excluded, forced.problems) == (("a.md",), ("docs/c.txt",), ())


@pytest.mark.parametrize(
    ("pattern", "left"),
    [
        ("docs", ("a.md", "b.md")),
        ("docs/", ("a.md", "b.md")),
        ("*.md", ("docs/c.txt", "docs/z.MD")),
        ("/docs/c.*", ("a.md", "b.md", "docs/z.MD")),
        ("**/z.*", ("a.md", "b.md", "docs/c.txt")),
    ],
)
def test_excludes(tree, pattern, left):
    assert found(tree, extend_exclude=(pattern,)).files == left


def test_gitignore_above_below_and_negated(tree):
    (tree / ".git").mkdir()
    (tree / ".gitignore").write_text("*.txt\n/b.md\n")
    (tree / "docs/.gitignore").write_text("!c.txt\nz.MD\n")
    assert found(tree).files == ("a.md", "docs/c.txt")
    assert found(tree, "docs").files == ("docs/c.txt",)
    assert found(tree, "b.md").files == ("b.md",)
    assert found(tree, respect_gitignore=False).files == ("a.md", "b.md", "docs/c.txt", "docs/z.MD")


def test_gitignored_folder_is_not_entered(tree):
    (tree / ".git/info").mkdir(parents=True)
    (tree / ".git/info/exclude").write_text("docs/\n")
    assert found(tree).files == ("a.md", "b.md")


def test_links_to_folders_are_not_followed(tree):
    (tree / "docs/loop").symlink_to(tree, target_is_directory=True)
    (tree / "link.md").symlink_to(tree / "a.md")
    (tree / "dead.md").symlink_to(tree / "nowhere")
    assert found(tree).files == ("a.md", "b.md", "link.md", "docs/c.txt", "docs/z.MD")


def test_what_is_missing_is_told_and_the_rest_still_found(tree):
    (tree / "empty").mkdir()
    (tree / "self.md").symlink_to("self.md")
    got = found(tree, "none.md", "a.md", "empty", "nul\0l.md", "self.md")
    assert got.files == ("a.md",)
    assert [name for name, _ in got.problems] == ["none.md", "empty", "nul\0l.md", "self.md"]
    assert {(problem.code, problem.fatal) for _, problem in got.problems} == {("DV001", True)}
    assert got.problems[0][1].message == "no such file or folder"
    assert "no document" in got.problems[1][1].message


def test_accept_looks_inside_files_of_folders_only(tree):
    (tree / "compose.yaml").write_text("services: {}")
    assert "compose.yaml" not in found(tree, accept=lambda path: not path.endswith(".yaml")).files
    assert found(tree, "compose.yaml", accept=lambda _: False).files == ("compose.yaml",)


def test_paths_above_the_working_folder_are_shown_in_full(tree):
    got = files.discover(["../a.md"], Config(root=tree), SUFFIXES, cwd=tree / "docs")
    assert got.files == ((tree / "a.md").as_posix(),)


def test_expand(tree):
    paths, missing = files.expand(["docs/*.txt", "a.md", "no/*.md", "gone.md", "a.md"], tree)
    assert [p.name for p in paths] == ["c.txt", "a.md"]
    assert missing == ["no/*.md", "gone.md"]


def test_matches(tmp_path):
    assert files.matches("docs/a.md", ["docs/*"], tmp_path, cwd=tmp_path)
    assert files.matches("a.md", ["docs/a.md"], tmp_path, cwd=tmp_path / "docs")
    assert not files.matches("docs/a.md", ["*.txt"], tmp_path, cwd=tmp_path)
    assert not files.matches("docs/a.md", [], tmp_path)


def test_read_bytes_and_its_faults(tmp_path, monkeypatch):
    path = tmp_path / "a.md"
    path.write_bytes(b"12345")
    assert files.read_bytes(str(path), 5) == b"12345"
    over = files.read_bytes(str(path), 4)
    assert isinstance(over, Problem)
    assert (over.code, over.fatal) == ("DV007", True)
    gone = files.read_bytes(str(tmp_path / "none"))
    assert isinstance(gone, Problem)
    assert gone.message == "cannot be read: no such file or directory"
    folder = files.read_bytes(str(tmp_path))
    assert isinstance(folder, Problem)
    assert folder.code == "DV001"
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"in")))
    assert files.read_bytes("-") == b"in"


def test_missing_evidence_starts_from_the_folder_of_the_corpus(tmp_path):
    (tmp_path / "facts/evidence").mkdir(parents=True)
    (tmp_path / "facts/evidence/a.pdf").write_bytes(b"%PDF")
    text = "version: 1\nsources:\n  a: {evidence: evidence/a.pdf}\n  b: {evidence: evidence/b.pdf}\n  c: {title: C}\n"
    document = read("facts/corpus.yaml", text.encode())
    (problem,) = files.missing_evidence(document, tmp_path)
    assert (problem.code, problem.span.cut(text)) == ("DV010", "evidence/b.pdf")


def test_write_atomic_keeps_mode_and_follows_links(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    link = tmp_path / "l.md"
    link.symlink_to(path)
    files.write_atomic(link, b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    fresh = tmp_path / "fresh.md"
    files.write_atomic(fresh, b"x")
    assert stat.S_IMODE(fresh.stat().st_mode) & 0o600 == 0o600
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.md", "fresh.md", "l.md"]


def test_write_atomic_leaves_nothing_behind_when_it_fails(tmp_path):
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError):
        files.write_atomic(tmp_path / "folder", b"x")
    assert [p.name for p in tmp_path.iterdir()] == ["folder"]
