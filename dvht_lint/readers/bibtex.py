"""Bibliographies in BibTeX and biblatex: entries as sources, under CSL's names, with the place of every field.

A block that cannot be read is one problem (DV002) at its first line; the others are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dvht_lint.model import Document, Problem, Source
from dvht_lint.readers.bibtex_blocks import Block, Field, parse_blocks
from dvht_lint.readers.corpus_source import csl_date
from dvht_lint.readers.csl import one_line
from dvht_lint.readers.latex import split_names, to_text
from dvht_lint.text import SourceText, Span

__all__ = ["SUFFIXES", "read"]

SUFFIXES = (".bib",)

_TYPES = {
    "article": "article-journal", "suppperiodical": "article-journal", "book": "book", "mvbook": "book", "collection": "book",
    "proceedings": "book", "mvproceedings": "book", "reference": "book", "inbook": "chapter", "bookinbook": "chapter",
    "incollection": "chapter", "suppbook": "chapter", "inreference": "entry-encyclopedia", "inproceedings": "paper-conference",
    "conference": "paper-conference", "phdthesis": "thesis", "mastersthesis": "thesis", "thesis": "thesis",
    "techreport": "report", "report": "report", "manual": "report", "online": "webpage", "electronic": "webpage", "www": "webpage",
    "unpublished": "manuscript", "dataset": "dataset", "data": "dataset", "periodical": "periodical", "booklet": "pamphlet",
    "jurisdiction": "legal_case", "legislation": "legislation", "legal": "legislation", "standard": "standard", "software": "software",
    "patent": "patent", "map": "map", "video": "motion_picture", "movie": "motion_picture", "misc": "document",
}  # fmt: skip
_FIELDS = {
    "booktitle": "container-title", "journal": "container-title", "journaltitle": "container-title", "maintitle": "container-title",
    "publisher": "publisher", "institution": "publisher", "school": "publisher", "organization": "publisher",
    "address": "publisher-place", "location": "publisher-place", "volume": "volume", "issue": "issue", "edition": "edition",
    "pages": "page", "doi": "DOI", "isbn": "ISBN", "issn": "ISSN", "url": "URL", "note": "note", "series": "collection-title",
    "chapter": "chapter-number", "type": "genre", "abstract": "abstract", "keywords": "keyword", "langid": "language",
    "language": "language", "eventtitle": "event-title", "venue": "event-place", "version": "version", "pubstate": "status",
    "shorttitle": "title-short", "pmid": "PMID", "pmcid": "PMCID", "evidence": "evidence", "superseded-by": "superseded-by",
}  # fmt: skip
_VERBATIM = frozenset({"url", "doi", "isbn", "issn", "evidence"})
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def read(path: str, data: bytes) -> Document:
    """Read a bibliography. Raises `UnicodeDecodeError` where it is not UTF-8 (`readers.read` makes it a problem)."""
    text = SourceText.decode(path, data)
    blocks, problems = parse_blocks(text.text)
    first: dict[str, Block] = {}
    for block in blocks:
        key = block.key.casefold()
        if key in first:
            see = (first[key].key_span,)
            problems.append(Problem("DV004", f"the id {block.key!r} is taken", block.key_span, see))
            continue
        first[key] = block
    sources = tuple(_source(path, block, first) for block in first.values())
    problems.sort(key=lambda p: p.span)
    return Document(path, text, "bibtex", sources=sources, problems=tuple(problems))


def _source(path: str, block: Block, blocks: dict[str, Block]) -> Source:
    given = block.fields
    parent = blocks.get(given["crossref"].value.strip().casefold()) if "crossref" in given else None
    fields: dict[str, Any] = {"type": _TYPES.get(block.kind, "document")}
    spans: dict[str, Span] = {}
    inherited = _inherited(parent, block) if parent else {}
    for name, value, field in _converted({**inherited, **given}, block.kind):
        if value and name not in fields:
            fields[name] = value
            if field.name in given and given[field.name] is field:
                spans[name] = field.span
    if fields["type"] == "document" and "URL" in fields:
        fields["type"] = "webpage"
    return Source(block.key, path, block.span, one_line(fields), fields, spans, explicit_id=True)


def _inherited(parent: Block, block: Block) -> dict[str, Field]:
    """What an entry takes over from the one it cross-refers to; the title of a whole is the container of its part."""
    taken = {n: f for n, f in parent.fields.items() if n not in ("title", "subtitle", "author", "crossref", "label")}
    if "title" in parent.fields and "booktitle" not in block.fields:
        taken["booktitle"] = parent.fields["title"]
    return taken


def _converted(given: dict[str, Field], kind: str) -> Iterator[tuple[str, Any, Field]]:
    """Fields under CSL's names, with the field each comes from."""
    if "title" in given:
        parts = [to_text(given[n].value) for n in ("title", "subtitle") if n in given]
        yield "title", ": ".join(p for p in parts if p), given["title"]
    for name in ("author", "editor", "translator"):
        if name in given:
            yield name, split_names(given[name].value), given[name]
    for name in ("date", "year"):
        if name in given:
            yield "issued", _date(given, name), given[name]
            break
    if "urldate" in given:
        yield "accessed", csl_date(given["urldate"].value), given["urldate"]
    if "howpublished" in given:
        yield from _how_published(given["howpublished"])
    if "number" in given:
        yield (
            ("issue" if kind in ("article", "suppperiodical") else "number"),
            to_text(given["number"].value),
            given["number"],
        )
    for name, field in given.items():
        target = _FIELDS.get(name)
        if target:
            value = field.value.strip() if name in _VERBATIM else to_text(field.value)
            yield target, value.replace("--", "–") if name == "pages" else value, field


def _date(given: dict[str, Field], name: str) -> dict[str, Any]:
    date = csl_date(to_text(given[name].value).strip())
    month = to_text(given["month"].value).strip().lower() if "month" in given else ""
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1 if month[:3] in _MONTHS else 0
    parts = date.get("date-parts")
    if parts and len(parts[0]) == 1 and number:
        day = re.search(r"\d+", given["day"].value) if "day" in given else None
        return {"date-parts": [[*parts[0], number, *([int(day[0])] if day else [])]]}
    return date


def _how_published(field: Field) -> Iterator[tuple[str, Any, Field]]:
    address = re.search(r"(?:https?://|www\.)[^\s{}]+", field.value)
    if address:
        yield "URL", address[0], field
    else:
        yield "publisher", to_text(field.value), field
