"""Sources whose title is a whole citation, as lists hold them that were pasted into one field."""

from __future__ import annotations

from dataclasses import replace

from dvht_lint.citations import parse_citation
from dvht_lint.model import Source
from dvht_lint.text import Prose

__all__ = ["as_cited"]

_SAYING_MORE = ("author", "editor", "issued", "container-title", "publisher", "DOI", "ISBN", "URL")
"""Fields beside the title that tell works apart. A source with any of them is taken at its word."""


def as_cited(source: Source) -> Source:
    """The source with the fields that its title holds, where it has no others: for comparing it with other citations."""
    if not source.title or any(source.fields.get(name) for name in _SAYING_MORE):
        return source
    found = parse_citation(Prose.verbatim(source.title), source.document)
    if len(found) != 1 or not found[0].parsed:
        return source
    fields = found[0].fields
    if not fields.get("title") or not any(fields.get(name) for name in _SAYING_MORE):
        return source
    return replace(source, fields={**source.fields, **fields})
