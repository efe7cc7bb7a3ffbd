"""What the addresses of sources lead to, for runs that may use the network (`--online`)."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from dvht_lint import files
from dvht_lint.commands.evidence import Evidence, apply_lock, read_lock
from dvht_lint.commands.project import Opened, lock_path
from dvht_lint.config import Config
from dvht_lint.errors import DvhtLintError, UsageError
from dvht_lint.fetch import Fetched, Fetcher, Unreached
from dvht_lint.model import DeadLink, Source
from dvht_lint.session import Session
from dvht_lint.session.evidence import Copy, CopyKey

__all__ = ["Web", "archive_address", "look_up", "look_up_all"]

_SUFFIXES = {"application/pdf": ".pdf", "text/plain": ".txt", "text/markdown": ".md", "text/html": ".html",
             "application/xhtml+xml": ".html"}  # fmt: skip


@dataclass
class Web:
    """The pages behind the sources' addresses, the addresses that are dead, and what else could not be had."""

    copies: dict[CopyKey, Copy] = field(default_factory=dict)
    fetched: dict[CopyKey, Fetched] = field(default_factory=dict)
    dead: list[DeadLink] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def keep(self, folder: Path, root: Path) -> dict[CopyKey, str]:
        """Write each page as it came into a folder; returns the paths from `root` on. Raises `UsageError`."""
        kept: dict[CopyKey, str] = {}
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for key, page in self.fetched.items():
                if key in self.copies:
                    path = folder / f"{_file_name(key[1])}-{self.copies[key].sha256[:8]}{_suffix(page)}"
                    files.write_atomic(path, page.body)
                    kept[key] = Path(os.path.relpath(path.absolute(), root.absolute())).as_posix()
        except OSError as error:
            raise UsageError(f"the snapshots cannot be written to {folder}: {error.strerror or error}") from error
        return kept


def look_up(session: Session, config: Config) -> Web:
    """Fetch the address of every source, each address once."""
    web = Web()
    fetcher = Fetcher(allowed_hosts=config.allowed_hosts)
    known: dict[str, Fetched | Unreached] = {}
    for source, url in _addresses(session):
        if url not in known:
            known[url] = fetcher.get(url)
        _take(web, source, url, known[url], config)
    return web


def look_up_all(opened: Opened, config: Config) -> list[str]:
    """Tell a session which addresses are dead and which pages changed since the lock; returns what else is worth saying."""
    web = look_up(opened.session, config)
    apply_lock(opened.session, opened.evidence or Evidence(), read_lock(lock_path(config)), web)
    opened.unseen = len(web.notes)
    return web.notes


def _addresses(session: Session) -> Iterator[tuple[Source, str]]:
    for document in session.ordered:
        for source in document.sources:
            url = source.fields.get("URL")
            if isinstance(url, str) and re.match(r"https?://", url, re.IGNORECASE):
                yield source, url


def _take(web: Web, source: Source, url: str, found: Fetched | Unreached, config: Config) -> None:
    key = (source.document, source.id)
    if isinstance(found, Unreached):
        if found.dead:
            day = config.settings().as_of
            web.dead.append(DeadLink(source, url, found.reason, archive_address(url, day), sure=found.sure))
        else:
            web.notes.append(f"{url} was not looked at: {found.reason}")
        return
    from dvht_lint.readers.evidence import read_pages

    try:
        pages = tuple(read_pages(f"page{_suffix(found)}", found.text_bytes))
    except DvhtLintError as error:
        web.notes.append(f"{url} holds nothing to read: {str(error).partition(': ')[2] or error}")
        return
    digest = hashlib.sha256(found.body).hexdigest()
    web.copies[key] = Copy(url, pages, digest, source.id, config.language, fetched=True)
    web.fetched[key] = found


def archive_address(url: str, day: date) -> str:
    """Where the Internet Archive keeps the copy of a page nearest to a day; composed, not looked up."""
    return f"https://web.archive.org/web/{day:%Y%m%d}/{url}"


def _suffix(page: Fetched) -> str:
    if page.body.startswith(b"%PDF-"):
        return ".pdf"
    return _SUFFIXES.get(page.media_type, ".html")


def _file_name(identifier: str) -> str:
    """A source's id as a file name."""
    return re.sub(r"[^A-Za-z0-9._-]+", "-", identifier).strip("-.")[:80] or "source"
