"""Citations by author and date, linked to the list of references, and what no entry of it has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from dvht_lint.assembly.listed import Entry, ListedWorks, fold
from dvht_lint.citations.authordates import AuthorDate, read_author_dates
from dvht_lint.citations.dates import MONTH
from dvht_lint.citations.places import is_place
from dvht_lint.citations.words import is_acronym, is_common_word, names_body
from dvht_lint.model import Block, BlockKind, Citation, CitationKind, Problem, Role
from dvht_lint.records import record
from dvht_lint.text import MarkKind, Prose, Span

__all__ = ["author_dates", "unlisted"]

_FEWEST_ENTRIES = 2
"""A single work is no list to look for others in."""
_FEWEST_FOUND = 3
"""So many works must be found in the list before one without any near entry is said to be missing."""
_SHARE = 4
"""At most one missing work to so many that are found; a list that lacks more is not meant to be whole."""
_LAWS = frozenset({"act", "bill", "code", "convention", "directive", "law", "protocol", "treaty"})
_SHORTEST_NAME = 4
_SPELLING = 3
_ALIKE = 0.8
_REPORTS = re.compile(
    r"[)\]]?\s+(?:(?:also|further|later|first|have|has|had)\s+)?(?:f(?:ou|i)nds?|shows?|argues?|reports?|estimates?|notes?|suggests?|writes?|wrote"
    r"|observes?|concludes?|describes?|demonstrates?|proposes?|documents?|examines?|\w{3,}ed)\b"
)


def author_dates(prose: Prose, works: ListedWorks) -> Iterator[Citation]:
    """Citations by author and year: a key where they name a work of the document.

    Where they name none, the sentence does say that it has a source; the list may be in another file.
    """
    for cited in read_author_dates(prose.plain):
        source = works.find(cited)
        place = prose.source(cited.span)
        if source is not None:
            yield Citation(CitationKind.KEY, source.id, place, cited.locator)
        elif not cited.narrative and _may_cite(cited):
            yield Citation(CitationKind.LINE, "", place)


def unlisted(blocks: Iterable[Block], works: ListedWorks) -> Iterator[Problem]:
    """The citations that no entry of the list of references answers, as problems of the document."""
    if len(works.entries) < _FEWEST_ENTRIES:
        return
    found: set[str] = set()
    wrong: list[tuple[Span, str]] = []
    absent: list[tuple[Span, AuthorDate]] = []
    for prose, cited in _cited(blocks):
        if works.find(cited) is not None:
            found.add(fold(cited.shown))
            continue
        near = _Near(cited, works).meant()
        if near is not None:
            entry, opening = near
            named = cited.without(opening)
            message = f"the list of references has no {named.shown}; did you mean {entry.shown}?"
            wrong.append((prose.source(named.span), message))
        elif _must_be_listed(cited, prose.plain):
            absent.append((prose.source(cited.span), cited))
    names = {fold(cited.shown) for _, cited in absent}
    if len(found) >= _FEWEST_FOUND and _SHARE * len(names) <= len(found) + _SHARE - 1:
        wrong += [(span, f"the list of references has no {cited.shown}") for span, cited in absent]
    if len(wrong) > 2 * max(len(found), _FEWEST_ENTRIES):
        return  # the list is of other works
    for span, message in sorted(wrong):
        yield Problem("DV005", message, span)


def _cited(blocks: Iterable[Block]) -> Iterator[tuple[Prose, AuthorDate]]:
    """The citations of the running text; those that lead to the work by a link of their own are left out."""
    for block in blocks:
        if block.role in {Role.SOURCE, Role.HEADING} or block.kind in {BlockKind.HEADING, BlockKind.CODE}:
            continue
        prose = block.prose
        links = [m.span for m in prose.marks if m.kind is MarkKind.LINK and m.target.startswith("http")]
        for cited in read_author_dates(prose.plain):
            if _is_entry(cited, prose.plain):
                break
            if _may_cite(cited) and not any(link.overlaps(cited.span) for link in links):
                yield prose, cited


def _is_entry(cited: AuthorDate, text: str) -> bool:
    """Whether a citation opens a text as the entries of a list do: "Doe, J. (2011). The title"."""
    return cited.narrative and cited.span.start < _SHORTEST_NAME and text.startswith(").", cited.span.end)


def _may_cite(cited: AuthorDate) -> bool:
    return not re.fullmatch(MONTH, cited.names[0].split()[-1])


def _names_person(name: str) -> bool:
    return len(name.split()) == 1 and not names_body(name) and name not in _LAWS


def _must_be_listed(cited: AuthorDate, text: str) -> bool:
    """Whether a citation that resembles no entry is one for certain: "(Doe, 2011)", "Doe et al. (2011)", "Doe (2011) finds"."""
    name = cited.names[0]
    if len(cited.names) == 1 and (len(name.split()) > 1 or is_acronym(name) or names_body(name) or is_place(name)):
        return False
    if any(len(n.split()) > 1 and not n[0].islower() for n in cited.names):
        return False
    if not cited.narrative:
        return cited.more or "," in cited.span.cut(text)
    return cited.more or (not is_common_word(name) and bool(_REPORTS.match(text, cited.span.end)))


@record(frozen=True, slots=True)
class _Near:
    """A citation that no entry answers, beside the list."""

    cited: AuthorDate
    works: ListedWorks

    def meant(self) -> tuple[Entry, int] | None:
        """The entry that is surely meant, and how many words of the names only open the sentence.

        It has the same names and another date, else the same year and names that differ little.
        """
        readings = list(dict.fromkeys(self._readings()))
        for names in readings:
            same = [e for e in self.works.entries if e.begins_with(names[0])]
            if same:
                entry = self._of_author(same, names)
                return (entry, self._opening(names)) if entry is not None else None
        for names in readings:
            other = self._misspelt(names[0]) or self._later_author(names[0])
            if other is not None:
                return other, self._opening(names)
        return None

    def _opening(self, names: tuple[str, ...]) -> int:
        """How many words that are no name stand before the first name."""
        return (
            max(0, len(self.cited.names[0].split()) - len(names[0].split()))
            if len(names) == len(self.cited.names)
            else 0
        )

    def _readings(self) -> Iterator[tuple[str, ...]]:
        """The names as written; in a sentence, without the common words that open it."""
        for names in self.works.readings(self.cited):
            whole = tuple(fold(name) for name in self.cited.names)
            opening = whole[0].removesuffix(names[0]).split() if len(names) == len(whole) else []
            as_written = names in (whole, (fold(self.cited.written),), (fold(self.cited.gloss),))
            if as_written or (opening and _names_person(names[0]) and all(map(is_common_word, opening))):
                yield names

    def _of_author(self, same: Sequence[Entry], names: tuple[str, ...]) -> Entry | None:
        years = self.cited.years
        together = [e for e in same if e.holds(names[1:])]
        dated = [e for e in together if e.of(years)]
        if dated and not self.cited.suffix:
            return None
        return min(dated or together or same, key=lambda e: min(abs(y - years[-1]) for y, _ in e.dates))

    def _misspelt(self, name: str) -> Entry | None:
        if len(name) < _SHORTEST_NAME or len(name.split()) > 1:
            return None
        from difflib import SequenceMatcher

        for entry in self.works.entries:
            first = entry.first.split()[-1]
            alike = entry.of(self.cited.years) and first[:1] == name[:1] and abs(len(first) - len(name)) < _SPELLING
            if alike and SequenceMatcher(None, first, name, autojunk=False).ratio() >= _ALIKE:
                return entry
        return None

    def _later_author(self, name: str) -> Entry | None:
        """An entry of the year that names the author, but not first."""
        if len(name.split()) > 1 or is_common_word(name):
            return None
        fits = (e for e in self.works.entries if e.of(self.cited.years) and name in map(fold, e.source.authors))
        return next(fits, None)
