"""Bibliographies in CSL-JSON, as Zotero, Pandoc and citation services write them; the same as YAML `references:`.

A broken file is one problem; an item that is no table, or has no id, is one problem each, and the others are read.
Fields of no CSL name are kept as they stand: exports carry their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dvht_lint.model import Document, Problem, Source
from dvht_lint.readers.corpus_source import csl_date
from dvht_lint.readers.json_nodes import parse_json
from dvht_lint.readers.nodes import Mapping, Node, Parsed, Scalar, Sequence
from dvht_lint.text import SourceText, Span

__all__ = ["SUFFIXES", "looks_like_references", "one_line", "read", "sources_of"]

SUFFIXES = ()
"""None of its own: a JSON array or a YAML file with `references:` is told by its content."""

_DATES = frozenset({"issued", "accessed", "revised", "original-date", "available-date", "event-date", "submitted"})
_NAMES = frozenset({"author", "editor", "translator", "container-author", "collection-editor", "director", "interviewer", "recipient"})  # fmt: skip
_OURS = ("revised", "superseded-by", "evidence")
"""Our own fields, which our writer puts into `custom`: CSL-JSON keeps there what is not its own."""
_LISTS = ("references", "items")


def looks_like_references(data: bytes) -> bool:
    """Whether a YAML or JSON file is a bibliography, by a glance at its beginning."""
    head = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if head[:1] in (b"[", b"{"):
        return head[:1] == b"[" or any(f'"{name}"'.encode() in head[:200] for name in _LISTS)
    lines = [line for line in head[:4000].splitlines() if line.strip() and not line.startswith((b"#", b"---", b"%"))]
    return bool(lines) and (lines[0].startswith((b"references:", b"- id:")) or b"\nreferences:" in head[:4000])


def read(path: str, data: bytes) -> Document:
    """Read a bibliography. Raises `UnicodeDecodeError` where it is not UTF-8 (`readers.read` makes it a problem)."""
    text = SourceText.decode(path, data)
    parsed = _parse(path, text.text)
    problems = list(parsed.problems)
    if parsed.failed:
        return Document(path, text, "csl", problems=tuple(problems))
    sources = tuple(_sources(path, parsed.root, text.text, problems))
    return Document(path, text, "csl", sources=sources, problems=tuple(problems), comments=tuple(parsed.comments))


def sources_of(items: Any, path: str, span: Span) -> tuple[Source, ...]:
    """The sources of a `references:` list in a document's front matter; all stand at the span of the front matter."""
    found = []
    for item in items if isinstance(items, list) else []:
        identifier = item.get("id") if isinstance(item, dict) else None
        if identifier is not None:
            fields = {k: _normal(k, v) for k, v in item.items() if k != "id" and v not in (None, "")}
            found.append(Source(str(identifier), path, span, one_line(fields), fields, explicit_id=True))
    return tuple(found)


def _parse(path: str, text: str) -> Parsed:
    if path.lower().endswith((".yaml", ".yml")):
        from dvht_lint.readers.yaml_nodes import parse_yaml

        return parse_yaml(text)
    return parse_json(text)


def _sources(path: str, root: Node | None, text: str, problems: list[Problem]) -> Iterator[Source]:
    first: dict[str, Span] = {}
    for node in _items(root, problems):
        if not isinstance(node, Mapping):
            problems.append(Problem("DV002", "an entry of a bibliography must be a table", _head(node, text)))
            continue
        name = next((k for k in ("id", "citation-key", "citationKey") if k in node.entries), "")
        identifier = str(_plain(node.entries[name].value)).strip() if name else ""
        if not identifier:
            problems.append(Problem("DV002", "this entry of the bibliography has no id", _head(node, text)))
            continue
        value = node.entries[name].value
        span = Span(value.start, max(value.start, value.end))
        if identifier in first:
            problems.append(Problem("DV004", f"the id {identifier!r} is taken", span, (first[identifier],)))
            continue
        first[identifier] = span
        yield _source(path, identifier, node)


def _items(root: Node | None, problems: list[Problem]) -> list[Node]:
    if isinstance(root, Mapping):
        root = next((root.entries[name].value for name in _LISTS if name in root.entries), root)
    if isinstance(root, Sequence):
        return root.items
    if root is not None:
        span = Span(root.start, root.start)
        problems.append(Problem("DV002", "a bibliography must be a list of entries", span, fatal=True))
    return []


def _source(path: str, identifier: str, node: Mapping) -> Source:
    fields: dict[str, Any] = {}
    spans: dict[str, Span] = {}
    custom = node.entries["custom"].value if "custom" in node.entries else None
    ours = {k: e for k, e in custom.entries.items() if k in _OURS} if isinstance(custom, Mapping) else {}
    for name, entry in (node.entries | ours).items():
        value = _normal(name, _plain(entry.value))
        if name != "id" and value not in (None, "", [], {}):
            fields[name] = value
            spans[name] = Span(entry.value.start, max(entry.value.start, entry.value.end))
    return Source(identifier, path, Span(node.start, node.end), one_line(fields), fields, spans, explicit_id=True)


def _plain(node: Node) -> Any:
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    return {name: _plain(entry.value) for name, entry in node.entries.items()}


def _normal(name: str, value: Any) -> Any:
    """A field in the form the other readers give: dates as tables, names as lists, single-valued lists unpacked."""
    if name in _DATES:
        return _date(value)
    if name in _NAMES:
        names = value if isinstance(value, list) else [value]
        return [n if isinstance(n, dict) else {"literal": str(n)} for n in names if n]
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], (str, int)):
        return str(value[0])
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return value


def _date(value: Any) -> Any:
    """CSL-JSON's own form, Pandoc's (`[{year: 2013, month: 7}]`), a year or an ISO date."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        if "year" in value:
            given = [str(value.get(k)) for k in ("year", "month", "day")]
            return {"date-parts": [[int(p) for p in given if p.isdigit()]]}
        parts = value.get("date-parts")
        if isinstance(parts, list):
            rows = [row if isinstance(row, list) else [row] for row in parts]
            return value | {"date-parts": [[int(p) for p in row if str(p).isdigit()] for row in rows]}
        return value | csl_date(str(value["raw"])) if "raw" in value else value
    return csl_date(str(value)) if value not in (None, "") else None


def one_line(fields: dict[str, Any]) -> str:
    """The entry in one line, for reports."""
    source = Source("", "", Span(0, 0), "", fields)
    who = "; ".join(source.authors) + (f" ({source.year})" if source.year else "")
    rest = (str(fields.get(key) or "") for key in ("title", "container-title", "publisher-place", "publisher", "URL"))
    return " ".join(f"{part.strip().rstrip('.')}." for part in (who, *rest) if part.strip())


def _head(node: Node, text: str) -> Span:
    end = text.find("\n", node.start, max(node.start, node.end))
    return Span(node.start, end if end > node.start else max(node.start, node.end))
