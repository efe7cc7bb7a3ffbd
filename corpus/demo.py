"""Lint the shipped document sets: the clean ones pass, and those with planted faults show what is caught.

Ends with 0 when the clean sets have neither error nor warning and every planted fault was found.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
CLEAN = ("two-part", "two-files", "corpus-file")
PLANTED = {
    "drifted": "the same talking points, after a few careless edits",
    "evidence": "statements held against copies of their sources, one of which changed after it was locked",
}


def lint(folder: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a user would, in the folder of one document set."""
    command = [sys.executable, "-m", "dvht_lint", "check", "--no-cache", *options]
    return subprocess.run(command, cwd=HERE / folder, capture_output=True, text=True, encoding="utf-8", check=False)


def main() -> int:
    """Show the clean sets in a line each, then those with planted faults in full."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quiet", action="store_true", help="say only whether all went as expected")
    quiet = parser.parse_args().quiet
    planted = dict(PLANTED)
    if importlib.util.find_spec("pypdfium2") is None:
        del planted["evidence"]
        print("corpus/evidence: left out; its report is a PDF, which needs dvht-lint[pdf]")
    failed = 0
    for folder in CLEAN:
        done = lint(folder, "--output-format", "concise", "--quiet")
        verdict = "passes" if done.returncode == 0 else f"exit status {done.returncode}\n{done.stdout}{done.stderr}"
        print(f"corpus/{folder}: {verdict}")
        failed += done.returncode != 0
    for folder, about in planted.items() if not quiet else ():
        print(f"\ncorpus/{folder}: {about}\n", flush=True)
        shown = lint(folder, "--fail-level", "warning")
        print(shown.stdout + shown.stderr, flush=True)
    missed = [text for folder in planted for text in _missed(folder)]
    for text in missed:
        print(f"not caught: {text}")
    if not missed:
        print(
            "every planted fault was caught" + ("" if quiet else "; the runs above ended with status 1, as they must")
        )
    return 1 if failed or missed else 0


def _missed(folder: str) -> list[str]:
    """The faults of a set's `planted.json` that no diagnostic of the right rule stands on, and the surplus ones."""
    planted = json.loads((HERE / folder / "planted.json").read_text(encoding="utf-8"))
    planted = planted["check"] if isinstance(planted, dict) else planted
    report = json.loads(lint(folder, "--output-format", "json").stdout)
    found = [(d["path"], d["code"], d["start"]["line"]) for d in report["diagnostics"] if d["severity"] != "info"]
    expected = [(p["path"], p["code"], p["line"]) for p in planted]
    texts = [f"{folder}/{path}:{line} {code}" for path, code, line in expected if (path, code, line) not in found]
    return texts + [
        f"(not planted) {folder}/{path}:{line} {code}"
        for path, code, line in found
        if (path, code, line) not in expected
    ]


if __name__ == "__main__":
    sys.exit(main())
