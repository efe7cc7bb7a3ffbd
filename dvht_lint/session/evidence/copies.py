"""A copy of a source, cut into the sentences that a statement can be held against."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dvht_lint.matchers import CandidateIndex, Masked, mask, rank
from dvht_lint.matchers.fuzzy import score
from dvht_lint.model import Passage, Quantity
from dvht_lint.sentences import split
from dvht_lint.session.evidence.verbatim import Words
from dvht_lint.session.figures import read_figures
from dvht_lint.text import Prose

if TYPE_CHECKING:
    from dvht_lint.readers.evidence import Page

__all__ = ["Copy", "CopyKey", "numerals"]

CopyKey = tuple[str, str]
"""The document that names a source, and the source's id."""

_NUMERAL = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3})*(?:\.\d+)?")
_BY_WORDS = 8
_BY_FIGURE = 12
"""How many sentences are looked at because of their words, and for each figure because they hold it too."""


def numerals(text: str) -> frozenset[str]:
    """The numbers in digits of a text, without separators: `19,427` is `19427`."""
    return frozenset(re.sub(r"[,\u00a0\u202f ]", "", m[0]) for m in _NUMERAL.finditer(text))


@dataclass(frozen=True)
class Copy:
    """A file or page as read: `path` as shown to the user, its pages, and the hash of its bytes.

    Sentences are cut and indexed when first asked for; their figures are read only where a statement comes near.
    """

    path: str
    pages: tuple[Page, ...]
    sha256: str = ""
    source: str = ""
    language: str = ""
    fetched: bool = False
    """Whether it is the page behind the source's address, and not a file."""

    @cached_property
    def text(self) -> str:
        """All the plain text, a paragraph a line: what the copy says, whatever else is in the file."""
        return "\n".join(page.plain for page in self.pages)

    @cached_property
    def words(self) -> Words:
        """The words one after the other, for finding a quotation."""
        return Words((page.label, paragraph) for page in self.pages for paragraph in page.paragraphs)

    @cached_property
    def _sentences(self) -> tuple[tuple[str, Prose], ...]:
        return tuple(
            (page.label, paragraph.slice(span))
            for page in self.pages
            for paragraph in page.paragraphs
            for span in split(paragraph.plain, self.language)
        )

    @cached_property
    def index(self) -> CandidateIndex:
        """The sentences by their words; ids are their numbers."""
        index = CandidateIndex()
        index.update(((_id(i), mask(prose.plain)) for i, (_, prose) in enumerate(self._sentences)), ())
        return index

    @cached_property
    def _by_numeral(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for number, (_, prose) in enumerate(self._sentences):
            for numeral in numerals(prose.plain):
                found[numeral].append(number)
        return found

    @cached_property
    def _read(self) -> dict[int, Passage]:
        return {}

    def passage(self, number: int) -> Passage:
        """A sentence with its figures."""
        if number not in self._read:
            label, prose = self._sentences[number]
            self._read[number] = Passage(self.path, label, prose, read_figures(prose.plain, self.language), self.source)
        return self._read[number]

    def near(self, text: str, quantities: Iterable[Quantity] = ()) -> list[tuple[float, Passage]]:
        """The sentences that a text may rest on with a score of 0 to 1, the best first: by words, or by a figure."""
        quantities = tuple(quantities)
        masked = mask(text, quantities)
        numbers = {int(s.id): s.score for s in rank(masked, self.index, _BY_WORDS)}
        for quantity in quantities:
            for numeral in sorted(numerals(quantity.text)):
                for number in self._by_numeral.get(numeral, ())[:_BY_FIGURE]:
                    if number not in numbers:
                        numbers[number] = self._score(masked, number)
        order = sorted(numbers, key=lambda n: (-numbers[n], n))
        return [(numbers[n], self.passage(n)) for n in order]

    def holding(self, quantity: Quantity) -> Iterator[Passage]:
        """The sentences that hold the digits of a figure, whatever they say of it."""
        for numeral in sorted(numerals(quantity.text)):
            for number in self._by_numeral.get(numeral, ()):
                yield self.passage(number)

    def _score(self, masked: Masked, number: int) -> float:
        return score(masked, self.index.text(_id(number)), self.index)


def _id(number: int) -> str:
    return f"{number:08d}"
