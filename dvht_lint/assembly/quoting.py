"""What a note holds: passages that it quotes, and works that it cites; titles and remarks are neither."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dvht_lint.model import Source
from dvht_lint.roles.halves import looks_like_citation
from dvht_lint.sentences import split
from dvht_lint.text import Prose, Span

__all__ = ["is_discourse", "is_title", "is_work", "passages", "summaries", "with_marks"]

_QUOTED = re.compile(r"[“\"«]([^“”\"«»]{20,2000})[”\"»]")
_INTRODUCED = re.compile(r"(?:[:,]|\b(?:that|states?|says?|said|writes?|wrote|quote|notes?|reads?))\s*$", re.IGNORECASE)
_SAYS = re.compile(r"\b(?:is|are|was|were|has|have|had|be|been|can|may|will|do|does|did|\w{3,}ed)\b|\d")
_STATES = re.compile(
    r"\b(?:is|are|was|were|has|have|had|be|been|can|may|will|do|does|did|cost|costs|\w{3,}ed|rose|fell|gave|took|found|put)\b"
)
_CITED = re.compile(r"[\s,.]{0,3}(?:in\s)?[(A-Z][^“”\"]{0,120}?(?:1[89]|20)\d\d")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_EVIDENCE_OF_WORK = frozenset({"issued", "URL", "DOI", "ISBN", "container-title", "publisher"})
_WHO_OR_WHERE = frozenset({"author", "editor", "URL", "DOI", "ISBN"})
_WHEN_OR_WHERE = frozenset({"issued", "URL", "DOI", "ISBN"})
_MOST_CAPITALS = 0.6
_FEW_CAPITALS = 0.25
"""Below, a text that names nobody is a sentence, whatever year or number it holds."""
_SHORTEST_SENTENCE = 40
_SENTENCE_CAPITALS = 0.4
_SHORTEST_PASSAGE = 5
_REACH = 40


def is_work(source: Source) -> bool:
    """Whether a citation read from a note is one, rather than a remark that was taken for it."""
    capitals = _share_of_capitals(source.text)
    known = source.fields.keys()
    if capitals < _FEW_CAPITALS and not (_WHO_OR_WHERE & known and _WHEN_OR_WHERE & known):
        return False  # "Calls to the office are left out. In 2011 there were 9,214."
    if looks_like_citation(source.text) and (source.parsed or _YEAR.search(source.text)):
        return True
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


def is_discourse(prose: Prose) -> bool:
    """Whether a note speaks in sentences of its own, so that the works it cites are those that its links lead to."""
    text = prose.plain
    sentences = [span for span in split(text) if _STATES.search(span.cut(text)) and len(span) > _SHORTEST_SENTENCE]
    return sum(map(len, sentences)) * 2 > len(text) and _share_of_capitals(text) < _SENTENCE_CAPITALS


def is_title(prose: Prose, inside: Span) -> bool:
    """Whether what a note quotes is also the title of the work that it cites: a headline is both."""
    before = prose.plain[max(0, inside.start - _REACH) : inside.start - 1]
    return not _INTRODUCED.search(before) and bool(_CITED.match(prose.plain, inside.end + 1))


def summaries(prose: Prose, quotes: Sequence[Span]) -> Iterator[Span]:
    """The sentences in which a note says what its source has, with a figure; those that quote or cite are none."""
    for span in split(prose.plain):
        text = span.cut(prose.plain)
        if len(text.split()) < _SHORTEST_PASSAGE or any(span.overlaps(quote) for quote in quotes):
            continue
        states = _STATES.search(text) and re.search(r"\d", text)
        if states and _share_of_capitals(text) < _MOST_CAPITALS and not looks_like_citation(text):
            yield span


def with_marks(prose: Prose, inside: Span) -> Span:
    """A passage with its quotation marks."""
    return Span(max(0, inside.start - 1), min(len(prose.plain), inside.end + 1))
