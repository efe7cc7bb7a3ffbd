"""The bibliographies that a document names itself, or that the settings of its book or site name for all pages."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from dvht_lint import files
from dvht_lint.config import Config
from dvht_lint.model import UNREAD_BIBLIOGRAPHY, CitationKind, Document, Problem
from dvht_lint.text import Span

__all__ = ["named", "with_unread"]

_KEY = "bibliography"
_SETTINGS = ("_quarto.yml", "_quarto.yaml", "_bookdown.yml", "_output.yml", "_metadata.yml", "_config.yml")
_SETTING = re.compile(r"^\s*bibliography:[ \t]*(.*(?:\n\s*-[ \t].*)*)", re.MULTILINE)
_LARGEST_SETTINGS = 1_000_000


def named(document: Document, config: Config) -> Iterator[tuple[str, str]]:
    """Each bibliography: its name as written, and its path."""
    folder = os.path.dirname(document.path)  # noqa: PTH120 - a shown path, not a Path
    own = _names(document.metadata.get(_KEY))
    for name in own:
        yield name, os.path.normpath(os.path.join(folder, name))  # noqa: PTH118
    if not own and any(c.kind is CitationKind.KEY for claim in document.claims for c in claim.citations):
        for name, path in _of_site(folder, config, document.path):
            if os.path.isfile(path):  # noqa: PTH113
                yield name, path


def _of_site(folder: str, config: Config, named_in: str) -> Iterator[tuple[str, str]]:
    """The bibliographies of the nearest settings above a folder, inside the project."""
    while True:
        for settings in _SETTINGS:
            path = os.path.join(folder, settings)  # noqa: PTH118
            if not os.path.isfile(path) or files.outside(path, config, named_in):  # noqa: PTH113
                continue
            data = files.read_bytes(path, _LARGEST_SETTINGS)
            found = _SETTING.search(data.decode("utf-8", "replace")) if isinstance(data, bytes) else None
            if found:
                for name in re.findall(r"[^\s,\[\]\"'-][^\s,\[\]\"']*\.\w+", found[1]):
                    yield name, os.path.normpath(os.path.join(folder, name))  # noqa: PTH118
                return
        if not folder:
            return
        folder = os.path.dirname(folder)  # noqa: PTH120


def with_unread(document: Document, unread: Mapping[str, Problem]) -> Document:
    """The document with one problem for each bibliography, by its name, that could not be read."""
    if not unread or document.metadata.get(UNREAD_BIBLIOGRAPHY):
        return document
    text = document.text.text
    problems: list[Problem] = []
    for name, problem in unread.items():
        at = max(0, text.find(name))
        why = problem.message.removeprefix("cannot be read: ")
        if "://" in name:
            why = "it is an address, and nothing is fetched; name a copy on disk"
        message = f"the bibliography {name!r} cannot be read: {why}"
        problems.append(
            Problem(problem.code, message, Span(at, at + len(name) if text[at:].startswith(name) else at), fatal=True)
        )
    return replace(
        document,
        problems=(*document.problems, *problems),
        metadata={**document.metadata, UNREAD_BIBLIOGRAPHY: sorted(unread)},
    )


def _names(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [v for v in value if isinstance(v, str)] if isinstance(value, (list, tuple)) else []
