"""docs/configuration.md, made from the keys, their schema and the options of `check`."""

from __future__ import annotations

import argparse
import dataclasses
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dvht_lint import schema
from dvht_lint.cli import COMMANDS, parser
from dvht_lint.config import KEYS, Config
from dvht_lint.config.loading import FILE_NAMES

__all__ = ["reference"]

_GROUPS = {
    "Which files": (
        "documents", "references", "corpus", "contacts", "builtin-contacts", "translations", "exclude", "extend-exclude",
        "force-exclude", "respect-gitignore", "file-size-limit", "time-limit",
    ),
    "Which rules": (
        "select", "extend-select", "ignore", "extend-ignore", "per-file-ignores", "extend-per-file-ignores", "severity",
    ),
    "How texts are read and compared": (
        "reference-headings", "coverage", "exempt", "hedges", "scope-words", "language", "match-threshold", "required-fields",
        "max-source-age", "review-after", "as-of",
    ),
    "What comes out": ("output-format", "output-file", "color", "statistics", "fail-level", "baseline", "fix", "unsafe-fixes"),
    "The run itself": ("cache-dir", "no-cache", "jobs", "online", "allowed-hosts"),
}  # fmt: skip
_EXAMPLES = {
    "documents": 'documents = ["pages/*.md", "talking-points.docx"]',
    "references": 'references = ["references.md", "library.bib"]',
    "contacts": '[contacts.county-line]\nname = "County Hotline"\nphone = "1-888-555-0123"\nsms = "233733"',
    "translations": 'translations = [["page.md", "page.es.md"]]',
    "select": 'select = ["DV5", "DV6", "dropped-hedge"]',
    "per-file-ignores": '[per-file-ignores]\n"archive/*.md" = ["stale-source"]',
    "severity": 'severity = { stale-source = "warning", DV412 = "info" }',
    "reference-headings": 'reference-headings = ["Where this is from"]',
    "exempt": 'exempt = ["as we always say"]',
    "required-fields": '[required-fields]\nreport = ["author", "issued", "title", "publisher"]',
    "file-size-limit": 'file-size-limit = "20 MB"',
    "time-limit": "time-limit = 60",
}

_HEAD = """\
# Configuration

<!-- Generated: make generate. -->

`{names}` are looked for, in this order, in the folder of the
run and in those above it; the first file that is found counts, and no other is merged with it. In `pyproject.toml` the keys
stand in `[tool.dvht_lint]`. Paths and patterns start from the folder of the file. What the command line says goes before
the environment (`DVHT_LINT_OUTPUT_FORMAT`, `DVHT_LINT_CACHE_DIR`, `DVHT_LINT_NO_CACHE`), that before the file, and that
before the defaults.

`dvht-lint config` prints what is in force and where each value came from. An unknown key or a value of the wrong type is
an error at its line and column, with what was expected. Editors complete and check the file with
[`schemas/config.schema.json`](../schemas/config.schema.json).
"""


def reference() -> str:
    """The whole page."""
    listed = [name for names in _GROUPS.values() for name in names]
    if sorted(listed) != sorted(KEYS):
        raise AssertionError(f"keys that no group of the reference has: {sorted(set(listed) ^ set(KEYS))}")
    properties = schema.export("config")["properties"]
    names = ", ".join(FILE_NAMES[:-1]).replace(", ", "`, `") + f"` and `{FILE_NAMES[-1]}"
    parts = [_HEAD.format(names=names)]
    for title, keys in _GROUPS.items():
        parts.append(f"## {title}\n")
        parts.extend(_entry(name, properties[name]) for name in keys)
    return "\n".join(parts)


def _entry(name: str, given: dict[str, Any]) -> str:
    description = re.sub(r" \(default: [^)]*\)", "", given["description"])
    lines = [f"### `{name}`", "", f"{description}.", ""]
    lines.append(f"- takes: {_kind(given)}")
    lines.append(f"- default: {_default(name)}")
    commands = list(_commands(f"--{name}"))
    if commands:
        lines.append(f"- option: `--{name}` of {', '.join(f'`{command}`' for command in commands)}")
    if KEYS[name].adds_up:
        lines.append("- adds up: what the command line gives is added to what the file gives")
    if name in _EXAMPLES:
        lines += ["", "```toml", _EXAMPLES[name], "```"]
    return "\n".join([*lines, ""])


def _kind(given: dict[str, Any]) -> str:
    """What a key takes, in words."""
    if "anyOf" in given:
        return ", or ".join(dict.fromkeys(_kind(one) for one in given["anyOf"]))
    if "enum" in given:
        return "one of " + ", ".join(f'`"{value}"`' for value in given["enum"])
    kind = given.get("type")
    if kind == "array":
        inner = given["items"]
        return "a list of pairs of paths" if inner.get("type") == "array" else "a list of strings"
    if kind == "object":
        more = given.get("additionalProperties", {})
        if more.get("type") == "array":
            return "a table of lists of strings"
        return "a table of levels: " + ", ".join(f'`"{v}"`' for v in more["enum"]) if "enum" in more else "a table"
    if kind in {"integer", "number"}:
        low, high = given.get("minimum"), given.get("maximum")
        bounds = f" from {low:g} to {high:g}" if low is not None and high is not None else ""
        return f"a {'whole ' if kind == 'integer' else ''}number{bounds}"
    if given.get("format") == "date":
        return "a date such as `2026-11-23`"
    return "`true` or `false`" if kind == "boolean" else "a string"


def _default(name: str) -> str:
    defaults = {field.name: field for field in dataclasses.fields(Config)}
    value = getattr(Config(root=Path()), defaults[KEYS[name].attribute].name)
    value = list(value) if isinstance(value, tuple) else dict(value) if hasattr(value, "items") else value
    if value is None or value in ("", [], {}):
        return {"as-of": "today"}.get(name, "none")
    return f"`{json.dumps(value)}`"


def _commands(option: str) -> Iterator[str]:
    """The commands that take an option."""
    for name in ("check", "pairs", "sources", "mutate", "review"):
        if name not in COMMANDS:
            continue
        groups = [a for a in parser(name)._actions if isinstance(a, argparse._SubParsersAction)]
        if any(option in action.option_strings for action in groups[0].choices[name]._actions):
            yield name
