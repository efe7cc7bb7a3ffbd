"""An index of statements by their words: a claim meets the few statements that share its rarest words.

A word's weight is the inverse document frequency of Sparck Jones (1972), but of the order of magnitude of the word's
frequency and of the pool, in whole powers of two; it is cut for words that a quarter or half of all statements share
("victims", "trafficking" on a page about nothing else). Adding a statement then moves few weights, and `update`
can say exactly which, so that only claims with those words have to be matched again. Recall equals that of the
exact logarithm on the development data.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from dvht_lint.matchers.masking import FigureKey, Masked

__all__ = ["CandidateIndex"]

_COMMONPLACE = 8
"""From how many statements on a word can be commonplace: below, every word stands in a quarter of them."""
_LEAST = 0.5
"""What is left, in halvings of its frequency, of the weight of a word that every statement has."""
_POSTING_BUDGET = 4000
"""How many postings one look-up may visit; the rarest words come first."""


class CandidateIndex:
    """Statements by word. Ids are the caller's; texts are `Masked`."""

    def __init__(self) -> None:
        """Start empty."""
        self._postings: dict[str, dict[str, None]] = defaultdict(dict)
        self._texts: dict[str, Masked] = {}
        self._by_key: dict[str, dict[str, None]] = defaultdict(dict)
        self._common: dict[str, float] = {}
        self._weights: dict[str, float] = {}
        self._by_figure: dict[FigureKey, dict[str, None]] = defaultdict(dict)

    def __len__(self) -> int:
        return len(self._texts)

    def __contains__(self, identifier: object) -> bool:
        return identifier in self._texts

    def text(self, identifier: str) -> Masked:
        """The masked text of a statement."""
        return self._texts[identifier]

    def update(self, add: Iterable[tuple[str, Masked]], remove: Iterable[str]) -> set[str]:
        """Remove, then add statements; returns the words on which a claim's result may now depend otherwise."""
        common, size = self._common, len(self._texts)
        self._weights.clear()
        touched: set[str] = set()
        for identifier in remove:
            text = self._texts.pop(identifier, None)
            if text is None:
                continue
            self._by_key[text.key].pop(identifier, None)
            for word in text.bag:
                self._postings[word].pop(identifier, None)
                touched.add(word)
            for figure in text.figure_keys:
                self._by_figure[figure].pop(identifier, None)
        for identifier, text in add:
            self._texts[identifier] = text
            self._by_key[text.key][identifier] = None
            for word in text.bag:
                self._postings[word][identifier] = None
                touched.add(word)
            for figure in text.figure_keys:
                self._by_figure[figure][identifier] = None
        self._common = self._commonplace()
        touched.update(w for w in common.keys() | self._common.keys() if common.get(w) != self._common.get(w))
        if size.bit_length() != len(self._texts).bit_length():
            touched.update(self._postings)
        return touched

    @property
    def magnitude(self) -> int:
        """How many binary digits the number of statements has."""
        return len(self._texts).bit_length()

    def exact(self, key: str) -> list[str]:
        """The statements whose text is the same but for case, quotes and closing punctuation."""
        return list(self._by_key.get(key, ()))

    def weight(self, word: str) -> float:
        """How much a word tells, 0 to 1."""
        known = self._weights.get(word)
        if known is None:
            span = self.magnitude + _LEAST
            self._weights[word] = known = self._common.get(word, 1.0) * (1.0 - self._level(word) / span)
        return known

    def candidates(self, claim: Masked, limit: int = 12) -> list[str]:
        """The statements that share most of the weight of the claim's rarest words, the best first.

        Of those that share the same words the ones that give the same figures come first: a hotline's twentieth year too is
        found among the others.
        """
        found: dict[str, float] = defaultdict(float)
        budget = _POSTING_BUDGET
        for word in sorted(claim.bag, key=lambda w: (len(self._postings.get(w, ())), w)):
            postings = self._postings.get(word, ())
            if not postings:
                continue
            budget -= len(postings)
            if budget < 0 and found:
                break
            weight = self.weight(word)
            for identifier in postings:
                found[identifier] += weight
        least = sorted(found.values())[-limit] if len(found) > limit else 0.0
        near = {i for i, value in found.items() if value >= least}
        given = Counter[str]()
        if len(near) > limit:
            given.update(i for key in claim.figure_keys for i in self._by_figure.get(key, ()) if i in near)
        return sorted(near, key=lambda i: (-found[i], -given[i], i))[:limit]

    def _commonplace(self) -> dict[str, float]:
        """The words that a quarter or half of the statements share, with what is left of their weight."""
        size = len(self._texts)
        if size < _COMMONPLACE:
            return {}
        return {w: 0.25 if 2 * len(p) >= size else 0.5 for w, p in self._postings.items() if 4 * len(p) >= size}

    def _level(self, word: str) -> int:
        return max(0, len(self._postings.get(word, ())).bit_length() - 1)
