"""A line of Markdown as the prose that the readers give: italics and links are marks."""

from __future__ import annotations

import re

from dvht_lint.citations import parse_citation
from dvht_lint.model import Source
from dvht_lint.text import MarkKind, Prose, ProseBuilder

_INLINE = re.compile(r"\*(.+?)\*|\[([^\]]+)\]\(([^\s()]+)\)")


def prose(line: str, start: int = 0) -> Prose:
    builder = ProseBuilder()
    at = 0
    for match in _INLINE.finditer(line):
        builder.add(line[at : match.start()], start + at)
        before = builder.length
        group = 1 if match[1] is not None else 2
        builder.add(match[group], start + match.start(group))
        builder.mark(MarkKind.EMPHASIS if group == 1 else MarkKind.LINK, before, match[3] or "")
        at = match.end()
    builder.add(line[at:], start + at)
    return builder.build()


def cited(line: str, document: str = "a.md", start: int = 0) -> tuple[Source, ...]:
    return parse_citation(prose(line, start), document)


def people(*names: str) -> list[dict[str, str]]:
    """`people("Dabby, F. C.")`."""
    return [{"family": n.split(", ")[0], "given": n.split(", ")[1]} for n in names]


def bodies(*names: str) -> list[dict[str, str]]:
    return [{"literal": n} for n in names]


def date(*parts: int) -> dict[str, list[list[int]]]:
    return {"date-parts": [list(parts)]}
