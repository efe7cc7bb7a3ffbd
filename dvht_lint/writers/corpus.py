"""A corpus file: sources, statements, claims and contacts as YAML that people can read and edit, or as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from dvht_lint import HOME_PAGE
from dvht_lint.model import Citation, Claim, Contact, Source, Statement
from dvht_lint.records import record

__all__ = ["Corpus", "corpus_json", "corpus_object", "corpus_yaml"]

_HEAD = f"# yaml-language-server: $schema={HOME_PAGE}schemas/corpus.schema.json\n"
_ORDER = (
    "type", "author", "editor", "issued", "revised", "superseded-by", "title", "container-title", "volume", "issue",
    "page", "edition", "number", "publisher", "publisher-place", "URL", "DOI", "ISBN", "accessed", "note", "evidence",
)  # fmt: skip
_WIDTH = 100
_LONG = 78
_MISREAD = re.compile(
    r"[-+]?(?:0[box]?)?[\d_]+(?:\.[\d_]*)?(?:[eE][-+]?\d+)?|[-+]?\.?\d.*|[-+]?\.(?:inf|nan).*"
    r"|y|n|yes|no|on|off|true|false|null|nil|none|~|=|<<",
    re.IGNORECASE,
)
"""What some YAML reader takes for a number, a date, a time, a truth value or nothing."""


@record(frozen=True, slots=True)
class Corpus:
    """What a corpus file holds. A claim's `statement` is the id it rests on, empty where it is to be matched."""

    sources: tuple[Source, ...] = ()
    statements: tuple[Statement, ...] = ()
    claims: tuple[Claim, ...] = ()
    contacts: tuple[Contact, ...] = ()


def corpus_yaml(corpus: Corpus) -> str:
    """The corpus as YAML: long texts folded, and every text in quotes that some reader would take for another thing."""
    parts = [_HEAD, "version: 1\n"]
    for name, value in corpus_object(corpus).items():
        if name == "version":
            continue
        parts.append(f"\n{_dump({name: value})}")
    return "".join(parts)


def corpus_json(corpus: Corpus) -> str:
    """The corpus as JSON."""
    return json.dumps(corpus_object(corpus), ensure_ascii=False, indent=2) + "\n"


def corpus_object(corpus: Corpus) -> dict[str, Any]:
    """The corpus as plain data, sections without entries left out."""
    sections: dict[str, Any] = {
        "sources": {source.id: _source(source) for source in corpus.sources},
        "statements": {statement.id: _statement(statement) for statement in corpus.statements},
        "claims": [_claim(claim) for claim in corpus.claims],
        "contacts": {contact.id: _contact(contact) for contact in corpus.contacts},
    }
    return {"version": 1, **{name: entries for name, entries in sections.items() if entries}}


def _source(source: Source) -> dict[str, Any]:
    """The fields in the order of a citation; what could not be read is its text, as a note."""
    given = {name: _field(value) for name, value in source.fields.items() if name != "id"}
    if not source.parsed:
        given.setdefault("note", source.text)
    ordered = [name for name in _ORDER if name in given]
    return {name: given[name] for name in (*ordered, *sorted(given.keys() - set(ordered)))}


def _field(value: Any) -> Any:
    if isinstance(value, Mapping):
        return _date(value)
    if isinstance(value, (list, tuple)):
        return [dict(item) if isinstance(item, Mapping) else item for item in value]
    return value


def _date(value: Mapping[str, Any]) -> Any:
    """A date as people write it, where that says all: a year, `2013-07`, `2013-07-15`, `2007/2010`."""
    if set(value) == {"raw"}:
        return str(value["raw"])
    parts = value.get("date-parts")
    if set(value) != {"date-parts"} or not parts or not all(0 < len(part) <= 3 for part in parts):
        return dict(value)
    texts = ["-".join(f"{int(number):0{4 if at == 0 else 2}d}" for at, number in enumerate(part)) for part in parts]
    return int(texts[0]) if len(texts) == 1 and len(parts[0]) == 1 else "/".join(texts)


def _statement(statement: Statement) -> dict[str, Any]:
    written: dict[str, Any] = {"text": statement.prose.plain}
    cited = {c.target: c for c in reversed(statement.citations) if c.locator or c.quote}
    sources = [_cited(name, cited.get(name)) for name in statement.sources]
    if sources:
        written["sources"] = sources
    if statement.reviewed:
        written["reviewed"] = statement.reviewed.isoformat()
    return written


def _cited(name: str, citation: Citation | None) -> Any:
    if citation is None:
        return name
    more = {"locator": citation.locator, "quote": citation.quote}
    return {"id": name, **{key: value for key, value in more.items() if value}}


def _claim(claim: Claim) -> dict[str, Any]:
    written = {"id": claim.id, "text": claim.prose.plain, "statement": claim.statement}
    return {key: value for key, value in written.items() if value}


def _contact(contact: Contact) -> dict[str, Any]:
    written: dict[str, Any] = {}
    for field in fields(contact):
        value = getattr(contact, field.name)
        if value and field.name not in {"id", "document", "span", "spans"}:
            written[field.name.replace("_", "-")] = list(value) if isinstance(value, tuple) else value
    return written


# --- YAML ----------------------------------------------------------------------------------------


def _dump(value: object) -> str:
    import yaml

    class Dumper(yaml.SafeDumper):
        """Indents lists below their key, and chooses how each text is written."""

        def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
            del indentless
            super().increase_indent(flow, False)

        def ignore_aliases(self, data: object) -> bool:
            del data
            return True

    def text(dumper: yaml.SafeDumper, data: str) -> yaml.ScalarNode:
        return dumper.represent_scalar("tag:yaml.org,2002:str", data, style=_style(data))

    def table(dumper: yaml.SafeDumper, data: dict[str, Any]) -> yaml.MappingNode:
        short = _is_short(data)
        return dumper.represent_mapping("tag:yaml.org,2002:map", data.items(), flow_style=short)

    def items(dumper: yaml.SafeDumper, data: list[Any]) -> yaml.SequenceNode:
        short = all(not isinstance(item, (dict, list)) for item in data) and len(str(data)) <= _LONG
        return dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=short)

    Dumper.add_representer(str, text)
    Dumper.add_representer(dict, table)
    Dumper.add_representer(list, items)
    written: str = yaml.dump(value, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return written


def _is_short(table: Mapping[str, Any]) -> bool:
    """Whether a table is written in one line: a name, or a source with its page."""
    return bool({"literal", "family", "given"} & table.keys() or (table.keys() == {"id", "locator"})) and (
        len(str(dict(table))) <= _LONG
    )


def _style(text: str) -> str | None:
    """How a text is written: folded where it is long, in quotes where a reader might misread it, else plain."""
    if _MISREAD.fullmatch(text):
        return '"'
    if len(text) > _LONG and _may_fold(text):
        return ">"
    return None


def _may_fold(text: str) -> bool:
    """Whether folding keeps the text: single spaces only, and no line break, which folding would change."""
    return "  " not in text and text.isprintable() and text == text.strip()
