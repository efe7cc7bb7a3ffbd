"""Whether the claim denies what the statement says, or the reverse.

Each negation is looked at with its focus, the word it turns round. A focus that is linked to a word outside of any
negation has flipped, unless that word is its opposite: "not legal" is "illegal".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from dvht_lint import lexicons
from dvht_lint.comparison.aligning import meaning
from dvht_lint.comparison.aligning.alignment import Alignment
from dvht_lint.comparison.aligning.edits import certainty_of, explain, insertion, make, quoted
from dvht_lint.comparison.aligning.reading import Wording
from dvht_lint.comparison.wording import opposites
from dvht_lint.comparison.wording.negations import OPERATORS, Negation, covers, negations
from dvht_lint.comparison.wording.superlatives import is_superlative
from dvht_lint.model import Edit, Reason

__all__ = ["find"]

_GROUNDS = lexicons.words("negation", "grounds")
"""Nouns whose denial denies what they are grounds for: "no evidence that it works"."""
_NEAR = 4
"""How many words behind a negation tell whether it stands on the other side as well."""
_COMPANY = 8
"""How many words from what a negation turns round another word may stand that does the same: "denied" for "did not let"."""


@cache
def _contrasts() -> frozenset[str]:
    return frozenset(lexicons.load("negation")["before_contrast"])


def _is_contrast(wording: Wording, negation: Negation) -> bool:
    """Whether a negation sets one thing against another, which the claim may leave out: "rather than", "except"."""
    return wording.words(negation.start, negation.end).lower() in _contrasts()


def find(alignment: Alignment) -> Iterator[Edit]:
    """The edits that turn the statement round."""
    left, right = negations(alignment.left), negations(alignment.right)
    yield from opposites.find(alignment, left, right)
    yield from _unless(alignment)
    if not left and not right:
        return
    ours, theirs = _unanswered(alignment, left, right)
    flipped: set[int] = set()
    for one in ours:
        edit = _added(alignment, one, flipped)
        if edit:
            yield edit
    for two in theirs:
        edit = _dropped(alignment, two, flipped)
        if edit:
            yield edit


# --- which negations stand for each other ---------------------------------------------------------


def _unanswered(
    alignment: Alignment, left: Sequence[Negation], right: Sequence[Negation]
) -> tuple[list[Negation], list[Negation]]:
    """The negations of each side that the other side has no negation for.

    First those go that turn round the same words; then, one for one, those in clauses that stand for each other; then
    those for which a word of the other side denies as well: "refused" for "did not accept".
    """
    pairs = [(one, two) for one in left for two in right if _answers(alignment, one, two)]
    ours = [
        one
        for one in left
        if all(one is not pair[0] for pair in pairs) and not _is_linked(alignment.left, alignment.to_right, one)
    ]
    theirs = [
        two
        for two in right
        if all(two is not pair[1] for pair in pairs) and not _is_linked(alignment.right, alignment.to_left, two)
    ]
    for one in list(ours):
        two = next((t for t in theirs if _same_clause(alignment, one, t)), None)
        if two is not None:
            ours.remove(one)
            theirs.remove(two)
    used: set[int] = set()
    return (
        [one for one in ours if not _is_denied_in_word(alignment, one, used, claim=True)],
        [two for two in theirs if not _is_denied_in_word(alignment, two, used, claim=False)],
    )


def _is_linked(wording: Wording, links: list[int], one: Negation) -> bool:
    """Whether the other side has the word that denies in another form: "exclusion from" for "excluded from"."""
    if wording.forms[one.start].low in OPERATORS:
        return False
    return any(links[at] >= 0 and wording.forms[at].content for at in range(one.start, one.end))


def _answers(alignment: Alignment, one: Negation, two: Negation) -> bool:
    """Whether words near one of two negations are linked to words that the other reaches."""
    mine = (*range(one.start, one.end), *one.focus, *one.scope[:_NEAR])
    its = (*range(two.start, two.end), *two.focus, *two.scope[:_NEAR])
    return any(alignment.to_right[at] >= 0 and covers((two,), alignment.to_right[at]) for at in mine) or any(
        alignment.to_left[at] >= 0 and covers((one,), alignment.to_left[at]) for at in its
    )


def _same_clause(alignment: Alignment, one: Negation, two: Negation) -> bool:
    """Whether the clause of one negation is linked to that of another."""
    left, right = alignment.left, alignment.right
    clause, other = left.clause[one.start], right.clause[two.start]
    return any(
        linked >= 0 and left.clause[at] == clause and right.clause[linked] == other and left.forms[at].content
        for at, linked in enumerate(alignment.to_right)
    )


def _is_denied_in_word(alignment: Alignment, one: Negation, used: set[int], *, claim: bool) -> bool:
    """Whether a word of the other text, near what a negation turns round, denies in itself and stands for the negation."""
    links, back = (alignment.to_right, alignment.to_left) if claim else (alignment.to_left, alignment.to_right)
    other = alignment.right if claim else alignment.left
    if claim and alignment.conflicts.intersection(one.scope):
        return False
    words = (one.start - 2, one.start - 1, *one.focus, *one.scope[:_NEAR])
    for linked in (links[at] for at in words if at >= 0 and links[at] >= 0):
        for at in range(max(0, linked - _COMPANY), min(other.size, linked + _COMPANY)):
            if at in used or not other.forms[at].content or other.sentence[at] != other.sentence[linked]:
                continue
            if _is_free(alignment, at, back, claim=claim) and meaning.is_negative(other.forms[at]):
                used.add(at)
                return True
    return False


def _is_free(alignment: Alignment, at: int, back: list[int], *, claim: bool) -> bool:
    """Whether a word may stand for a negation: it is not linked, or by meaning to a word that does not deny in itself."""
    linked = back[at]
    if linked < 0:
        return True
    own = alignment.left if claim else alignment.right
    return (linked if claim else at) in alignment.by_meaning and not meaning.is_negative(own.forms[linked])


def _unless(alignment: Alignment) -> Iterator[Edit]:
    """A condition turned round: "unless" for "if", or the reverse, before the same words."""
    left, right = alignment.left, alignment.right
    if ("unless" in left.stems) == ("unless" in right.stems):
        return
    for at, form in enumerate(left.forms):
        if form.low not in {"if", "unless"}:
            continue
        after = alignment.after(at)
        if after < 0 or after - at > _NEAR:
            continue
        linked = alignment.to_right[after]
        for other in range(max(0, linked - _NEAR - 1), linked):
            if {form.low, right.forms[other].low} == {"if", "unless"}:
                if _is_near(negations(left), at) or _is_near(negations(right), other):
                    return
                message = f"The claim says {quoted(left.words(at, at + 1))} where the statement says {quoted(right.words(other, other + 1))}."
                yield make(
                    alignment, Reason.NEGATION, range(at, at + 1), range(other, other + 1), message,
                    confidence=certainty_of(alignment, after, linked),
                )  # fmt: skip
                return


def _is_near(found: Sequence[Negation], at: int) -> bool:
    """Whether a condition is negated itself: "if she does not" is "unless she does"."""
    return any(at < n.start <= at + _COMPANY for n in found)


# --- negations that came or went ------------------------------------------------------------------


def _added(alignment: Alignment, one: Negation, flipped: set[int]) -> Edit | None:
    """The claim negates what the statement does not."""
    words = range(one.start, one.end)
    if not alignment.explained_left.isdisjoint(words) or _has_unless(alignment.right) > _has_unless(alignment.left):
        return None
    focus = next((at for at in one.focus if alignment.to_right[at] >= 0), -1)
    if focus < 0:
        return None
    if is_superlative(alignment, one, alignment.to_right[focus]):
        explain(alignment, words, range(0))
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
    if not fits and (focus != one.focus[0] or _denies_another(alignment, one)) and not _denies_all(alignment, one):
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


def _dropped(alignment: Alignment, two: Negation, flipped: set[int]) -> Edit | None:
    """The statement negates what the claim does not."""
    words = range(two.start, two.end)
    if _has_unless(alignment.left) > _has_unless(alignment.right):
        return None
    if not alignment.explained_right.isdisjoint(words) or flipped.intersection(two.scope):
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
    if alignment.right.forms[two.focus[0]].low in _GROUNDS:
        pass
    elif focus != two.focus[0] and _leads_to(alignment.right, two.focus[0]):
        confidence = round(confidence * 0.7, 2)
    elif (
        focus != two.focus[0]
        and not _is_contrast(alignment.right, two)
        and sum(alignment.to_left[at] >= 0 for at in two.scope) >= 5
    ):
        confidence = round(confidence * 0.75, 2)
    elif focus != two.focus[0] or (_is_contrast(alignment.right, two) and not _is_joined(alignment.left, linked)):
        confidence = round(confidence * 0.5, 2)
    alignment.flips.add(linked)
    return insertion(alignment, Reason.NEGATION, linked, words, message, confidence=confidence)


def _is_joined(wording: Wording, at: int) -> bool:
    """Whether a word is joined to what stands before it: "fines and prison" for "fines instead of prison"."""
    return at > 0 and wording.forms[at - 1].low in {"and", "or"}


def _has_unless(wording: Wording) -> bool:
    """Whether a text says "unless", which is "if not"."""
    return "unless" in wording.stems


def _leads_to(wording: Wording, at: int) -> bool:
    """Whether a verb only leads to another: "never agreed to pay"."""
    return at + 1 < wording.size and wording.forms[at + 1].low == "to"


_OF_VERBS = frozenset({"not", "never"})
_BOUNDED = frozenset({"until", "unless", "only", "before", "first", "just", "than"})
_ARGUMENTS = 3


def _fits(alignment: Alignment, one: Negation) -> bool:
    """Whether the negation with its focus stands between two words that are linked to words near each other."""
    before, after = one.start - 1, one.focus[0] + 1
    if before < 0 or after >= alignment.left.size or one.focus[0] < one.end:
        return False
    low, high = alignment.to_right[before], alignment.to_right[after]
    return low >= 0 and 0 < high - low <= 3


def _denies_all(alignment: Alignment, one: Negation) -> bool:
    """Whether only the verb is in other words: "never received the prize" for "won the prize".

    Subject and objects are all the statement's; a bound in time ("not until") may make the denial true.
    """
    left = alignment.left
    if left.lows[one.start] not in _OF_VERBS or one.end - one.start > 1:
        return False
    clause = [at for at in range(left.size) if left.clause[at] == left.clause[one.start] and left.forms[at].content]
    if any(left.lows[at] in _BOUNDED for at in range(one.end, left.size)):
        return False
    clause = [at for at in clause if not one.start <= at < one.end]
    loose = [at for at in clause if alignment.to_right[at] < 0 and at not in alignment.figure_left]
    before = any(at < one.start for at in clause)
    return before and loose == [one.focus[0]] and len(clause) >= _ARGUMENTS


def _denies_another(alignment: Alignment, one: Negation) -> bool:
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
