"""How precise each DV4 and DV5 class is on labelled pairs: `python benchmarks/precision.py ROWS.jsonl … [--by dataset]`.

A row is `{"id", "claim", "statement", "label"}`; a finding is right where the label is not `consistent`. "Alone" are the
rows of which no other class speaks: there the row's label judges this class and no other. The band is what the default
severity is to follow: below .60 a warning, below .35 an info.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

_WARNING, _INFO = 0.60, 0.35
_FEW = 10
"""Under so many findings no band is given."""

Row = dict[str, Any]


class _Tally(NamedTuple):
    right: int
    all: int

    def __str__(self) -> str:
        return f"{self.all:5} {self.right / self.all:5.2f}" if self.all else "    0     –"


def _classes(rows: Iterable[Row]) -> dict[str, set[tuple[str, str]]]:
    """By the id of a row: the code and severity of each class that speaks of it."""
    with tempfile.TemporaryDirectory() as folder:
        pairs = Path(folder, "pairs.jsonl")
        kept = ({key: row[key] for key in ("id", "claim", "statement")} for row in rows)
        pairs.write_text("".join(json.dumps(row) + "\n" for row in kept), encoding="utf-8")
        command = [sys.executable, "-m", "dvht_lint", "check", "--isolated", "--no-cache", "--output-format", "json"]
        ran = subprocess.run([*command, str(pairs)], check=False, capture_output=True, text=True)
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for diagnostic in json.loads(ran.stdout)["diagnostics"]:
        if diagnostic["code"].startswith(("DV4", "DV5")) and diagnostic["claim"]:
            found[diagnostic["claim"]["id"]].add((diagnostic["code"], diagnostic["severity"]))
    return found


def _band(tally: _Tally) -> str:
    if tally.all < _FEW:
        return "too few"
    share = tally.right / tally.all
    return "info" if share < _INFO else "warning" if share < _WARNING else "error"


def _table(rows: list[Row], found: dict[str, set[tuple[str, str]]]) -> None:
    drifted = {row["id"]: row["label"] != "consistent" for row in rows}
    spoken: dict[tuple[str, str], list[bool]] = defaultdict(list)
    alone: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for name, right in drifted.items():
        for key in found.get(name, ()):
            spoken[key].append(right)
            if len(found[name]) == 1:
                alone[key].append(right)
    for key in sorted(spoken):
        one, two = (_Tally(sum(t[key]), len(t[key])) for t in (spoken, alone))
        print(f"{key[0]}  {key[1]:8}{one}   {two}   {_band(one)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rows", nargs="+", type=Path)
    parser.add_argument("--by", metavar="KEY", help="a table for each value of a key of the rows as well")
    options = parser.parse_args()
    rows = [json.loads(line) for path in options.rows for line in path.read_text(encoding="utf-8").splitlines()]
    found = _classes(rows)
    groups = {"all rows": rows}
    if options.by:
        for row in rows:
            groups.setdefault(str(row.get(options.by, "none")), []).append(row)
    for name, group in groups.items():
        print(f"{name}: {len(group)}\nclass  severity   all     P   alone     P   band")
        _table(group, found)


if __name__ == "__main__":
    main()
