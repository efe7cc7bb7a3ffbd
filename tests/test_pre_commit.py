"""The hook, proven with the real pre-commit in a scratch repository that installs it from a clone."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = "In 2019 the county shelter housed 1,204 people.\n"
REFERENCES = """\
# References

- In 2019 the county shelter housed 1,204 people.

Source: County Office on Violence. (2020). *Shelter report 2019*. Springfield, p. 3.
"""


def git(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    return subprocess.run(["git", *identity, *arguments], cwd=cwd, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def hook_repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as it stands, committed in a clone of its own: what pre-commit will install from."""
    clone = tmp_path_factory.mktemp("hook") / "dvht-lint"
    if not (ROOT / ".git").exists() or shutil.which("git") is None:
        pytest.skip("needs git and the project's repository")
    listed = git("ls-files", "--cached", "--others", "--exclude-standard", "-z", cwd=ROOT).stdout.split("\0")
    for name in filter(None, listed):
        source, target = ROOT / name, clone / name
        if source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)
    git("init", "-q", cwd=clone)
    git("add", "-A", cwd=clone)
    assert git("commit", "-q", "-m", "Snapshot", cwd=clone).returncode == 0
    return clone


def test_a_drifted_reference_fails_the_commit_naming_the_claim_that_was_not_touched_and_other_data_files_pass(
    hook_repository: Path, tmp_path: Path
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    git("init", "-q", cwd=scratch)
    head = git("rev-parse", "HEAD", cwd=hook_repository).stdout.strip()
    (scratch / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: {hook_repository.as_uri()}\n    rev: {head}\n"
        "    hooks:\n      - id: dvht-lint\n      - id: dvht-lint-files\n"
    )
    (scratch / "package.json").write_text('{"name": "campaign-site", "version": "1.0.0"}\n')
    (scratch / "page.md").write_text(PAGE)
    (scratch / "references.md").write_text(REFERENCES)
    (scratch / "dvht_lint.toml").write_text('documents = ["page.md"]\nreferences = ["references.md"]\n')
    environment = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "cache")}

    def pre_commit(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pre_commit", *arguments]
        return subprocess.run(command, cwd=scratch, env=environment, capture_output=True, text=True, check=False)

    installed = pre_commit("install", "--install-hooks")
    assert installed.returncode == 0, installed.stdout + installed.stderr

    def commit(message: str) -> subprocess.CompletedProcess[str]:
        git("add", "-A", cwd=scratch)
        command = ["git", "-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "-q", "-m", message]
        return subprocess.run(command, cwd=scratch, env=environment, capture_output=True, text=True, check=False)

    clean = commit("Publish the page")
    assert clean.returncode == 0, clean.stdout + clean.stderr

    (scratch / "references.md").write_text(REFERENCES.replace("1,204", "1,402"))
    drifted = commit("Change the reference")
    assert drifted.returncode == 1
    assert "DV501" in drifted.stdout + drifted.stderr
    assert "page.md:1:" in drifted.stdout + drifted.stderr
    assert re.search(r"changed files only\)\.+Passed", drifted.stdout + drifted.stderr)

    (scratch / "references.md").write_text(REFERENCES)
    (scratch / "page.md").write_text(PAGE.replace("1,204", "1,240"))
    both = commit("Change the page")
    assert both.returncode == 1
    assert (both.stdout + both.stderr).count("DV501") == 2
