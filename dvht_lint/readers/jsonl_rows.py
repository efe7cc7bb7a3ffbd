"""JSON Lines, a row at a time, each value with its place.

Nearly every line is a flat object: its members are read by one expression. Whatever else a line holds goes to the
parser that tells what is wrong with it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dvht_lint.model import Problem
from dvht_lint.readers.json_nodes import parse_json
from dvht_lint.readers.nodes import Mapping, Scalar
from dvht_lint.text import Span

__all__ = ["Row", "jsonl_rows"]

_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")


@dataclass(slots=True)
class Row:
    """The cells of a row by name, and where it stands."""

    cells: dict[str, Scalar]
    span: Span


def jsonl_rows(text: str) -> Iterator[Row | Problem]:
    """Each line that is not blank as a row, or as the problem that makes it none."""
    at = 0
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        cells = _flat(text, at, end)
        if cells is not None:
            yield Row(cells, Span(at, end))
        elif not text[at:end].isspace() and end > at:
            yield from _other(text, at, end)
        at = end + 1


@cache
def _member() -> re.Pattern[str]:
    string = r'"([^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})[^"\\\x00-\x1f]*)*)"'
    return re.compile(
        rf"[ \t]*{string}[ \t]*:[ \t]*(?:{string}|(null|true|false|-?(?:0|[1-9]\d{{0,300}})(?:\.\d+)?))[ \t]*([,}}])"
    )


def _flat(text: str, at: int, end: int) -> dict[str, Scalar] | None:
    """The members of a flat object with distinct keys; None for anything else."""
    if text[at : at + 1] != "{":
        return None
    match_member = _member().match
    cells: dict[str, Scalar] = {}
    at += 1
    while True:
        match = match_member(text, at, end)
        if match is None:
            return None
        name, value, word, after = match.groups()
        if "\\" in name or name in cells:
            return None
        if value is None:
            cells[name] = Scalar(json.loads(word), match.start(3), match.end(3))
        else:
            start, stop = match.span(2)
            if "\\" in value:
                value = _LONE_SURROGATE.sub("\ufffd", json.loads(f'"{value}"'))
            cells[name] = Scalar(value, start - 1, stop + 1, '"')
        at = match.end()
        if after == "}":
            return cells if at == end or text[at:end].isspace() else None


def _other(text: str, at: int, end: int) -> Iterator[Row | Problem]:
    parsed = parse_json(text[at:end])
    for problem in parsed.problems:
        yield Problem(problem.code, problem.message, problem.span.shift(at), tuple(s.shift(at) for s in problem.see))
    if parsed.failed or parsed.root is None:
        return
    if not isinstance(parsed.root, Mapping):
        yield Problem("DV003", 'a row must be a table: {"id": …, "claim": …, "statement": …}', Span(at, end))
        return
    cells: dict[str, Scalar] = {}
    for name, entry in parsed.root.entries.items():
        # A list or table is a cell without a text: whoever needs a text there will say so.
        inner = entry.value
        value = inner.value if isinstance(inner, Scalar) else None
        style = inner.style if isinstance(inner, Scalar) else ""
        cells[name] = Scalar(value, inner.start + at, inner.end + at, style)
    yield Row(cells, Span(at, end))
