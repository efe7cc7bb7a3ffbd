"""The works that a document lists, found as a text names them by author and year."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field

from dvht_lint.citations.authordates import AuthorDate
from dvht_lint.model import Source
from dvht_lint.records import record

__all__ = ["Entry", "ListedWorks", "fold"]

_YEAR = re.compile(r"(?<![\w/.-])((?:1[5-9]|20)\d\d)([a-z](?![a-z]))?(?!\d)")
_ADDRESS = re.compile(r"(?:https?://|www\.|\bdoi\b)\S*|(?i:\b(?:retrieved|accessed|last viewed)\b.*)")
_NUMBER = re.compile(r"^\W{0,3}\d{1,3}[.)\]]\s+")
_FIRST_ENDS = re.compile(r",|;|:|\s(?:and|&)\s|\(|\[|(?<=[^\W\d_]{2})\.(?:\s|$)|\set\.? al\b|$")
_INITIALS = re.compile(r"(?<=\w)\s+(?:[^\W\d_a-z]\.?[ -]?){1,3}$")
_REPEATED = re.compile(r"\s*(?:[—–_-]\s?){2,}")
_LAW = frozenset({"legislation", "legal_case", "treaty", "bill", "regulation", "hearing"})
_PARTIES = re.compile(r"\w\.? vs?\. [A-Z]")
_LONGEST_HEAD = 400
_SHORTEST_HEAD = 3
_LONGEST_PERSON = 3
"""Words of a person's name in full."""


def fold(text: str) -> str:
    """A name as it is compared: no accents, case or punctuation; "U.S." is one word."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
    words = re.sub(r"[^\w\s]|_", " ", re.sub(r"['’]s?\b|(?<=\b\w)\.(?=\w\b)", "", plain)).split()
    return " ".join(words).replace("united states", "us").removeprefix("the ")


@record(frozen=True, slots=True)
class Entry:
    """A listed work: `first` is its first author and `head` all before the date, both folded."""

    source: Source
    first: str
    head: str
    short_forms: frozenset[str]
    """Initials and other short forms of the first author, folded."""
    dates: frozenset[tuple[int, str]]
    """Years with their suffixes; more than one where it is not plain which is the date."""

    @property
    def solo(self) -> bool:
        """Whether the work has one author."""
        return len(self.source.authors) == 1

    def of(self, years: Iterable[int]) -> bool:
        """Whether the work is of one of the years."""
        known = {year for year, _ in self.dates}
        return any(year in known for year in years)

    def begins_with(self, name: str) -> bool:
        """Whether a folded name is the first author's."""
        if name in (self.first, *self.short_forms):
            return True
        first, words = self.first.split(), name.split()
        if len(words) == 1:
            return len(first) <= _LONGEST_PERSON and first[-1:] == words
        given = len(words) <= _LONGEST_PERSON and "and" not in words and words[-1] == self.first
        return given or self.head.startswith(f"{name} ") or _initials(name) == self.first

    def holds(self, names: Sequence[str]) -> bool:
        """Whether all of some folded names, or their last words, stand before the date."""
        words = set(self.head.split())
        people = (name for name in names if 0 < len(name.split()) <= _LONGEST_PERSON)  # longer is a title behind a name
        return all(name in self.head or name.split()[-1] in words for name in people)

    @property
    def shown(self) -> str:
        """As a message gives it: "Doe and Roe (2011a)"."""
        names = self.source.authors
        who = names[0] if names else self.source.text[:40]
        who = f"{who} and {names[1]}" if len(names) == 2 else f"{who} et al." if len(names) > 2 else who
        year, suffix = min(self.dates, default=("n.d.", ""))
        return f"{who} ({year}{suffix})"


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word not in {"of", "for", "and", "the", "on", "in", "to"})


def _entry(source: Source, before: Entry | None) -> Entry | None:
    text = _ADDRESS.sub(" ", _NUMBER.sub("", source.text))
    date = _YEAR.search(text, _SHORTEST_HEAD)
    raw = text[: min(date.start() if date else len(text), _LONGEST_HEAD)]
    repeated = _REPEATED.match(raw)
    if repeated and before is not None:
        first, head, short_forms = before.first, f"{before.first} {fold(raw)} ", before.short_forms
    else:
        ends = _FIRST_ENDS.search(raw)
        opening = _INITIALS.sub("", raw[: ends.start() if ends else len(raw)])
        first, head = fold(opening), fold(raw) + " "
        short_forms = frozenset(
            {_initials(fold(name)) for name in (opening, *source.authors[:1]) if len(name.split()) > 1}
            | {fold(short) for short in re.findall(r"[(\[]([A-Z][\w&.-]{1,10})[)\]]", raw)}
            | ({fold(source.authors[0])} if source.authors else set())
        )
    found = [(int(year), suffix) for year, suffix in _YEAR.findall(text)]
    known = {year for year in (source.year, source.latest_year) if year}
    dates = {(y, s) for y, s in found if y in known} or {(year, "") for year in known} or set(found)
    if date:
        dates.add((int(date[1]), date[2] or ""))
    return Entry(source, first, head, short_forms, frozenset(dates)) if first and dates else None


@record(frozen=True, slots=True)
class ListedWorks:
    """The works of a document; `entries` stand in its list of references, `others` in lines and notes."""

    entries: tuple[Entry, ...]
    others: tuple[Entry, ...] = ()
    abbreviations: Mapping[str, str] = field(default_factory=dict)

    @staticmethod
    def of(listed: Iterable[Source], others: Iterable[Source], abbreviations: Mapping[str, str]) -> ListedWorks:
        """The works of some sources; an entry that opens with a dash has the author of the one before."""
        entries = tuple(_entries(listed))
        laws = tuple(entry for entry in entries if _is_law(entry.source))
        return ListedWorks(tuple(e for e in entries if e not in laws), (*laws, *_entries(others)), abbreviations)

    def find(self, cited: AuthorDate) -> Source | None:
        """The work that a citation names."""
        fits = [e for e in (*self.entries, *self.others) if e.of(cited.years) and self.names(cited, e)]
        marked = [e for e in fits if (cited.years[-1], cited.suffix) in e.dates]
        lone = [] if cited.suffix else fits
        return next((e.source for e in (*marked, *lone)), None)

    def names(self, cited: AuthorDate, entry: Entry) -> bool:
        """Whether the names of a citation may be the authors of an entry."""
        return any(entry.begins_with(names[0]) and entry.holds(names[1:]) for names in self.readings(cited))

    def readings(self, cited: AuthorDate) -> Iterator[tuple[str, ...]]:
        """The folded names that a citation may mean, the longest first: "Although Doe" may be "Doe"."""
        given = (cited.names, (cited.written,), *(((cited.gloss,),) if cited.gloss else ()))
        given += tuple((long,) for name in (cited.written, cited.gloss) if (long := self.abbreviations.get(name)))
        for names in given:
            folded = tuple(fold(name) for name in names)
            yield folded
            for start in range(len(folded)) if cited.narrative else (0,):
                words = folded[start].split()
                for cut in range(0 if start else 1, len(words) if cited.narrative or names is not cited.names else 1):
                    yield (" ".join(words[cut:]), *folded[start + 1 :])


def _is_law(source: Source) -> bool:
    """Whether a work is a law or a judgment, which has a name and no author."""
    return source.fields.get("type") in _LAW or bool(_PARTIES.search(source.text))


def _entries(sources: Iterable[Source]) -> Iterator[Entry]:
    before: Entry | None = None
    for source in sources:
        entry = _entry(source, before)
        if entry is not None:
            before = entry
            yield entry
