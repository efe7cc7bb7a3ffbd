"""Which CSL type a citation is of, told by the fields that were read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dvht_lint.citations.words import names_body

__all__ = ["kind_of_work"]


_PRESS = frozenset({"press", "books", "publishers", "publishing", "verlag", "sons"})


def kind_of_work(fields: Mapping[str, Any]) -> str:
    """A CSL-JSON type: `report` where a body wrote it, `book` where people did, and what the details tell before."""
    genre = str(fields.get("genre", "")).lower()
    for word, kind in (("thesis", "thesis"), ("diss", "thesis"), ("data", "dataset"), ("blog", "post-weblog")):
        if word in genre:
            return kind
    if "container-title" in fields and {"volume", "issue"} & fields.keys():
        return "article-journal"
    if "container-title" in fields and "URL" not in fields:
        parts = (fields.get("issued") or {}).get("date-parts") or [[]]
        return "article-newspaper" if len(parts[0]) == 3 else "article-journal"
    if "URL" in fields and not {"publisher-place", "number", "ISBN"} & fields.keys():
        return "webpage"
    people = any("family" in name for name in fields.get("author") or fields.get("editor") or ())
    publisher = str(fields.get("publisher", ""))
    if "ISBN" in fields or (people and publisher and "number" not in fields and not _is_agency(publisher)):
        return "book"
    return "report"


def _is_agency(publisher: str) -> bool:
    """Whether a publisher is a body that issues reports, not a house that prints books."""
    return names_body(publisher) and _PRESS.isdisjoint(publisher.lower().replace(".", " ").split())
