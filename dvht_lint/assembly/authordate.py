"""Author and year in parentheses: "(Doe, 2011)", "Doe (2011)"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from dvht_lint.model import Citation, CitationKind, Source
from dvht_lint.text import Prose, Span

__all__ = ["SourcesOfYear", "author_dates"]

SourcesOfYear = Callable[[int], list[Source]]
"""The sources of a document that were issued or revised in a year."""

_BRACKETED = re.compile(r"\(([^()]{2,120}?(?:1[89]|20)\d\d[a-z]?[^()]{0,40})\)")
_BARE_YEAR = re.compile(r"\(((?:1[89]|20)\d\d)[a-z]?(?:, pp?\. ?[\d–-]+)?\)")
_YEAR = re.compile(r"(?<!\d)((?:1[89]|20)\d\d)[a-z]?(?!\d)")
_AUTHOR_DATE = re.compile(r"^(?:see |e\.g\.,? |cf\. )?[A-Z][^,;()]{1,80}, (?:n\.d\.|(?:1[89]|20)\d\d)")
_REACH = 100


def author_dates(prose: Prose, of_year: SourcesOfYear) -> Iterator[Citation]:
    """Citations by author and year: a key where they name one source of the document.

    Where they name none, the sentence does say that it has a source; the list may be in another file.
    """
    plain = prose.plain
    for found in _BARE_YEAR.finditer(plain):
        before = plain[max(0, found.start() - _REACH) : found.start()].rstrip()
        named = [s for s in of_year(int(found[1])) if any(author and before.endswith(author) for author in s.authors)]
        if named:
            yield Citation(CitationKind.KEY, named[0].id, prose.source(Span(*found.span())))
    for found in _BRACKETED.finditer(plain):
        at = found.start(1)
        for part in found[1].split(";"):
            span = Span(at, at + len(part))
            at += len(part) + 1
            source = _named(part, of_year)
            if source is not None:
                yield Citation(CitationKind.KEY, source.id, prose.source(span))
            elif _AUTHOR_DATE.match(part.strip()):
                yield Citation(CitationKind.LINE, "", prose.source(span))


def _named(text: str, of_year: SourcesOfYear) -> Source | None:
    folded = text.casefold()
    for year in _YEAR.findall(text):
        for source in of_year(int(year)):
            if any(author and author.casefold() in folded for author in source.authors):
                return source
    return None
