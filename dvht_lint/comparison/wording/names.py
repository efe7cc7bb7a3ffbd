"""Names compared: whether the statement has the bodies, persons, peoples and places that the claim names.

A name may be given in part ("Rivera" for "Ana Rivera"), by its initials or by the body's parent. A name of the claim that the
statement lacks is drift where the statement has another name in its role; credit ("according to …") is held
against the statement's sources.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Levenshtein

from dvht_lint.comparison.aligning import meaning
from dvht_lint.comparison.aligning.alignment import Alignment
from dvht_lint.comparison.aligning.edits import certainty_of, explain, make, quoted
from dvht_lint.comparison.aligning.reading import Wording
from dvht_lint.comparison.aligning.wordnet import Relation
from dvht_lint.comparison.wording import places
from dvht_lint.comparison.wording.bodies import is_source, same_body
from dvht_lint.comparison.wording.named import Name, head, names, speaks
from dvht_lint.model import Edit, Reason, Source

__all__ = ["find"]

_PREPOSITIONS = frozenset({"by", "with", "for", "from", "to", "against", "under"})
_LED = 4
"""How many words may stand between a name and the word before it that both texts have."""


def find(alignment: Alignment, sources: Sequence[Source] = ()) -> Iterator[Edit]:
    """The edits at names of the claim."""
    left, right = alignment.left, alignment.right
    if not any(left.capitals[at] for at in alignment.free_left) and not any(
        right.capitals[at] for at in alignment.free_right
    ):
        return
    ours = names(alignment.left)
    theirs = names(alignment.right)
    for name in ours:
        if not alignment.explained_left.isdisjoint(range(name.start, name.end)):
            continue
        edit = _compare(alignment, name, theirs, sources)
        if edit is not None:
            yield edit


def _compare(alignment: Alignment, name: Name, theirs: tuple[Name, ...], sources: Sequence[Source]) -> Edit | None:
    words = [at for at in range(name.start, name.end) if alignment.left.forms[at].content]
    rest = [at for at in words if not _is_there(alignment, at)]
    if not rest:
        return _moved(alignment, name, words, theirs)
    text = alignment.left.words(name.start, name.end)
    if name.credited and is_source(text, sources):
        explain(alignment, range(name.start, name.end), range(0))
        return None
    if len(rest) == len(words) and places.is_place(alignment.left, name.start, name.end):
        return None
    edit = _partly(alignment, name, rest, theirs) if len(rest) < len(words) else _replaced(alignment, name, theirs)
    if edit is None and name.credited and sources and alignment.explained_left.isdisjoint(rest):
        message = f"The claim credits {quoted(text)}, but the statement rests on {quoted(sources[0].label)}."
        return make(alignment, Reason.ATTRIBUTION, range(name.start, name.end), range(0), message)
    return edit


def _replaced(alignment: Alignment, name: Name, theirs: tuple[Name, ...]) -> Edit | None:
    """A name of which the statement has no word: drift where another name stands in its place."""
    other = _counterpart(alignment, name, theirs)
    if other is None:
        return None
    reason = Reason.ATTRIBUTION if name.credited or other.credited else Reason.ENTITY
    return _renamed(alignment, reason, range(name.start, name.end), range(other.start, other.end))


def _renamed(alignment: Alignment, reason: Reason, mine: range, theirs: range) -> Edit | None:
    """The edit of one name for another, unless the two are one body's."""
    one, two = alignment.left.words(mine.start, mine.stop), alignment.right.words(theirs.start, theirs.stop)
    if same_body(one, two):
        explain(alignment, mine, theirs)
        return None
    message = f"The claim names {quoted(one)} where the statement names {quoted(two)}."
    return make(alignment, reason, mine, theirs, message, confidence=_certainty(alignment, mine))


def _certainty(alignment: Alignment, name: range) -> float:
    """How sure it is that a name stands where the statement has another, 0 to 1: by what else of its sentence is linked."""
    left = alignment.left
    rest = [at for at in left.ranges[left.sentence[name.start]] if left.content[at] and at not in name]
    linked = sum(alignment.to_right[at] >= 0 for at in rest)
    return max(certainty_of(alignment, name.start), round(0.3 + 0.55 * linked / len(rest), 2) if rest else 0.0)


