"""Arguments to paths, honouring .gitignore and excludes; bytes in, and files written whole or not at all."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dvht_lint.config import Config
from dvht_lint.model import Document, Problem
from dvht_lint.reach import LARGEST_SETTING, is_within, project_of, read_regular
from dvht_lint.records import record
from dvht_lint.text import Span

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

__all__ = [
    "OUTSIDE",
    "STDIN",
    "Discovery",
    "discover",
    "expand",
    "matches",
    "missing_evidence",
    "outside",
    "read_bytes",
    "roots",
    "shown",
    "write_atomic",
]

STDIN = "-"


@record(frozen=True, slots=True)
class Discovery:
    """The files to check, each once, as they are shown to the user; and what stood in the way.

    A problem is a path and the `Problem` (DV001) to report there: the other inputs are still checked.
    `excluded` are files that were named and then left out because of `force-exclude`.
    """

    files: tuple[str, ...] = ()
    problems: tuple[tuple[str, Problem], ...] = ()
    excluded: tuple[str, ...] = ()


def discover(
    arguments: Iterable[str],
    config: Config,
    suffixes: Collection[str],
    accept: Callable[[str], bool] | None = None,
    cwd: Path | None = None,
) -> Discovery:
    """The files that the arguments name.

    A file that is named is taken whatever its suffix, unless `force-exclude` is set and a pattern excludes it or
    `accept(path)` does not want it: a hook names every file of a commit, its own configuration too.
    A folder is walked in sorted order without following links to other folders, so that no loop can hold it;
    of its files those with one of the `suffixes` (lower case, with their dot) are taken where `accept(path)`
    agrees: it may look inside, so that other people's YAML stays out. `-` is kept as it is.
    """
    cwd = Path.cwd() if cwd is None else cwd
    walk = _Walk(config, frozenset(suffixes), accept, cwd)
    for argument in arguments:
        walk.add(argument)
    return Discovery(tuple(walk.files), tuple(walk.problems), tuple(walk.excluded))


def expand(patterns: Iterable[str], root: Path) -> tuple[list[Path], list[str]]:
    """The files that configured paths and globs name, sorted within a pattern; and the patterns that name none."""
    found: dict[Path, None] = {}
    missing: list[str] = []
    for pattern in patterns:
        before = len(found)
        path = root / pattern
        if path.exists():
            found[path] = None
            continue
        if not Path(pattern).is_absolute() and any(char in pattern for char in "*?["):
            found.update(dict.fromkeys(sorted(p for p in root.glob(pattern) if p.is_file())))
        if len(found) == before:
            missing.append(pattern)
    return list(found), missing


def matches(path: str, patterns: Collection[str], root: Path, cwd: Path | None = None) -> bool:
    """Whether a path as shown fits one of the gitignore-style patterns, which start from `root`."""
    if not patterns:
        return False
    relative = _relative(Path.cwd() / path if cwd is None else cwd / path, root)
    return relative is not None and _spec(tuple(patterns)).match_file(relative)


def read_bytes(path: str, limit: int = 0) -> bytes | Problem:
    """The bytes of a file, or of standard input for `-`; a fault is a `Problem` (DV001, or DV007 over the limit).

    `limit` is in bytes; 0 is none. No more than the limit is ever held.
    """
    try:
        data = _standard_input(limit) if path == STDIN else read_regular(path, limit)
    except (OSError, ValueError) as error:
        return _unreadable(_why(error))
    if limit and len(data) > limit:
        message = f"the file is larger than the limit of {_size(limit)} (file-size-limit); it was not checked"
        return Problem("DV007", message, Span(0, 0), fatal=True)
    return data


def _standard_input(limit: int) -> bytes:
    if sys.stdin is None:  # how Python shows a standard input that was closed before the start
        raise OSError(errno.EBADF, "standard input is closed")
    return sys.stdin.buffer.read(limit + 1 if limit else -1)


def roots(config: Config) -> tuple[str | Path, ...]:
    """The folders that a project's files may be read from: the project, its repository, and what `--allow-folder` adds."""
    return (config.root, project_of(str(config.root)), *config.allow_folder)


