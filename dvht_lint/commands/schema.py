"""`schema`: print a JSON Schema."""

from __future__ import annotations

import argparse
import sys

from dvht_lint import schema
from dvht_lint.config import did_you_mean
from dvht_lint.errors import UsageError

__all__ = ["add_options", "run"]


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of `schema`."""
    parser.add_argument("name", metavar="NAME", help="one of " + ", ".join(schema.NAMES))


def run(options: argparse.Namespace) -> int:
    """Print the schema. Raises `UsageError` for a name that there is no schema of."""
    if options.name not in schema.NAMES:
        hint = did_you_mean(options.name, schema.NAMES)
        raise UsageError(f"there is no schema {options.name!r}; there are {', '.join(schema.NAMES)}{hint}")
    sys.stdout.write(schema.text(options.name))
    return 0