def _moved(alignment: Alignment, name: Name, words: list[int], theirs: tuple[Name, ...]) -> Edit | None:
    """A name that the statement has, but in another role: in this one it has a name that the claim lacks."""
    if any(alignment.to_right[at] < 0 for at in words):
        return None
    start, end = alignment.slot(name.start, name.end)
    if start >= end or any(start - 4 <= alignment.to_right[at] < end + 4 for at in words):
        return None
    if name.end >= len(alignment.left) or alignment.to_right[name.end] != end:
        return None
    if alignment.left.opens(name.start) != alignment.right.opens(start):
        return None
    for other in theirs:
        inside = range(other.start, other.end)
        if (
            start in {other.start, other.start - 1}
            and other.end == end
            and not any(alignment.right.forms[at].stem in alignment.left.stems for at in inside)
        ):
            return _renamed(alignment, Reason.ENTITY, range(name.start, name.end), inside)
    return None


def _is_there(alignment: Alignment, at: int) -> bool:
    if alignment.to_right[at] >= 0:
        return at not in alignment.by_meaning or at not in alignment.opposite
    form = alignment.left.forms[at]
    if at in alignment.explained_left or at in alignment.figure_left or form.stem in alignment.right.stems:
        return True
    return any(
        f.capital and len(f.low) > 3 and f.low[0] == form.low[:1] and alike(form.low, f.low)
        for f in alignment.right.forms
    )


def _counterpart(alignment: Alignment, name: Name, theirs: tuple[Name, ...]) -> Name | None:
    """The name of the statement that stands in the place of a name of the claim."""
    start, end = alignment.slot(name.start, name.end)
    if start == end and name.start and alignment.left.forms[name.start - 1].low in {"the", "a", "an"}:
        start, end = alignment.slot(name.start - 1, name.end)
    for other in theirs:
        free = [
            at
            for at in range(other.start, other.end)
            if alignment.to_left[at] < 0 and alignment.right.forms[at].content
        ]
        if free and start <= free[0] < end and alignment.right.forms[free[0]].stem not in alignment.left.stems:
            return Name(free[0], free[-1] + 1, other.credited)
    return _by_role(alignment, name, theirs) or _by_speaking(alignment, name, theirs)


def _by_speaking(alignment: Alignment, name: Name, theirs: tuple[Name, ...]) -> Name | None:
    """The unlinked name whose word the statement gives where the claim gives the word of this one, wherever either stands."""
    if not speaks(alignment.left, name):
        return None
    for other in theirs:
        unlinked = all(alignment.to_left[at] < 0 for at in range(other.start, other.end))
        if unlinked and speaks(alignment.right, other):
            return other._replace(credited=True)
    return None


def _by_role(alignment: Alignment, name: Name, theirs: tuple[Name, ...]) -> Name | None:
    """The unlinked name that follows the same preposition, or the same noun, after linked words."""
    left, right = alignment.left, alignment.right
    if not name.start or left.sentence[name.start - 1] != left.sentence[name.start]:
        return None
    before = alignment.before(name.start)
    if before < 0 or name.start - before > _LED:
        return None
    lead = left.forms[_lead(left, name)]
    for other in theirs:
        if not other.start or any(alignment.to_left[at] >= 0 for at in range(other.start, other.end)):
            continue
        if alignment.before_right(other.start) != alignment.to_right[before]:
            continue
        led = right.forms[_lead(right, other)]
        if (lead.content and led.content and before == name.start - 1) or (not lead.content and lead.low == led.low):
            return other
    return None


def _lead(wording: Wording, name: Name) -> int:
    """The word that gives a name its role: the one before it, or the preposition before "by Italian writer"."""
    at = name.start - 1
    while name.start - at <= _LED and at > 0 and wording.forms[at].content:
        at -= 1
    return at if wording.forms[at].low in _PREPOSITIONS else name.start - 1


