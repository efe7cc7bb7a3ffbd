"""JSON as nodes with their places.

The standard parser tells no places and hides duplicate keys. This one walks tokens with a stack of its own, so
that neither depth nor size can hurt it; RFC 8259 is the grammar, and the messages say what a person did wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from dvht_lint.model import Problem
from dvht_lint.readers.nodes import MAXIMUM_DEPTH, Entry, Mapping, Node, Parsed, Scalar, Sequence
from dvht_lint.text import Span

__all__ = ["parse_json"]

_SPACE = re.compile(r"[ \t\r\n]*")
_STRING = re.compile(r'"[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})[^"\\\x00-\x1f]*)*"')
_WORD = re.compile(r"[-+.\w]+")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?")
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
_CONSTANTS = {"true": True, "false": False, "null": None}
_LONGEST_NUMBER = 400


class _Broken(Exception):  # noqa: N818 - becomes a problem in this module
    def __init__(self, message: str, start: int, end: int | None = None, code: str = "DV002") -> None:
        super().__init__(message)
        self.problem = Problem(code, message, Span(start, start if end is None else end), fatal=True)


def parse_json(text: str) -> Parsed:
    """Read JSON; a broken text gives a fatal problem (DV002) at the place, a repeated key DV004 at the second one."""
    parser = _Parser(text)
    try:
        return Parsed(parser.run(), parser.problems)
    except _Broken as broken:
        return Parsed(None, [broken.problem])


@dataclass(slots=True)
class _Open:
    """A collection that is not closed yet, and the key whose value comes next."""

    node: Sequence | Mapping
    key: Scalar | None = None


@dataclass(slots=True)
class _Parser:
    text: str
    at: int = 0
    problems: list[Problem] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)

    def run(self) -> Node | None:
        self.space()
        if self.at == len(self.text):
            return None
        root = self.value()
        while self.open:
            self.step()
        self.space()
        if self.at < len(self.text):
            raise _Broken("the file should end here: JSON holds one value", self.at)
        return root

    def space(self) -> str:
        """Skip white space; the character that follows, empty at the end."""
        match = _SPACE.match(self.text, self.at)
        self.at = match.end() if match else self.at
        return self.text[self.at : self.at + 1]

    def step(self) -> None:
        """Read the next item or entry of the innermost open collection, or close it."""
        top = self.open[-1]
        is_list = isinstance(top.node, Sequence)
        closing = "]" if is_list else "}"
        held = len(top.node.items) if isinstance(top.node, Sequence) else top.node.size - 1
        char = self.space()
        if char == closing:
            self.close(top)
            return
        if held:
            if char != ",":
                raise _Broken(self.wanted(f"a comma or '{closing}'", top), self.at)
            comma = self.at
            self.at += 1
            if self.space() == closing:
                raise _Broken(f"JSON has no comma before '{closing}': take it away", comma, comma + 1)
        if isinstance(top.node, Mapping):
            self.key(top)
        value = self.value()
        self.attach(top, value)

    def key(self, top: _Open) -> None:
        if self.space() != '"':
            raise _Broken(self.wanted("a key in double quotes", top), self.at)
        top.key = self.string()
        if self.space() != ":":
            raise _Broken(self.wanted(f"a colon after the key {str(top.key.value)[:40]!r}", top), self.at)
        self.at += 1

    def attach(self, top: _Open, value: Node) -> None:
        if isinstance(top.node, Sequence):
            top.node.items.append(value)
            return
        assert top.key is not None
        name = str(top.key.value)
        first = top.node.entries.get(name)
        if first is not None:
            message = f"the key {name!r} is given twice in one table; only the last one would count"
            where = Span(top.key.start, top.key.end)
            self.problems.append(Problem("DV004", message, where, (Span(first.key.start, first.key.end),)))
        top.node.entries[name] = Entry(top.key, value)
        top.node.size += 1

    def close(self, top: _Open) -> None:
        self.at += 1
        top.node.end = self.at
        self.open.pop()

    def value(self) -> Node:
        char = self.space()
        start = self.at
        if char == '"':
            return self.string()
        if char in {"[", "{"} and char:
            if len(self.open) >= MAXIMUM_DEPTH:
                raise _Broken(f"nested more than {MAXIMUM_DEPTH} levels deep; it was not checked", start, code="DV007")
            self.at += 1
            node: Sequence | Mapping = Sequence(start, start + 1) if char == "[" else Mapping(start, start + 1)
            self.open.append(_Open(node))
            return node
        return self.word(start)

    def word(self, start: int) -> Scalar:
        match = _WORD.match(self.text, start)
        word = match[0] if match else ""
        self.at = start + len(word)
        if word in _CONSTANTS:
            return Scalar(_CONSTANTS[word], start, self.at)
        number = _NUMBER.fullmatch(word)
        if number and len(word) <= _LONGEST_NUMBER:
            value: Any = float(word) if number[1] or number[2] else int(word)
            return Scalar(value, start, self.at)
        if not word:
            raise _Broken(self.wanted("a value", self.open[-1] if self.open else None), start)
        raise _Broken(f"not a JSON value: {word[:40]!r} (texts stand in double quotes)", start, self.at)

    def string(self) -> Scalar:
        start = self.at
        match = _STRING.match(self.text, start)
        if match is None:
            raise self.bad_string(start)
        self.at = match.end()
        raw = self.text[start + 1 : self.at - 1]
        if "\\" in raw:
            import json

            # A lone half of a surrogate pair is no character, and cannot be printed.
            raw = _LONE_SURROGATE.sub("\ufffd", json.loads(match[0]))
        return Scalar(raw, start, self.at, '"')

    def bad_string(self, start: int) -> _Broken:
        """Why a string that begins at `start` is none: walk it again, escape by escape."""
        at = start + 1
        for match in re.compile(r'[^"\\\x00-\x1f]+|\\["\\/bfnrt]|\\u[0-9A-Fa-f]{4}').finditer(self.text, at):
            if match.start() != at:
                break
            at = match.end()
        if at >= len(self.text) or self.text[at] in "\r\n":
            return _Broken("the text that begins here is never closed: a double quote is missing", start, start + 1)
        if self.text[at] == "\\":
            return _Broken(f"JSON has no escape {self.text[at : at + 2]!r}; write a backslash as '\\\\'", at, at + 1)
        return _Broken(f"a control character in a text: write it as \\u{ord(self.text[at]):04x}", at, at + 1)

    def wanted(self, what: str, top: _Open | None) -> str:
        found = self.text[self.at : self.at + 1]
        if found:
            return f"expected {what}, not {found!r}"
        if top is None:
            return f"expected {what}, but the file ends"
        opening = "[" if isinstance(top.node, Sequence) else "{"
        line = self.text.count("\n", 0, top.node.start) + 1
        return f"expected {what}, but the file ends: the '{opening}' of line {line} is not closed"
