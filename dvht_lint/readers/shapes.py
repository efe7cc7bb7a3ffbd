"""What a node must be, said once for every place: a table with these keys, a list, a text, a day.

A node of another shape is a problem (DV003) at its place, and is read as absent, so that the rest of the file is
still checked. `schema.py` says the same as pydantic models, for editors and for `dvht-lint schema`; a test holds
the two together. Checking here costs a hook 140 ms less than importing pydantic would.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from collections.abc import Mapping as AnyMapping
from datetime import date

from dvht_lint.config import did_you_mean
from dvht_lint.model import Problem
from dvht_lint.readers.nodes import Entry, Mapping, Node, Scalar, Sequence
from dvht_lint.text import Span

__all__ = ["Shapes", "described"]

_SUGGESTIONS = 50
"""How many near names are looked for in one file: the search is quadratic where everything is misspelt."""


class Shapes:
    """Reads nodes by their expected shape and collects what does not fit."""

    def __init__(self, text: str, problems: Iterable[Problem] = ()) -> None:
        self.text = text
        self.problems = list(problems)
        self._suggestions = _SUGGESTIONS

    def fault(self, code: str, message: str, span: Span, *, see: tuple[Span, ...] = (), key: str = "") -> None:
        """Note a problem; a span of several lines is cut to its first."""
        end = self.text.find("\n", span.start, span.end)
        span = Span(span.start, end) if end > span.start else span
        self.problems.append(Problem(code, message, span, see, key=key))

    def table(
        self,
        node: Node,
        what: str,
        keys: Collection[str],
        *,
        required: Iterable[str] = (),
        owner: Span | None = None,
        aliases: AnyMapping[str, str] | None = None,
    ) -> dict[str, Entry]:
        """The known entries of a table; unknown keys and missing ones are problems.

        `owner` is where a missing key is reported: the key that the table is the value of.
        """
        if not isinstance(node, Mapping):
            self.expected(node, f"{what} must be a table with the keys {_listed(keys)}")
            return {}
        known = {name: entry for name, entry in node.entries.items() if name in keys}
        if len(known) < len(node.entries):
            for name, entry in node.entries.items():
                if name not in keys:
                    hint = self.near(name, keys, aliases) or _split_text(name, entry)
                    span = Span(entry.key.start, entry.key.end)
                    self.fault("DV003", f"unknown key '{name[:60]}' in {what}{hint}", span)
        for name in required:
            if name not in known:
                self.fault("DV003", f"{what} needs the key '{name}'", owner or self.head(node))
        return known

    def named(self, node: Node, what: str) -> dict[str, Entry]:
        """The entries of a table from ids to anything; a null is an empty one."""
        if isinstance(node, Mapping):
            return node.entries
        if not _is_null(node):
            self.expected(node, f"{what} must be a table from ids to {what}")
        return {}

    def items(self, node: Node, what: str) -> list[Node]:
        """The items of a list; a null is an empty one."""
        if isinstance(node, Sequence):
            return node.items
        if not _is_null(node):
            self.expected(node, f"{what} must be a list")
        return []

    def string(self, node: Node, what: str, *, numbers: bool = False) -> str:
        """The text of a node, stripped; empty where it is none. With `numbers`, a number is taken for its digits."""
        if isinstance(node, Scalar):
            if isinstance(node.value, str) and node.value.strip():
                return node.value.strip()
            if numbers and isinstance(node.value, (int, float)) and not isinstance(node.value, bool):
                return str(node.value)
        self.expected(node, f"{what} must be a text")
        return ""

    def strings(self, node: Node, what: str) -> tuple[str, ...]:
        """A list of texts, or one text alone."""
        if isinstance(node, Sequence):
            return tuple(text for item in node.items if (text := self.string(item, what, numbers=True)))
        text = self.string(node, what, numbers=True)
        return (text,) if text else ()

    def day(self, node: Node, what: str) -> date | None:
        """An ISO date."""
        value = node.value if isinstance(node, Scalar) else None
        try:
            return date.fromisoformat(value.strip() if isinstance(value, str) else "")
        except ValueError:
            self.expected(node, f"{what} must be a date such as 2026-11-23")
            return None

    def expected(self, node: Node, message: str) -> None:
        """Note that a node is not what it must be."""
        self.fault("DV003", f"{message}, not {described(node)}", self.head(node))

    def near(self, name: str, known: Collection[str], aliases: AnyMapping[str, str] | None = None) -> str:
        """`; did you mean …?`, a bounded number of times a file."""
        if self._suggestions <= 0:
            return ""
        self._suggestions -= 1
        return did_you_mean(name, known, aliases)

    def head(self, node: Node) -> Span:
        """The first line of a node."""
        end = max(node.end, node.start)
        stop = self.text.find("\n", node.start, end)
        return Span(node.start, stop if stop > node.start else end)


def described(node: Node) -> str:
    """A node in a message: `a list`, `'soon'`, `nothing`."""
    if isinstance(node, Mapping):
        return "a table"
    if isinstance(node, Sequence):
        return "a list"
    if _is_null(node):
        return "nothing"
    if isinstance(node.value, bool):
        return str(node.value).lower()
    if isinstance(node.value, str):
        return repr(node.value if len(node.value) <= 40 else node.value[:39] + "…")
    return str(node.value)


def _split_text(name: str, entry: Entry) -> str:
    """What happened to a text such as `{text: 9,214 calls}`: its second half looks like a key without a value."""
    if " " in name and _is_null(entry.value) and not entry.key.style:
        return ": inside { } a comma ends a text that is not in quotes"
    return ""


def _is_null(node: Node) -> bool:
    return isinstance(node, Scalar) and node.value is None


def _listed(keys: Collection[str]) -> str:
    names = sorted(keys)
    return ", ".join(names[:8]) + (" …" if len(names) > 8 else "")
