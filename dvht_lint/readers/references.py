"""References that stand in the running text itself, taken out of prose or marked in it.

Superscript digits (`2,945³`), numbers in brackets (`calls [3].`), notes without a definition (`[^x]`), inline
notes (`^[…]`) and Pandoc citations (`[@key, p. 4; @other]`) leave the text; bare web addresses and bare keys
(`@key`) stay, marked.

The target of a Pandoc citation is its key, or `key, locator` where there is one: one mark for each key.
Citation syntax: the Pandoc manual, "Citation syntax".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dvht_lint.readers.inline import expand_labels
from dvht_lint.records import record
from dvht_lint.text import Mark, MarkKind, Prose, Span

__all__ = ["InlineNote", "leading_note", "take_out_references"]

_BRACKETS = re.compile(r"\^?\[[^\[\]]{1,2000}\]")
_KEY = re.compile(r"(?<![\w@.])-?@(?:\{([^{}\s]{1,200})\}|(\w(?:[\w:.#$%&+?<>~/-]{0,200}[\w/])?))")
_RAISED_DIGITS = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:[⁻,ʼ’·᛫][⁰¹²³⁴⁵⁶⁷⁸⁹]+)*|[†‡]+")
_CARETS = re.compile(r"\^(\d{1,3}(?:[,–-]\d{1,3}){0,9})\^")
_LINK_NUMBER = re.compile(r"\[?\d{1,3}\]?")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"“”]{1,2000}", re.IGNORECASE)
_PLAIN_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻ʼ’·᛫", "0123456789-,,,,")
_UNIT_BEFORE = re.compile(r"(?:^|[\s\d(/])(?:[kcmdµ]?m|ft|yd|mi|in|10|[^\W\d_])$|[⁻⁺]$")
_CLOSERS = " .,;:!?)]”’\"'"


@record(frozen=True, slots=True)
class InlineNote:
    """A note written where it is called: its label and its prose."""

    label: str
    prose: Prose


@dataclass(slots=True)
class _Found:
    cuts: list[Span] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    notes: list[InlineNote] = field(default_factory=list)


def take_out_references(prose: Prose, file: str, *, pandoc: bool) -> tuple[Prose, tuple[InlineNote, ...]]:
    """The prose without the references that stand in its text, and the notes that were written inside it.

    `file` is the text that the prose was read from; with `pandoc`, its citations and inline notes are read.
    """
    found = _Found()
    numbered = {
        mark.span: mark
        for mark in prose.marks
        if mark.kind is MarkKind.LINK and _LINK_NUMBER.fullmatch(mark.span.cut(prose.plain))
    }
    for span in _ascending(prose, numbered, pandoc=pandoc):
        if span in numbered:
            _read_numbered_link(prose, numbered[span], file, found)
        else:
            _read(prose, span, file, found, pandoc=pandoc)
    found.marks.extend(_addresses(prose, found.cuts))
    if pandoc and "@" in prose.plain:
        found.marks.extend(_bare_keys(prose, found.cuts, file))
    return prose.without(found.cuts, found.marks).strip(), tuple(found.notes)


def leading_note(prose: Prose) -> tuple[str, Prose]:
    """The label of a note that a block defines (`¹ Polaris Project …`) and the rest of its prose; no label, no note."""
    match = _RAISED_DIGITS.match(prose.plain)
    if not match or not prose.plain[match.end() :].strip():
        return "", prose
    labels = expand_labels(match[0].translate(_PLAIN_DIGITS))
    if len(labels) != 1:
        return "", prose
    return labels[0], prose.slice(Span(match.end(), len(prose.plain))).strip()


def _ascending(prose: Prose, links: Iterable[Span], *, pandoc: bool) -> list[Span]:
    """The candidates, in order and free of overlap; those in code stay."""
    plain = prose.plain
    patterns = [_BRACKETS, _RAISED_DIGITS, _CARETS] if pandoc else [_BRACKETS, _RAISED_DIGITS]
    spans = sorted({Span(m.start(), m.end()) for pattern in patterns for m in pattern.finditer(plain)} | set(links))
    code = [mark.span for mark in prose.marks if mark.kind is MarkKind.CODE]
    kept: list[Span] = []
    for span in spans:
        if (not kept or kept[-1].end <= span.start) and not _within(code, span.start):
            kept.append(span)
    return kept


def _read(prose: Prose, span: Span, file: str, found: _Found, *, pandoc: bool) -> None:
    text = span.cut(prose.plain)
    source = prose.source(span)
    if source.start and file[source.start - 1] == "\\":
        return
    inner = Span(span.start + text.index("[") + 1, span.end - 1) if "[" in text else span
    if text.startswith("^["):
        if pandoc:
            label = f"^{source.start}"
            found.notes.append(InlineNote(label, prose.slice(inner).strip()))
            _cut(prose, span, [label], source, found)
    elif text.startswith("[^"):
        if pandoc and re.fullmatch(r"\[\^[^\s\]]+\]", text):
            _cut(prose, span, [text[2:-1].casefold()], source, found)
    elif text.startswith("["):
        citations = list(_citations(prose, inner)) if pandoc and "@" in text else []
        if citations:
            at = _cut_out(prose.plain, span, found.cuts)
            found.marks.extend(Mark(MarkKind.CITATION, at, target, where) for target, where in citations)
        elif _is_numbered(prose.plain, span):
            _cut(prose, span, expand_labels(text), source, found)
    elif text.startswith("^"):
        _cut(prose, span, expand_labels(text.strip("^")), source, found)
    elif span.start and not _UNIT_BEFORE.search(prose.plain[max(0, span.start - 4) : span.start]):
        _cut(prose, span, expand_labels(text.translate(_PLAIN_DIGITS)), source, found)


def _read_numbered_link(prose: Prose, link: Mark, file: str, found: _Found) -> None:
    """Take out a link whose text is but a number: it leads to a note in the page, or to the source itself."""
    source = prose.source(link.span)
    attached = link.span.start and not prose.plain[link.span.start - 1].isspace()
    by_reference = file.startswith("]", source.end) and not file.startswith("](", source.end)
    if not attached and not ((link.target.startswith("#") or by_reference) and _refers(prose.plain, link.span)):
        return
    if link.target.startswith("#"):
        _cut(prose, link.span, expand_labels(link.span.cut(prose.plain)), source, found)
    else:
        at = _cut_out(prose.plain, link.span, found.cuts)
        found.marks.append(Mark(MarkKind.LINK, at, link.target, source, link.target_source))


def _is_numbered(plain: str, span: Span) -> bool:
    """Whether a number in brackets refers to a list: `[3]` after a word, not `[3] Polaris Project` or `the [12] calls`."""
    if not re.fullmatch(r"\[\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,20}\]", span.cut(plain)):
        return False
    return _refers(plain, span)


def _refers(plain: str, span: Span) -> bool:
    """Whether what stands at a span points back at the words before it."""
    before, after = plain[max(0, span.start - 1) : span.start], plain[span.end : span.end + 1]
    if not before or after == "(":
        return False
    return not before.isspace() or not after or (after in _CLOSERS and after != " ") or after == "["


def _cut(prose: Prose, span: Span, labels: list[str] | tuple[str, ...], source: Span, found: _Found) -> None:
    if not labels:
        return
    at = _cut_out(prose.plain, span, found.cuts)
    found.marks.extend(Mark(MarkKind.NOTE, at, label, source) for label in labels)


def _cut_out(plain: str, span: Span, cuts: list[Span]) -> Span:
    """Cut a span out, with the space before it where what follows needs none; the empty span where it stood."""
    start = span.start
    if cuts and cuts[-1].end == start:
        start = cuts.pop().start
    before = cuts[-1].end if cuts else 0
    if start > before and plain[start - 1] == " " and plain[span.end : span.end + 1] in _CLOSERS:
        start -= 1
    cuts.append(Span(start, span.end))
    return Span(start, start)


def _citations(prose: Prose, inner: Span) -> Iterator[tuple[str, Span]]:
    """The keys in one pair of brackets, each with its locator and its place in the file."""
    keys = list(_KEY.finditer(prose.plain, inner.start, inner.end))
    for index, key in enumerate(keys):
        end = keys[index + 1].start() if index + 1 < len(keys) else inner.end
        semicolon = prose.plain.find(";", key.end(), end)
        end = semicolon if semicolon >= 0 else end
        locator = prose.plain[key.end() : end].strip(" ,")
        name = key[1] or key[2]
        where = Span(key.start(), key.start() + len(prose.plain[key.start() : end].rstrip()))
        yield f"{name}, {locator}" if locator else name, prose.source(where)


def _bare_keys(prose: Prose, cuts: list[Span], file: str) -> Iterator[Mark]:
    """Keys in the running text (`@polaris-2012 says …`); they stay in it."""
    covered = sorted([*cuts, *(m.span for m in prose.marks if m.kind in {MarkKind.CODE, MarkKind.LINK})])
    for key in _KEY.finditer(prose.plain):
        span = Span(key.start(), key.end())
        source = prose.source(span)
        if not _within(covered, span.start) and not (source.start and file[source.start - 1] in "\\/"):
            yield Mark(MarkKind.CITATION, span, key[1] or key[2], source)


def _addresses(prose: Prose, cuts: list[Span]) -> Iterator[Mark]:
    """Bare web addresses in the running text; they stay in it."""
    if "://" not in prose.plain and "www." not in prose.plain.lower():
        return
    covered = sorted([*cuts, *(m.span for m in prose.marks if m.kind in {MarkKind.CODE, MarkKind.LINK})])
    for match in _ADDRESS.finditer(prose.plain):
        address = match[0].rstrip(".,;:!?'’*_")
        while address.endswith((")", "]")) and address.count("(") + address.count("[") < address.count(
            ")"
        ) + address.count("]"):
            address = address[:-1].rstrip(".,;:!?'’*_")
        if not _within(covered, match.start()):
            target = address if "://" in address else f"http://{address}"
            yield Mark(MarkKind.LINK, Span(match.start(), match.start() + len(address)), target)


def _within(spans: list[Span], offset: int) -> bool:
    """Whether one of the ascending spans, which do not overlap, holds the offset."""
    index = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return index >= 0 and spans[index].start <= offset < spans[index].end
