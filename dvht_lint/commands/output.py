"""Writing what a command made to the file that the user named."""

from __future__ import annotations

from pathlib import Path

from dvht_lint import files
from dvht_lint.errors import UsageError

__all__ = ["refuse_input", "write_output"]


def write_output(target: str, data: bytes) -> None:
    """Write a file whole or not at all. Raises `UsageError` where that cannot be done."""
    try:
        files.write_atomic(Path(target), data)
    except OSError as error:
        raise UsageError(f"cannot write {target}: {error.strerror or error}") from error


def refuse_input(source: str, target: str) -> None:
    """Raise `UsageError` where the output would be written over the input, under whatever name."""
    if not target or source == files.STDIN:
        return
    try:
        same = Path(target).samefile(source)
    except OSError:
        same = Path(target).resolve() == Path(source).resolve()
    if same:
        raise UsageError(f"{target} is the input itself; give the output another name")
