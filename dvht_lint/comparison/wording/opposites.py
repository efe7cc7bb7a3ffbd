"""Opposites: a word of the claim that is the opposite of the one in its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dvht_lint import lexicons
from dvht_lint.comparison.aligning import meaning
from dvht_lint.comparison.aligning.alignment import Alignment
from dvht_lint.comparison.aligning.edits import certainty_of, explain, make, quoted
from dvht_lint.comparison.aligning.reading import Wording
from dvht_lint.comparison.wording import populations
from dvht_lint.comparison.wording.negations import Negation
from dvht_lint.model import Edit, Reason

__all__ = ["find"]

_SMALL = lexicons.words("grammar", "small opposites")
# "Down 4%" is no opposite of "over the year".
_PARTICLES = frozenset({"up", "down"})
_SCALES = frozenset({"hedge", "certainty", "frequency", "quantifier"})
_REASONS = {"direction": Reason.DIRECTION, "scope": Reason.SCOPE}


def find(alignment: Alignment, left: Sequence[Negation], right: Sequence[Negation]) -> Iterator[Edit]:
    """Words linked to their opposites: a flip, unless one of the two is negated."""
    yield from _small_words(alignment)
    if not alignment.opposite:
        return
    scaled = {at for p in alignment.left.phrases if p.scale in _SCALES for at in range(p.start, p.end)}
    scaled_right = {at for p in alignment.right.phrases if p.scale in _SCALES for at in range(p.start, p.end)}
    for at in sorted(alignment.opposite):
        linked = alignment.to_right[at]
        if (
            at in alignment.explained_left
            or _is_age(alignment.left, at)
            or _is_age(alignment.right, linked)
            or (at in scaled and linked in scaled_right)
            or populations.of(alignment.left, at)
        ):
            continue
        one, two = alignment.left.forms[at], alignment.right.forms[linked]
        near_left = [n for n in left if at in n.focus or (at in n.scope and at - n.end <= 3)]
        near_right = [n for n in right if linked in n.focus or (linked in n.scope and linked - n.end <= 3)]
        if bool(near_left) != bool(near_right):
            for n in near_left:
                explain(alignment, range(n.start, n.end), range(0))
            for n in near_right:
                explain(alignment, range(0), range(n.start, n.end))
            continue
        reason = _REASONS.get(meaning.opposition(one, two), Reason.NEGATION)
        mine, theirs = alignment.left.words(at, at + 1), alignment.right.words(linked, linked + 1)
        message = f"The claim says {quoted(mine)} where the statement says {quoted(theirs)}, its opposite."
        confidence = certainty_of(alignment, at, linked)
        if reason is Reason.NEGATION:
            alignment.flips.add(at)
        yield make(alignment, reason, range(at, at + 1), range(linked, linked + 1), message, confidence=confidence)


def _is_age(wording: Wording, at: int) -> bool:
    """Whether "aged" only opens an age: "aged 18 to 24" is no opposite of "young"."""
    return wording.forms[at].low == "aged" and at + 1 < wording.size and wording.forms[at + 1].number


def _small_words(alignment: Alignment) -> Iterator[Edit]:
    """Find opposites too small to be linked in the same place: "more" for "less", "before" for "after"."""
    left, right = alignment.left, alignment.right
    for at in alignment.free_left:
        if left.lows[at] not in _SMALL or at in alignment.figure_left or at in alignment.explained_left:
            continue
        form = left.forms[at]
        for other in range(*alignment.slot(at, at + 1)):
            if (
                right.lows[other] in _SMALL
                and (form.low in _PARTICLES) == (right.lows[other] in _PARTICLES)
                and meaning.opposition(form, right.forms[other])
                and alignment.to_left[other] < 0
            ):
                one, two = left.words(at, at + 1), right.words(other, other + 1)
                message = f"The claim says {quoted(one)} where the statement says {quoted(two)}, its opposite."
                confidence = certainty_of(alignment, at, other)
                yield make(
                    alignment,
                    Reason.DIRECTION,
                    range(at, at + 1),
                    range(other, other + 1),
                    message,
                    confidence=confidence,
                )
                break
