"""A folder to try a command in, and the command run in this process: quicker than a new one for each case."""

from __future__ import annotations

import contextlib
import io
import os
from dataclasses import dataclass
from pathlib import Path

from dvht_lint.cli import main

DRIFTED = """\
# Shelter facts

In 2019 the county shelter housed 1,240 people.

In 2019 the state line answered approximately 8,100 calls.

## References

- In 2019 the county shelter housed 1,204 people.

Source: County Office on Violence. (2020). *Shelter report 2019*. Springfield, IL: Author, p. 3.

- In 2019 the state line answered approximately 8,100 calls.

Source: State Line. (2020). *Annual report*. Springfield, IL: Author, p. 4.
"""
CLEAN = DRIFTED.replace("1,240", "1,204")
TYPED = """\
# Get help

Write to malito:help@shelter.example at any hour.
"""
"""A page with a fault that a safe fix settles."""


@dataclass(frozen=True)
class Done:
    """What a command came to."""

    status: int
    out: str
    err: str


def check(folder: Path, *arguments: str, as_of: str = "2021-01-01") -> Done:
    """Run `check` in a folder on a fixed day, without the cache."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.chdir(folder), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main(["check", "--as-of", as_of, "--no-cache", *arguments])
    return Done(status, out.getvalue(), err.getvalue())


def write(folder: Path, **files: str) -> None:
    """Write files; a `_` in a name stands for the dot of its suffix."""
    for name, text in files.items():
        stem, _, suffix = name.rpartition("_")
        (folder / f"{stem}.{suffix}").write_text(text, encoding="utf-8", newline="")


def codes(done: Done) -> list[str]:
    """The rules of a concise report, in order."""
    lines = [line for line in done.out.splitlines() if ": DV" in line]
    return [line.partition(": ")[2].split()[0] for line in lines]


def environment(**values: str) -> dict[str, str]:
    """The environment of a process with some variables set."""
    return {**os.environ, **values}
