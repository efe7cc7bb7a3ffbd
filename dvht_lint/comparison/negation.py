"""Whether the claim denies what the statement says, or the reverse.

Each negation is looked at with its focus, the word it turns round. A focus that is linked to a word outside of any
negation has flipped, unless that word is its opposite: "not legal" is "illegal".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from dvht_lint import lexicons
from dvht_lint.comparison import meaning, populations
from dvht_lint.comparison.alignment import Alignment
from dvht_lint.comparison.edits import certainty_of, explain, insertion, make, quoted
from dvht_lint.comparison.reading import Phrase, Wording
from dvht_lint.model import Edit, Reason

__all__ = ["find", "scope"]

_SCALES = frozenset({"hedge", "certainty", "frequency", "quantifier"})
_SMALL = lexicons.words("grammar", "small opposites")
_REASONS = {"direction": Reason.DIRECTION, "scope": Reason.SCOPE}
_LIMITS = frozenset({"only", "just", "merely", "simply", "limited"})
_SCOPE = 12
"""How many words a negation reaches at most."""
_NEAR = 4
"""How many words behind a negation tell whether it stands on the other side as well."""


class _Negation(NamedTuple):
    start: int
    end: int
    scope: range
    focus: tuple[int, ...]
    """The content words it turns round first: the next two in its clause."""


@cache
def _contrasts() -> frozenset[str]:
    return frozenset(lexicons.load("negation")["before_contrast"])


def _is_contrast(wording: Wording, negation: _Negation) -> bool:
    """Whether a negation sets one thing against another, which the claim may leave out: "rather than", "except"."""
    return wording.words(negation.start, negation.end).lower() in _contrasts()


def find(alignment: Alignment) -> Iterator[Edit]:
    """The edits that turn the statement round."""
    left, right = negations(alignment.left), negations(alignment.right)
    yield from _opposites(alignment, left, right)
    if not left and not right:
        return
    flipped: set[int] = set()
    for one in left:
        edit = _added(alignment, one, right, flipped)
        if edit:
            yield edit
    for two in right:
        edit = _dropped(alignment, two, left, flipped)
        if edit:
            yield edit


def negations(wording: Wording) -> list[_Negation]:
    """The negations of a text; "neither … nor" is one, "not only" none."""
    found: list[_Negation] = []
    phrases = wording.of("negation")
    if not phrases:
        return found
    pseudo = {at for p in phrases if _is_pseudo(wording, p) for at in range(p.start, p.end)}
    for phrase in phrases:
        if phrase.start in pseudo:
            continue
        low = wording.forms[phrase.start].low
        if found and phrase.start <= found[-1].end:
            continue
        if low == "nor" and found and wording.sentence[found[-1].start] == wording.sentence[phrase.start]:
            continue
        reach = scope(wording, phrase.end, phrase.start)
        focus = tuple(at for at in reach if wording.forms[at].content and not _is_adverb(wording, at))[:2]
        if not focus:
            focus = tuple(
                at
                for at in range(phrase.start - 1, max(phrase.start - 5, -1), -1)
                if wording.forms[at].content and wording.clause[at] == wording.clause[phrase.start]
            )[:1]
        found.append(_Negation(phrase.start, phrase.end, reach, focus))
    return found


def _is_pseudo(wording: Wording, phrase: Phrase) -> bool:
    """Whether a phrase only looks like a negation. "Not only" does where "but" or "also" follows, else it denies the limit."""
    if phrase.step or phrase.end - phrase.start < 2 or wording.forms[phrase.start + 1].low not in _LIMITS:
        return not phrase.step
    sentence = wording.sentence[phrase.start]
    rest = range(phrase.end, wording.size)
    return any(wording.forms[at].low in {"but", "also"} and wording.sentence[at] == sentence for at in rest)


def _is_adverb(wording: Wording, at: int) -> bool:
    low = wording.forms[at].low
    return (low.endswith("ly") and len(low) > 4) or low in {"ever", "always", "often", "now", "today", "currently"}


def scope(wording: Wording, at: int, start: int) -> range:
    """The words that a negation before the word `at` reaches: to the end of its clause."""
    end = at
    while end < wording.size and end - at < _SCOPE and wording.clause[end] == wording.clause[start]:
        if wording.comma[end] and end > at and not wording.forms[end].content and wording.forms[end].low != "nor":
            break
        end += 1
    return range(at, end)


def _covers(negations: list[_Negation], at: int) -> bool:
    return any(at in n.scope or at in n.focus or n.start <= at < n.end for n in negations)


def _opposites(alignment: Alignment, left: list[_Negation], right: list[_Negation]) -> Iterator[Edit]:
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


def _added(alignment: Alignment, one: _Negation, right: list[_Negation], flipped: set[int]) -> Edit | None:
    """The claim negates what the statement does not."""
    words = range(one.start, one.end)
    if not alignment.explained_left.isdisjoint(words) or _has_unless(alignment.right) > _has_unless(alignment.left):
        return None
    near = (*words, *one.focus, *one.scope[:_NEAR])
    if any(alignment.to_right[at] >= 0 and _covers(right, alignment.to_right[at]) for at in near):
        return None
    focus = next((at for at in one.focus if alignment.to_right[at] >= 0), -1)
    if focus < 0:
        return None
    fits = _fits(alignment, one)
    linked = alignment.to_right[focus]
    flipped.add(linked)
    if alignment.conflicts.intersection(one.scope):
        # "was not founded in 1990" rests on "was founded in 1994": the other figure is what is denied.
        alignment.excused.update(alignment.conflicts.intersection(one.scope))
        explain(alignment, words, range(0))
        return None
    confidence = certainty_of(alignment, focus, linked)
    if not fits and (focus != one.focus[0] or _denies_another(alignment, one)):
        confidence = round(confidence * 0.5, 2)
    mine = alignment.left.words(one.start, max(focus + 1, one.end))
    theirs = alignment.right.words(linked, linked + 1)
    message = f"The claim says {quoted(mine)}; the statement says {quoted(theirs)} and does not negate it."
    slot = alignment.slot(one.start, one.end)
    target = range(*slot) if slot[1] else range(linked, linked)
    alignment.flips.add(one.start)
    return make(
        alignment, Reason.NEGATION, words, target, message, confidence=confidence,
        replacement=alignment.right.words(*slot) if slot[1] > slot[0] else "",
    )  # fmt: skip


def _dropped(alignment: Alignment, two: _Negation, left: list[_Negation], flipped: set[int]) -> Edit | None:
    """The statement negates what the claim does not."""
    words = range(two.start, two.end)
    if _has_unless(alignment.left) > _has_unless(alignment.right):
        return None
    if not alignment.explained_right.isdisjoint(words) or flipped.intersection(two.scope):
        return None
    near = (*words, *two.focus, *two.scope[:_NEAR])
    if any(alignment.to_left[at] >= 0 and _covers(left, alignment.to_left[at]) for at in near):
        return None
    focus = next((at for at in two.focus if alignment.to_left[at] >= 0), -1)
    if focus < 0:
        return None
    linked = alignment.to_left[focus]
    theirs = alignment.right.words(two.start, max(focus + 1, two.end))
    message = (
        f"The claim drops {quoted(alignment.right.words(two.start, two.end))}: the statement says {quoted(theirs)}."
    )
    confidence = certainty_of(alignment, linked, focus)
    if focus != two.focus[0] and _leads_to(alignment.right, two.focus[0]):
        confidence = round(confidence * 0.7, 2)
    elif (
        focus != two.focus[0]
        and not _is_contrast(alignment.right, two)
        and sum(alignment.to_left[at] >= 0 for at in two.scope) >= 5
    ):
        confidence = round(confidence * 0.75, 2)
    elif focus != two.focus[0] or _is_contrast(alignment.right, two):
        confidence = round(confidence * 0.5, 2)
    alignment.flips.add(linked)
    return insertion(alignment, Reason.NEGATION, linked, words, message, confidence=confidence)


def _has_unless(wording: Wording) -> bool:
    """Whether a text says "unless", which is "if not"."""
    return "unless" in wording.stems


def _leads_to(wording: Wording, at: int) -> bool:
    """Whether a verb only leads to another: "never agreed to pay"."""
    return at + 1 < wording.size and wording.forms[at + 1].low == "to"


def _fits(alignment: Alignment, one: _Negation) -> bool:
    """Whether the negation with its focus stands between two words that are linked to words near each other."""
    before, after = one.start - 1, one.focus[0] + 1
    if before < 0 or after >= alignment.left.size or one.focus[0] < one.end:
        return False
    low, high = alignment.to_right[before], alignment.to_right[after]
    return low >= 0 and 0 < high - low <= 3


def _denies_another(alignment: Alignment, one: _Negation) -> bool:
    """Whether what the claim denies is another thing than what the statement says: it names what the statement lacks."""
    forms = alignment.left.forms
    return any(
        forms[at].content
        and alignment.to_right[at] < 0
        and at not in alignment.explained_left
        and not forms[at].low.endswith("ly")
        and forms[at].stem not in alignment.right.stems
        for at in one.scope
    )
