"""From arguments and configuration to a session: which files load, and in which of them findings are reported."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from dvht_lint import config as configuration
from dvht_lint import files
from dvht_lint.config import Config
from dvht_lint.diagnostic import Diagnostic
from dvht_lint.errors import ConfigurationError, UsageError
from dvht_lint.model import Problem
from dvht_lint.readers import REFERENCE_STEMS, SUPPORTED_SUFFIXES

__all__ = [
    "Opened",
    "Plan",
    "add_configuration_options",
    "add_selection_options",
    "beside",
    "load_config",
    "open_project",
    "open_session",
    "plan_files",
    "read_inputs",
]

if TYPE_CHECKING:
    from dvht_lint.session import Session

_BIBLIOGRAPHY = "bibliography"
_UNREAD = frozenset({"DV001", "DV002", "DV007"})
"""Problems after which a part of a file, at least, was not checked: the run cannot be green."""


@dataclass
class Opened:
    """A session with all its files read. `reported` are the paths whose findings the user asked for."""

    session: Session
    reported: set[str] = field(default_factory=set)
    excluded: tuple[str, ...] = ()
    originals: dict[str, bytes] = field(default_factory=dict)
    """The bytes of each file as read, for fixes."""
    companions: list[str] = field(default_factory=list)
    """Files that no argument and no configuration named: a document did, or they stand beside one."""
    beside: dict[str, list[str]] = field(default_factory=dict)
    """The folders that were searched for references files, with what was found."""

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The findings in the reported files."""
        return tuple(d for d in self.session.diagnostics() if d.path in self.reported or not d.path)

    @property
    def unchecked(self) -> tuple[str, ...]:
        """The files that could not be checked."""
        return tuple(d.path for d in self.session.ordered if any(p.fatal or p.code in _UNREAD for p in d.problems))


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
    parser.add_argument(
        "--per-file-ignores",
        metavar="PATTERN:CODE",
        action="append",
        type=_comma_list,
        help="leave out rules in the files that match a pattern",
    )
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


@dataclass(frozen=True, slots=True)
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
    found = files.discover(paths or ["."], config, SUPPORTED_SUFFIXES, _is_document)
    if not found.files and not found.problems and not found.excluded:
        where = " ".join(paths) or "this folder"
        raise UsageError(f"no document found in {where}; looked for {', '.join(sorted(SUPPORTED_SUFFIXES))}")
    reported = {*found.files, *(path for path, _ in found.problems)}
    load = tuple(dict.fromkeys([*project, *found.files]))
    return Plan(load, frozenset(references), frozenset(reported), found.problems, found.excluded)


def _expand(config: Config, key: str) -> list[str]:
    patterns = config.contact_files if key == "contacts" else getattr(config, key)
    found, missing = files.expand(patterns, config.root)
    if missing:
        place = config.place(key)
        at = (str(config.path), place.line, place.column) if place and config.path else ("", 0, 0)
        raise ConfigurationError(f"{key} names {missing[0]!r}, which does not exist", *at)
    shown = [files.shown(path) for path in found]
    return list(files.discover(shown, config, SUPPORTED_SUFFIXES, _is_document).files) if shown else []


def read_inputs(config: Config, paths: Iterable[str]) -> dict[str, bytes | Problem]:
    """The bytes of each file, or what stood in the way."""
    return {path: files.read_bytes(path, config.file_size_limit) for path in paths}


def open_session(
    config: Config, plan: Plan, inputs: Mapping[str, bytes | Problem], *, stdin_filename: str = ""
) -> Opened:
    """Read every file of the plan into a session, and those that the documents themselves name.

    What cannot be read stays in it as a document with a fatal problem.
    """
    from dvht_lint.session import Session

    opened = Opened(Session(config))
    loader = _Loader(opened, config, plan, stdin_filename)
    for path, data in inputs.items():
        loader.load(path, data)
    for path, problem in plan.problems:
        loader.put_unreadable(path, problem)
    opened.excluded = plan.excluded
    opened.reported = set(opened.session.documents) if plan.whole else {loader.shown(path) for path in plan.reported}
    loader.load_companions()
    return opened


def open_project(config: Config, paths: Sequence[str], *, stdin_filename: str = "") -> Opened:
    """Plan, read and open in one go, for commands that keep no cache."""
    plan = plan_files(config, paths)
    return open_session(config, plan, read_inputs(config, plan.load), stdin_filename=stdin_filename)


class _Loader:
    """Reads files into a session, each once."""

    def __init__(self, opened: Opened, config: Config, plan: Plan, stdin_filename: str) -> None:
        self.opened = opened
        self.config = config
        self.plan = plan
        self.stdin_filename = stdin_filename

    def load(self, path: str, data: bytes | Problem) -> None:
        """Take one file, unless it was taken before."""
        shown = self.shown(path)
        if shown in self.opened.session.documents:
            return
        if isinstance(data, Problem):
            self.put_unreadable(shown, data)
            return
        self.opened.originals[shown] = data
        session = self.opened.session
        session.update(shown, data, reference=path in self.plan.references)
        missing = files.missing_evidence(session.documents[shown])
        if missing:
            document = session.documents[shown]
            session.put(replace(document, problems=(*document.problems, *missing)))

    def load_companions(self) -> None:
        """Bibliographies that a document names, and a references file that stands beside a document without any."""
        opened = self.opened
        has_references = bool(self.config.references or self.config.corpus)
        for document in list(opened.session.ordered):
            folder = os.path.dirname(document.path)  # noqa: PTH120 - a shown path, not a Path
            wanted = [os.path.normpath(os.path.join(folder, n)) for n in _names(document.metadata.get(_BIBLIOGRAPHY))]  # noqa: PTH118
            if document.blocks and document.claims and not document.has_references and not has_references:
                opened.beside[folder or "."] = beside(folder or ".")
                wanted += opened.beside[folder or "."]
            for path in wanted:
                if path not in opened.session.documents:
                    opened.companions.append(path)
                    self.load(path, files.read_bytes(path, self.config.file_size_limit))
                    if document.path in opened.reported:
                        opened.reported.add(path)

    def put_unreadable(self, path: str, problem: Problem) -> None:
        """A document that stands for a file which could not be read."""
        from dvht_lint.session.loading import unreadable

        self.opened.session.put(unreadable(path, problem.message, problem.code))

    def shown(self, path: str) -> str:
        """The path under which findings are reported."""
        return (self.stdin_filename or "stdin.md") if path == files.STDIN else path


def _names(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [v for v in value if isinstance(v, str)] if isinstance(value, (list, tuple)) else []


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
    from dvht_lint.readers.csl import looks_like_references

    return looks_like_corpus(head) or (suffix != ".json" and looks_like_references(head))
