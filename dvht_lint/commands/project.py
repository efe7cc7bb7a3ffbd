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
from dvht_lint.commands import bibliographies
from dvht_lint.commands.planning import Plan, beside, plan_files
from dvht_lint.config import Config
from dvht_lint.diagnostic import Diagnostic
from dvht_lint.errors import ConfigurationError, UsageError
from dvht_lint.model import UNREAD_BIBLIOGRAPHY, Document, Problem

__all__ = [
    "Opened",
    "add_configuration_options",
    "add_selection_options",
    "load_config",
    "lock_path",
    "open_project",
    "open_session",
    "read_inputs",
    "refresh",
    "retake_evidence",
]

if TYPE_CHECKING:
    from dvht_lint.commands.evidence import Evidence
    from dvht_lint.session import Session

_UNREAD = frozenset({"DV001", "DV002", "DV007"})
"""Problems after which a part of a file, at least, was not checked: the run cannot be green."""


@dataclass
class Opened:
    """A session with all its files read. `reported` are the paths whose findings the user asked for."""

    session: Session
    reported: set[str] = field(default_factory=set)
    excluded: tuple[str, ...] = ()
    originals: dict[str, bytes | Problem] = field(default_factory=dict)
    """What was read of each file: its bytes, or what stood in the way."""
    references: frozenset[str] = frozenset()
    """The files that are reference halves as a whole."""
    companions: list[str] = field(default_factory=list)
    """Files that no argument and no configuration named: a document did, or they stand beside one."""
    beside: dict[str, list[str]] = field(default_factory=dict)
    """The folders that were searched for references files, with what was found."""
    evidence: Evidence | None = None
    """What the sources' evidence says, where any of them names some."""
    outside: set[str] = field(default_factory=set)
    """Files that are no documents and that findings depend on, there or not: a lock file, for example."""

    unseen: int = 0
    """How many addresses were to be looked at and were not (`--online`)."""

    def update(self, path: str, data: bytes) -> None:
        """Read one file again, from bytes that may differ from those on disk."""
        from dvht_lint.commands.reading import Input, read_document

        self.session.put(read_document(Input(path, data, path in self.references), self.session.settings))
        self.originals[path] = data

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
    parser.add_argument(
        "--allow-folder",
        metavar="DIR",
        action="append",
        help="a folder outside the project that evidence, bibliographies and links may be read from",
    )


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
        metavar = "PATTERNS" if name.endswith("exclude") else "RULES"
        parser.add_argument(name, metavar=metavar, action="append", type=_comma_list, help=line)
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
    config = configuration.load(Path.cwd(), explicit, isolated=getattr(options, "isolated", False), overrides=overrides)
    return replace(config, allow_folder=tuple(getattr(options, "allow_folder", None) or ()))


