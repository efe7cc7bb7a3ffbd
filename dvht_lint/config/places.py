"""Where each key and value of a TOML file stands.

`tomllib` gives values without their places. This is a scanner for text that `tomllib` has already
accepted: it need not judge, only walk, and it visits each character once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dvht_lint.text import Span

__all__ = ["Step", "TomlPlaces", "scan"]

Step = str | int
"""A key, or an index into an array."""

_SPACE = re.compile(r"[ \t]*")
_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR = re.compile(r"[^,\]}#\r\n]+")
_STRINGS = (
    re.compile(r'"""(?:[^\\"]|\\.|"(?!""))*"{3,5}', re.DOTALL),
    re.compile(r"'''(?:[^']|'(?!''))*'{3,5}", re.DOTALL),
    re.compile(r'"(?:[^"\\\n]|\\.)*"'),
    re.compile(r"'[^'\n]*'"),
)


@dataclass(slots=True)
class TomlPlaces:
    """Spans of keys and of values, by their path from the root; array items have an index for a step."""

    keys: dict[tuple[Step, ...], Span] = field(default_factory=dict)
    values: dict[tuple[Step, ...], Span] = field(default_factory=dict)

    def find_value(self, path: tuple[Step, ...]) -> Span | None:
        """The value at a path, else (a table under a header has no place as a value) its key, else its parent's."""
        return self.values.get(path) or self.find(path)

    def find(self, path: tuple[Step, ...]) -> Span | None:
        """The value at a path where it is an array's item, else its key; a parent's where it has no place itself."""
        while path:
            found = self.values.get(path) if isinstance(path[-1], int) else self.keys.get(path)
            if found is not None:
                return found
            path = path[:-1]
        return None


def scan(text: str) -> TomlPlaces:
    """Find the places of all keys and values of a valid TOML text."""
    return _Scanner(text).run()


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.places = TomlPlaces()
        self.table_counts: dict[tuple[Step, ...], int] = {}

    def run(self) -> TomlPlaces:
        table: tuple[Step, ...] = ()
        self.skip(_BLANK)
        while self.at < len(self.text):
            if self.text[self.at] == "[":
                table = self.header()
            else:
                self.pair(table)
            self.skip(_BLANK)
        return self.places

    def skip(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self.text, self.at)
        if match:
            self.at = match.end()

    def header(self) -> tuple[Step, ...]:
        start, double = self.at, self.text.startswith("[[", self.at)
        self.at += 2 if double else 1
        path = self.dotted(())
        self.at += 2 if double else 1
        if double:
            index = self.table_counts.get(path, -1) + 1
            self.table_counts[path] = index
            path = (*path, index)
            self.places.values[path] = Span(start, self.at)
        return path

    def dotted(self, table: tuple[Step, ...]) -> tuple[Step, ...]:
        """Read `a."b".c` and note the place of each part; an array of tables on the way adds its latest index."""
        path = table
        while True:
            self.skip(_SPACE)
            start = self.at
            name = self.name()
            path = (*path, name)
            self.places.keys.setdefault(path, Span(start, self.at))
            self.skip(_SPACE)
            if not self.text.startswith(".", self.at):
                return path
            self.at += 1
            if path in self.table_counts:
                path = (*path, self.table_counts[path])

    def name(self) -> str:
        match = _BARE.match(self.text, self.at)
        if match:
            self.at = match.end()
            return match[0]
        start = self.at
        self.string()
        quoted = self.text[start : self.at]
        return quoted[1:-1] if quoted[0] == "'" or "\\" not in quoted else _unescape(quoted)

    def string(self) -> None:
        for pattern in _STRINGS:
            match = pattern.match(self.text, self.at)
            if match:
                self.at = match.end()
                return
        self.at += 1

    def pair(self, table: tuple[Step, ...]) -> None:
        path = self.dotted(table)
        self.at += 1  # the equals sign
        self.skip(_SPACE)
        self.value(path)

    def value(self, path: tuple[Step, ...]) -> None:
        start = self.at
        opening = self.text[start : start + 1]
        if opening == "[":
            self.array(path)
        elif opening == "{":
            self.inline_table(path)
        elif opening in {'"', "'"}:
            self.string()
        else:
            self.skip(_SCALAR)
            self.at = start + len(self.text[start : self.at].rstrip())
        self.places.values[path] = Span(start, max(start, self.at))

    def array(self, path: tuple[Step, ...]) -> None:
        self.at += 1
        index = 0
        self.skip(_BLANK)
        while self.at < len(self.text) and self.text[self.at] != "]":
            self.value((*path, index))
            index += 1
            self.separator()
        self.at += 1

    def inline_table(self, path: tuple[Step, ...]) -> None:
        self.at += 1
        self.skip(_BLANK)
        while self.at < len(self.text) and self.text[self.at] != "}":
            self.pair(path)
            self.separator()
        self.at += 1

    def separator(self) -> None:
        self.skip(_BLANK)
        if self.text.startswith(",", self.at):
            self.at += 1
            self.skip(_BLANK)


def _unescape(quoted: str) -> str:
    import tomllib

    return str(tomllib.loads(f"key = {quoted}")["key"])
