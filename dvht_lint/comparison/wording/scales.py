"""Words that stand on an ordered scale: hedges, modals, frequency, quantifiers, causes.

The scales are data (`lexicons/scales.json`): each runs from what claims least to what claims most, with `*` where a
text says nothing. Which way an edit goes is read off the scale; no pair of words is listed anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint import lexicons
from dvht_lint.comparison.aligning.alignment import Alignment
from dvht_lint.comparison.aligning.edits import certainty_of, explain, insertion, make, quoted
from dvht_lint.comparison.aligning.reading import Phrase
from dvht_lint.comparison.wording.scale_words import Anchored, Scale, follows_noun, is_plural, read_scale, scales
from dvht_lint.model import Edit, Harm, Reason

__all__ = ["find"]

_BESIDE = 6
"""How many words a figure may stand from the noun that it counts."""
_BE = lexicons.words("grammar", "forms of be")
_REASONS = {
    "hedge": Reason.HEDGE,
    "certainty": Reason.CERTAINTY,
    "frequency": Reason.CERTAINTY,
    "quantifier": Reason.QUANTIFIER,
    "cause": Reason.CAUSE,
    "prevention": Reason.CAUSE,
}
_WHAT = {
    "hedge": "how far the finding is established",
    "certainty": "how certain it is",
    "frequency": "how often it holds",
    "quantifier": "for how many it holds",
    "cause": "whether one causes the other",
    "prevention": "whether one prevents the other",
}
_WHOLES = frozenset({"whole", "entire"})
"""Words that add nothing to one thing: "the whole world"."""


def find(alignment: Alignment) -> Iterator[Edit]:
    """The edits on every scale."""
    left, right = alignment.left, alignment.right
    if not left.phrases and not right.phrases:
        return
    loose: list[tuple[str, Anchored]] = []
    edits: list[Edit] = []
    missing: list[tuple[str, Anchored]] = []
    present = left.scales | right.scales
    taken = alignment.figure_left | alignment.explained_left, alignment.figure_right | alignment.explained_right
    for name, scale in scales().items():
        if name not in present:
            continue
        ones = read_scale(left, name, taken[0])
        twos = read_scale(right, name, taken[1])
        for one, two in _pairs(alignment, ones, twos):
            if not _turned_back(alignment, scale, one, two):
                edits += _pair(alignment, name, scale, one, two)
        if scale.attaches != "both":
            loose += [(name, one) for one in ones]
            missing += [(name, two) for two in twos]
    _cancel(alignment, loose, missing)
    for name, one in loose:
        edits += _added(alignment, name, scales()[name], one)
    for name, two in missing:
        edits += _dropped(alignment, name, scales()[name], two)
    yield from edits


# --- pairing --------------------------------------------------------------------------------------


def _pairs(alignment: Alignment, ones: list[Anchored], twos: list[Anchored]) -> list[tuple[Anchored, Anchored]]:
    """Take the phrases that stand for each other out of the two lists: linked, said of linked words, or in one slot."""
    found: list[tuple[Anchored, Anchored]] = []
    if not ones or not twos:
        return found
    for stands in (_linked, _same_anchor, _same_slot, _same_words, _same_two):
        for one in tuple(ones):
            two = next((t for t in twos if stands(alignment, one, t)), None)
            if two is not None:
                ones.remove(one)
                twos.remove(two)
                found.append((one, two))
    return found


def _linked(alignment: Alignment, one: Anchored, two: Anchored) -> bool:
    links = alignment.to_right
    return any(two.phrase.start <= links[at] < two.phrase.end for at in range(one.phrase.start, one.phrase.end))


def _same_anchor(alignment: Alignment, one: Anchored, two: Anchored) -> bool:
    return one.anchor >= 0 and two.anchor >= 0 and alignment.to_right[one.anchor] == two.anchor


def _same_slot(alignment: Alignment, one: Anchored, two: Anchored) -> bool:
    start, end = alignment.slot(one.phrase.start, one.phrase.end)
    if start < two.phrase.end and two.phrase.start < end:
        return True
    before, after = alignment.before(one.phrase.start), alignment.after(one.phrase.end - 1)
    if before < 0 or after < 0:
        return False
    low, high = sorted((alignment.to_right[before], alignment.to_right[after]))
    return low < two.phrase.start < high and high - low <= 12


def _same_two(alignment: Alignment, one: Anchored, two: Anchored) -> bool:
    """Whether both join the same two things: "abuse leads to depression", "an association between abuse and depression"."""
    if one.phrase.scale not in {"cause", "prevention"}:
        return False
    before, after = alignment.before(one.phrase.start), alignment.after(one.phrase.end - 1)
    if before < 0 or after < 0 or one.phrase.start - before > 3 or after - one.phrase.end > 3:
        return False
    cause, effect = alignment.to_right[before], alignment.to_right[after]
    start, end = two.phrase.start, two.phrase.end
    # "Free meals caused attendance to rise" for "attendance rose after free meals were introduced".
    sentence = alignment.right.sentence
    if effect < start and end <= cause <= end + 3 and sentence[effect] == sentence[cause]:
        return True
    low, high = sorted((cause, effect))
    return high - low <= 5 and (0 <= low - end <= 2 or 0 <= start - high <= 2 or low < start < end <= high)


def _same_words(alignment: Alignment, one: Anchored, two: Anchored) -> bool:
    left = alignment.left.words(one.phrase.start, one.phrase.end).lower()
    return left == alignment.right.words(two.phrase.start, two.phrase.end).lower()


def _cancel(alignment: Alignment, loose: list[tuple[str, Anchored]], missing: list[tuple[str, Anchored]]) -> None:
    """Drop what another scale says as well: "most victims are women" is "victims are usually women"."""
    for item in list(loose):
        name, one = item
        if one.phrase.step >= scales()[name].bare:
            continue
        other = next(
            (m for m in missing if m[1].phrase.step < scales()[m[0]].bare and _same_clause(alignment, one, m[1])), None
        )
        if other is not None:
            loose.remove(item)
            missing.remove(other)
            explain(
                alignment, range(one.phrase.start, one.phrase.end), range(other[1].phrase.start, other[1].phrase.end)
            )


def _same_clause(alignment: Alignment, one: Anchored, two: Anchored) -> bool:
    if two.anchor < 0:
        return False
    clause = alignment.left.clause[one.phrase.start]
    return any(
        linked >= 0 and alignment.right.clause[linked] == alignment.right.clause[two.anchor]
        for at, linked in enumerate(alignment.to_right)
        if alignment.left.clause[at] == clause
    )


def _turned_back(alignment: Alignment, scale: Scale, one: Anchored, two: Anchored) -> bool:
    """Whether a negation makes up for the step: "few accept" is "most do not accept"; the negation is then no drift either."""
    if (one.phrase.step < scale.negative) == (two.phrase.step < scale.negative):
        return False
    flips = [f for f in alignment.flips if alignment.left.sentence[f] == alignment.left.sentence[one.phrase.start]]
    alignment.excused_flips.update(flips)
    return bool(flips)


# --- deciding -------------------------------------------------------------------------------------


def _harm(scale: Scale, left: int, right: int) -> Harm:
    if left == right:
        return Harm.SAME
    if (left < scale.negative) != (right < scale.negative):
        return Harm.MORE
    if left < scale.negative:
        return Harm.MORE if left < right else Harm.LESS
    return Harm.MORE if left > right else Harm.LESS


def _pair(alignment: Alignment, name: str, scale: Scale, one: Anchored, two: Anchored) -> list[Edit]:
    left, right = range(one.phrase.start, one.phrase.end), range(two.phrase.start, two.phrase.end)
    harm = _harm(scale, one.phrase.step, two.phrase.step)
    if harm is Harm.SAME:
        explain(alignment, left, right)
        return []
    mine, theirs = alignment.left.words(left.start, left.stop), alignment.right.words(right.start, right.stop)
    more = "more" if harm is Harm.MORE else "less"
    message = (
        f"The claim says {quoted(mine)} where the statement says {quoted(theirs)}: it says {more} about {_WHAT[name]}."
    )
    confidence = certainty_of(alignment, left.start, right.start)
    pasted = _with_copula(alignment, right) if scale.attaches == "both" else None
    edit = make(
        alignment, _REASONS[name], left, right, message, harm=harm, confidence=confidence, replacement=pasted
    )  # fmt: skip
    return [edit]


def _with_copula(alignment: Alignment, right: range) -> str | None:
    """What to paste where the statement's phrase leans on a copula that the claim has not: "is linked to" for "causes"."""
    before = right.start - 1
    if before < 0 or alignment.right.lows[before] not in _BE or alignment.to_left[before] >= 0:
        return None
    return alignment.right.words(before, right.stop)