def _ignores_by_pattern(items: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for item in items:
        pattern, colon, code = item.rpartition(":")
        if not colon or not pattern or not code:
            raise UsageError(f"--per-file-ignores takes PATTERN:CODE, not {item!r}")
        found.setdefault(pattern, []).append(code)
    return found


def read_inputs(config: Config, paths: Iterable[str]) -> dict[str, bytes | Problem]:
    """The bytes of each file, or what stood in the way."""
    return {path: files.read_bytes(path, config.file_size_limit) for path in paths}


def open_session(
    config: Config,
    plan: Plan,
    inputs: Mapping[str, bytes | Problem],
    *,
    stdin_filename: str = "",
    quiet: bool = True,
) -> Opened:
    """Read every file of the plan into a session, and those that the documents themselves name.

    What cannot be read stays in it as a document with a fatal problem. Unless `quiet`, a terminal sees how far a long
    read has got.
    """
    from dvht_lint.session import Session

    opened = Opened(Session(config))
    _Loader(opened, config, plan, stdin_filename, quiet=quiet).take(inputs)
    return opened


def refresh(opened: Opened, config: Config, plan: Plan, inputs: Mapping[str, bytes | Problem]) -> bool:
    """Bring a session up to date with the files as they are now; whether anything in it changed.

    Only files whose bytes changed are read again. The configuration must be the one that the session was made with.
    """
    return _Loader(opened, config, plan).take(inputs)


def retake_evidence(opened: Opened, config: Config, plan: Plan) -> None:
    """Hold what the evidence says against documents that were read again."""
    _Loader(opened, config, plan).take_evidence()


def open_project(config: Config, paths: Sequence[str], *, stdin_filename: str = "") -> Opened:
    """Plan, read and open in one go, for commands that keep no cache."""
    plan = plan_files(config, paths)
    return open_session(config, plan, read_inputs(config, plan.load), stdin_filename=stdin_filename)


class _Loader:
    """Makes a session hold what is on disk: reads what is new, takes out what is gone."""

    def __init__(
        self, opened: Opened, config: Config, plan: Plan, stdin_filename: str = "", *, quiet: bool = True
    ) -> None:
        self.opened = opened
        self.config = config
        self.plan = plan
        self.stdin_filename = stdin_filename
        self.quiet = quiet
        self.changed = False

    def take(self, inputs: Mapping[str, bytes | Problem]) -> bool:
        """Hold these files and those that they name, and no other; whether that changed anything."""
        opened, plan = self.opened, self.plan
        given = {self.shown(path): data for path, data in (*inputs.items(), *plan.problems)}
        companions, opened.companions, opened.beside = opened.companions, [], {}
        opened.references = frozenset(self.shown(path) for path in plan.references)
        self.remove(set(opened.session.documents) - set(given) - set(companions))
        self.put(given)
        opened.excluded = plan.excluded
        before = opened.reported
        opened.reported = set(given) if plan.whole else {self.shown(path) for path in plan.reported}
        self.take_companions(frozenset(given))
        self.remove(set(companions) - set(given) - set(opened.companions))
        self.take_evidence()
        return self.changed or before != opened.reported

    def put(self, given: Mapping[str, bytes | Problem]) -> None:
        """Read the files that are not held as they are now."""
        from dvht_lint.commands.progress import counting
        from dvht_lint.commands.reading import Input, read_documents

        opened = self.opened
        fresh = [Input(p, data, p in opened.references) for p, data in given.items() if opened.originals.get(p) != data]
        documents = read_documents(fresh, opened.session.settings, self.config.jobs)
        for document in counting(documents, len(fresh), "reading", quiet=self.quiet):
            opened.session.put(document)
            self.changed = True
        opened.originals.update((one.path, one.data) for one in fresh)

    def remove(self, paths: Iterable[str]) -> None:
        """Forget files."""
        for path in paths:
            self.opened.session.remove(path)
            self.opened.originals.pop(path, None)
            self.changed = True

    def take_companions(self, given: frozenset[str]) -> None:
        """Bibliographies that a document names, and a references file that stands beside a document without any."""
        opened = self.opened
        has_references = bool(self.config.references or self.config.corpus)
        for document in list(opened.session.ordered):
            folder = os.path.dirname(document.path)  # noqa: PTH120 - a shown path, not a Path
            names = dict(bibliographies.named(document, self.config))
            wanted = list(names.values())
            if document.blocks and document.claims and not document.has_references and not has_references:
                opened.beside[folder or "."] = beside(folder or ".")
                wanted += opened.beside[folder or "."]
            for path in wanted:
                if path in opened.companions or path in given:
                    continue
                opened.companions.append(path)
                barred = files.outside(path, self.config, document.path)
                data = barred or files.read_bytes(path, self.config.file_size_limit)
                if isinstance(data, Problem) and path in names.values():
                    self._lack(path, data)
                    continue
                self.put({path: data})
                if document.path in opened.reported:
                    opened.reported.add(path)
            self._tell_unread(document, names)

    def _lack(self, path: str, problem: Problem) -> None:
        """Note that a bibliography cannot be read: the document that names it tells so."""
        self.opened.session.remove(path)
        self.opened.originals[path] = problem
        self.opened.outside.add(path)

    def _tell_unread(self, document: Document, names: Mapping[str, str]) -> None:
        opened = self.opened
        unread = {name: p for name, path in names.items() if isinstance(p := opened.originals.get(path), Problem)}
        before = document.metadata.get(UNREAD_BIBLIOGRAPHY)
        if before and before != sorted(unread) and isinstance(data := opened.originals.pop(document.path, None), bytes):
            self.put({document.path: data})
            document = opened.session.documents[document.path]
        told = bibliographies.with_unread(document, unread)
        if told is not document:
            opened.session.put(told)
            self.changed = True

    def take_evidence(self) -> None:
        """What the sources' evidence says, and what changed in it since it was locked.

        A file that is evidence is no document, though a walk may have met it: its sentences are not ours to check.
        """
        opened = self.opened
        session = opened.session
        lock = lock_path(self.config)
        opened.outside.add(files.shown(lock))
        named = any(s.fields.get("evidence") for d in session.documents.values() for s in d.sources)
        if opened.evidence is None and not named and not lock.exists():
            return
        from dvht_lint.commands.evidence import apply_lock, read_lock, take_evidence

        copies = dict(session.evidence)
        locked = read_lock(lock)
        opened.evidence = take_evidence(session, self.config, opened.evidence, lock, locked)
        opened.outside.update(opened.evidence.paths)
        for path in set(opened.evidence.paths) - opened.references:
            session.remove(path)
            opened.reported.discard(path)
        apply_lock(session, opened.evidence, locked)
        self.changed |= copies != session.evidence

    def shown(self, path: str) -> str:
        """The path under which findings are reported."""
        return (self.stdin_filename or "stdin.md") if path == files.STDIN else path


def lock_path(config: Config) -> Path:
    """Where the lock is: beside the configuration, else in its folder."""
    return (config.path.parent if config.path else config.root) / "dvht_lint.lock"
