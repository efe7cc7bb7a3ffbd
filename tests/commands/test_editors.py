"""The editors' set-up reads what the command prints."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.commands.running import run

EDITORS = Path(__file__).parents[2] / "editors"
PAGE = """\
In 2019 the county shelter housed 1,240 people.

## References

- In 2019 the county shelter housed 1,204 people.

Source: County Office on Violence. (2020). *Shelter report 2019*. Springfield, p. 3.
"""


def places(pattern: str, text: str) -> list[tuple[str, ...]]:
    return [match.groups()[:3] for line in text.splitlines() if (match := re.match(pattern, line))]


def test_patterns_find_file_line_and_column(tmp_path: Path) -> None:
    (tmp_path / "page one.md").write_text(PAGE)
    (task,) = json.loads((EDITORS / "vscode-tasks.json").read_text(encoding="utf-8"))["tasks"]
    printed = run(*task["args"], cwd=tmp_path).stdout
    expected = [("page one.md", "1", "35")]
    assert places(task["problemMatcher"]["pattern"]["regexp"], printed) == expected
    emacs = re.search(r'\'\(dvht-lint "(.*?)" 1 2 3\)', (EDITORS / "README.md").read_text(encoding="utf-8"))
    assert emacs
    lisp = emacs[1].replace("\\\\(", "(").replace("\\\\)", ")")
    assert places(lisp, printed) == expected
    vim = (EDITORS / "dvht-lint.vim").read_text(encoding="utf-8")
    assert "errorformat=%f:%l:%c:\\ %m," in vim
    assert places(r"(.+?):(\d+):(\d+): .+", printed) == expected


def test_unsaved_text_is_read_from_standard_input(tmp_path: Path) -> None:
    command = re.search(r"\$ dvht-lint (check - .*)", (EDITORS / "README.md").read_text(encoding="utf-8"))
    assert command
    done = run(*command[1].split(), cwd=tmp_path, stdin=PAGE)
    assert done.stdout.startswith("page.md:1:35: DV501 ")
