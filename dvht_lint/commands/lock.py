"""`lock`: record what the evidence of each source says, and which passage of it backs each statement."""

from __future__ import annotations

import argparse
import os
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from dvht_lint import files
from dvht_lint.commands.check import UNCHECKED
from dvht_lint.commands.evidence import lock_names
from dvht_lint.commands.project import (
    Opened,
    add_configuration_options,
    add_selection_options,
    load_config,
    lock_path,
    open_project,
)
from dvht_lint.commands.receipt import counted
from dvht_lint.errors import UsageError
from dvht_lint.lockfile import Lock, LockedSource, encode
from dvht_lint.model import Evidenced, Source
from dvht_lint.session import Session
from dvht_lint.session.evidence import Copy, CopyKey
from dvht_lint.session.evidence.changes import locked

if TYPE_CHECKING:
    from dvht_lint.commands.online import Web

__all__ = ["add_options", "make_lock", "run"]


def add_options(parser: argparse.ArgumentParser) -> None:
    """`check`'s configuration options, and where the lock goes."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files and folders")
    add_configuration_options(parser)
    add_selection_options(parser)
    parser.add_argument(
        "-o", "--output-file", metavar="FILE", help="the lock file (default: dvht_lint.lock beside the configuration)"
    )
    parser.add_argument("--online", action="store_const", const=True, help="lock also the pages behind addresses")
    parser.add_argument("--snapshots", metavar="DIR", help="with --online, keep the pages as they were in this folder")
    parser.add_argument("-q", "--quiet", action="count", default=0, help="no summary")


def run(options: argparse.Namespace) -> int:
    """Write the lock; exits 2, and writes nothing, where some evidence could not be read."""
    target, options.output_file = options.output_file, None
    config = load_config(options)
    if options.snapshots and not config.online:
        raise UsageError("--snapshots keeps what --online fetches; give both")
    opened = open_project(config, options.paths)
    failed = _failed(opened)
    web = None
    if config.online:
        from dvht_lint.commands.online import look_up

        web = look_up(opened.session, config)
        failed += [f"{link.url} {link.reason}" for link in web.dead]
        for line in web.notes:
            sys.stderr.write(f"dvht-lint: {line}\n")
    path = Path(target) if target else lock_path(config)
    if failed:
        for line in failed:
            sys.stderr.write(f"dvht-lint: {line}\n")
        sys.stderr.write(f"no lock was written: {counted(len(failed), 'source')} could not be read\n")
        return UNCHECKED
    lock = make_lock(opened.session, path.parent)
    if web is not None:
        snapshots = web.keep(Path(options.snapshots), path.parent) if options.snapshots else {}
        lock = replace(lock, pages=_pages(opened.session, web, path.parent, snapshots))
    if not lock.sources and not lock.pages:
        hint = "" if config.online else " (--online locks the pages behind addresses)"
        raise UsageError(f"nothing to lock: no source names evidence{hint}")
    _write(path, lock)
    if not options.quiet:
        sys.stderr.write(f"{_summary(lock)} to {files.shown(path)}\n")
    return 0


def _failed(opened: Opened) -> list[str]:
    """Why some evidence could not be read; other faults of the inputs count too."""
    evidence = opened.evidence
    faults = (
        [f"{path}: the evidence of '{name}': {why}" for (path, name), why in evidence.faults.items()]
        if evidence
        else []
    )
    told = {path for path, _ in evidence.faults} if evidence else set()
    return faults + [f"{path}: could not be read" for path in opened.unchecked if path not in told]


def make_lock(session: Session, folder: Path) -> Lock:
    """The lock of every source that the session has evidence of; its paths start from `folder`."""
    resting: dict[CopyKey, list[Evidenced]] = defaultdict(list)
    for evidenced, _ in session.evidenced():
        for source in evidenced.sources:
            resting[source.document, source.id].append(evidenced)
    sources: dict[str, LockedSource] = {}
    for name, source in lock_names(session).items():
        key = (source.document, source.id)
        if key in session.evidence:
            sources[name] = _locked(session, source, session.evidence[key], resting[key], folder)
    return Lock(sources)


def _pages(session: Session, web: Web, folder: Path, snapshots: Mapping[CopyKey, str]) -> dict[str, LockedSource]:
    """The same for the pages behind addresses, each for as long in the place of the source's evidence."""
    before = dict(session.evidence)
    for key in before:
        session.put_evidence(key, None)
    for key, copy in web.copies.items():
        session.put_evidence(key, copy)
    pages = make_lock(session, folder).sources
    for key in web.copies:
        session.put_evidence(key, None)
    for key, copy in before.items():
        session.put_evidence(key, copy)
    keys = {name: (source.document, source.id) for name, source in lock_names(session).items()}
    return {name: replace(one, snapshot=snapshots.get(keys[name], "")) for name, one in pages.items()}


def _locked(session: Session, source: Source, copy: Copy, resting: Iterable[Evidenced], folder: Path) -> LockedSource:
    corpus = _relative(source.document, folder)
    path = copy.path if copy.fetched else _relative(copy.path, folder)
    return locked(copy, resting, session.settings.as_of, corpus, path)


def _relative(path: str, folder: Path) -> str:
    return Path(os.path.relpath(Path(path).absolute(), folder.absolute())).as_posix()


def _write(path: Path, lock: Lock) -> None:
    from dvht_lint.commands.output import write_output

    write_output(str(path), encode(lock))


def _summary(lock: Lock) -> str:
    entries = [*lock.sources.values(), *lock.pages.values()]
    statements = [s for one in entries for s in one.statements.values()]
    passages = sum(len(s.passages) for s in statements)
    loose = sum(bool(s.unbacked) for s in statements)
    told = f"; {counted(loose, 'statement')} with a figure that nothing backs" if loose else ""
    pages = f" and {counted(len(lock.pages), 'page')}" if lock.pages else ""
    return f"locked {counted(len(lock.sources), 'source')}{pages} with {counted(passages, 'passage')}{told}"
