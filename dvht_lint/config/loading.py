"""Discovery and precedence: defaults, then the nearest file upward, then the environment, then the command line."""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from dvht_lint.config.keys import COMMAND_LINE_ONLY, KEYS, Key, Unfit
from dvht_lint.config.places import Step, TomlPlaces, scan
from dvht_lint.config.suggestion import did_you_mean
from dvht_lint.config.values import Config
from dvht_lint.errors import ConfigurationError
from dvht_lint.model import Contact
from dvht_lint.reach import LARGEST_SETTING, is_within, read_regular
from dvht_lint.text import SourceText, Span

__all__ = ["FILE_NAMES", "discover", "load"]

FILE_NAMES = (".dvht_lint.toml", "dvht_lint.toml", "pyproject.toml")
"""What is looked for in each folder, the first found first."""

_TABLE = ("tool", "dvht_lint")
_Layer = Mapping[str, tuple[str, Any]]
"""Values by key, each with where it came from."""
_TRUE = frozenset({"1", "true", "yes", "on"})


def discover(start: Path) -> Path | None:
    """The configuration file in `start` or the nearest folder above it; a pyproject.toml without our table is none."""
    folder = start.absolute()
    for directory in (folder, *folder.parents):
        for name in FILE_NAMES:
            path = directory / name
            if name == "pyproject.toml":
                if _has_table(path):
                    return path
            elif path.exists():
                return path
    return None


def load(
    start: Path,
    explicit: Path | None = None,
    *,
    isolated: bool = False,
    overrides: Mapping[str, Any] | None = None,
    environ: Mapping[str, str] | None = None,
) -> Config:
    """The configuration in force for a run in the folder `start`.

    `overrides` are the options of the command line by key, `None` for one that was not given; `isolated` leaves
    out every file. Raises `ConfigurationError`, whose message names every fault of the file, one a line.
    """
    path = None if isolated else explicit if explicit is not None else discover(start)
    config = Config(root=start.absolute())
    if path is not None:
        config = _from_file(path.absolute(), start)
    environ = os.environ if environ is None else environ
    for layer in (_environment(environ), _command_line(overrides or {})):
        config = _overlay(config, layer, start)
    return config


def _overlay(config: Config, layer: Mapping[str, tuple[str, Any]], start: Path) -> Config:
    changes: dict[str, Any] = {}
    origin = dict(config.origin)
    for name, (where, value) in layer.items():
        key = KEYS[name]
        try:
            read = key.read(value)
        except Unfit as unfit:
            raise ConfigurationError(f"{where}: {_expected(unfit, value)}") from None
        if key.is_path:
            read = str(start.absolute() / read)
        changes[key.attribute] = _added(key, getattr(config, key.attribute), read)
        origin[name] = where
    return replace(config, **changes, origin=origin) if changes else config


def _added(key: Key, before: Any, now: Any) -> Any:
    if not key.adds_up:
        return now
    return {**before, **now} if isinstance(now, dict) else (*before, *now)


def _environment(environ: Mapping[str, str]) -> _Layer:
    layer: dict[str, tuple[str, Any]] = {}
    for name in ("output-format", "cache-dir"):
        variable = "DVHT_LINT_" + name.upper().replace("-", "_")
        if environ.get(variable):
            layer[name] = (variable, environ[variable])
    if environ.get("DVHT_LINT_NO_CACHE"):
        layer["no-cache"] = ("DVHT_LINT_NO_CACHE", environ["DVHT_LINT_NO_CACHE"].lower() in _TRUE)
    return layer


def _command_line(overrides: Mapping[str, Any]) -> _Layer:
    unknown = next((name for name in overrides if name not in KEYS), None)
    if unknown is not None:
        raise ConfigurationError(f"no such key: {unknown}{did_you_mean(unknown, tuple(KEYS))}")
    return {name: (f"--{name}", value) for name, value in overrides.items() if value is not None}


# --- the file ---------------------------------------------------------------------------------------


def _has_table(path: Path) -> bool:
    try:
        data = read_regular(path, LARGEST_SETTING)
    except OSError:
        return False
    # Most projects' file says nothing of us, and then needs no parser.
    return b"dvht_lint" in data and any(True for _ in _own_table(data))


def _own_table(data: bytes) -> Iterator[object]:
    import tomllib

    try:
        tool = tomllib.loads(data.decode("utf-8", "replace")).get("tool", {})
    except (ValueError, RecursionError):
        # A broken file may be the one that was meant: it is taken, and its fault reported.
        yield None
        return
    if isinstance(tool, dict) and "dvht_lint" in tool:
        yield tool["dvht_lint"]


def _from_file(path: Path, start: Path) -> Config:
    shown = _shown(path, start)
    text = _decoded(path, shown)
    data = _parsed(text, shown)
    prefix = _TABLE if path.name == "pyproject.toml" else ()
    for step in prefix:
        data = data.get(step, {}) if isinstance(data, dict) else {}
    file = _File(text, scan(text.text), prefix, path)
    if not isinstance(data, dict):
        raise ConfigurationError("[tool.dvht_lint] is not a table", shown)
    values = {name: file.value(name, value) for name, value in data.items()}
    for name in [name for name, key in KEYS.items() if key.is_path and isinstance(values.get(name), str)]:
        values[name] = file.inside(name, path.parent / values[name])
    if file.faults:
        raise file.error(shown)
    if isinstance(values.get("contacts"), tuple):
        values["contacts"] = tuple(file.placed(contact, shown) for contact in values["contacts"])
    return Config(
        root=path.parent,
        path=path,
        text=text,
        places=file.places,
        prefix=prefix,
        origin=file.origin,
        **{KEYS[name].attribute: value for name, value in values.items()},
    )


