"""What a run printed, kept by the content of all it read: the next run over the same files prints it again.

One small JSON file a key. The key is a hash of the program, the configuration, the options and the bytes of every
input, so nothing has to expire; an entry that cannot be read is no entry. Measured: a whole-run entry brings a
hook close to the price of starting Python, where one entry a document still pays for matching and comparing.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

__all__ = ["FOLDER", "RunCache", "digest", "program_stamp"]

FOLDER = ".dvht_lint_cache"
_MOST = 256
"""How many entries are kept; past that the oldest half goes."""


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
    """Entries in a folder. A folder that cannot be written is no error: the run is only slower."""

    def __init__(self, folder: Path) -> None:
        """The folder is made when the first entry is written."""
        self.folder = folder

    def get(self, key: str) -> dict[str, Any] | None:
        """The entry of a key, or None."""
        try:
            entry = json.loads((self.folder / f"{key}.json").read_bytes())
        except (OSError, ValueError):
            return None
        return entry if isinstance(entry, dict) else None

    def put(self, key: str, entry: dict[str, Any]) -> None:
        """Keep an entry: written beside, then renamed, so that no reader sees half of it."""
        beside = self.folder / f".{key}.{os.getpid()}"
        try:
            if not self.folder.is_dir():
                self.folder.mkdir(parents=True)
                (self.folder / ".gitignore").write_text("*\n", encoding="utf-8")
            beside.write_text(json.dumps(entry, ensure_ascii=True), encoding="utf-8")
            beside.replace(self.folder / f"{key}.json")
            self._prune()
        except OSError:
            beside.unlink(missing_ok=True)

    def clear(self) -> int:
        """Remove every entry and the folder; returns how many there were. Other people's files stay."""
        entries = list(self.folder.glob("*.json")) if self.folder.is_dir() else []
        for path in (*entries, self.folder / ".gitignore"):
            path.unlink(missing_ok=True)
        if self.folder.is_dir() and not any(self.folder.iterdir()):
            self.folder.rmdir()
        return len(entries)

    def _prune(self) -> None:
        entries = list(self.folder.glob("*.json"))
        if len(entries) > _MOST:
            entries.sort(key=lambda p: p.stat().st_mtime)
            for path in entries[: len(entries) - _MOST // 2]:
                path.unlink(missing_ok=True)
