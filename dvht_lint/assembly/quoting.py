"""What a note holds: passages that it quotes, and works that it cites; titles and remarks are neither."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dvht_lint.model import Source
from dvht_lint.roles.halves import looks_like_citation
from dvht_lint.text import Prose, Span

__all__ = ["is_work", "passages", "with_marks"]

_QUOTED = re.compile(r"[“\"«]([^“”\"«»]{20,2000})[”\"»]")
_INTRODUCED = re.compile(r"(?:[:,]|\b(?:that|states?|says?|said|writes?|wrote|quote|notes?|reads?))\s*$", re.IGNORECASE)
_SAYS = re.compile(r"\b(?:is|are|was|were|has|have|had|be|been|can|may|will|do|does|did|\w{3,}ed)\b|\d")
_EVIDENCE_OF_WORK = frozenset({"issued", "URL", "DOI", "ISBN", "container-title", "publisher"})
_WHO_OR_WHERE = frozenset({"author", "editor", "URL", "DOI", "ISBN"})
_MOST_CAPITALS = 0.6
_FEW_CAPITALS = 0.25
"""Below, a text that names nobody is a sentence, whatever year or number it holds."""
_SHORTEST_PASSAGE = 5
_REACH = 40


def is_work(source: Source) -> bool:
    """Whether a citation read from a note is one, rather than a remark that was taken for it."""
    if looks_like_citation(source.text):
        return True
    capitals = _share_of_capitals(source.text)
    if capitals < _FEW_CAPITALS and not _WHO_OR_WHERE & source.fields.keys():
        return False  # "Calls to the office are left out. In 2011 there were 9,214."
    return source.parsed and (bool(_EVIDENCE_OF_WORK & source.fields.keys()) or capitals > _MOST_CAPITALS)


def _share_of_capitals(text: str) -> float:
    """How many of the longer words begin with a capital, 0 to 1: most in names and titles, few in sentences."""
    heavy = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return sum(word[0].isupper() for word in heavy) / len(heavy) if heavy else 1.0


def passages(prose: Prose) -> Iterator[Span]:
    """The passages that a note quotes, without their quotation marks; quoted titles are none."""
    for found in _QUOTED.finditer(prose.plain):
        inside = Span(*found.span(1))
        if _is_passage(inside.cut(prose.plain), prose.plain[max(0, found.start() - _REACH) : found.start()]):
            yield inside


def _is_passage(text: str, before: str) -> bool:
    words = text.split()
    if len(words) < _SHORTEST_PASSAGE or _share_of_capitals(" ".join(words[1:])) > _MOST_CAPITALS:
        return False
    return text.rstrip().endswith((".", "!", "…")) or bool(_INTRODUCED.search(before)) or bool(_SAYS.search(text))


def with_marks(prose: Prose, inside: Span) -> Span:
    """A passage with its quotation marks."""
    return Span(max(0, inside.start - 1), min(len(prose.plain), inside.end + 1))
