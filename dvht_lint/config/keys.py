"""The keys of the configuration and what each one takes.

`schema.ConfigFile` says the same to editors, with a description of each key; a test keeps the two in step.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from dvht_lint.diagnostic import Severity
from dvht_lint.model import Contact
from dvht_lint.records import record

__all__ = [
    "COMMAND_LINE_ONLY",
    "CONTACT_LISTS",
    "CONTACT_TEXTS",
    "DEFAULT_EXCLUDES",
    "KEYS",
    "OUTPUT_FORMATS",
    "Key",
    "Unfit",
]

OUTPUT_FORMATS = (
    "full", "concise", "grouped", "json", "json-lines", "github", "gitlab", "junit", "sarif", "rdjson", "markdown",
    "html",
)  # fmt: skip
DEFAULT_EXCLUDES = (
    ".bzr", ".direnv", ".eggs", ".git", ".git-rewrite", ".hg", ".hypothesis", ".mypy_cache", ".nox", ".pytest_cache",
    ".ruff_cache", ".svn", ".tox", ".venv", ".dvht_lint_cache", "__pycache__", "__pypackages__", "_build", "build",
    "dist", "node_modules", "site-packages", "venv",
)  # fmt: skip
COMMAND_LINE_ONLY = frozenset(
    {"allow-folder", "config", "diff", "exit-zero", "isolated", "quiet", "show-files", "stdin-filename", "verbose", "watch",
     "write-baseline"}
)  # fmt: skip

_SIZE = re.compile(r"(\d{1,12}(?:\.\d{1,3})?)\s*(B|kB|KB|MB|GB)?")
_SIZE_UNITS = {"": 1, "B": 1, "kB": 1000, "KB": 1000, "MB": 1_000_000, "GB": 1_000_000_000}
CONTACT_TEXTS = frozenset(f.name for f in fields(Contact) if f.type == "str") - {"id", "document"}
"""The keys of a contact that hold a text."""
CONTACT_LISTS = frozenset(f.name.replace("_", "-") for f in fields(Contact) if f.type == "tuple[str, ...]")
"""The keys of a contact that hold a list of texts."""


class Unfit(Exception):  # noqa: N818 - not an error that leaves the package: a value with a place
    """A value that a key does not take: what was expected, and where inside the value (keys and indices)."""

    def __init__(
        self, expected: str, *path: str | int, unknown: str = "", known: tuple[str, ...] = (), is_key: bool = False
    ) -> None:
        super().__init__(expected)
        self.expected, self.path, self.unknown, self.known, self.is_key = expected, path, unknown, known, is_key


Reader = Callable[[Any], Any]


@record(frozen=True, slots=True)
class Key:
    """A key: its name, how its value is read (raising `Unfit`), and whether several layers add up."""

    name: str
    read: Reader
    adds_up: bool = False
    is_path: bool = False

    @property
    def attribute(self) -> str:
        """The name of the field of `Config`."""
        return self.name.replace("-", "_")


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise Unfit("a string")
    return value


def _text_or_number(value: object) -> str:
    """A text; a short code may be written as a number."""
    return str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else _text(value)


def _texts_or_numbers(value: object) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)):
        return (_text_or_number(value),)
    read: list[str] = []
    for index, item in enumerate(value):
        try:
            read.append(_text_or_number(item))
        except Unfit as unfit:
            raise Unfit(unfit.expected, index) from None
    return tuple(read)


def _boolean(value: object) -> bool:
    if not isinstance(value, bool):
        raise Unfit("true or false")
    return value


def _integer(low: int, high: int) -> Reader:
    def read(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise Unfit(f"a whole number from {low} to {high}")
        return value

    return read


def _fraction(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 1:
        raise Unfit("a number from 0 to 1")
    return float(value)


def _one_of(*choices: str) -> Reader:
    def read(value: object) -> str:
        if value not in choices:
            raise Unfit("one of " + ", ".join(choices), unknown=str(value), known=choices)
        return str(value)

    return read


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)):
        raise Unfit("a list of strings")
    for index, item in enumerate(value):
        if not isinstance(item, str):
            raise Unfit("a string", index)
    return tuple(value)


def _one_or_more(value: object) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else _texts(value)


def _day(value: object) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        raise Unfit("a date such as 2026-11-23") from None


def _size(value: object) -> int:
    """Bytes; a number with a unit (decimal, as disks are sold) or without one."""
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    match = _SIZE.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise Unfit('a size such as "64 MB", or a number of bytes')
    return int(float(match[1]) * _SIZE_UNITS[match[2] or ""])


def _table(value: object) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise Unfit("a table")
    return value


def _texts_by_name(value: object) -> dict[str, tuple[str, ...]]:
    read: dict[str, tuple[str, ...]] = {}
    for name, item in _table(value).items():
        try:
            read[name] = _texts(item)
        except Unfit as unfit:
            raise Unfit(unfit.expected, name, *unfit.path) from None
    return read


def _severities(value: object) -> dict[str, Severity]:
    choices = tuple(s.value for s in Severity)
    read: dict[str, Severity] = {}
    for name, item in _table(value).items():
        if item not in choices:
            raise Unfit("one of " + ", ".join(choices), name, unknown=str(item), known=choices)
        read[name] = Severity(item)
    return read


def _translations(value: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, (list, tuple)):
        raise Unfit('a list of pairs: [["page.md", "page.es.md"]]')
    for index, item in enumerate(value):
        if not (isinstance(item, (list, tuple)) and len(item) == 2 and all(isinstance(path, str) for path in item)):
            raise Unfit("a pair of paths: the original, then its translation", index)
    return tuple((original, translation) for original, translation in value)


def _contacts(value: object) -> tuple[Contact, ...] | tuple[str, ...]:
    """A table of contacts by id, as a corpus has them; or files that have a `contacts` table."""
    if not isinstance(value, Mapping):
        return _one_or_more(value)
    return tuple(_contact(name, item) for name, item in value.items())


def _contact(name: str, value: object) -> Contact:
    fields: dict[str, Any] = {}
    if not isinstance(value, Mapping):
        raise Unfit("a table with name, phone, sms, keyword, url, email, hours", name)
    for key, item in value.items():
        if key not in CONTACT_TEXTS | CONTACT_LISTS:
            raise Unfit("a known key", name, key, unknown=key, known=tuple(CONTACT_TEXTS | CONTACT_LISTS), is_key=True)
        try:
            fields[key.replace("-", "_")] = _texts_or_numbers(item) if key in CONTACT_LISTS else _text_or_number(item)
        except Unfit as unfit:
            raise Unfit(unfit.expected, name, key, *unfit.path) from None
    return Contact(id=name, **fields)


KEYS: Mapping[str, Key] = {
    key.name: key
    for key in (
        Key("select", _texts),
        Key("extend-select", _texts, adds_up=True),
        Key("ignore", _texts),
        Key("extend-ignore", _texts, adds_up=True),
        Key("per-file-ignores", _texts_by_name),
        Key("extend-per-file-ignores", _texts_by_name, adds_up=True),
        Key("severity", _severities, adds_up=True),
        Key("exclude", _texts),
        Key("extend-exclude", _texts, adds_up=True),
        Key("force-exclude", _boolean),
        Key("respect-gitignore", _boolean),
        Key("documents", _one_or_more),
        Key("references", _one_or_more),
        Key("corpus", _one_or_more),
        Key("contacts", _contacts),
        Key("builtin-contacts", _boolean),
        Key("translations", _translations),
        Key("reference-headings", _texts),
        Key("hedges", _texts),
        Key("scope-words", _texts),
        Key("exempt", _texts),
        Key("coverage", _one_of("all", "cited", "off")),
        Key("language", _text),
        Key("match-threshold", _fraction),
        Key("max-source-age", _integer(0, 1000)),
        Key("review-after", _integer(0, 100_000)),
        Key("required-fields", _texts_by_name),
        Key("as-of", _day),
        Key("output-format", _one_of(*OUTPUT_FORMATS)),
        Key("output-file", _text, is_path=True),
        Key("color", _one_of("auto", "always", "never")),
        Key("statistics", _boolean),
        Key("fail-level", _one_of("error", "warning", "info", "never")),
        Key("baseline", _text, is_path=True),
        Key("fix", _boolean),
        Key("unsafe-fixes", _boolean),
        Key("cache-dir", _text, is_path=True),
        Key("no-cache", _boolean),
        Key("jobs", _integer(0, 1024)),
        Key("file-size-limit", _size),
        Key("time-limit", _integer(0, 86_400)),
        Key("online", _boolean),
        Key("allowed-hosts", _texts),
    )
}
