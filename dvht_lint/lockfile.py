"""The lock: what the evidence of each source said on the day it was locked.

JSON, its keys sorted, so that two runs over the same evidence give the same bytes and a change is a short diff:

    {"version": 1, "sources": {"polaris-2012": {
        "corpus": "corpus.yaml", "evidence": "evidence/polaris-2012.pdf",
        "sha256": "…", "text-sha256": "…", "checked": "2026-11-23",
        "statements": {"hotline-2011": {
            "text": "…", "passages": [{"page": "4", "text": "…", "figures": ["19,427 calls"]}]}}}}}

`sha256` is of the file, `text-sha256` of what it says. Pages from the web (`--online`) stand beside `sources` under
`pages`, with a `URL` in the place of `evidence` and, where their bytes were kept, a `snapshot`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Any

from dvht_lint.errors import ConfigurationError
from dvht_lint.records import record

__all__ = ["FILE_NAME", "VERSION", "Lock", "LockedPassage", "LockedSource", "LockedStatement", "decode", "encode"]

FILE_NAME = "dvht_lint.lock"
VERSION = 1


@record(frozen=True, slots=True)
class LockedPassage:
    """A passage that backs a statement, with the figures it gives; `page` is empty where there are no pages."""

    page: str
    text: str
    figures: tuple[str, ...] = ()


@record(frozen=True, slots=True)
class LockedStatement:
    """A statement as it read, what backs it, and the figures that nothing backed."""

    text: str
    passages: tuple[LockedPassage, ...] = ()
    unbacked: tuple[str, ...] = ()


@record(frozen=True, slots=True)
class LockedSource:
    """A source: the corpus file that names it and its evidence, both from the lock's folder; or its address."""

    corpus: str
    path: str
    sha256: str
    text_sha256: str
    checked: date
    statements: Mapping[str, LockedStatement] = field(default_factory=dict)
    snapshot: str = ""


@record(frozen=True, slots=True)
class Lock:
    """Sources by id, those with evidence on disk and the pages behind addresses apart.

    Where two files use one id, the later one (by path) is `path#id`.
    """

    sources: Mapping[str, LockedSource] = field(default_factory=dict)
    pages: Mapping[str, LockedSource] = field(default_factory=dict)


def encode(lock: Lock) -> bytes:
    """The bytes of the lock file."""
    content: dict[str, Any] = {
        "version": VERSION,
        "sources": {name: _source(one, "evidence") for name, one in lock.sources.items()},
    }
    if lock.pages:
        content["pages"] = {name: _source(one, "URL") for name, one in lock.pages.items()}
    return (json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode("utf-8", "surrogatepass")


def _source(one: LockedSource, place: str) -> dict[str, Any]:
    content: dict[str, Any] = {
        "corpus": one.corpus,
        place: one.path,
        "sha256": one.sha256,
        "text-sha256": one.text_sha256,
        "checked": one.checked.isoformat(),
        "statements": {name: _statement(statement) for name, statement in one.statements.items()},
    }
    if one.snapshot:
        content["snapshot"] = one.snapshot
    return content


def _statement(one: LockedStatement) -> dict[str, Any]:
    content: dict[str, Any] = {"text": one.text, "passages": [_passage(passage) for passage in one.passages]}
    if one.unbacked:
        content["unbacked"] = list(one.unbacked)
    return content


def _passage(one: LockedPassage) -> dict[str, Any]:
    content: dict[str, Any] = {"text": one.text, "figures": list(one.figures)}
    if one.page:
        content["page"] = one.page
    return content


def decode(path: str, data: bytes) -> Lock:
    """Read a lock file. Raises `ConfigurationError`, with the place where it is known, for one that cannot be used."""
    try:
        content = json.loads(data.decode("utf-8"))
    except UnicodeDecodeError:
        raise ConfigurationError("the lock is not UTF-8 text", path, 1, 1) from None
    except json.JSONDecodeError as error:
        raise ConfigurationError(f"the lock cannot be read: {error.msg}", path, error.lineno, error.colno) from None
    except RecursionError:
        raise ConfigurationError("the lock cannot be read: it is nested too deeply", path) from None
    version = content.get("version") if isinstance(content, dict) else None
    if version is None:
        raise ConfigurationError("not a lock: it has no version; write one with `dvht-lint lock`", path)
    if version != VERSION:
        raise ConfigurationError(f"the lock has version {version!r}; this program reads version {VERSION}", path)
    try:
        return Lock(
            {name: _read_source(one, "evidence") for name, one in content["sources"].items()},
            {name: _read_source(one, "URL") for name, one in content.get("pages", {}).items()},
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        message = f"the lock is broken ({type(error).__name__}: {error}); write it anew with `dvht-lint lock`"
        raise ConfigurationError(message, path) from None


def _read_source(one: dict[str, Any], place: str) -> LockedSource:
    return LockedSource(
        corpus=str(one["corpus"]),
        path=str(one[place]),
        sha256=str(one["sha256"]),
        text_sha256=str(one["text-sha256"]),
        checked=date.fromisoformat(one["checked"]),
        statements={name: _read_statement(s) for name, s in one["statements"].items()},
        snapshot=str(one.get("snapshot", "")),
    )


def _read_statement(one: dict[str, Any]) -> LockedStatement:
    passages = tuple(
        LockedPassage(str(p.get("page", "")), str(p["text"]), tuple(map(str, p["figures"]))) for p in one["passages"]
    )
    return LockedStatement(str(one["text"]), passages, tuple(map(str, one.get("unbacked", ()))))
