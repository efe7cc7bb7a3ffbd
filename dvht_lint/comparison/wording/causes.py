"""Causes that a statement does not give: it compares, and the claim says that the one brings about the other.

The commonest exaggeration of health news (Sumner et al. 2014, BMJ 349:g7015): "women who were hurt were more likely to be
ill" becomes "violence makes women ill". Where the statement has a word of cause itself, the scales speak.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dvht_lint import lexicons
from dvht_lint.comparison.aligning.alignment import Alignment
from dvht_lint.comparison.aligning.edits import certainty_of, make, quoted
from dvht_lint.comparison.aligning.reading import Phrase
from dvht_lint.comparison.wording.scale_words import scales
from dvht_lint.model import Edit, Reason

__all__ = ["find"]

_SCALES = ("cause", "prevention")
_COMPARING = lexicons.words("grammar", "words of comparison")
_GIVING_REASONS = frozenset({"because", "so", "therefore", "thus", "hence", "thanks", "why"})
_IN_TIME = frozenset({"after", "following", "in", "alongside"})
"""The first words of the phrases of cause that give only an order in time."""
_NEAR = 4
"""How many words may stand between a word of cause and what it joins."""


def find(alignment: Alignment) -> Iterator[Edit]:
    """The words of cause of the claim that stand for a mere comparison of the statement."""
    for name in _SCALES:
        for phrase in alignment.left.of(name):
            words = range(phrase.start, phrase.end)
            if phrase.step > _weakest(name) and alignment.explained_left.isdisjoint(words):
                yield from _compared(alignment, phrase)


def _weakest(name: str) -> int:
    """The last step that does not say that the one brings about the other; to lower something is to bring that about."""
    return scales()[name].bare if name == "cause" else 0


def _compared(alignment: Alignment, phrase: Phrase) -> Iterator[Edit]:
    left, right = alignment.left, alignment.right
    if any(alignment.to_right[at] >= 0 for at in range(phrase.start, phrase.end) if left.forms[at].content):
        return
    before, after = alignment.before(phrase.start), alignment.after(phrase.end - 1)
    if before < phrase.start - _NEAR or before < 0 or not 0 <= after < phrase.end + _NEAR:
        return
    one, other = alignment.to_right[before], alignment.to_right[after]
    sentence = right.ranges[right.sentence[one]]
    spoken = [p for name in _SCALES for p in right.of(name) if alignment.to_left[p.start] < 0 and p.start in sentence]
    if other not in sentence or any(right.forms[p.start].low not in _IN_TIME for p in spoken):
        return
    if any(right.forms[at].low in _GIVING_REASONS for at in sentence):
        return
    signs = [p.start for p in spoken] or [at for at in sentence if right.forms[at].low in _COMPARING]
    at = signs[0] if signs else -1
    if at < 0:
        return
    mine, theirs = left.words(phrase.start, phrase.end), right.words(at, at + 1)
    message = (
        f"The claim says {quoted(mine)} where the statement gives no cause ({quoted(theirs)}): that one goes with the"
        " other does not say that it brings it about."
    )
    sure = certainty_of(alignment, before, one)
    edit = make(alignment, Reason.CAUSE, range(phrase.start, phrase.end), range(at, at + 1), message, confidence=sure)
    # No one word mends it: the sentence has to compare.
    yield replace(edit, replacement=None)
