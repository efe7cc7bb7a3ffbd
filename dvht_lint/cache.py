"""What a run printed, kept by the content of all it read: the next run over the same files prints it again.

One small JSON file a key. The key is a hash of the program, the configuration, the options and the bytes of every
input, so nothing has to expire; an entry that cannot be read is no entry. Measured: a whole-run entry brings a
hook close to the price of starting Python, where one entry a document still pays for matching and comparing.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import hmac
import json
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dvht_lint.reach import LARGEST_RECORD, read_regular

__all__ = ["FOLDER", "RunCache", "digest", "program_stamp"]

FOLDER = ".dvht_lint_cache"
_MOST = 256
"""How many entries are kept; past that the oldest half goes."""
_NAME = re.compile(r"[0-9a-f]{64}\.json|\.[0-9a-f]{64}\.\d{1,10}")
_MARK = b'{"dvht-lint": "run"'
_IGNORE = "# made by dvht-lint\n*\n"
_SECRET = 32


def digest(*parts: bytes | str) -> str:
    """A hash of the parts, each told from the next."""
    found = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(len(data).to_bytes(8, "big"))
        found.update(data)
    return found.hexdigest()


def program_stamp(version: str) -> str:
    """What tells this program from another: its version, and for one that is being worked on the age of its files."""
    package = Path(__file__).parent
    newest = max(_modified(package), default=0)
    return f"{version}:{newest}"


def _modified(folder: Path) -> Iterable[int]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _modified(Path(entry.path))
            else:
                yield entry.stat().st_mtime_ns


class RunCache:
    """Entries in a folder. A folder that cannot be written is no error: the run is only slower.

    A folder may be full of other people's files, and a stranger's project may bring entries that were never written
    here. So only files with the name and the mark of an entry are ever removed, and only entries sealed with the
    user's own key are used.
    """

    def __init__(self, folder: Path) -> None:
        """The folder is made when the first entry is written."""
        self.folder = folder

    def get(self, key: str) -> dict[str, Any] | None:
        """The entry of a key, or None."""
        try:
            data = read_regular(self.folder / f"{key}.json", LARGEST_RECORD)
            content = json.loads(data)
            entry = content["entry"]
            sealed = hmac.compare_digest(str(content["seal"]), _seal(key, entry))
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None
        return entry if sealed and isinstance(entry, dict) else None

    def put(self, key: str, entry: dict[str, Any]) -> None:
        """Keep an entry: written beside, then renamed, so that no reader sees half of it."""
        beside = self.folder / f".{key}.{os.getpid()}"
        try:
            seal = _seal(key, entry)
            if not self.folder.is_dir():
                self.folder.mkdir(parents=True)
                (self.folder / ".gitignore").write_text(_IGNORE, encoding="utf-8")
            content = {"dvht-lint": "run", "seal": seal, "entry": entry}
            beside.unlink(missing_ok=True)
            with beside.open("x", encoding="utf-8") as file:
                file.write(json.dumps(content, ensure_ascii=True))
            beside.replace(self.folder / f"{key}.json")
            self._prune()
        except OSError:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)

    def clear(self) -> int:
        """Remove every entry and the folder; returns how many there were. Other people's files stay."""
        entries = self._entries()
        for path in entries:
            path.unlink(missing_ok=True)
        ignore = self.folder / ".gitignore"
        if _begins(ignore, _IGNORE.encode()) and ignore.stat().st_size == len(_IGNORE):
            ignore.unlink(missing_ok=True)
        if self.folder.is_dir() and not any(self.folder.iterdir()):
            self.folder.rmdir()
        return len(entries)

    def _prune(self) -> None:
        if sum(1 for _ in self.folder.glob("*.json")) <= _MOST:
            return
        entries = self._entries()
        if len(entries) > _MOST:
            entries.sort(key=lambda p: p.stat().st_mtime)
            for path in entries[: len(entries) - _MOST // 2]:
                path.unlink(missing_ok=True)

    def _entries(self) -> list[Path]:
        """Our own entries, and what a run that was killed left of one."""
        try:
            found = [path for path in self.folder.iterdir() if _NAME.fullmatch(path.name)]
        except OSError:
            return []
        return [path for path in found if not path.is_symlink() and _begins(path, _MARK)]


def _begins(path: Path, mark: bytes) -> bool:
    try:
        return read_regular(path, len(mark) - 1) == mark
    except OSError:
        return False


def _seal(key: str, entry: object) -> str:
    content = json.dumps([key, entry], ensure_ascii=True, sort_keys=True)
    return hmac.new(_secret(), content.encode(), hashlib.sha256).hexdigest()


@functools.cache
def _secret() -> bytes:
    """The user's key, made at its first use, outside every project. Raises `OSError` where there is no place for one."""
    home = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111 - a Path raises without HOME
    if not os.path.isabs(home):  # noqa: PTH117
        raise FileNotFoundError(home)
    path = Path(home) / "dvht-lint" / "key"
    try:
        known = read_regular(path, _SECRET)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f"key.{os.getpid()}")
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(os.urandom(_SECRET))
        with contextlib.suppress(FileExistsError):
            os.link(beside, path)  # the first of two runs wins, and both use its key
        beside.unlink()
        known = read_regular(path, _SECRET)
    if len(known) != _SECRET:
        raise FileNotFoundError(path)
    return known
