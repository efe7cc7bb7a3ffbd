"""The YAML block that may open a Markdown file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from dvht_lint.model import Problem
from dvht_lint.text import Span

__all__ = ["split_front_matter"]

_OPENING = re.compile(r"---[ \t]*(?:\r\n|\n|\r)(?=[^\s])")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$\r?\n?", re.MULTILINE)

_LONGEST = 1 << 18


def split_front_matter(text: str) -> tuple[Mapping[str, Any], int, tuple[Problem, ...]]:
    """The metadata of a file, the offset where its prose begins, and what is wrong with the block.

    A block that is valid YAML but no mapping is prose between two rules. All scalars but null stay strings:
    `lang: no` is Norwegian, and a date that does not exist is somebody else's finding.
    """
    opening = _OPENING.match(text)
    head = text[:_LONGEST].replace("\r\n", " \n").replace("\r", "\n") if opening else ""
    closing = _CLOSING.search(head, opening.end()) if opening else None
    if not opening or not closing:
        return {}, 0, ()
    import yaml

    resolvers = {
        first: [(tag, pattern) for tag, pattern in known if tag.endswith((":null", ":merge"))]
        for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    loader = type("StringLoader", (yaml.SafeLoader,), {"yaml_implicit_resolvers": resolvers})
    block = text[opening.end() : closing.start()]
    try:
        metadata = yaml.load(block, Loader=loader)  # noqa: S506 - a SafeLoader
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or str(error).partition("\n")[0]
        if isinstance(error, RecursionError):
            reason = "its lists or tables are nested too deep"
        at = min(opening.end() + (mark.index if mark else 0), closing.start())
        message = f"the front matter is not valid YAML: {reason}"
        return {}, closing.end(), (Problem("DV002", message, Span(at, at), fatal=True),)
    if metadata is None:
        return {}, closing.end(), ()
    if not isinstance(metadata, dict):
        return {}, 0, ()
    return {str(key): value for key, value in metadata.items()}, closing.end(), ()
