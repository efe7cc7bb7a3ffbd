"""Reading documents: one after the other, or in several processes where there is enough to read.

Measured on documents of 4 kB: reading one takes 35 ms of CPU, sending it back 10 more, 6 of them here. So two idle
processors read in 0.6 of the time; what else there is to start makes that worth while from some 2 s of reading.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dvht_lint import files
from dvht_lint.model import Document, Problem, Settings
from dvht_lint.records import record
from dvht_lint.session.loading import load_document, unreadable

__all__ = ["Input", "read_document", "read_documents"]

_WORTH_A_POOL = 500_000
"""Bytes of input from which `--jobs 0` uses more than one process."""
_MOST_JOBS = 8
_CHUNKS = 4
"""How many pieces of work each process gets: enough that none waits long for the last."""


@record(frozen=True, slots=True)
class Input:
    """A file to read: its path as shown, its bytes or what stood in the way, and whether it is all reference half."""

    path: str
    data: bytes | Problem
    reference: bool = False


def read_document(given: Input, settings: Settings) -> Document:
    """Read one file; what cannot be read is a document with a fatal problem."""
    if isinstance(given.data, Problem):
        return unreadable(given.path, given.data.message, given.data.code)
    document = load_document(given.path, given.data, settings, reference=given.reference)
    missing = files.missing_evidence(document)
    return replace(document, problems=(*document.problems, *missing)) if missing else document


def read_documents(inputs: Sequence[Input], settings: Settings, jobs: int = 0) -> Iterator[Document]:
    """Read files, in their order. `jobs` is the number of processes; 0 is as many as it takes.

    Where processes cannot be started or die, what is missing is read here.
    """
    number = _processes(inputs, jobs)
    done = 0
    if number > 1:
        for document in _pooled(inputs, settings, number):
            done += 1
            yield document
    for given in inputs[done:]:
        yield read_document(given, settings)


def _processes(inputs: Sequence[Input], jobs: int) -> int:
    if jobs:
        return min(jobs, len(inputs))
    size = sum(len(given.data) for given in inputs if isinstance(given.data, bytes))
    if size < _WORTH_A_POOL:
        return 1
    return min(_available(), _MOST_JOBS, len(inputs))


def _available() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _pooled(inputs: Sequence[Input], settings: Settings, number: int) -> Iterator[Document]:
    """The documents as far as the processes get."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from itertools import repeat

    try:
        with ProcessPoolExecutor(number) as pool:
            size = max(1, len(inputs) // (number * _CHUNKS))
            yield from pool.map(read_document, inputs, repeat(settings), chunksize=size)
    except (BrokenProcessPool, OSError):
        return
