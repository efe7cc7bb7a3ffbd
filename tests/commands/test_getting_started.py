"""The page "from zero to a blocking check" is true: its files are written and its commands run, in order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from dvht_lint.config import Config
from dvht_lint.config import load as load_configuration
from tests.test_readme import transcript

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "getting-started.md"
_STEP = re.compile(
    r"<!-- file: (?P<file>\S+) -->\n```\w*\n(?P<body>.*?)```|<!-- transcript -->\n```console\n(?P<shown>.*?)```",
    re.DOTALL,
)


def test_what_the_page_shows_is_what_a_reader_gets(tmp_path: Path, accept: bool) -> None:
    text = PAGE.read_text(encoding="utf-8")
    pieces, at = [], 0
    for step in _STEP.finditer(text):
        if step["file"]:
            (tmp_path / step["file"]).write_text(step["body"], encoding="utf-8")
            continue
        commands = [line[2:] for line in step["shown"].splitlines() if line.startswith("$ ")]
        pieces += [text[at : step.start("shown")], transcript(commands, tmp_path)]
        at = step.end("shown")
    fresh = "".join([*pieces, text[at:]])
    assert len(pieces) == 10
    if accept:
        PAGE.write_text(fresh, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == fresh


def test_its_action_and_hooks_are_those_that_there_are() -> None:
    text = PAGE.read_text(encoding="utf-8")
    blocks = [yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)]
    hooks, workflow, _ = blocks
    known = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    assert {hook["id"] for hook in hooks["repos"][0]["hooks"]} <= known
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    assert workflow["jobs"]["facts"]["steps"][1]["with"].keys() <= action["inputs"].keys()
    assert workflow["permissions"] == {"contents": "read"}


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)#:]+)\)", PAGE.read_text(encoding="utf-8")))
def test_its_links_lead_somewhere(link: str) -> None:
    assert (PAGE.parent / link).exists()


def test_the_configuration_that_it_shows_is_read(tmp_path: Path) -> None:
    (body,) = re.findall(
        r"<!-- file: dvht_lint.toml -->\n```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL
    )
    (tmp_path / "dvht_lint.toml").write_text(body)
    assert load_configuration(tmp_path, environ={}).documents != Config(root=tmp_path).documents
