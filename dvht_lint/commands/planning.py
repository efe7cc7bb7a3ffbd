"""Which files a run reads, before any is read."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from dvht_lint import files
from dvht_lint.config import Config
from dvht_lint.errors import ConfigurationError, UsageError
from dvht_lint.model import Problem
from dvht_lint.reach import is_within, read_regular
from dvht_lint.readers import REFERENCE_STEMS, SUPPORTED_SUFFIXES
from dvht_lint.records import record

__all__ = ["Plan", "beside", "plan_files"]

_SNIFFED = 65_536
_OUR_PAGE = b'name="generator" content="dvht-lint'


@record(frozen=True, slots=True)
class Plan:
    """The files of a run before any is read: which to load, in order, and in which findings are reported."""

    load: tuple[str, ...]
    references: frozenset[str]
    reported: frozenset[str]
    problems: tuple[tuple[str, Problem], ...] = ()
    excluded: tuple[str, ...] = ()
    whole: bool = False
    """Whether every file of the project is reported, also those that are found only while reading."""


def plan_files(config: Config, paths: Sequence[str]) -> Plan:
    """Which files a run reads. What the configuration names is always read, so that a hook, an editor and CI agree.

    Raises `ConfigurationError` for a configured file that does not exist, and `UsageError` where there is no
    document at all.
    """
    references = _expand(config, "references")
    project = [*references, *(p for key in ("corpus", "documents", "contacts") for p in _expand(config, key))]
    if not paths and (config.documents or config.corpus):
        return Plan(tuple(dict.fromkeys(project)), frozenset(references), frozenset(project), whole=True)
    own = {os.path.normpath(path) for path in (config.output_file, config.baseline) if path}
    wanted = _documents_and(project)
    found = files.discover(paths or ["."], config, SUPPORTED_SUFFIXES, lambda path: path not in own and wanted(path))
    if not found.files and not found.problems and not found.excluded:
        where = " ".join(paths) or "this folder"
        raise UsageError(f"no document found in {where}; looked for {', '.join(sorted(SUPPORTED_SUFFIXES))}")
    reported = {*found.files, *(path for path, _ in found.problems)}
    load = tuple(dict.fromkeys([*project, *found.files]))
    return Plan(load, frozenset(references), frozenset(reported), found.problems, found.excluded)


def _expand(config: Config, key: str) -> list[str]:
    patterns = config.contact_files if key == "contacts" else getattr(config, key)
    found, missing = files.expand(patterns, config.root)
    place = config.place(key)
    at = (str(config.path), place.line, place.column) if place and config.path else ("", 0, 0)
    if missing:
        raise ConfigurationError(f"{key} names {missing[0]!r}, which does not exist", *at)
    barred = next((path for path in found if not is_within(path, files.roots(config))), None)
    if barred is not None:
        name = files.shown(barred)
        raise ConfigurationError(f"{key} names {name!r}, which {files.OUTSIDE.message}", *at)
    shown = [files.shown(path) for path in found]
    return list(files.discover(shown, config, SUPPORTED_SUFFIXES, _documents_and(shown)).files) if shown else []


def _documents_and(configured: Sequence[str]) -> Callable[[str], bool]:
    """What takes part of the files that are met: those that look like ours, and those that the configuration names."""
    known = {os.path.abspath(path) for path in configured}  # noqa: PTH100 - as `discover` gives them
    return lambda path: path in known or _is_document(path)


def beside(folder: str) -> list[str]:
    """The references files of a folder: `references.md`, `sources.yaml` …"""
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - names, not paths
    except OSError:
        return []
    found = []
    for name in names:
        stem, dot, suffix = name.lower().partition(".")
        if stem in REFERENCE_STEMS and f"{dot}{suffix}" in SUPPORTED_SUFFIXES:
            found.append(name if folder == "." else os.path.join(folder, name))  # noqa: PTH118
    return found


def _is_document(path: str) -> bool:
    """Whether a file met on a walk is ours: other people's YAML, JSON and CSV stay out, and our own HTML reports."""
    suffix = Path(path).suffix.lower()
    if suffix not in {".yaml", ".yml", ".json", ".jsonl", ".csv", ".parquet", ".html", ".htm"}:
        return True
    if suffix == ".parquet":
        return False
    try:
        head = read_regular(path, _SNIFFED - 1)
    except OSError:
        return True
    if suffix in {".html", ".htm"}:
        return _OUR_PAGE not in head
    if suffix in {".jsonl", ".csv"}:
        from dvht_lint.readers.pairs import looks_like_pairs

        return looks_like_pairs(head)
    from dvht_lint.readers.corpus import looks_like_corpus
    from dvht_lint.readers.csl import looks_like_references

    return looks_like_corpus(head) or (suffix != ".json" and looks_like_references(head))
