"""What has been read out of one citation so far, and the few helpers that every form shares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from dvht_lint.citations.places import is_place
from dvht_lint.text import Mark, MarkKind, Span

__all__ = ["Reading", "blank", "emphasised", "inside", "sentence_end", "trim"]

_EDGES = " \t\n.,;:"
# Words that end in a full stop and do not end a title. Initials and dotted abbreviations are found by form.
_ABBREVIATIONS = frozenset(
    {
        "vs", "v", "no", "nos", "vol", "vols", "dr", "mr", "mrs", "ms", "st", "jr", "sr", "inc",
        "ltd", "co", "corp", "rev", "pp", "p", "etc", "ca", "dept", "univ", "assn", "pub",
        "stat", "art", "sec", "ch", "fig", "intl", "natl", "gov", "sen", "rep", "prof", "cf", "ann", "ph.d", "diss", "sgt", "lt", "capt", "det", "hon",
    }
)  # fmt: skip


@dataclass(slots=True)
class Reading:
    """CSL-JSON fields, and where each stands in the plain text of the citation."""

    fields: dict[str, Any] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)

    def put(self, name: str, value: Any, span: Span) -> None:
        """Record a field; the first reading of a field stays, for what comes later is less certain."""
        if name not in self.fields and value not in ("", [], None):
            self.fields[name] = value
            self.spans[name] = span

    def put_text(self, name: str, text: str, span: Span) -> None:
        """Record a stretch of the text, without the punctuation around it, as a field."""
        span = trim(text, span)
        self.put(name, " ".join(span.cut(text).split()), span)

    def __contains__(self, name: str) -> bool:
        return name in self.fields


def trim(text: str, span: Span, edges: str = _EDGES) -> Span:
    """The span without white space and separators at its ends; the full stop of an abbreviation stays."""
    start, end = span.start, span.end
    while start < end and text[start] in edges:
        start += 1
    while end > start and text[end - 1] in edges:
        if text[end - 1] == "." and _keeps_stop(text, start, end):
            break
        end -= 1
    return Span(start, end)


def _keeps_stop(text: str, start: int, end: int) -> bool:
    """Whether the full stop before `end` belongs to an abbreviation: "U.S.", "Inc.", "F. C."."""
    word = re.search(r"[^\s(]*$", text[max(start, end - 24) : end])
    token = word[0] if word else ""
    return bool(
        re.fullmatch(r"(?:[^\W\d_]\.-?){2,}|[^\W\d_]\.", token)
        or token.lower() in {"inc.", "ltd.", "co.", "corp.", "jr."}
    )


def blank(text: str, span: Span) -> str:
    """The text with a span overwritten by spaces: what has been read is not read twice, and offsets stay."""
    return text[: span.start] + " " * len(span) + text[span.end :]


def emphasised(marks: tuple[Mark, ...], region: Span) -> Iterator[Span]:
    """The spans in italics (bold, where there are none) within a region, in order."""
    for kind in (MarkKind.EMPHASIS, MarkKind.STRONG):
        found = [m.span for m in marks if m.kind is kind and m.span.overlaps(region) and len(m.span) > 1]
        if found:
            for span in sorted(found):
                yield inside(span, region)
            return


def inside(span: Span, region: Span) -> Span:
    """The part of a span that lies within a region."""
    start = min(max(span.start, region.start), region.end)
    return Span(start, max(start, min(span.end, region.end)))


@cache
def _stops() -> re.Pattern[str]:
    return re.compile(r"[.?!][\"”’')\]]*(?=\s|$)")


def sentence_end(text: str, region: Span) -> Iterator[Span]:
    """The places in a region where a sentence may end, as the spans of the stop and its closing quotes.

    Stops after initials, after known abbreviations and inside brackets are passed over.
    """
    for match in _stops().finditer(text, region.start, region.end):
        before = text[max(region.start, match.start() - 30) : match.start()]
        word = re.search(r"[\w.]*$", before)
        token = word[0].lower() if word else ""
        if match[0][0] == "." and (token in _ABBREVIATIONS or re.fullmatch(r"(?:\w\.)*[^\W\d_]", token)):
            follows = text[match.end() : region.end].lstrip()
            if follows and not (len(token) > 1 and token.count(".") and _starts_imprint(follows)):
                continue
        if match[0][0] != "." and text[match.end() : match.end() + 2].strip()[:1].islower():
            continue
        opened = text.count("(", region.start, match.start()) - text.count(")", region.start, match.end())
        if opened <= 0:
            yield Span(match.start(), match.end())


def _starts_imprint(text: str) -> bool:
    """Whether "in the U.S. Washington, DC." goes on with a place: then the abbreviation ended the title."""
    return is_place(re.split(r":|\.(?=\s*$)", text[:80], maxsplit=1)[0])
