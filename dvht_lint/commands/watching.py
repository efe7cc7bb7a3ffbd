"""`--watch`: check again whenever a file changes, with the session that is there."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from dvht_lint import files
from dvht_lint.commands.check import Run
from dvht_lint.commands.outcomes import outcome_of
from dvht_lint.commands.planning import plan_files
from dvht_lint.commands.project import Opened, load_config, open_session, read_inputs, refresh
from dvht_lint.config import FILE_NAMES, Config
from dvht_lint.errors import DvhtLintError, MissingExtraError, UsageError

__all__ = ["Watcher", "watch"]

_CLEAR = "\x1b[2J\x1b[3J\x1b[H"


def watch(options: argparse.Namespace, config: Config) -> int:
    """Check, then wait for changes until the user ends it (a `KeyboardInterrupt`).

    Raises `MissingExtraError` without the extra `watch`, and `UsageError` where stdin is to be watched.
    """
    try:
        from watchfiles import DefaultFilter
        from watchfiles import watch as changes
    except ImportError:
        raise MissingExtraError("--watch", "watch") from None
    if files.STDIN in options.paths:
        raise UsageError("--watch follows files; it cannot follow stdin")
    watcher = Watcher(options, config)
    watcher.check()
    while True:
        # Folders come and go with the configuration; each change asks anew which to follow.
        followed = watcher.folders()
        for batch in changes(*followed, watch_filter=DefaultFilter(), step=50, raise_interrupt=True):
            watcher.changed(path for _, path in batch)
            if watcher.folders() != followed:
                break


class Watcher:
    """One watched project: its configuration and session, kept up to date."""

    def __init__(self, options: argparse.Namespace, config: Config) -> None:
        self.options = options
        self.config = config
        self.opened: Opened | None = None

    def folders(self) -> list[str]:
        """The folders to follow, none inside another: those named, those of the files, and the configuration's."""
        named = [Path(path) for path in self.options.paths] or [Path()]
        found = {path if path.is_dir() else path.parent for path in named}
        if self.opened is not None:
            found |= {Path(path).parent for path in (*self.opened.session.documents, *self.opened.outside)}
        found |= {Path(path).parent for path in (self.config.path, self.config.baseline) if path}
        resolved = sorted(str(path.resolve()) for path in found if path.is_dir())
        return [p for p in resolved if not any(p != q and Path(p).is_relative_to(q) for q in resolved)]

    def changed(self, paths: Iterable[str]) -> None:
        """Check again where the changed paths matter."""
        names = {Path(path).resolve() for path in paths}
        is_new = any(path.name in FILE_NAMES for path in names)
        if is_new:
            self.opened = None
        others = {self.config.baseline, *(self.opened.outside if self.opened else ())} - {""}
        self.check(force=is_new or any(Path(path).resolve() in names for path in others))

    def check(self, *, force: bool = True) -> None:
        """Bring the session up to date and print the report; without `force` only where something changed.

        What is wrong with the configuration or the arguments is said, and the next change tried again.
        """
        start = time.perf_counter()
        try:
            if self.opened is None:
                self.config = load_config(self.options)
            plan = plan_files(self.config, self.options.paths)
            inputs = read_inputs(self.config, plan.load)
            if self.opened is None:
                self.opened = open_session(self.config, plan, inputs, quiet=bool(self.options.quiet))
            elif not refresh(self.opened, self.config, plan, inputs) and not force:
                return
            run = Run(self.options, self.config, plan, start)
            outcome = outcome_of(run, self.opened)
        except DvhtLintError as error:
            self.clear()
            sys.stderr.write(f"dvht-lint: {error}\n")
            self.tell()
            return
        self.clear()
        run.emit(outcome)
        self.tell()

    def clear(self) -> None:
        """Clear the screen, if it is one."""
        if sys.stdout.isatty() and os.environ.get("TERM") != "dumb":
            sys.stdout.write(_CLEAR)
            sys.stdout.flush()

    def tell(self) -> None:
        """Say that the run goes on."""
        if not self.options.quiet:
            sys.stderr.write("watching for changes; end with Ctrl+C\n")
            sys.stderr.flush()
