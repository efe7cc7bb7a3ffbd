"""From arguments and configuration to a session: which files load, and in which of them findings are reported."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dvht_lint import config as configuration
from dvht_lint import files
from dvht_lint.config import Config
from dvht_lint.diagnostic import Diagnostic
from dvht_lint.errors import ConfigurationError, UsageError
from dvht_lint.model import Problem
from dvht_lint.readers import SUPPORTED_SUFFIXES
from dvht_lint.session import Session
from dvht_lint.session.loading import REFERENCE_STEMS, unreadable

__all__ = ["Opened", "add_configuration_options", "add_selection_options", "load_config", "open_session"]

_BIBLIOGRAPHY = "bibliography"


@dataclass
class Opened:
    """A session with all its files read. `reported` are the paths whose findings the user asked for."""

    session: Session
    reported: set[str] = field(default_factory=set)
    excluded: tuple[str, ...] = ()
    originals: dict[str, bytes] = field(default_factory=dict)
    """The bytes of each file as read, for fixes and the cache."""

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The findings in the reported files."""
        return tuple(d for d in self.session.diagnostics() if d.path in self.reported or not d.path)

    @property
    def unchecked(self) -> tuple[str, ...]:
        """The files that could not be checked."""
        return tuple(d.path for d in self.session.ordered if any(p.fatal for p in d.problems))


def add_configuration_options(parser: argparse.ArgumentParser) -> None:
    """Where the configuration comes from."""
    parser.add_argument("--config", metavar="FILE", help="the configuration file to use")
    parser.add_argument("--isolated", action="store_true", help="ignore every configuration file")


def add_selection_options(parser: argparse.ArgumentParser) -> None:
    """Which rules and files take part; ruff's spelling. `None` means not given, so that the file's value stays."""
    for name, line in (
        ("--select", "codes, prefixes or names of rules to run"),
        ("--ignore", "codes, prefixes or names of rules to leave out"),
        ("--extend-select", "like --select, added to the configuration"),
        ("--extend-ignore", "like --ignore, added to the configuration"),
        ("--exclude", "patterns of files to leave out"),
        ("--extend-exclude", "like --exclude, added to the configuration"),
    ):
        parser.add_argument(name, metavar="LIST", action="append", type=_comma_list, help=line)
    parser.add_argument("--per-file-ignores", metavar="PATTERN:CODE", action="append", type=_comma_list, help="leave out rules in the files that match a pattern")
    parser.add_argument("--force-exclude", action="store_const", const=True, help="exclude also files that are named")
    parser.add_argument("--as-of", metavar="DATE", help="the day from which ages are counted (YYYY-MM-DD)")
    parser.add_argument("--no-cache", action="store_const", const=True, help="neither read nor write the cache")
    parser.add_argument("--cache-dir", metavar="DIR", help="where the cache is")
    parser.add_argument("--jobs", metavar="N", type=int, help="how many processes read files (0: as many as it takes)")


def _comma_list(text: str) -> list[str]:
    return [item.strip() for item in text.split(",") if item.strip()]


_LISTS = ("select", "ignore", "extend_select", "extend_ignore", "exclude", "extend_exclude")
_VALUES = (
    "force_exclude", "as_of", "no_cache", "cache_dir", "jobs", "output_format", "output_file", "fail_level", "baseline",
    "statistics", "fix", "unsafe_fixes", "online", "color",
)  # fmt: skip


def load_config(options: argparse.Namespace) -> Config:
    """The configuration in force for the options of a command. Raises `ConfigurationError` or `UsageError`."""
    overrides: dict[str, object] = {}
    for name in _LISTS:
        given = getattr(options, name, None)
        if given is not None:
            overrides[name.replace("_", "-")] = [item for group in given for item in group]
    for name in _VALUES:
        given = getattr(options, name, None)
        if given is not None:
            overrides[name.replace("_", "-")] = given
    ignores = getattr(options, "per_file_ignores", None)
    if ignores is not None:
        overrides["per-file-ignores"] = _ignores_by_pattern(item for group in ignores for item in group)
    explicit = Path(options.config) if getattr(options, "config", None) else None
    if explicit is not None and not explicit.is_file():
        raise ConfigurationError("there is no such configuration file", str(explicit))
    return configuration.load(Path.cwd(), explicit, isolated=getattr(options, "isolated", False), overrides=overrides)


