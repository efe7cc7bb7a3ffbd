"""The block that may open a Markdown file: YAML between dashes, or TOML between plus signs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

__all__ = ["split_front_matter"]

_OPENING = re.compile(r"(?:---|\+\+\+)[ \t]*(?:\r\n|\n|\r)(?=[^\s])")
_CLOSINGS = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*$\r?\n?", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*$\r?\n?", re.MULTILINE),
}
_ENTRY = re.compile(r"^([A-Za-z][\w -]{0,60}?)[ \t]*[:=][ \t]*(\S.*?)?[ \t]*$", re.MULTILINE)
_COMMENT = re.compile(r"\s#.*$")
_LONGEST = 1 << 18


def split_front_matter(text: str) -> tuple[Mapping[str, Any], int]:
    """The metadata of a file, and the offset where its prose begins.

    A block that is valid YAML but no mapping is prose between two rules. All scalars of YAML but null stay strings:
    `lang: no` is Norwegian, and a date that does not exist is somebody else's finding. A block that is not valid (tabs, a colon
    in a title) is read line by line: it is the site's, and the page below it is read all the same.
    """
    opening = _OPENING.match(text)
    head = text[:_LONGEST].replace("\r\n", " \n").replace("\r", "\n") if opening else ""
    closing = _CLOSINGS[text[:3]].search(head, opening.end()) if opening else None
    if not opening or not closing:
        return {}, 0
    block = text[opening.end() : closing.start()]
    metadata = _toml(block) if text.startswith("+") else _yaml(block)
    if metadata is None:
        return {}, closing.end()
    if not isinstance(metadata, dict):
        return {}, 0
    return {str(key): value for key, value in metadata.items()}, closing.end()


def _yaml(block: str) -> object:
    import yaml

    resolvers = {
        first: [(tag, pattern) for tag, pattern in known if tag.endswith((":null", ":merge"))]
        for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    loader = type("StringLoader", (yaml.SafeLoader,), {"yaml_implicit_resolvers": resolvers})
    try:
        found: object = yaml.load(block, Loader=loader)  # noqa: S506 - a SafeLoader
    except (yaml.YAMLError, ValueError, RecursionError):
        return _line_by_line(block)
    return found


def _toml(block: str) -> object:
    import tomllib

    try:
        return tomllib.loads(block.replace("\r\n", "\n").replace("\r", "\n"))
    except (ValueError, RecursionError):
        return _line_by_line(block)


def _line_by_line(block: str) -> dict[str, str] | str:
    """The entries that stand on a line of their own, at the margin, of two with one key the first; a block without is prose."""
    found: dict[str, str] = {}
    for entry in _ENTRY.finditer(block):
        value = _COMMENT.sub("", entry[2] or "").strip("\"' \t")
        if value:
            found.setdefault(entry[1], value)
    return found or block
