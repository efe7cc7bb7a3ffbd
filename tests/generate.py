"""What is generated from the code: schemas, the README's rule table, rule pages.

`python -m tests.generate` compares and exits 1 where a file is out of date; `--write` rewrites.
"""

from __future__ import annotations

import difflib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from dvht_lint import schema
from dvht_lint.commands.rule import page, table
from dvht_lint.rules.base import all_rules
from tests.configuration_reference import reference

ROOT = Path(__file__).parents[1]
SCHEMAS = ("corpus", "config", "report", "pair")
_TABLE = re.compile(r"(<!-- rules: begin -->\n).*?(<!-- rules: end -->)", re.DOTALL)


def generated() -> Iterator[tuple[Path, str]]:
    """Every generated file with what it must hold."""
    for name in SCHEMAS:
        text = json.dumps(schema.export(name), ensure_ascii=False, indent=2) + "\n"
        yield ROOT / "schemas" / f"{name}.schema.json", text
    readme = ROOT / "README.md"
    rules = table(all_rules())
    yield readme, _TABLE.sub(lambda m: f"{m[1]}{rules}\n{m[2]}", readme.read_text(encoding="utf-8"))
    yield ROOT / "docs" / "configuration.md", reference()
    for rule in all_rules():
        yield ROOT / "docs" / "rules" / f"{rule.name}.md", page(rule) + "\n"


def main(arguments: list[str]) -> int:
    write = "--write" in arguments
    stale = 0
    for path, text in generated():
        have = path.read_text(encoding="utf-8") if path.exists() else ""
        if have == text:
            continue
        stale += 1
        if write:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
            continue
        lines = difflib.unified_diff(
            have.splitlines(),
            text.splitlines(),
            f"{path.name} (committed)",
            f"{path.name} (generated)",
            n=1,
            lineterm="",
        )
        print("\n".join(list(lines)[:40]))
    if stale and not write:
        print(f"{stale} generated files are out of date: make generate")
    else:
        print(f"generated files: {stale} written" if write else "generated files are up to date")
    return 1 if stale and not write else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
