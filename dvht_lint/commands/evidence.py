"""The evidence of sources on its way from the disk (or the web) into a session, and the lock beside it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from dvht_lint import __version__, files
from dvht_lint.cache import digest as cache_digest
from dvht_lint.cache import program_stamp
from dvht_lint.commands.recall import run_cache
from dvht_lint.config import Config
from dvht_lint.errors import ConfigurationError, DvhtLintError
from dvht_lint.lockfile import Lock, decode
from dvht_lint.model import DeadLink, Document, EvidenceChange, Problem, Source
from dvht_lint.reach import LARGEST_RECORD, read_regular
from dvht_lint.session import Session
from dvht_lint.session.evidence import Copy, CopyKey
from dvht_lint.session.evidence.changes import changes
from dvht_lint.text import Prose

if TYPE_CHECKING:
    from dvht_lint.commands.online import Web
    from dvht_lint.readers.evidence import Page

__all__ = ["Evidence", "apply_lock", "lock_names", "read_lock", "take_evidence"]

_MARK = "evidence of "
"""How the key of a problem begins that was found while reading evidence."""


@dataclass
class Evidence:
    """What was read for a session: copies by source, and why the others could not be read.

    `paths` are all files that took part, those that are not there included.
    """

    copies: dict[CopyKey, Copy] = field(default_factory=dict)
    faults: dict[CopyKey, str] = field(default_factory=dict)
    paths: list[str] = field(default_factory=list)


def take_evidence(
    session: Session,
    config: Config,
    known: Evidence | None = None,
    lock: Path | None = None,
    locked: Lock | None = None,
) -> Evidence:
    """Read the evidence of every source into the session; a file that cannot be read is a fatal DV001 at its source.

    `known` is what was read before: files whose bytes are the same are not read again. `lock` takes part in the run, and
    so do the snapshots that it names.
    """
    known = known or Evidence()
    found = Evidence()
    if lock is not None:
        found.paths.append(files.shown(lock))
        kept = (one.snapshot for one in locked.pages.values()) if locked else ()
        found.paths += [files.shown(lock.parent / name) for name in kept if name]
    for document in session.ordered:
        problems: list[Problem] = []
        for source, path in _named(document):
            key = (document.path, source.id)
            found.paths.append(path)
            barred = files.outside(path, config, document.path)
            data = barred or files.read_bytes(path, config.file_size_limit)
            if isinstance(data, Problem):
                there = barred is not None or Path(path).exists()
                found.faults[key] = data.message if there else "it is not there any more"
                if there:  # one that is not is a DV010 already
                    problems.append(_problem(source, path, data.message, data.code))
                continue
            copy = _copy(source, path, data, known.copies.get(key), config)
            if isinstance(copy, Copy):
                found.copies[key] = copy
            else:
                found.faults[key] = copy
                problems.append(_problem(source, path, copy, "DV001"))
        _set_problems(session, document, problems)
    for key in {*session.evidence, *found.copies}:
        session.put_evidence(key, found.copies.get(key))
    return found


def _named(document: Document) -> Iterator[tuple[Source, str]]:
    """The sources of a document that name evidence, with its path from the working folder."""
    folder = os.path.dirname(document.path)  # noqa: PTH120 - a shown path, not a Path
    for source in document.sources:
        evidence = source.fields.get("evidence")
        if isinstance(evidence, str) and evidence:
            yield source, os.path.normpath(os.path.join(folder, evidence)).replace(os.sep, "/")  # noqa: PTH118


def _copy(source: Source, path: str, data: bytes, known: Copy | None, config: Config) -> Copy | str:
    """The copy of a file, or why it cannot be read."""
    digest = hashlib.sha256(data).hexdigest()
    if known is not None and known.sha256 == digest and known.path == path:
        return known
    try:
        pages = _cached_pages(path, data, digest, config)
    except DvhtLintError as error:
        return str(error).removeprefix(f"{path}: ")
    return Copy(path, pages, digest, source.id, config.language)


def _cached_pages(path: str, data: bytes, digest: str, config: Config) -> tuple[Page, ...]:
    """The pages of a file. Reading a PDF takes a second for 15 pages, so what was read of one is remembered."""
    from dvht_lint.readers.evidence import Page, read_pages

    if config.no_cache or not (path.lower().endswith(".pdf") or data.startswith(b"%PDF-")):
        return tuple(read_pages(path, data))
    cache = run_cache(config)
    key = cache_digest("pages", program_stamp(__version__), digest)
    known = (cache.get(key) or {}).get("pages")
    if isinstance(known, list):
        return tuple(Page(label, text, tuple(map(Prose.verbatim, lines))) for label, text, lines in known)
    pages = tuple(read_pages(path, data))
    cache.put(key, {"pages": [[page.label, page.text, [p.plain for p in page.paragraphs]] for page in pages]})
    return pages


def _problem(source: Source, path: str, why: str, code: str) -> Problem:
    message = f"the evidence of '{source.id}' could not be read: {path}: {why}"
    return Problem(code, message, source.at("evidence"), fatal=True, key=f"{_MARK}{source.id}")


def _set_problems(session: Session, document: Document, problems: list[Problem]) -> None:
    """Put the faults of evidence into the document that names it, in the place of those of the last time."""
    before = [p for p in document.problems if p.key.startswith(_MARK)]
    if before != problems:
        others = (p for p in document.problems if not p.key.startswith(_MARK))
        session.put(replace(document, problems=(*others, *problems)))


# --- the lock -----------------------------------------------------------------------------------------


def read_lock(path: Path) -> Lock | None:
    """The lock, or None where there is none. Raises `ConfigurationError` for a broken one."""
    try:
        data = read_regular(path, LARGEST_RECORD)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ConfigurationError(f"the lock cannot be read: {error.strerror}", files.shown(path)) from None
    if len(data) > LARGEST_RECORD:
        raise ConfigurationError(f"the lock is larger than {LARGEST_RECORD // 1_000_000} MB", files.shown(path))
    return decode(files.shown(path), data)


def lock_names(session: Session) -> dict[str, Source]:
    """The sources that can be locked, by their name in the lock: the id, with the file's path where two files share it."""
    named: dict[str, Source] = {}
    for document in session.ordered:
        for source in document.sources:
            if source.fields.get("evidence") or source.fields.get("URL"):
                name = source.id if source.id not in named else f"{document.path}#{source.id}"
                named.setdefault(name, source)
    return named


def apply_lock(session: Session, evidence: Evidence, lock: Lock | None, web: Web | None = None) -> None:
    """Tell the session what changed since the lock, and which addresses are dead."""
    names = lock_names(session)
    found: list[EvidenceChange | DeadLink] = []
    if lock is not None:
        faults = {n: evidence.faults[k] for n, s in names.items() if (k := (s.document, s.id)) in evidence.faults}
        found += changes(lock.sources, names, evidence.copies, faults, session.settings)
        if web is not None:
            reached = {n: s for n, s in names.items() if (s.document, s.id) in web.copies}
            found += changes(lock.pages, reached, web.copies, {}, session.settings)
    if web is not None:
        found += web.dead
    session.put_outside(found)
