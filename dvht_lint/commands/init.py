"""`init`: a configuration and a starter corpus that pass as written."""

from __future__ import annotations

import argparse
from pathlib import Path

from dvht_lint import HOME_PAGE, __version__, files
from dvht_lint.commands.output import write_output
from dvht_lint.errors import UsageError

__all__ = ["STARTER", "add_options", "run"]

_CONFIGURATION = """\
# What `dvht-lint check` reads when it is called without a path; paths start from this file.
# All keys: docs/configuration.md, or `dvht-lint config`.
documents = ["claims.md"]
corpus = ["corpus.yaml"]

# The least severity that fails a run: error, warning, info or never.
fail-level = "warning"
"""

_CORPUS = (
    f"# yaml-language-server: $schema={HOME_PAGE}schemas/corpus.schema.json\n"
    """\
# The wording that the public texts must keep to, and where it is from. This is an example: put your own in its place.
version: 1

sources:
  county-2025:
    type: report
    author: [{literal: Example County Office on Violence}]
    issued: 2025
    title: Shelter and Hotline Report 2024
    publisher-place: Springfield, IL

statements:
  hotline-2024:
    text: In 2024 the county hotline answered approximately 1,200 calls from potential victims.
    sources: [{id: county-2025, locator: p. 3}]

contacts:
  county-hotline: {name: Example County Hotline, phone: 1-888-555-0123, hours: 24/7}
"""
)

_PAGE = """\
# What we know

<!-- dvht-lint: statement=hotline-2024 -->
In 2024 the county hotline answered approximately 1,200 calls from potential victims.

The Example County Hotline can be reached at 1-888-555-0123, 24 hours a day, 7 days a week.
"""

STARTER = {"dvht_lint.toml": _CONFIGURATION, "corpus.yaml": _CORPUS, "claims.md": _PAGE}
"""The files that are written, by name."""

_OTHER_CONFIGURATIONS = (".dvht_lint.toml",)

_NEXT = """\

Next:
  dvht-lint check                  passes as written; change a figure in claims.md and run it again
  dvht-lint convert FILE           turns your own two-part document into a corpus

To check before every commit, add to .pre-commit-config.yaml:

  repos:
    - repo: https://github.com/dvht-lint/dvht-lint
      rev: v{version}
      hooks:
        - id: dvht-lint
"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Where to begin."""
    parser.add_argument("folder", nargs="?", default=".", metavar="FOLDER", help="where to begin (default: here)")


def run(options: argparse.Namespace) -> int:
    """Write the starter files that are not there; what is there stays as it is."""
    folder = Path(options.folder)
    if not folder.is_dir():
        raise UsageError(f"there is no folder {options.folder!r}")
    there = [name for name in (*STARTER, *_OTHER_CONFIGURATIONS) if (folder / name).exists()]
    if there:
        # A starter whose parts are another project's would not pass, so it is all of it or none.
        raise UsageError(f"{', '.join(there)} already there: nothing was written")
    for name, text in STARTER.items():
        write_output(str(folder / name), text.encode())
        print(f"wrote {files.shown(folder / name)}")
    print(_NEXT.format(version=__version__), end="")
    return 0