def _shown(path: Path, start: Path) -> str:
    try:
        return path.relative_to(start.absolute()).as_posix()
    except ValueError:
        return str(path)


def _decoded(path: Path, shown: str) -> SourceText:
    try:
        data = read_regular(path, LARGEST_SETTING)
    except OSError as error:
        raise ConfigurationError(f"cannot be read: {error.strerror}", shown) from None
    if len(data) > LARGEST_SETTING:
        raise ConfigurationError(f"is larger than {LARGEST_SETTING // 1_000_000} MB", shown)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise ConfigurationError("this is UTF-16, and TOML is UTF-8: save the file as UTF-8", shown, 1, 1)
    try:
        return SourceText.decode(shown, data)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        raise ConfigurationError("not UTF-8 text", shown, line, column) from None


def _parsed(text: SourceText, shown: str) -> dict[str, Any]:
    import re
    import tomllib

    try:
        return tomllib.loads(text.text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        match = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)$", message)
        line, column = text.lines(), len(text.line(text.lines())) + 1
        if match and match[1]:
            line, column = int(match[1]), int(match[2])
        message = message[: match.start()] if match else message
        raise ConfigurationError(f"not valid TOML: {message}", shown, line, column) from None
    except (ValueError, RecursionError):
        # Python reads no number of thousands of digits, and its own stack bounds how deep lists nest.
        raise ConfigurationError("holds a number too long or lists nested too deep to read", shown) from None


class _File:
    """One configuration file being read: its values, their places, and the faults found so far."""

    def __init__(self, text: SourceText, places: TomlPlaces, prefix: tuple[str, ...], path: Path) -> None:
        self.text, self.places, self.prefix, self.name, self.folder = text, places, prefix, path.name, path.parent
        self.faults: list[tuple[int, str]] = []
        self.origin: dict[str, str] = {}

    def value(self, name: str, raw: object) -> Any:
        """The value of a key as read; a fault is noted and the value left as it is."""
        span = self.places.find((*self.prefix, name))
        self.origin[name] = f"{self.name}:{self.text.place(span.start if span else 0).line}"
        key = KEYS.get(name)
        if key is None:
            self.fault(span, _unknown_key(name))
            return raw
        try:
            return key.read(raw)
        except Unfit as unfit:
            path = (name, *unfit.path)
            found = self.places.find if unfit.is_key else self.places.find_value
            self.fault(
                found((*self.prefix, *path)), f"{'.'.join(map(str, path))}: {_expected(unfit, _at(raw, unfit.path))}"
            )
            return raw

    def inside(self, name: str, path: Path) -> str:
        """A path that is written to; one that leads out of the project, also over links, is a fault."""
        if not is_within(path, (self.folder,)) or path.resolve() == self.folder.resolve():
            span = self.places.find_value((*self.prefix, name))
            self.fault(span, f"{name}: expected a path inside the project; --{name} on the command line may name any")
        return str(path)

    def fault(self, span: Span | None, message: str) -> None:
        self.faults.append((span.start if span else 0, message))

    def placed(self, contact: Contact | str, shown: str) -> Contact | str:
        """A contact of a table in the file, with the places of its fields, for rules to point at."""
        if isinstance(contact, str):
            return contact
        table = (*self.prefix, "contacts", contact.id)
        spans = {str(path[-1]): span for path, span in self.places.values.items() if path[:-1] == table}
        whole = self.places.find(table) or Span(0, 0)
        return replace(contact, document=shown, span=whole, spans=spans)

    def error(self, shown: str) -> ConfigurationError:
        """All faults as one error: placed at the first, the others a line each."""
        (offset, first), *others = sorted(self.faults)
        rest = []
        for at, message in others:
            place = self.text.place(at)
            rest.append(f"\n{shown}:{place.line}:{place.column}: {message}")
        place = self.text.place(offset)
        return ConfigurationError(first + "".join(rest), shown, place.line, place.column)


def _at(value: Any, path: tuple[Step, ...]) -> Any:
    for step in path:
        value = value[step]
    return value


def _unknown_key(name: str) -> str:
    if name in COMMAND_LINE_ONLY:
        return f"'{name}' is an option of one run, not a configuration key: give it on the command line as --{name}"
    return f"unknown key '{name}'{did_you_mean(name, tuple(KEYS))}"


def _expected(unfit: Unfit, value: object) -> str:
    hint = did_you_mean(unfit.unknown, unfit.known)
    if unfit.is_key:
        return f"unknown key{hint}"
    return f"expected {unfit.expected}, not {_described(value)}{hint}"


def _described(value: object) -> str:
    if isinstance(value, Mapping):
        return "a table"
    if isinstance(value, (list, tuple)):
        return "a list"
    if isinstance(value, bool):
        return str(value).lower()
    return repr(value) if isinstance(value, str) else str(value)