def _added(alignment: Alignment, name: str, scale: Scale, one: Anchored) -> list[Edit]:
    harm = _harm(scale, one.phrase.step, scale.bare)
    linked = alignment.to_right[one.anchor] if one.anchor >= 0 else -1
    if (
        harm is Harm.SAME
        or linked < 0
        or not alignment.explained_left.isdisjoint(range(one.phrase.start, one.phrase.end))
    ):
        return []
    words = range(one.phrase.start, one.phrase.end)
    if alignment.left.forms[words.stop - 1].low in _WHOLES and not is_plural(alignment.left.forms[one.anchor]):
        return []
    mine, said_of = alignment.left.words(words.start, words.stop), alignment.left.words(one.anchor, one.anchor + 1)
    more = "more" if harm is Harm.MORE else "less"
    message = f"The claim adds {quoted(mine)} to {quoted(said_of)}, which the statement does not say: it says {more} about {_WHAT[name]}."
    confidence = certainty_of(alignment, one.anchor, linked)
    return [make(alignment, _REASONS[name], words, range(linked, linked), message, harm=harm, confidence=confidence)]


def _dropped(alignment: Alignment, name: str, scale: Scale, two: Anchored) -> list[Edit]:
    harm = _harm(scale, scale.bare, two.phrase.step)
    if (
        harm is Harm.SAME
        or two.anchor < 0
        or not alignment.explained_right.isdisjoint(range(two.phrase.start, two.phrase.end))
    ):
        return []
    linked = alignment.to_left[two.anchor]
    if linked < 0 or _stands_elsewhere(alignment, two.phrase) or not _is_dropped(alignment, name, two, linked):
        return []
    if name == "quantifier" and any(abs(at - linked) <= _BESIDE for at in alignment.counted):
        # The claim says by a figure for how many it holds.
        return []
    words = range(two.phrase.start, two.phrase.end)
    theirs, said_of = alignment.right.words(words.start, words.stop), alignment.left.words(linked, linked + 1)
    more = "more" if harm is Harm.MORE else "less"
    message = f"The claim drops {quoted(theirs)}, which the statement says of {quoted(said_of)}: it says {more} about {_WHAT[name]}."
    return [
        insertion(
            alignment,
            _REASONS[name],
            linked,
            words,
            message,
            harm=harm,
            confidence=_drop_confidence(alignment, two, linked),
        )
    ]


