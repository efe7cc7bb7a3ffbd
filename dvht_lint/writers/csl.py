"""Sources as a CSL-JSON bibliography, which Zotero, Pandoc and citation processors read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from dvht_lint.model import Source

__all__ = ["csl_item", "csl_json"]

_NAMES = ("author", "editor", "translator", "container-author", "collection-editor")
_DATES = ("issued", "accessed", "original-date", "event-date", "submitted", "available-date")
_OURS = ("revised", "superseded-by", "evidence", "short-form")
"""Fields that CSL has no name for; they go into `custom`, where CSL-JSON keeps what is not its own."""


def csl_json(sources: Iterable[Source]) -> str:
    """A JSON array of items, in the order given, one for each id."""
    items = {source.id: csl_item(source) for source in sources}
    return json.dumps(list(items.values()), ensure_ascii=False, indent=2) + "\n"


def csl_item(source: Source) -> dict[str, Any]:
    """One source as an item that CSL-JSON's schema accepts. What could not be read is its text, as a note."""
    item: dict[str, Any] = {"id": source.id, "type": str(source.fields.get("type") or "document")}
    custom: dict[str, Any] = {}
    for name, value in source.fields.items():
        if name in _OURS:
            custom[name] = value
        elif name in _NAMES:
            item[name] = [n if isinstance(n, dict) else {"literal": str(n)} for n in _listed(value)]
        elif name in _DATES:
            item[name] = _date(value)
        elif name not in ("id", "type"):
            item[name] = value
    if custom:
        item["custom"] = custom
    if not source.parsed:
        item.setdefault("note", source.text)
    return item


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _date(value: Any) -> dict[str, Any]:
    if isinstance(value, dict):
        return value
    match = re.fullmatch(r"(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?", str(value))
    return {"date-parts": [[int(p) for p in match.groups() if p]]} if match else {"raw": str(value)}
