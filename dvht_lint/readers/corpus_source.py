"""One source of a corpus file: CSL-JSON's names and values, with the place of each."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from dvht_lint import lexicons
from dvht_lint.model import Source
from dvht_lint.readers.nodes import Entry, Mapping, Node, Scalar, Sequence
from dvht_lint.readers.shapes import Shapes
from dvht_lint.text import Span

__all__ = ["csl_date", "read_source"]

_EXTRA = {"revised": "date", "superseded-by": "text", "evidence": "text", "id": "text"}
_NAME_PARTS = frozenset(
    {"family", "given", "literal", "suffix", "dropping-particle", "non-dropping-particle", "comma-suffix",
     "static-ordering", "parse-names"}
)  # fmt: skip
_DATE_PARTS = frozenset({"date-parts", "raw", "literal", "season", "circa"})
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:T[\d:.Z+-]+)?)?)?")
_ADDRESS = re.compile(r"(?:https?|ftp):", re.IGNORECASE)


@cache
def _kinds() -> dict[str, str]:
    variables = lexicons.load("csl")["variables"]
    return {**{name: str(variable["kind"]) for name, variable in variables.items()}, **_EXTRA, "type": "type"}


def read_source(shapes: Shapes, path: str, name: str, entry: Entry) -> Source:
    """A source of the `sources` table; whatever does not fit is a problem, and the field is left out."""
    what = f"source '{name}'"
    owner = Span(entry.key.start, entry.key.end)
    kinds = _kinds()
    entries = shapes.table(entry.value, what, kinds.keys(), owner=owner, aliases=lexicons.load("csl")["aliases"])
    fields: dict[str, Any] = {}
    spans: dict[str, Span] = {}
    for key, given in entries.items():
        value = _value(shapes, kinds[key], f"'{key}' of {what}", given.value)
        if value:
            fields[key] = value
            spans[key] = Span(given.value.start, max(given.value.start, given.value.end))
    _check(shapes, name, fields, entries)
    fields.pop("id", None)
    return Source(name, path, entry.span, _written(fields), fields, spans, explicit_id=True)


def _value(shapes: Shapes, kind: str, what: str, node: Node) -> Any:
    if kind == "names":
        return _names(shapes, what, node)
    if kind == "date":
        return _date(shapes, what, node)
    if kind == "type":
        return _type(shapes, what, node)
    return shapes.string(node, what, numbers=True)


def _type(shapes: Shapes, what: str, node: Node) -> str:
    types = lexicons.load("csl")["types"]
    value = shapes.string(node, what)
    if value and value not in types:
        hint = shapes.near(value, types)
        shapes.fault(
            "DV003", f"{what} must be a CSL type such as report or webpage, not {value[:60]!r}{hint}", shapes.head(node)
        )
        return ""
    return value


def _names(shapes: Shapes, what: str, node: Node) -> list[dict[str, Any]]:
    """A list of persons and bodies; one alone need not be a list, and a bare text is a body's name."""
    names = []
    for item in node.items if isinstance(node, Sequence) else [node]:
        if isinstance(item, Mapping):
            entries = shapes.table(item, what, _NAME_PARTS)
            parts = {key: _name_part(shapes, what, key, entry.value) for key, entry in entries.items()}
            if not parts.keys() & {"family", "given", "literal"} and entries.keys() == item.entries.keys():
                shapes.fault("DV003", f"{what} needs 'family' and 'given', or 'literal'", shapes.head(item))
            names.append({key: part for key, part in parts.items() if part})
        else:
            text = shapes.string(item, what)
            names.append({"literal": text} if text else {})
    return [name for name in names if name]


def _name_part(shapes: Shapes, what: str, key: str, node: Node) -> Any:
    if (
        isinstance(node, Scalar)
        and isinstance(node.value, bool)
        and key in {"comma-suffix", "static-ordering", "parse-names"}
    ):
        return node.value
    return shapes.string(node, f"'{key}' in {what}")


