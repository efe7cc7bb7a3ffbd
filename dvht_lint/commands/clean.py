"""`clean`: drop the cache."""

from __future__ import annotations

import argparse

from dvht_lint.commands.project import add_configuration_options, load_config
from dvht_lint.commands.recall import run_cache

__all__ = ["add_options", "run"]


def add_options(parser: argparse.ArgumentParser) -> None:
    """Where the cache is."""
    add_configuration_options(parser)
    parser.add_argument("--cache-dir", metavar="DIR", help="where the cache is")


def run(options: argparse.Namespace) -> int:
    """Remove what earlier runs remembered."""
    cache = run_cache(load_config(options))
    removed = cache.clear()
    print(f"removed {removed} remembered runs from {cache.folder}" if removed else "there was nothing to remove")
    return 0
