"""The same run again: what it printed last time, if nothing that it read has changed."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from dvht_lint import __version__, files
from dvht_lint.cache import FOLDER, RunCache, digest, program_stamp
from dvht_lint.commands.planning import Plan, beside
from dvht_lint.commands.project import Opened
from dvht_lint.config import Config
from dvht_lint.model import Problem
from dvht_lint.reach import is_within, read_regular
from dvht_lint.records import record

__all__ = ["Outcome", "Recall", "run_cache"]

_TIMELESS = frozenset({"full", "concise", "grouped", "github", "gitlab", "rdjson", "json-lines", "markdown"})
"""Formats that say nothing of the time the run took."""
_NOT_IN_KEY = frozenset({"places", "text", "origin", "cache_dir", "no_cache", "jobs"})


@record(frozen=True, slots=True)
class Outcome:
    """What a run came to: its report as printed, the line on stderr without the time, and its exit status.

    `passed_on` is what came on stdin with its fixes; it goes on to stdout.
    """

    text: str
    receipt: str
    status: int
    passed_on: bytes | None = None


def run_cache(config: Config) -> RunCache:
    """The cache of a configuration; one whose usual place is a link out of the project is kept nowhere."""
    own = config.root / FOLDER
    if not config.cache_dir and not is_within(own, (config.root,)):
        return RunCache(Path(os.devnull) / FOLDER)
    return RunCache(Path(config.cache_dir) if config.cache_dir else own)


class Recall:
    """Looks up one run, and remembers it."""

    def __init__(
        self, config: Config, plan: Plan, inputs: Mapping[str, bytes | Problem], looks: str, *, once: bool = False
    ) -> None:
        """`looks` is all that changes how the same findings are printed: width, colour, quiet.

        A run that is `once` does more than print, and is never answered from memory.
        """
        self._cache = run_cache(config)
        self._usable = (
            not (config.no_cache or once)
            and config.output_format in _TIMELESS
            and not (config.output_file or config.online)
            and files.STDIN not in inputs
            and not plan.problems
            and not any(isinstance(data, Problem) for data in inputs.values())
        )
        self._key = self._make_key(config, plan, inputs, looks) if self._usable else ""

    def get(self) -> Outcome | None:
        """What the same run came to, or None."""
        entry = self._cache.get(self._key) if self._usable else None
        if entry is None or not _still_true(entry):
            return None
        try:
            return Outcome(str(entry["text"]), str(entry["receipt"]), int(entry["status"]))
        except (KeyError, TypeError, ValueError):
            return None

    def put(self, opened: Opened, outcome: Outcome) -> None:
        """Remember a run."""
        if not self._usable or opened.unchecked or opened.session.crashed:
            return
        companions = {path: _hash_of(path) for path in opened.companions}
        entry: dict[str, Any] = {"companions": companions, "beside": opened.beside}
        entry["outside"] = {path: _stamp_of(path) for path in _evidence(opened) | opened.outside}
        entry |= {"text": outcome.text, "receipt": outcome.receipt, "status": outcome.status}
        self._cache.put(self._key, entry)

    @staticmethod
    def _make_key(config: Config, plan: Plan, inputs: Mapping[str, bytes | Problem], looks: str) -> str:
        chosen = [f"{f.name}={getattr(config, f.name)!r}" for f in fields(config) if f.name not in _NOT_IN_KEY]
        contents: list[bytes | str] = [
            part for path, data in inputs.items() if isinstance(data, bytes) for part in (path, data)
        ]
        if config.baseline:
            contents.append(_hash_of(config.baseline))
        program = f"{program_stamp(__version__)} {sys.version_info[:2]} {config.settings().as_of}"
        return digest(
            program, looks, repr(chosen), repr(sorted(plan.reported)), repr(sorted(plan.references)), *contents
        )


def _still_true(entry: Mapping[str, Any]) -> bool:
    companions, folders, outside = (entry.get(key) for key in ("companions", "beside", "outside"))
    if not (isinstance(companions, dict) and isinstance(folders, dict) and isinstance(outside, dict)):
        return False
    return (
        all(_hash_of(path) == known for path, known in companions.items())
        and all(beside(folder) == known for folder, known in folders.items())
        and all(_stamp_of(path) == known for path, known in outside.items())
    )


def _evidence(opened: Opened) -> set[str]:
    """The files that sources name as their evidence, there or not."""
    return {
        str(Path(document.path).parent / evidence)
        for document in opened.session.ordered
        for source in document.sources
        if isinstance(evidence := source.fields.get("evidence"), str) and evidence
    }


def _stamp_of(path: str) -> str:
    """The size and time of a file: evidence is large, and no hook wants to read it all."""
    try:
        status = Path(path).stat()
    except (OSError, ValueError):
        return ""
    return f"{status.st_size} {status.st_mtime_ns}"


def _hash_of(path: str) -> str:
    try:
        return digest(read_regular(path))
    except (OSError, ValueError):
        return ""