def _is_dropped(alignment: Alignment, name: str, two: Anchored, linked: int) -> bool:
    """Whether what the claim lacks is a qualifier: no verb, whose loss would part subject and object; no "can" of "cannot"."""
    phrase = two.phrase
    if name == "certainty" and phrase.end < alignment.right.size and alignment.right.forms[phrase.end].low == "not":
        return not any(p.step for p in alignment.left.of("negation"))
    if phrase.start and phrase.start - 1 in alignment.explained_right and _denies(alignment, phrase.start - 1):
        return False
    if name == "hedge" and two.anchor > phrase.start and follows_noun(alignment.right, phrase):
        return alignment.to_left[phrase.start - 1] == linked - 1
    return True


def _denies(alignment: Alignment, at: int) -> bool:
    """Whether a word of the statement is a negation: what it denies, the claim has been told to have turned round."""
    return any(p.step and p.start <= at < p.end for p in alignment.right.of("negation"))


def _stands_elsewhere(alignment: Alignment, phrase: Phrase) -> bool:
    """Whether the claim has the word in another place or part of speech: "victims who were detected"."""
    words = range(phrase.start, phrase.end)
    if any(alignment.to_left[at] >= 0 and alignment.right.forms[at].content for at in words):
        return True
    stems = {f.stem for f in alignment.right.forms[phrase.start : phrase.end] if f.content}
    free = {f.stem for at, f in enumerate(alignment.left.forms) if f.stem in stems and alignment.to_right[at] < 0}
    return bool(stems) and stems <= free


def _drop_confidence(alignment: Alignment, two: Anchored, linked: int) -> float:
    """How sure a drop is: the words around what was dropped must be there, on both sides and in step."""
    confidence = certainty_of(alignment, linked, two.anchor)
    drawn = alignment.sentences.get(alignment.left.sentence[linked], [])
    if drawn and drawn[0] != alignment.right.sentence[two.anchor]:
        confidence = round(confidence * 0.6, 2)
    before = alignment.before_right(two.phrase.start)
    if (
        before < 0
        or two.phrase.start == 0
        or alignment.right.sentence[two.phrase.start - 1] != alignment.right.sentence[two.phrase.start]
    ):
        return confidence
    gap = two.phrase.start - before
    in_step = 0 <= linked - alignment.to_left[before] <= 4
    return confidence if in_step and gap <= 4 else round(confidence * 0.5, 2)
