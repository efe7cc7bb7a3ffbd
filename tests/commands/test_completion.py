"""`completion`: the scripts are ones that the shells accept, and they know every command and option."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.commands.running import run

COMPLETE = """\
{script}
COMP_WORDS=({words})
COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
_dvht_lint
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


@pytest.fixture(scope="module")
def bash() -> str:
    return run("completion", "bash", cwd=Path.cwd()).stdout


def complete(script: str, *words: str) -> list[str]:
    quoted = " ".join(f"'{word}'" for word in ("dvht-lint", *words))
    program = COMPLETE.format(script=script, words=quoted)
    done = subprocess.run(["bash", "-c", program], capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_bash_completes_commands(bash: str) -> None:
    assert complete(bash, "ch") == ["check"]
    assert {"check", "convert", "sources", "completion"} <= set(complete(bash, ""))


def test_bash_completes_the_options_of_a_command(bash: str) -> None:
    assert "--fail-level" in complete(bash, "check", "--f")
    assert complete(bash, "convert", "--t") == ["--to"]


def test_bash_completes_values(bash: str) -> None:
    assert complete(bash, "check", "--output-format", "sa") == ["sarif"]
    assert complete(bash, "check", "page.md", "--fail-level", "w") == ["warning"]
    assert complete(bash, "rule", "number-d") == ["number-drift"]
    assert complete(bash, "completion", "z") == ["zsh"]
    assert complete(bash, "check", "--select", "DV50")[:2] == ["DV501", "DV502"]
    assert complete(bash, "check", "--ignore", "number-") == ["number-drift"]
    assert complete(bash, "schema", "") == ["corpus", "config", "report", "pair"]


def test_bash_completes_files(bash: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "talking points.md").touch()
    monkeypatch.chdir(tmp_path)
    assert complete(bash, "check", "talk") == ["talking", "points.md"]
    assert complete(bash, "check", "--config", "talk") == ["talking", "points.md"]


@pytest.mark.parametrize(("shell", "options"), [("bash", ["-n"]), ("zsh", ["-n"]), ("fish", ["--no-execute"])])
def test_the_shell_accepts_its_script(shell: str, options: list[str]) -> None:
    script = run("completion", shell, cwd=Path.cwd()).stdout
    for word in ("check", "output-format", "fail-level", "sarif", "stdin-filename"):
        assert word in script
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed here")
    done = subprocess.run([shell, *options], input=script, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_shell_that_there_is_not(tmp_path: Path) -> None:
    assert run("completion", "tcsh", cwd=tmp_path).returncode == 2
