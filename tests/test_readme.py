"""The README is true: its transcripts are run, its hooks and commands exist."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from dvht_lint.cli import COMMANDS

README = Path(__file__).parents[1] / "README.md"
_FILE = re.compile(r"<!-- file: (\S+) -->\n```\w*\n(.*?)```", re.DOTALL)
_TRANSCRIPT = re.compile(r"<!-- transcript -->\n```console\n(.*?)```", re.DOTALL)
_TIME = re.compile(r"in \d+\.\d\d s")


def transcript(commands: list[str], folder: Path) -> str:
    lines = []
    for command in commands:
        words = shlex.split(command)
        assert words[0] == "dvht-lint"
        done = subprocess.run(
            [sys.executable, "-m", "dvht_lint", *words[1:]],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            env={**os.environ, "NO_COLOR": "1", "COLUMNS": "100"},
            check=False,
        )
        lines.append(f"$ {command}\n{done.stdout}")
    return _TIME.sub("in 0.05 s", "".join(lines))


def test_transcripts_show_what_the_commands_print(tmp_path: Path, accept: bool) -> None:
    text = README.read_text(encoding="utf-8")
    for name, body in _FILE.findall(text):
        (tmp_path / name).write_text(body, encoding="utf-8")
    found = list(_TRANSCRIPT.finditer(text))
    assert found
    shown = [transcript([line[2:] for line in m[1].splitlines() if line.startswith("$ ")], tmp_path) for m in found]
    if accept:
        for match, got in reversed(list(zip(found, shown, strict=True))):
            text = text[: match.start(1)] + got + text[match.end(1) :]
        README.write_text(text, encoding="utf-8")
    else:
        assert shown == [m[1] for m in found]


@pytest.mark.parametrize(
    "name", sorted(set(re.findall(r"(?:`|\$ )dvht-lint ([a-z]+)\b", README.read_text(encoding="utf-8"))))
)
def test_every_command_that_the_readme_names_exists(name: str) -> None:
    assert name in COMMANDS


def test_the_hooks_that_the_readme_shows_exist() -> None:
    hooks = (README.parent / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    for name in re.findall(r"- id: (\S+)", README.read_text(encoding="utf-8")):
        assert f"- id: {name}\n" in hooks