def outside(path: str, config: Config, named_in: str) -> Problem | None:
    """The problem (DV001) where a path that a document or a link names leads out of the project.

    A document that stands elsewhere because the command line named it may name what stands beside it.
    """
    folder = project_of(os.path.dirname(os.path.abspath(named_in)))  # noqa: PTH100, PTH120 - shown paths, not Paths
    return None if is_within(path, (*roots(config), folder)) else OUTSIDE


def missing_evidence(document: Document, cwd: Path | None = None) -> tuple[Problem, ...]:
    """A problem (DV010) for each source whose `evidence` is no file; such a path starts from the document's folder."""
    folder = (Path.cwd() if cwd is None else cwd) / Path(document.path).parent
    problems = []
    for source in document.sources:
        evidence = source.fields.get("evidence")
        if isinstance(evidence, str) and evidence and not (folder / evidence).is_file():
            message = f"the evidence of '{source.id}' is not there: {evidence}"
            problems.append(Problem("DV010", message, source.at("evidence")))
    return tuple(problems)


_ANY_WRITER = 0o222


def write_atomic(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: beside it, flushed to the disk, then renamed over it; its mode is kept.

    A link is followed: what it points to is replaced, not the link. A file that is marked read-only stays as it is,
    though renaming could replace it; a device or a pipe (`/dev/stdout`) is written to. Raises `OSError`.
    """
    import tempfile

    if path.exists() and not path.is_file():
        # Without waiting: a pipe that nobody reads is refused.
        with os.fdopen(os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0)), "wb") as stream:
            os.set_blocking(stream.fileno(), True)
            stream.write(data)
        return
    path = Path(os.path.realpath(path))
    if path.exists() and not (os.access(path, os.W_OK) and path.stat().st_mode & _ANY_WRITER):
        raise PermissionError(errno.EACCES, "it is read-only", str(path))
    handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).chmod(_mode(path))
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def shown(path: Path, cwd: Path | None = None) -> str:
    """A path as the user is shown it: with `/`, relative to the working folder where it is below it."""
    absolute = Path(os.path.normpath(path.absolute()))
    relative = _relative(absolute, Path.cwd() if cwd is None else cwd)
    return relative if relative is not None else absolute.as_posix()


class _Walk:
    """One discovery under way."""

    def __init__(
        self, config: Config, suffixes: frozenset[str], accept: Callable[[str], bool] | None, cwd: Path
    ) -> None:
        self.config, self.suffixes, self.accept, self.cwd = config, suffixes, accept, cwd
        self.files: dict[str, None] = {}
        self.problems: list[tuple[str, Problem]] = []
        self.excluded: list[str] = []
        self.roots: tuple[str | Path, ...] = ()
        # Bare names, as all defaults are, need no pattern matcher.
        self.names = frozenset(p for p in config.excludes if not set(p) & set("/*?[!\\"))
        self.patterns = tuple(p for p in config.excludes if p not in self.names)

    def add(self, argument: str) -> None:
        if argument == STDIN:
            self.files[STDIN] = None
            return
        path = Path(os.path.normpath(self.cwd / argument))
        name = shown(path, self.cwd)
        try:
            is_folder = path.is_dir()
            exists = is_folder or path.exists()
        except (OSError, ValueError) as error:  # a loop of links, a NUL in the name
            self.problems.append((argument, _unreadable(_why(error))))
            return
        if not exists:
            self.problems.append((argument, _unreadable("no such file or folder")))
        elif self.config.force_exclude and (self.is_excluded(path) or not (is_folder or self.is_wanted(name))):
            self.excluded.append(name)
        elif is_folder:
            self.add_folder(path, argument)
        elif self.config.force_exclude and path.is_symlink() and not is_within(path, roots(self.config)):
            self.problems.append((name, OUTSIDE))  # a hook names what a commit holds: nobody chose it
        else:
            self.files[name] = None

    def add_folder(self, folder: Path, argument: str) -> None:
        before = len(self.problems)
        self.roots = (*roots(self.config), folder)
        found = [name for name in self.walk(folder, self.ignores_above(folder)) if self.is_wanted(name)]
        self.files.update(dict.fromkeys(found))
        if not found and len(self.problems) == before:
            kinds = ", ".join(sorted(self.suffixes))
            self.problems.append((argument, _unreadable(f"the folder holds no document to check ({kinds})")))

    def is_wanted(self, name: str) -> bool:
        return self.accept is None or self.accept(str(self.cwd / name))

    def walk(self, folder: Path, ignores: list[tuple[Path, GitIgnoreSpec]]) -> Iterator[str]:
        pending = [(folder, ignores)]
        while pending:
            directory, above = pending.pop()
            here = above + self.ignores_of(directory)
            try:
                with os.scandir(directory) as entries:
                    listed = sorted(entries, key=lambda entry: entry.name)
            except OSError as error:
                self.problems.append((shown(directory, self.cwd), _unreadable(_why(error))))
                continue
            folders = []
            for entry in listed:
                path = directory / entry.name
                is_folder = entry.is_dir(follow_symlinks=False)
                if not is_folder and os.path.splitext(entry.name)[1].lower() not in self.suffixes:  # noqa: PTH122
                    continue
                if self.is_excluded_here(path) or _is_ignored(path, here, is_folder=is_folder):
                    continue
                if is_folder:
                    folders.append((path, here))
                elif entry.is_symlink() and not is_within(path, self.roots):
                    self.problems.append((shown(path, self.cwd), OUTSIDE))
                elif entry.is_file():
                    yield shown(path, self.cwd)
            pending.extend(reversed(folders))

    def is_excluded(self, path: Path) -> bool:
        """Whether a pattern excludes a path or a folder above it, inside the project."""
        relative = _relative(path, self.config.root)
        if relative is None:
            return path.name in self.names
        return not self.names.isdisjoint(relative.split("/")) or self.fits_pattern(relative)

    def is_excluded_here(self, path: Path) -> bool:
        """The same for a path whose parents have been asked before."""
        if path.name in self.names:
            return True
        return bool(self.patterns) and self.fits_pattern(_relative(path, self.config.root) or path.name)

    def fits_pattern(self, relative: str) -> bool:
        return bool(self.patterns) and _spec(self.patterns).match_file(relative)

    def ignores_above(self, folder: Path) -> list[tuple[Path, GitIgnoreSpec]]:
        """The .gitignore files of the repository that stand above a folder, the outermost first."""
        if not self.config.respect_gitignore:
            return []
        chain = (folder, *folder.parents)
        top = next((at for at, parent in enumerate(chain) if (parent / ".git").exists()), None)
        if top is None:
            return []
        specs = self.spec_of(chain[top] / ".git" / "info" / "exclude", chain[top])
        for parent in reversed(chain[1 : top + 1]):
            specs += self.ignores_of(parent)
        return specs

    def ignores_of(self, directory: Path) -> list[tuple[Path, GitIgnoreSpec]]:
        return self.spec_of(directory / ".gitignore", directory) if self.config.respect_gitignore else []

    def spec_of(self, file: Path, base: Path) -> list[tuple[Path, GitIgnoreSpec]]:
        try:
            lines = read_regular(file, LARGEST_SETTING).decode("utf-8", "replace").splitlines()
        except (OSError, ValueError):
            return []
        return [(base, _spec(tuple(lines)))]


OUTSIDE = Problem(
    "DV001",
    "leads out of the project and was not read; --allow-folder DIR on the command line allows a folder",
    Span(0, 0),
    fatal=True,
)


@cache
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


def _is_ignored(path: Path, ignores: list[tuple[Path, GitIgnoreSpec]], *, is_folder: bool) -> bool:
    """Whether the innermost .gitignore that speaks of the path ignores it."""
    for base, spec in reversed(ignores):
        relative = _relative(path, base)
        if relative is None:
            continue
        verdict = spec.check_file(relative + "/" if is_folder else relative).include
        if verdict is not None:
            return verdict
    return False


def _relative(path: Path, base: Path) -> str | None:
    try:
        return path.relative_to(base).as_posix()
    except ValueError:
        return None


def _mode(path: Path) -> int:
    """The mode of a file, or what a new one would get."""
    try:
        return path.stat().st_mode & 0o7777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _unreadable(why: str) -> Problem:
    return Problem("DV001", why, Span(0, 0), fatal=True)


def _why(error: Exception) -> str:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"cannot be read: {reason[:1].lower()}{reason[1:]}"


def _size(size: int) -> str:
    return f"{size / 1_000_000:g} MB" if size >= 1_000_000 else f"{size:,} bytes"
