"""`verify`: read the evidence again and say what changed since it was locked."""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import replace
from pathlib import Path

from dvht_lint import files
from dvht_lint.commands.check import FINDINGS, UNCHECKED, add_output_options, wants_color
from dvht_lint.commands.evidence import Evidence, apply_lock, lock_names, read_lock
from dvht_lint.commands.project import (
    Opened,
    add_configuration_options,
    add_selection_options,
    load_config,
    lock_path,
    open_project,
)
from dvht_lint.commands.receipt import counted
from dvht_lint.commands.reporting import Judged, build_report
from dvht_lint.config import Config
from dvht_lint.errors import UsageError
from dvht_lint.lockfile import Lock
from dvht_lint.reports import RenderOptions, render

__all__ = ["add_options", "run"]

_RULES = ("DV001", "DV002", "DV007", "DV010", "DV099", "DV310", "DV311")


def add_options(parser: argparse.ArgumentParser) -> None:
    """`check`'s configuration and output options, and which lock to hold the evidence against."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files and folders")
    add_configuration_options(parser)
    add_selection_options(parser)
    add_output_options(parser)
    parser.add_argument(
        "--lock-file", metavar="FILE", help="the lock to verify (default: dvht_lint.lock beside the configuration)"
    )
    parser.add_argument("--online", action="store_const", const=True, help="fetch the pages that were locked again")


def run(options: argparse.Namespace) -> int:
    """Exits 0 where everything is as it was locked, 1 where something changed, 2 where it could not be told."""
    start = time.perf_counter()
    config = load_config(options)
    path = Path(options.lock_file) if options.lock_file else lock_path(config)
    lock = read_lock(path)
    if lock is None:
        raise UsageError(f"there is no lock at {files.shown(path)}; write one with `dvht-lint lock`")
    if not lock.sources and not lock.pages:
        raise UsageError(f"the lock at {files.shown(path)} holds no source; write it anew with `dvht-lint lock`")
    # The rules are chosen here: a selection made for `check` must not make this run blind.
    config = replace(config, select=_RULES, extend_select=(), ignore=(), extend_ignore=())
    opened = open_project(config, options.paths)
    notes, blind = _apply(opened, config, lock)
    status = _report(opened, config, options, start)
    names = lock_names(opened.session)
    notes += _unlocked(opened, lock)
    if not set(names) & {*lock.sources, *(lock.pages if config.online else ())}:
        notes.append("nothing was verified: none of the locked sources is in these files")
        blind = True
    status = UNCHECKED if blind else status
    if options.quiet < 2:
        sys.stderr.write("".join(f"dvht-lint: {note}\n" for note in notes))
    if not options.quiet:
        sys.stderr.write(f"{_summary(opened, lock, online=config.online)}\n")
    return status


def _apply(opened: Opened, config: Config, lock: Lock) -> tuple[list[str], bool]:
    """Hold the session's evidence against the lock; returns what else is worth saying, and whether a page was not seen."""
    web, notes, blind = None, [], False
    if config.online:
        from dvht_lint.commands.online import look_up

        web = look_up(opened.session, config)
        notes = list(web.notes)
        settled = {*web.copies, *((link.source.document, link.source.id) for link in web.dead)}
        blind = any(
            name in lock.pages and (source.document, source.id) not in settled
            for name, source in lock_names(opened.session).items()
        )
    elif lock.pages:
        notes.append(f"{counted(len(lock.pages), 'page')} from the web not looked at; --online does")
    apply_lock(opened.session, opened.evidence or Evidence(), lock, web)
    return notes, blind


def _report(opened: Opened, config: Config, options: argparse.Namespace, start: float) -> int:
    kept = opened.diagnostics()
    seconds = time.perf_counter() - start
    if options.quiet < 2:
        color = not config.output_file and wants_color(config.color)
        report = build_report(opened, Judged(kept), seconds, config.output_format)
        text = render(config.output_format, report, RenderOptions(100, color, bool(options.quiet), None))
        if config.output_file:
            files.write_atomic(Path(config.output_file), text.encode())
        else:
            sys.stdout.write(text)
    if opened.unchecked or opened.session.crashed:
        return UNCHECKED
    return FINDINGS if kept else 0


def _unlocked(opened: Opened, lock: Lock) -> list[str]:
    """Sources with evidence that the lock does not hold: they were not verified."""
    evidence = opened.evidence.copies if opened.evidence else {}
    names = [
        n for n, s in lock_names(opened.session).items() if (s.document, s.id) in evidence and n not in lock.sources
    ]
    return [f"not in the lock, and so not verified: {', '.join(names)}"] if names else []


def _summary(opened: Opened, lock: Lock, *, online: bool) -> str:
    names = lock_names(opened.session)
    locked = [*lock.sources.items(), *(lock.pages.items() if online else ())]
    entries = [one for name, one in locked if name in names]
    passages = sum(len(s.passages) for one in entries for s in one.statements.values())
    changed = {d.source.id for d in opened.diagnostics() if d.code == "DV310" and d.source}
    told = f"{counted(len(changed), 'source')} changed" if changed else "nothing changed"
    return f"verified {counted(len(entries), 'source')} with {counted(passages, 'passage')}: {told}"