def _partly(alignment: Alignment, name: Name, rest: list[int], theirs: tuple[Name, ...]) -> Edit | None:
    """A name that shares a word with one of the statement: drift where each has words that the other lacks."""
    linked = [alignment.to_right[at] for at in range(name.start, name.end) if alignment.to_right[at] >= 0]
    other = next((o for o in theirs if any(o.start <= at < o.end for at in linked)), None)
    if other is None or _are_places(alignment, name, other):
        return None
    lacking = [
        at
        for at in range(other.start, other.end)
        if alignment.right.forms[at].content
        and alignment.to_left[at] < 0
        and alignment.right.forms[at].stem not in alignment.left.stems
    ]
    if not lacking or len(lacking) > 2 or not alignment.right.forms[lacking[0]].capital:
        return None
    if _same_spelling(alignment, rest, lacking):
        explain(alignment, range(rest[0], rest[-1] + 1), range(0))
        return None
    if not all(alignment.left.forms[at].capital for at in rest if alignment.left.forms[at].content):
        return None
    slot = alignment.slot(rest[0], rest[-1] + 1)
    if not any(slot[0] <= at < slot[1] for at in lacking):
        if not _in_one_role(alignment, name, other) or not _other_body(alignment, name, other, rest):
            return None
        rest, lacking = [name.start, name.end - 1], [other.start, other.end - 1]
    whole = alignment.left.words(name.start, name.end), alignment.right.words(other.start, other.end)
    if same_body(*whole):
        return None
    credited = speaks(alignment.left, name) and speaks(alignment.right, other)
    reason = Reason.ATTRIBUTION if credited else Reason.ENTITY
    message = f"The claim names {quoted(whole[0])} where the statement names {quoted(whole[1])}."
    mine, its = range(rest[0], rest[-1] + 1), range(lacking[0], lacking[-1] + 1)
    return make(alignment, reason, mine, its, message, confidence=certainty_of(alignment, rest[0]))


def _in_one_role(alignment: Alignment, name: Name, other: Name) -> bool:
    """Whether two names stand in one place of the two texts, or each is credited with what its text says."""
    start, end = alignment.slot(name.start, name.end)
    if start <= other.start < other.end <= end:
        return True
    return speaks(alignment.left, name) and speaks(alignment.right, other)


def _other_body(alignment: Alignment, name: Name, other: Name, rest: list[int]) -> bool:
    """Whether two names that share a word are two bodies': Regulator of Housing, Housing Ombudsman; Supreme Court, Court of Appeal."""
    one, two = head(alignment.left, name), head(alignment.right, other)
    if alignment.to_right[one] == two:
        return not any(places.is_place(alignment.left, at, at + 1) for at in rest)
    if _is_there(alignment, one) or alignment.right.forms[two].stem in alignment.left.stems:
        return False
    # A ministry is a department, an agency an office: the same body under a common noun.
    kin = meaning.relate(alignment.left.forms[one].low, alignment.right.forms[two].low)
    return kin in {Relation.NONE, Relation.SIBLING, Relation.OPPOSITE}


def _are_places(alignment: Alignment, name: Name, other: Name) -> bool:
    """Whether both names are places, which are the scope's: "United Kingdom" and "United States" share a word only."""
    ours = places.is_place(alignment.left, name.start, name.end)
    return ours and places.is_place(alignment.right, other.start, other.end)


def _same_spelling(alignment: Alignment, rest: list[int], lacking: list[int]) -> bool:
    """Whether each word left over is another spelling or short form of one of the statement's: "Tim" for "Timothy"."""
    others = [alignment.right.forms[at].low for at in lacking]
    return all(
        any(alike(alignment.left.forms[at].low, other) for other in others) or len(alignment.left.forms[at].low) == 1
        for at in rest
    )


def alike(left: str, right: str) -> bool:
    """Whether two names are spellings of one: few letters differ, or one opens like the other."""
    short, long = sorted((left, right), key=len)
    if short[:2] == long[:2] and (long.startswith(short) or len(short) <= 4):
        return True
    return Levenshtein.normalized_similarity(left, right) >= 0.75