def _ignores_by_pattern(items: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for item in items:
        pattern, colon, code = item.rpartition(":")
        if not colon or not pattern or not code:
            raise UsageError(f"--per-file-ignores takes PATTERN:CODE, not {item!r}")
        found.setdefault(pattern, []).append(code)
    return found


def open_session(
    config: Config, paths: Sequence[str], *, stdin_filename: str = "", session: Session | None = None
) -> Opened:
    """Read every file of the project, and every file that is named, into a session.

    What cannot be read stays in it as a document with a fatal problem. Raises `UsageError` where there is no
    document at all.
    """
    opened = Opened(session or Session(config))
    loader = _Loader(opened, config, stdin_filename)
    loader.load_project()
    loader.load_arguments(paths)
    loader.load_companions()
    return opened


class _Loader:
    """Reads files into a session, each once."""

    def __init__(self, opened: Opened, config: Config, stdin_filename: str) -> None:
        self.opened = opened
        self.config = config
        self.stdin_filename = stdin_filename
        self.references = self._expand("references")

    def load_project(self) -> None:
        """What the configuration names is always read, so that a hook, an editor and CI agree."""
        for key in ("references", "corpus", "documents", "contacts"):
            for path in self._expand(key):
                self._load(path)

    def load_arguments(self, paths: Sequence[str]) -> None:
        """The files to report on: those that are named, else the configured documents, else the folder."""
        opened = self.opened
        if not paths and (self.config.documents or self.config.corpus):
            opened.reported |= set(opened.session.documents)
            return
        found = files.discover(paths or ["."], self.config, SUPPORTED_SUFFIXES, _is_document)
        opened.excluded = found.excluded
        for path in found.files:
            self._load(path, named=path in paths)
        for path, problem in found.problems:
            self._put_unreadable(path, problem)
            opened.reported.add(path)
        opened.reported |= {self._shown(path) for path in found.files}
        if not found.files and not found.problems and not found.excluded:
            where = " ".join(paths) or "this folder"
            raise UsageError(f"no document found in {where}; looked for {', '.join(sorted(SUPPORTED_SUFFIXES))}")

    def load_companions(self) -> None:
        """Bibliographies that a document names, and a references file that stands beside a document without any."""
        for document in list(self.opened.session.ordered):
            folder = os.path.dirname(document.path)  # noqa: PTH120 - a shown path, not a Path
            for name in _names(document.metadata.get(_BIBLIOGRAPHY)):
                self._load(os.path.normpath(os.path.join(folder, name)))  # noqa: PTH118
            if document.blocks and document.claims and not document.has_references and not self._has_own_references():
                for path in _beside(folder or "."):
                    self._load(path)

    def _has_own_references(self) -> bool:
        return bool(self.config.references or self.config.corpus)

    def _expand(self, key: str) -> list[str]:
        patterns = self.config.contact_files if key == "contacts" else getattr(self.config, key)
        found, missing = files.expand(patterns, self.config.root)
        if missing:
            place = self.config.place(key)
            at = (str(self.config.path), place.line, place.column) if place and self.config.path else ("", 0, 0)
            raise ConfigurationError(f"{key} names {missing[0]!r}, which does not exist", *at)
        shown = [files.shown(path) for path in found]
        inside = files.discover(shown, self.config, SUPPORTED_SUFFIXES, _is_document) if shown else None
        return list(inside.files) if inside else []

    def _shown(self, path: str) -> str:
        return (self.stdin_filename or "stdin.md") if path == files.STDIN else path

    def _load(self, path: str, *, named: bool = False) -> None:
        shown = self._shown(path)
        if shown in self.opened.originals or shown in self.opened.session.documents:
            return
        data = files.read_bytes(path, self.config.file_size_limit)
        if isinstance(data, Problem):
            self._put_unreadable(shown, data)
            return
        self.opened.originals[shown] = data
        self.opened.session.update(shown, data, reference=path in self.references)

    def _put_unreadable(self, path: str, problem: Problem) -> None:
        self.opened.session.put(unreadable(path, problem.message, problem.code))


def _names(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [v for v in value if isinstance(v, str)] if isinstance(value, (list, tuple)) else []


def _beside(folder: str) -> list[str]:
    """The references files of a folder: `references.md`, `sources.yaml` …"""
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return []
    found = []
    for name in names:
        stem, dot, suffix = name.lower().partition(".")
        if stem in REFERENCE_STEMS and f"{dot}{suffix}" in SUPPORTED_SUFFIXES:
            found.append(name if folder == "." else os.path.join(folder, name))  # noqa: PTH118
    return found


_SNIFFED = 65_536


def _is_document(path: str) -> bool:
    """Whether a file met on a walk is ours: other people's YAML, JSON and CSV stay out."""
    suffix = Path(path).suffix.lower()
    if suffix not in {".yaml", ".yml", ".json", ".jsonl", ".csv", ".parquet"}:
        return True
    if suffix == ".parquet":
        return False
    try:
        with Path(path).open("rb") as file:
            head = file.read(_SNIFFED)
    except OSError:
        return True
    if suffix in {".jsonl", ".csv"}:
        first = head.partition(b"\n")[0]
        return b"claim" in first and b"statement" in first
    from dvht_lint.readers.corpus import looks_like_corpus

    return looks_like_corpus(head)
