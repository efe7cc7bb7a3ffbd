"""Which sentences a citation beside them speaks for.

A note, key, link or author and year that stands with one sentence of a paragraph covers the sentences before and after it as
long as each goes on about the same thing: it shares a word of weight with its neighbour, or points back ("This …", "Of them").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from dvht_lint.model import CitationKind, Claim
from dvht_lint.words import FUNCTION_WORDS, fold, stem, word_spans

__all__ = ["with_coverage"]

_SILENT = frozenset({CitationKind.PROSE})
_POINTS_BACK = re.compile(
    r"^\W*(?:(?:and|but|yet|also|moreover|furthermore|in addition|similarly|meanwhile|however|overall|indeed|still|only|just|about|nearly|almost|roughly|"
    r"of|among|between|for|in|by)\W+)*(?:this|that|these|those|it|its|they|their|them|he|his|she|her|such|another|other|others|both|the (?:same|rest|remaining|others?|latter|former|number|rate|share|figure|total|average))\b",
    re.IGNORECASE,
)


def with_coverage(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of a document, in order, with those marked that a citation of their paragraph covers."""
    made: list[Claim] = []
    for _, group in groupby(claims, key=lambda claim: claim.block):
        made.extend(_paragraph(list(group)))
    return made


def _paragraph(claims: list[Claim]) -> Iterable[Claim]:
    citing = [_cites(claim) for claim in claims]
    if len(claims) < 2 or not any(citing) or all(citing):
        return claims
    covered = list(citing)
    for step in (range(len(claims) - 1), range(len(claims) - 1, 0, -1)):
        for index in step:
            following = index + 1 if step.step > 0 else index - 1
            first, second = sorted((index, following))
            if covered[index] and not covered[following] and _goes_on(claims[first], claims[second]):
                covered[following] = True
    return [
        claim if had else replace(claim, covered=has) for claim, had, has in zip(claims, citing, covered, strict=True)
    ]


def _cites(claim: Claim) -> bool:
    return any(citation.kind not in _SILENT for citation in claim.citations)


def _goes_on(first: Claim, second: Claim) -> bool:
    """Whether the second sentence is about what the first is about."""
    return _POINTS_BACK.match(second.prose.plain) is not None or not _words(first).isdisjoint(_words(second))


def _words(claim: Claim) -> frozenset[str]:
    text = claim.prose.plain
    words = (fold(text[start:end]).removesuffix("'s") for start, end in word_spans(text))
    return frozenset(
        stem(word) for word in words if len(word) > 3 and word not in FUNCTION_WORDS and not word[0].isdigit()
    )
