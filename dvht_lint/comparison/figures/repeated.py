"""The same claim in several places, with another figure in one of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from dvht_lint.comparison.figures.comparing import compare_figures
from dvht_lint.comparison.figures.profile import stems_of
from dvht_lint.model import Claim, Comparison, Edge, Edit, Harm, Reason, RepeatedClaim

__all__ = ["repeated_claims"]

_ALIKE = 0.8
"""The least share of content words that two wordings of one claim have in common."""
_RAREST = 3
"""By how many of its rarest words a claim looks for others like it."""
_MOST = 60
"""With more claims than this a word is too common to look under."""
_LEAST_WORDS = 3
_VALUES = frozenset({Reason.NUMBER, Reason.RANGE, Reason.UNIT, Reason.SWAPPED, Reason.ROUNDING})
_OTHERWISE = frozenset({Reason.PERIOD, Reason.UNBACKED, Reason.BASE})
"""What makes two sentences two claims: another period, another base, a figure that only one has."""


def repeated_claims(claims: Iterable[Claim]) -> tuple[RepeatedClaim, ...]:
    """The claims that say the same of the same period and give another figure.

    Each comparison is of a later claim (left) with the first that it repeats (right), on the edge CLAIM_CLAIM; its
    edits are those of value alone. Wording is compared without figures, by content words; candidates are looked up
    under their rarest words, so that the cost grows with the claims and not with their square.
    """
    stated = [c for c in claims if any(q.is_statistic for q in c.quantities)]
    words = [_words(c) for c in stated]
    frequency = Counter(word for each in words for word in each)
    index: dict[str, list[int]] = defaultdict(list)
    first: dict[int, list[tuple[Claim, Comparison]]] = defaultdict(list)
    for i, claim in enumerate(stated):
        rare = sorted(words[i], key=lambda word: (frequency[word], word))[:_RAREST]
        candidates = sorted({j for word in rare for j in index[word][:_MOST]})
        for j in candidates:
            if _alike(words[i], words[j]) and (comparison := _contradiction(claim, stated[j])):
                first[j].append((claim, comparison))
                break
        for word in rare:
            index[word].append(i)
    return tuple(
        RepeatedClaim((stated[j], *(claim for claim, _ in later)), tuple(c for _, c in later))
        for j, later in sorted(first.items())
    )


def _words(claim: Claim) -> frozenset[str]:
    """The stems of a claim without those of its figures."""
    text = claim.prose.plain
    for q in reversed(claim.quantities):
        text = text[: q.span.start] + " " + text[q.span.end :]
    return stems_of(text)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    if min(len(one), len(other)) < _LEAST_WORDS:
        return False
    return len(one & other) >= _ALIKE * len(one | other)


def _contradiction(later: Claim, earlier: Claim) -> Comparison | None:
    """The comparison of two wordings of one claim whose figures differ, None where they agree or speak of two things."""
    found = compare_figures(later.prose.plain, later.quantities, earlier.prose.plain, earlier.quantities)
    harmful = [e for e in found.edits if e.harm is Harm.MORE]
    if any(e.reason in _OTHERWISE for e in harmful):
        return None
    edits = tuple(_worded(e) for e in harmful if e.reason in _VALUES)
    return Comparison(Edge.CLAIM_CLAIM, later, earlier, edits, found.bindings) if edits else None


def _worded(edit: Edit) -> Edit:
    """The edit in the words of two places of one text; which of them is right is for a person to say."""
    message = edit.message.replace("The claim says", "Here it is").replace("the statement says", "elsewhere it is")
    return replace(edit, message=message.replace("the statement", "the other place"), replacement=None)
