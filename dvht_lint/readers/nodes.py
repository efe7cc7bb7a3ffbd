"""What YAML and JSON have in common once read: scalars, sequences and mappings that know their place."""

from __future__ import annotations

from dataclasses import dataclass, field

from dvht_lint.model import Comment, Problem
from dvht_lint.text import Span

__all__ = ["MAXIMUM_DEPTH", "MAXIMUM_NODES", "Entry", "Mapping", "Node", "Parsed", "Scalar", "Sequence"]

MAXIMUM_DEPTH = 100
"""How deep collections may stand in each other. A corpus needs six levels; YAML's scanner is quadratic in depth."""
MAXIMUM_NODES = 20_000_000
"""How many nodes a file may stand for once its aliases are written out: a few lines can stand for billions."""


@dataclass(slots=True)
class Scalar:
    """A single value. `style` is its quote or block mark (`"`, `'`, `|`, `>`), empty for a plain one."""

    value: str | float | bool | None
    start: int
    end: int
    style: str = ""
    size: int = 1


@dataclass(slots=True)
class Sequence:
    """A list."""

    start: int
    end: int
    items: list[Node] = field(default_factory=list)
    size: int = 1


@dataclass(slots=True)
class Entry:
    """A key and its value."""

    key: Scalar
    value: Node

    @property
    def span(self) -> Span:
        """From the start of the key to the end of the value; an alias' value stands elsewhere and is left out."""
        return Span(self.key.start, max(self.key.end, self.value.end if self.value.start >= self.key.end else 0))


@dataclass(slots=True)
class Mapping:
    """A table; where a key is given twice, the last value counts, as it does for every other program."""

    start: int
    end: int
    entries: dict[str, Entry] = field(default_factory=dict)
    size: int = 1


Node = Scalar | Sequence | Mapping


@dataclass(slots=True)
class Parsed:
    """A file as nodes: `root` is None for an empty file and where a problem is fatal."""

    root: Node | None
    problems: list[Problem] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)

    @property
    def failed(self) -> bool:
        """Whether the file could not be read."""
        return any(problem.fatal for problem in self.problems)