def _date(shapes: Shapes, what: str, node: Node) -> dict[str, Any]:
    if isinstance(node, Mapping):
        return _date_table(shapes, what, node)
    if isinstance(node, Sequence):
        shapes.expected(node, f"{what} must be a year, a date such as 2013-07-15, or a table with date-parts")
        return {}
    text = shapes.string(node, what, numbers=True)
    return csl_date(text) if text else {}


def _date_table(shapes: Shapes, what: str, node: Mapping) -> dict[str, Any]:
    entries = shapes.table(node, what, _DATE_PARTS)
    date: dict[str, Any] = {}
    for key, entry in entries.items():
        if key == "date-parts":
            parts = _date_parts(entry.value)
            if parts:
                date[key] = parts
            else:
                shapes.expected(entry.value, f"{what}: date-parts must be lists of numbers such as [[2013, 7]]")
        elif key == "circa" and isinstance(entry.value, Scalar) and isinstance(entry.value.value, (bool, int)):
            date[key] = entry.value.value
        else:
            text = shapes.string(entry.value, f"'{key}' in {what}", numbers=True)
            date.update({key: text} if text else {})
    return date


def _date_parts(node: Node) -> list[list[int]]:
    """`[[2013, 7, 15]]`, or two of these for a range; empty where it is anything else."""
    if not isinstance(node, Sequence) or not 1 <= len(node.items) <= 2:
        return []
    parts = []
    for item in node.items:
        numbers = [_whole_number(n) for n in item.items] if isinstance(item, Sequence) else []
        if not 1 <= len(numbers) <= 3 or None in numbers:
            return []
        parts.append([n for n in numbers if n is not None])
    return parts


def _whole_number(node: Node) -> int | None:
    value = node.value if isinstance(node, Scalar) else None
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return int(value) if isinstance(value, str) and re.fullmatch(r"-?\d{1,4}", value) else None


def csl_date(text: str) -> dict[str, Any]:
    """`2013`, `2013-07`, `2013-07-15` or `2007/2010` as date-parts; anything else as it stands, `{"raw": …}`.

    A date that no calendar has (2012-13-45) stays raw: DV305 speaks of it.
    """
    parts = [_iso(part) for part in text.split("/", 1)]
    return {"raw": text} if None in parts else {"date-parts": parts}


def _iso(text: str) -> list[int] | None:
    match = _ISO.fullmatch(text.strip())
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= _days(year, month)):
        return None
    return [part for part in (year, month, day) if part is not None]


def _days(year: int | None, month: int | None) -> int:
    from calendar import monthrange

    return monthrange(year or 1, month or 1)[1]


def _check(shapes: Shapes, name: str, fields: dict[str, Any], entries: dict[str, Entry]) -> None:
    if fields.get("id", name) != name:
        span = shapes.head(entries["id"].value)
        shapes.fault(
            "DV003", f"the id {fields['id']!r} differs from the key {name!r} that the source stands under", span
        )
    if _ADDRESS.match(fields.get("evidence", "")):
        message = "evidence is a copy on disk, relative to this file; a web address goes into 'URL'"
        shapes.fault("DV003", message, shapes.head(entries["evidence"].value))
        del fields["evidence"]


def _written(fields: dict[str, Any]) -> str:
    """The source in one line, for reports: Polaris Project (2012). Annual Report 2011. Washington, DC."""
    names = [str(n.get("literal") or n.get("family") or n.get("given", "")) for n in fields.get("author", ())]
    parts = (fields.get("issued") or {}).get("date-parts")
    year = f" ({parts[0][0]})" if parts else ""
    who = ", ".join(names) + year
    rest = (fields.get(key, "") for key in ("title", "container-title", "publisher-place", "publisher", "URL"))
    return " ".join(f"{part.strip().rstrip('.')}." for part in (who, *rest) if part.strip())
