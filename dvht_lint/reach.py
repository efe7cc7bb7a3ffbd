"""What may be read of a project that somebody else wrote: plain files of bounded size, and none outside of it."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable
from functools import cache
from pathlib import Path

__all__ = ["LARGEST_RECORD", "LARGEST_SETTING", "is_within", "project_of", "read_regular"]

LARGEST_SETTING = 16_000_000
"""Bytes of a file that steers the tool: a configuration, a list of ignored files."""
LARGEST_RECORD = 64_000_000
"""Bytes of a file that the tool itself wrote: a lock, a baseline, an entry of the cache."""
_OPEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
_REPOSITORY = ".git"


def read_regular(path: str | Path, limit: int = 0) -> bytes:
    """The bytes of a plain file, at most `limit` and one more (0: all of them).

    A pipe, a device or a socket is refused before it is opened, and again when it is open: reading one can wait, or go
    on, for ever. Raises `OSError`.
    """
    if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 - a Path costs more than the read of a small file
        raise _no_file(path)
    with os.fdopen(os.open(path, _OPEN), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise _no_file(path)
        return file.read(limit + 1 if limit else -1)


def _no_file(path: str | Path) -> OSError:
    kind = "it is a folder" if os.path.isdir(path) else "it is no regular file"  # noqa: PTH112
    return OSError(errno.EISDIR if kind == "it is a folder" else errno.EINVAL, kind, str(path))


def is_within(path: str | Path, folders: Iterable[str | Path]) -> bool:
    """Whether a path, its links resolved, stands in one of the folders, and not among a repository's own files.

    Those hold what nobody may see in a report (tokens in `.git/config`) or write from a configuration (hooks).
    """
    real = Path(os.path.realpath(path))
    for folder in folders:
        base = _real(str(folder))
        if real.is_relative_to(base):
            return _REPOSITORY not in real.relative_to(base).parts
    return False


@cache
def _real(folder: str) -> Path:
    return Path(os.path.realpath(folder))


@cache
def project_of(folder: str) -> str:
    """The repository that a folder stands in, or the folder itself."""
    here = _real(folder)
    return str(next((place for place in (here, *here.parents) if (place / _REPOSITORY).exists()), here))
