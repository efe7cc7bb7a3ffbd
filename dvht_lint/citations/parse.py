"""One citation, or several in a line, as people write them: into CSL-JSON fields with their places."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from dvht_lint.citations.apa import read_apa
from dvht_lint.citations.credits import read_back_reference, read_credit
from dvht_lint.citations.identifiers import take_identifiers
from dvht_lint.citations.kinds import kind_of_work
from dvht_lint.citations.law import read_law
from dvht_lint.citations.notes import read_note
from dvht_lint.citations.reading import Reading, emphasised, inside, trim
from dvht_lint.citations.split import split_works
from dvht_lint.model import Source
from dvht_lint.text import MarkKind, Prose, Span

__all__ = ["parse_citation", "resolve_short_forms", "source_id"]

_LONGEST = 4000
"""Characters; what is longer is no citation but a text, and reading it as one would cost time for nothing."""
_PLACEHOLDERS = frozenset(
    {"tbd", "tba", "n/a", "na", "tk", "tktk", "none", "unknown", "pending", "todo", "xxx", "cite"}
)
_LABEL = re.compile(
    r"\s*(?:[-*•]\s+)?(?:\[?\d{1,3}[.)\]]\s+)?(?:(?:sources?|references?|citations?|data|adapted|taken|from|cited)\b\s*(?:from|in|and)?\s*:\s*|adapted from\s+|cited in\s+|see(?:,? e\.g\.,?| also)?:?\s+)?",
    re.IGNORECASE,
)


def parse_citation(prose: Prose, document: str) -> tuple[Source, ...]:
    """The works that a `Source:` line, a bibliography entry or a note cites, in order.

    What cannot be read comes back with `parsed=False` and its text verbatim; nothing is dropped. Spans are of
    the file.
    """
    text = prose.plain
    region = trim(text, prose.whole(), " \t\n")
    if not len(region):
        return ()
    if len(region) > _LONGEST:
        return (_source(prose, region, Reading(), document, parsed=False),)
    body = _without_label(text, _unwrap(text, _without_label(text, region)))
    found = tuple(_parse_one(prose, span, document) for span in split_works(text, body, prose.marks))
    if not found or (len(found) == 1 and not found[0].parsed):
        return (_source(prose, region, Reading(), document, parsed=False),)
    return found


def _without_label(text: str, region: Span) -> Span:
    """The region without "Source:", a list mark or "See, e.g.," before the citation."""
    label = _LABEL.match(text, region.start, region.end)
    return Span(label.end(), region.end) if label and label.end() < region.end else region


def _unwrap(text: str, region: Span) -> Span:
    """The region without a pair of brackets around the whole of it: "(Smith, 2012; Jones, 2013)."."""
    match = re.fullmatch(r"\(([^()]+)\)\.?\s*", region.cut(text))
    return trim(text, Span(*match.span(1)).shift(region.start), " \t\n") if match else region


def _parse_one(prose: Prose, region: Span, document: str) -> Source:
    text = prose.plain
    back = read_back_reference(text, region)
    if back:
        return _source(prose, region, back, document)
    reading = Reading()
    rest = take_identifiers(text, region, prose.marks, reading)
    body = trim(
        rest, region, " \t\n.,;:<>[]" if not re.search(r"[\[\]]", text[region.start + 1 : region.end]) else " \t\n.,;:"
    )
    italics = [s for s in emphasised(prose.marks, body) if len(s)]
    links = [
        inside(m.span, body)
        for m in prose.marks
        if m.kind is MarkKind.LINK and m.span.overlaps(body) and rest[m.span.start : m.span.end].strip()
    ]
    found = _read_body(rest, body, italics, links) if len(body) else Reading()
    for name, value in found.fields.items():
        reading.put(name, value, found.spans[name])
    reading.put("type", kind_of_work(reading.fields), region)
    return _source(prose, region, reading, document, parsed=_is_read(reading, text, region))


def _read_body(text: str, body: Span, italics: list[Span], links: list[Span]) -> Reading:
    forms: tuple[Callable[[], Reading | None], ...] = (
        lambda: None if italics else read_law(text, body),
        lambda: read_apa(text, body, italics),
        lambda: None if italics or links else read_credit(text, body),
    )
    for form in forms:
        reading = form()
        if reading is not None:
            return reading
    return read_note(text, body, italics, links)


def _is_read(reading: Reading, text: str, region: Span) -> bool:
    """Whether enough came out: an address, a title with something beside it, or names that are names."""
    fields = reading.fields
    if {"URL", "DOI", "ISBN"} & fields.keys() or fields.get("type") in ("legislation", "legal_case", "treaty"):
        return True
    if "title" in fields:
        beside = {"author", "editor", "issued", "container-title", "publisher", "publisher-place"} & fields.keys()
        capitals = re.findall(r"\b[A-Z][\w’'-]+", str(fields["title"]))
        return bool(beside & {"author", "editor", "issued", "container-title"}) or len(capitals) >= 2
    names = fields.get("author") or fields.get("editor") or []
    if region.cut(text).strip(" .()[]").lower() in _PLACEHOLDERS:
        return False
    return bool(names) and ("issued" in fields or all(_is_proper(n) for n in names))


def _is_proper(name: dict[str, str]) -> bool:
    return "family" in name or name.get("literal", "")[:1].isupper()


def _source(prose: Prose, region: Span, reading: Reading, document: str, *, parsed: bool = True) -> Source:
    text = region.cut(prose.plain)
    return Source(
        source_id(reading.fields, text),
        document,
        prose.source(region),
        text,
        reading.fields,
        {name: prose.source(span) for name, span in reading.spans.items() if name != "type"},
        parsed=parsed,
    )


def source_id(fields: dict[str, Any], text: str) -> str:
    """A stable id made from the citation: author, year, first title words and a hash of the normalised text.

    Two citations that differ in a letter or figure get two ids; quotes, spacing and case make no difference.
    """
    normal = unicodedata.normalize("NFKC", text).casefold()
    normal = " ".join(re.sub(r"[“”„\"'‘’*_]", "", normal).replace("–", "-").replace("—", "-").split()).strip(" .")
    source = Source("", "", Span(0, 0), text, fields)
    words = [*source.authors[:1], str(source.year or ""), *source.title.split()[:3]]
    ascii_words = unicodedata.normalize("NFKD", " ".join(words)).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_words).strip("-")[:48].rstrip("-")
    mark = hashlib.sha256(normal.encode()).hexdigest()[:6]
    return f"{slug}-{mark}" if slug else mark


def resolve_short_forms(sources: Sequence[Source]) -> tuple[Source, ...]:
    """The sources of one document, in order, with "ibid." and short forms given the fields of what they stand for.

    A short form is resolved where exactly one fuller citation of the document fits it; the rest stay as they are.
    """
    resolved: list[Source] = []
    full = [s for s in sources if s.parsed and s.title and "short-form" not in s.fields]
    for source in sources:
        antecedent = _antecedent(source, resolved, full)
        if antecedent is None:
            resolved.append(source)
            continue
        fields = {k: v for k, v in antecedent.fields.items() if k != "page"}
        fields |= {k: v for k, v in source.fields.items() if k in ("page", "short-form")}
        fields.setdefault("short-form", "short")
        spans = {k: v for k, v in source.spans.items() if k in fields}
        resolved.append(replace(source, fields=fields, spans=spans, parsed=True))
    return tuple(resolved)


def _antecedent(source: Source, before: Sequence[Source], full: Sequence[Source]) -> Source | None:
    form = source.fields.get("short-form")
    if form == "ibid":
        return before[-1] if before and before[-1].title else None
    if not source.parsed or source.title or not source.authors or {"URL", "DOI"} & source.fields.keys():
        return None
    fits = [
        s
        for s in full
        if s.authors and _same_name(source.authors[0], s.authors[0]) and (form == "supra" or source.year == s.year)
    ]
    titles = {s.title.casefold() for s in fits}
    return fits[0] if len(titles) == 1 else None


def _same_name(short: str, name: str) -> bool:
    """Whether a short name stands for a name: equal, or its initials ("UNODC")."""
    if short.casefold() == name.casefold():
        return True
    initials = "".join(w[0] for w in re.findall(r"[^\W\d_]+", name) if w[0].isupper())
    return short.isupper() and short == initials
