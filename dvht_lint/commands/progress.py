"""A line on a terminal that says how far a long run has got, and is gone when it ends."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

__all__ = ["counting", "telling"]

T = TypeVar("T")
_PATIENCE = 1.0
"""Seconds before the line appears: most runs are done by then."""
_EVERY = 0.1
_WIDTH = 30
_CLEAR = "\r\x1b[2K"


def counting(items: Iterable[T], total: int, verb: str, *, quiet: bool = False) -> Iterator[T]:
    """Pass the items on, and show how many of `total` are done: `reading [####      ] 412/1,000`."""
    if quiet or not _is_terminal():
        yield from items
        return
    start = last = time.monotonic()
    shown = False
    try:
        for done, item in enumerate(items, start=1):
            yield item
            now = time.monotonic()
            if now - start >= _PATIENCE and now - last >= _EVERY:
                filled = "#" * (done * _WIDTH // max(total, 1))
                _write(f"{_CLEAR}{verb} [{filled:<{_WIDTH}}] {done:,}/{total:,}")
                last, shown = now, True
    finally:
        if shown:
            _write(_CLEAR)


@contextmanager
def telling(what: str, since: float, *, quiet: bool = False) -> Iterator[None]:
    """Say what is being done while it is done, in a run that began long enough ago (`time.perf_counter`)."""
    shown = not quiet and time.perf_counter() - since >= _PATIENCE and _is_terminal()
    if shown:
        _write(f"{_CLEAR}{what} …")
    try:
        yield
    finally:
        if shown:
            _write(_CLEAR)


def _is_terminal() -> bool:
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def _write(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()
