"""BibTeX's blocks and fields with their places.

A scanner of our own, for `bibtexparser` tells lines where diagnostics need columns. Each block
ends where the next begins at the latest, so that a brace left open costs one entry, and time stays linear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from dvht_lint.model import Problem
from dvht_lint.records import record
from dvht_lint.text import Span

__all__ = ["Block", "Field", "parse_blocks"]


@record(frozen=True, slots=True)
class Field:
    """A field as written, strings joined and without its outer braces or quotes; `span` is of that value."""

    name: str
    value: str
    span: Span


@dataclass(slots=True)
class Block:
    """An entry: its type, key and fields; names are lower case, the first of two fields of one name stays."""

    kind: str
    key: str
    key_span: Span
    span: Span
    fields: dict[str, Field] = field(default_factory=dict)


class _BrokenError(Exception):
    pass


@cache
def _start() -> re.Pattern[str]:
    return re.compile(r"^[ \t]*@[ \t]*(?P<kind>[A-Za-z]+)[ \t\r\n]*(?P<open>[{(])", re.MULTILINE)


_SPACE = re.compile(r"(?:\s|%[^\n]*(?:\n|$))*")
_KEY = re.compile(r"[^\s,={}()\"]+")
_NAME = re.compile(r"[A-Za-z][\w:.+/-]*")
_BRACES = re.compile(r"(?<!\\)[{}]")


def parse_blocks(text: str) -> tuple[list[Block], list[Problem]]:
    """The entries of a file, in order, and a problem for each block that cannot be read."""
    starts = list(_start().finditer(text))
    blocks: list[Block] = []
    problems: list[Problem] = []
    strings: dict[str, str] = {
        m: m for m in ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
    }
    for index, start in enumerate(starts):
        limit = starts[index + 1].start() if index + 1 < len(starts) else len(text)
        kind = start["kind"].lower()
        if kind in ("comment", "preamble"):
            continue
        scanner = _Scanner(text, start.end(), limit, strings, "}" if start["open"] == "{" else ")")
        try:
            if kind == "string":
                for item in scanner.fields():
                    strings[item.name] = item.value
            else:
                blocks.append(scanner.block(kind, text.index("@", start.start())))
        except _BrokenError as broken:
            at = text.index("@", start.start())
            line = text.find("\n", at, limit)
            span = Span(at, line if line > at else limit)
            problems.append(Problem("DV002", f"this entry cannot be read: {broken}", span))
    return blocks, problems


@dataclass(slots=True)
class _Scanner:
    text: str
    at: int
    limit: int
    strings: dict[str, str]
    close: str

    def block(self, kind: str, start: int) -> Block:
        self._skip()
        key = _KEY.match(self.text, self.at, self.limit)
        if not key:
            raise _BrokenError("it has no key")
        self.at = key.end()
        block = Block(kind, key[0], Span(*key.span()), Span(start, start))
        self._skip()
        if self._next() == ",":
            self.at += 1
        elif self._next() != self.close:
            raise _BrokenError(f"a comma should follow the key {key[0]!r}")
        for item in self.fields():
            block.fields.setdefault(item.name, item)
        block.span = Span(start, self.at)
        return block

    def fields(self) -> list[Field]:
        found: list[Field] = []
        while True:
            self._skip()
            if self._next() == self.close:
                self.at += 1
                return found
            name = _NAME.match(self.text, self.at, self.limit)
            if not name:
                raise _BrokenError(f"'{self.close}' or the name of a field should stand {self._where()}")
            self.at = name.end()
            self._skip()
            if self._next() != "=":
                raise _BrokenError(f"'=' should follow {name[0]!r}")
            self.at += 1
            found.append(self._field(name[0].lower()))
            self._skip()
            if self._next() == ",":
                self.at += 1
            elif self._next() != self.close:
                raise _BrokenError(f"a comma or '{self.close}' should follow the value of {name[0]!r}")

    def _field(self, name: str) -> Field:
        """A value: pieces in braces, quotes or bare, joined by `#`."""
        values: list[str] = []
        span = Span(self.at, self.at)
        while True:
            self._skip()
            value, piece = self._piece(name)
            span = piece if not values else Span(span.start, piece.end)
            values.append(value)
            self._skip()
            if self._next() != "#":
                return Field(name, "".join(values), span)
            self.at += 1

    def _piece(self, name: str) -> tuple[str, Span]:
        opened = self._next()
        if opened == "{":
            span = Span(self.at + 1, self._closing_brace(name))
        elif opened == '"':
            span = Span(self.at + 1, self._closing_quote(name))
        else:
            bare = _KEY.match(self.text, self.at, self.limit)
            if not bare:
                raise _BrokenError(f"{name!r} has no value")
            self.at = bare.end()
            return self.strings.get(bare[0].lower(), bare[0]), Span(*bare.span())
        self.at = span.end + 1
        return span.cut(self.text), span

    def _closing_brace(self, name: str) -> int:
        depth = 0
        for brace in _BRACES.finditer(self.text, self.at, self.limit):
            depth += 1 if brace[0] == "{" else -1
            if not depth:
                return brace.start()
        raise _BrokenError(f"the brace of {name!r} is not closed")

    def _closing_quote(self, name: str) -> int:
        depth = 0
        for mark in re.compile(r'(?<!\\)[{}"]').finditer(self.text, self.at + 1, self.limit):
            if mark[0] == '"':
                if depth <= 0:
                    return mark.start()
            else:
                depth += 1 if mark[0] == "{" else -1
        raise _BrokenError(f"the quotation mark of {name!r} is not closed")

    def _skip(self) -> None:
        match = _SPACE.match(self.text, self.at, self.limit)
        self.at = match.end() if match else self.at

    def _next(self) -> str:
        return self.text[self.at : self.at + 1] if self.at < self.limit else ""

    def _where(self) -> str:
        rest = self.text[self.at : min(self.limit, self.at + 20)].split("\n")[0].strip()
        return f"before {rest!r}" if rest else "at its end"
