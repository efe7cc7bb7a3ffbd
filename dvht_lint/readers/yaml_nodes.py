"""YAML as nodes with their places.

PyYAML's C parser gives events with exact marks; its constructors are left aside, for they read `no` as False,
`0123` as 83 and 12:30:45 as 45045, crash on 2012-13-45 and keep the last of two equal keys without a word.
Here a plain scalar is a text, or null where it says so; the shape that it stands in decides what it must be.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Any

from dvht_lint.model import Comment, Problem
from dvht_lint.readers.nodes import MAXIMUM_DEPTH, MAXIMUM_NODES, Entry, Mapping, Node, Parsed, Scalar, Sequence
from dvht_lint.text import Span

__all__ = ["parse_yaml"]

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_KNOWN_TAGS = frozenset(
    "tag:yaml.org,2002:" + name for name in ("str", "int", "float", "bool", "null", "map", "seq", "timestamp")
) | {"!"}  # fmt: skip
_COMMENT = re.compile(r"(?:(?<=\s)|^)#([^\r\n]*)", re.MULTILINE)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
_OURS = "dvht-lint:"

_MESSAGES = (
    ("mapping values are not allowed", "': ' starts a value here, inside another one: put the whole text in quotes, or check the indentation"),
    ("could not find expected ':'", "expected ': ' after a key: a text that goes on over several lines must be indented more than its key"),
    ("did not find expected key", "expected a key here: check the indentation, and put texts with quotes or colons inside in quotes"),
    ("did not find expected '-' indicator", "expected '- ' here, as for the items above: check the indentation"),
    ("did not find expected ',' or '}'", "expected ',' or '}' here"),
    ("did not find expected ',' or ']'", "expected ',' or ']' here"),
    ("found unexpected end of stream", "the quotation mark that opens this text is never closed"),
    ("found unexpected document indicator", "the quotation mark that opens this text is not closed before the line of '---' or '...'"),
    ("cannot start any token", "a plain text cannot begin with this character: put it in quotes"),
    ("block sequence entries are not allowed", "'- ' must begin a line of its own here, or the text stand in quotes"),
    ("found unknown escape character", "unknown escape: in double quotes, write a backslash as '\\\\'"),
    ("did not find expected node content", "a value is missing here"),
    ("did not find expected <document start>", "expected the end of the file or '---': check the indentation"),
)  # fmt: skip
"""What libyaml says, and what it means to somebody who writes talking points."""


class _Broken(Exception):  # noqa: N818 - becomes a problem in this module
    def __init__(self, message: str, start: int, end: int | None = None, code: str = "DV002") -> None:
        super().__init__(message)
        self.problem = Problem(code, message, Span(start, start if end is None else end), fatal=True)


def parse_yaml(text: str) -> Parsed:
    """Read YAML; a broken text gives a fatal problem (DV002) at the place, a repeated key DV004 at the second one.

    Anchors, aliases and `<<` are honoured. What would take more than `MAXIMUM_NODES` nodes when written out, or
    nests too deep, is DV007.
    """
    import yaml

    control = _CONTROL.search(text)
    if control:
        message = f"a control character (U+{ord(control[0]):04X}) that YAML does not allow"
        return Parsed(None, [Problem("DV002", message, Span(control.start(), control.end()), fatal=True)])
    builder = _Builder(text)
    try:
        builder.run(yaml.parse(text, Loader=yaml.CSafeLoader))
    except _Broken as broken:
        return Parsed(None, [broken.problem])
    except yaml.MarkedYAMLError as error:
        return Parsed(None, [_translated(error, text)])
    comments = list(builder.comments()) if "#" in text else []
    return Parsed(builder.root, builder.problems, comments)


class _Builder:
    """Events to nodes, with a stack of its own."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.open: list[Sequence | Mapping] = []
        self.pending: list[list[tuple[Node, Node]]] = []
        """For each open collection, the pairs of a mapping so far."""
        self.key: list[Node | None] = []
        """For each open collection, the key whose value comes next."""
        self.anchors: dict[str, Node] = {}
        self.scalars: list[tuple[int, int]] = []
        self.spans: list[Span] = []
        """Every entry and item, where comments may ask for them."""
        self.line_starts: list[int] = []
        self.documents = 0
        self.has_directives = _OURS in text

    def run(self, events: Iterator[Any]) -> None:
        import yaml

        handlers = {
            yaml.ScalarEvent: self.scalar,
            yaml.MappingStartEvent: self.mapping,
            yaml.SequenceStartEvent: self.sequence,
            yaml.MappingEndEvent: self.close,
            yaml.SequenceEndEvent: self.close,
            yaml.AliasEvent: self.alias,
            yaml.DocumentStartEvent: self.document,
        }
        for event in events:
            handler = handlers.get(type(event))
            if handler is not None:
                handler(event)
            if self.documents > 1:
                return

    def document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            message = "a second YAML document begins here; only the first one was read"
            self.problems.append(Problem("DV003", message, Span(event.start_mark.index, event.end_mark.index)))

    def scalar(self, event: Any) -> None:
        start, end, value = event.start_mark.index, event.end_mark.index, event.value
        style = event.style or ""
        if style in {"|", ">"}:
            end = start + len(self.text[start:end].rstrip())
        self.scalars.append((start, end))
        is_null = not style and value in _NULLS and event.tag is None
        node = Scalar(None if is_null else value, start, end, style)
        self.attach(node, event)

    def mapping(self, event: Any) -> None:
        self.begin(Mapping(event.start_mark.index, event.end_mark.index), event)

    def sequence(self, event: Any) -> None:
        self.begin(Sequence(event.start_mark.index, event.end_mark.index), event)

    def begin(self, node: Sequence | Mapping, event: Any) -> None:
        if len(self.open) >= MAXIMUM_DEPTH:
            message = f"nested more than {MAXIMUM_DEPTH} levels deep; it was not checked"
            raise _Broken(message, node.start, code="DV007")
        self.attach(node, event)
        self.open.append(node)
        self.pending.append([])
        self.key.append(None)

    def attach(self, node: Node, event: Any) -> None:
        if event.anchor is not None:
            self.anchors[event.anchor] = node
        if event.tag is not None and event.tag not in _KNOWN_TAGS:
            message = f"the tag {event.tag!r} means nothing here: take it away"
            self.problems.append(Problem("DV003", message, Span(node.start, node.start + 1)))
        self.put(node)

    def put(self, node: Node) -> None:
        """Make a node the next item, key or value of the innermost collection."""
        if not self.open:
            self.root = node
            return
        top = self.open[-1]
        if isinstance(top, Sequence):
            top.items.append(node)
        elif self.key[-1] is None:
            self.key[-1] = node
        else:
            self.pending[-1].append((self.key[-1], node))
            self.key[-1] = None

    def alias(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        node = self.anchors.get(event.anchor)
        if node is None:
            raise _Broken(f"no anchor '&{event.anchor}' stands before this alias", start, end)
        if any(node is collection for collection in self.open):
            raise _Broken(f"the anchor '&{event.anchor}' contains itself", start, end)
        self.put(node)

    def close(self, event: Any) -> None:
        node, pairs = self.open.pop(), self.pending.pop()
        self.key.pop()
        if isinstance(node, Mapping):
            self.fill(node, pairs)
            children: list[Node] = [value for _, value in pairs]
        else:
            children = node.items
        node.size = 1 + sum(child.size for child in children)
        if node.size > MAXIMUM_NODES:
            message = f"the aliases stand for more than {MAXIMUM_NODES:,} values; the file was not checked"
            raise _Broken(message, node.start, code="DV007")
        # A block collection's own end mark stands at the next token, past blank lines and comments.
        is_flow = event.end_mark.index > event.start_mark.index
        last = max((child.end for child in children if child.start >= node.start), default=node.end)
        node.end = event.end_mark.index if is_flow else max(node.end, last)
        if self.has_directives:
            own = node.entries.values() if isinstance(node, Mapping) else ()
            self.spans.extend(entry.span for entry in own)
            self.spans.extend(Span(c.start, max(c.start, c.end)) for c in children if isinstance(node, Sequence))

    def fill(self, node: Mapping, pairs: list[tuple[Node, Node]]) -> None:
        merged: list[Mapping] = []
        for key, value in pairs:
            if not isinstance(key, Scalar):
                message = "a key must be a text, not a list or a table"
                self.problems.append(Problem("DV003", message, Span(key.start, key.start + 1)))
                continue
            name = self.name(key)
            if name == "<<" and not key.style:
                merged.extend(self.merged(value))
                continue
            first = node.entries.get(name)
            if first is not None:
                message = f"the key {name!r} is given twice in one table; only the last one would count"
                where = Span(key.start, key.end)
                self.problems.append(Problem("DV004", message, where, (Span(first.key.start, first.key.end),)))
            node.entries[name] = Entry(key, value)
        for other in merged:
            for name, entry in other.entries.items():
                node.entries.setdefault(name, entry)

    def name(self, key: Scalar) -> str:
        return self.text[key.start : key.end] if key.value is None else str(key.value)

    def merged(self, value: Node) -> list[Mapping]:
        others = value.items if isinstance(value, Sequence) else [value]
        wrong = next((other for other in others if not isinstance(other, Mapping)), None)
        if wrong is not None:
            message = "'<<' takes in a table, or a list of tables"
            self.problems.append(Problem("DV003", message, Span(wrong.start, wrong.end)))
        return [other for other in others if isinstance(other, Mapping)]

    def comments(self) -> Iterator[Comment]:
        """Every comment; `#` inside a scalar begins none."""
        spans = sorted(self.spans, key=lambda span: (span.start, -span.end))
        inside = 0
        for match in _COMMENT.finditer(self.text):
            at = match.start()
            while inside < len(self.scalars) and self.scalars[inside][1] <= at:
                inside += 1
            if inside < len(self.scalars) and self.scalars[inside][0] <= at:
                continue
            covers = self.covered(spans, at) if _OURS in match[0] else None
            yield Comment(match[1].strip(), Span(at, match.end()), covers)

    def covered(self, spans: list[Span], at: int) -> Span | None:
        """What a comment speaks for: the widest entry that begins, else ends, on its line; else the next entry."""
        line = self.line_start(at)
        alone = not self.text[line:at].strip()
        first = bisect_left(spans, at if alone else line, key=lambda span: span.start)
        if first < len(spans) and (alone or spans[first].start < at):
            return spans[first]
        ended = [span for span in spans[max(0, first - MAXIMUM_DEPTH) : first] if line < span.end <= at]
        if not ended:
            return None
        begun = self.line_start(ended[-1].start)
        return next(span for span in ended if span.start >= begun)

    def line_start(self, at: int) -> int:
        if not self.line_starts:
            self.line_starts = [0, *(match.end() for match in re.finditer(r"\r\n?|\n", self.text))]
        return self.line_starts[bisect_right(self.line_starts, at) - 1]


def _translated(error: Any, text: str) -> Problem:
    """A parser's error as a problem in plain words, at the place where it shows."""
    said = str(error.problem or error.context or "broken YAML")
    mark = error.problem_mark or error.context_mark
    if said.startswith("found unexpected") and error.context_mark is not None:
        mark = error.context_mark
    at = min(mark.index if mark is not None else 0, len(text))
    message = next((plain for pattern, plain in _MESSAGES if pattern in said), f"broken YAML: {said}")
    if text.startswith("\t", at) and "cannot start any token" in said:
        message = "a tab cannot stand here: YAML is indented with spaces"
    return Problem("DV002", message, Span(at, min(at + 1, len(text))), fatal=True)
