"""Of whom and where: populations and places that the claim widens, moves or adds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dvht_lint.comparison.aligning.alignment import Alignment
from dvht_lint.comparison.aligning.edits import certainty_of, insertion, make, quoted
from dvht_lint.comparison.wording import places, populations
from dvht_lint.comparison.wording.places import Place
from dvht_lint.model import Edit, Harm, Reason

__all__ = ["find"]

_EVERYWHERE = frozenset({places.WORLD, places.NATIONAL})
_ADJECTIVES = frozenset({"global", "internationally", "in the country", "in the nation"})
"""Words that need not say that something holds everywhere."""
_SHARE = re.compile(
    r"%|\bper ?cent\b|\b(?:one|two|three|\d+) (?:in|out of) (?:\w+)|\b(?:half|third|thirds|quarter|majority|most)\b",
    re.IGNORECASE,
)
"""Words of a share: what it is a share of is as wide as the place it was taken in."""


def find(alignment: Alignment) -> Iterator[Edit]:
    """The edits of scope."""
    yield from _populations(alignment)
    yield from _places(alignment)


# --- populations ----------------------------------------------------------------------------------


def _populations(alignment: Alignment) -> Iterator[Edit]:
    left = alignment.left
    for at in sorted([*alignment.free_left, *alignment.by_meaning]):
        if not left.content[at] or at in alignment.explained_left or at in alignment.figure_left:
            continue
        linked, mine = alignment.to_right[at], populations.of(left, at)
        if not mine:
            continue
        if linked < 0:
            edit = _joined(alignment, at)
            if edit is not None:
                yield edit
                continue
        edit = _substituted(alignment, at, mine, linked)
        if edit is not None:
            yield edit


def _joined(alignment: Alignment, at: int) -> Edit | None:
    """The claim adds a population to one of the statement: "women" -> "women and girls"."""
    left = alignment.left
    if left.keys.count(left.forms[at].stem) <= alignment.right.keys.count(left.forms[at].stem):
        return None
    if (
        at >= 2
        and left.forms[at - 1].low in {"and", "or"}
        and alignment.to_right[at - 2] >= 0
        and populations.of(left, at - 2)
    ):
        partner, words = at - 2, range(at - 1, at + 1)
    elif (
        at + 2 < len(left)
        and left.forms[at + 1].low in {"and", "or"}
        and alignment.to_right[at + 2] >= 0
        and populations.of(left, at + 2)
    ):
        partner, words = at + 2, range(at, at + 2)
    else:
        return None
    linked = alignment.to_right[partner]
    mine = left.words(min(partner, words.start), max(partner + 1, words.stop))
    theirs = alignment.right.words(linked, linked + 1)
    message = f"The claim speaks of {quoted(mine)}; the statement speaks of {quoted(theirs)} only."
    return make(
        alignment, Reason.SCOPE, words, range(linked, linked), message,
        confidence=certainty_of(alignment, partner, linked), replacement="",
    )  # fmt: skip


def _substituted(alignment: Alignment, at: int, mine: str, linked: int) -> Edit | None:
    """The claim speaks of another population than the statement, in the same place."""
    candidates = [linked] if linked >= 0 else range(*_slot(alignment, at))
    table = populations.wider()
    for other in candidates:
        theirs = populations.of(alignment.right, other)
        if not theirs or (linked < 0 and alignment.to_left[other] >= 0) or other in alignment.figure_right:
            continue
        if theirs == mine or not populations.comparable(mine, theirs) or mine in _together(alignment, other, theirs):
            return None
        narrower = theirs in table[mine]
        if mine in table[theirs] and not alignment.left.forms[at].low.endswith(("s", "men", "children", "people")):
            return None
        harm = Harm.LESS if narrower and not alignment.figure_left else Harm.MORE
        if linked >= 0 and mine in table[theirs] and alignment.coverage(alignment.left.sentence[at]) < 0.9:
            return None
        one, two = alignment.left.words(at, at + 1), alignment.right.words(other, other + 1)
        message = f"The claim speaks of {quoted(one)} where the statement speaks of {quoted(two)}."
        return make(
            alignment, Reason.SCOPE, range(at, at + 1), range(other, other + 1), message,
            harm=harm, confidence=certainty_of(alignment, at, other),
        )  # fmt: skip
    return None


def _together(alignment: Alignment, at: int, population: str) -> frozenset[str]:
    """What a population of the statement is together with the one that it is joined to: "mothers and fathers"."""
    right = alignment.right
    for joint, partner in ((at + 1, at + 2), (at - 1, at - 2)):
        if 0 <= partner < right.size and right.lows[joint] in {"and", "or"}:
            return populations.both(population, populations.of(right, partner))
    return frozenset()


def _slot(alignment: Alignment, at: int) -> tuple[int, int]:
    """The words of the statement in whose place a word stands, alone or with the unlinked words around it."""
    start, end = alignment.slot(at, at + 1)
    if start < end:
        return start, end
    left, links = alignment.left, alignment.to_right
    start, end = at, at + 1
    while start and links[start - 1] < 0 and left.clause[start - 1] == left.clause[at]:
        start -= 1
    while end < left.size and links[end] < 0 and left.clause[end] == left.clause[at]:
        end += 1
    return alignment.slot(start, end)


# --- places ---------------------------------------------------------------------------------------


def _places(alignment: Alignment) -> Iterator[Edit]:
    if not _may_differ(alignment):
        return
    ours = [p for p in places.read_places(alignment.left) if p.start not in alignment.figure_left]
    theirs = [p for p in places.read_places(alignment.right) if p.start not in alignment.figure_right]
    for place in ours:
        words = range(place.start, place.end)
        if not alignment.explained_left.isdisjoint(words) or all(
            alignment.to_right[at] >= 0 and at not in alignment.opposite
            for at in words
            if alignment.left.forms[at].content
        ):
            continue
        edit = _place(alignment, place, theirs)
        if edit is not None:
            yield edit
    for place in theirs:
        edit = _place_dropped(alignment, place, ours)
        if edit is not None:
            yield edit


def _may_differ(alignment: Alignment) -> bool:
    """Whether there is anything unlinked that could be a place."""
    left, right = alignment.left, alignment.right
    return (
        bool(left.of("area"))
        or bool(right.of("area"))
        or any(left.capitals[at] for at in alignment.free_left)
        or (bool(alignment.figure_left) and any(right.capitals[at] for at in alignment.free_right))
    )


def _place(alignment: Alignment, place: Place, theirs: list[Place]) -> Edit | None:
    """A place of the claim that the statement does not give."""
    is_share = bool(_SHARE.search(alignment.left.text))
    if any(_covers(place, other, is_share=is_share) for other in theirs):
        return None
    other = _stands_for(alignment, place, theirs)
    if other is None:
        return _widened(alignment, place) if not theirs and place.area in _EVERYWHERE else None
    one, two = alignment.left.words(place.start, place.end), alignment.right.words(other.start, other.end)
    message = f"The claim says {quoted(one)} where the statement says {quoted(two)}."
    reason = Reason.ENTITY if place.adjective and other.adjective else Reason.SCOPE
    confidence = certainty_of(alignment, place.start)
    return make(
        alignment, reason, range(place.start, place.end), range(other.start, other.end), message, confidence=confidence
    )


def _widened(alignment: Alignment, place: Place) -> Edit | None:
    """The claim says of the whole nation or world what the statement says of no place: "nationwide"."""
    words = range(place.start, place.end)
    text = alignment.left.words(place.start, place.end)
    near = max(alignment.before(place.start), alignment.after(place.end - 1))
    if near < 0 or text.lower() in _ADJECTIVES:
        return None
    message = f"The claim says {quoted(text)}, which the statement does not say."
    linked = alignment.to_right[near]
    edit = make(
        alignment, Reason.SCOPE, words, range(linked, linked), message, confidence=certainty_of(alignment, near, linked)
    )
    return replace(edit, replacement=None)


def _covers(place: Place, other: Place, *, is_share: bool) -> bool:
    """Whether the claim's place is the statement's, or holds it; a share in a part says nothing of the whole."""
    if place.area >= 0 or other.area >= 0:
        return place.area == other.area
    if is_share:
        return not place.senses.isdisjoint(other.senses)
    return places.holds(place.senses, other.senses)


def _stands_for(alignment: Alignment, place: Place, theirs: list[Place]) -> Place | None:
    """The place of the statement that stands where the claim's does: the same slot, or the only one of its kind."""
    start, end = alignment.slot(place.start, place.end)
    free = [
        o
        for o in theirs
        if not all(alignment.to_left[at] >= 0 for at in range(o.start, o.end) if alignment.right.forms[at].content)
        and alignment.explained_right.isdisjoint(range(o.start, o.end))
    ]
    for other in free:
        if start <= other.start < end:
            return other
    alike = [o for o in free if o.adjective == place.adjective and (o.area < 0) == (place.area < 0)]
    if not alike:
        alike = [o for o in free if o.area == places.WORLD or (o.area < 0 and place.adjective and len(free) <= 3)]
    return alike[0] if alike else None


def _place_dropped(alignment: Alignment, place: Place, ours: list[Place]) -> Edit | None:
    """The claim leaves out where the statement holds: "in high-income countries"."""
    right = alignment.right
    words = range(place.start, place.end)
    if place.adjective or place.area == places.WORLD or not alignment.explained_right.isdisjoint(words) or ours:
        return None
    if any(alignment.to_left[at] >= 0 for at in words) or not place.start:
        return None
    if right.forms[place.start - 1].low not in {"in", "across", "throughout", "within"}:
        return None
    near = alignment.before_right(place.start)
    insert_at = alignment.to_left[near] + 1 if near >= 0 else 0
    if near < 0:
        near = alignment.after_right(place.end - 1)
    # A figure between the place and what is said of it is one thing, however many words it takes.
    figures = sum(1 for at in range(place.end, near) if at in alignment.figure_right)
    if near < 0 or not -3 <= near - place.start <= 4 + figures:
        return None
    linked = alignment.to_left[near]
    message = (
        f"The claim leaves out {quoted(right.words(place.start - 1, place.end))}, to which the statement is limited."
    )
    confidence = certainty_of(alignment, linked, near)
    return insertion(
        alignment, Reason.SCOPE, insert_at, range(place.start - 1, place.end), message,
        confidence=confidence if _is_limit(alignment, place, linked) else round(confidence * 0.5, 2),
    )  # fmt: skip


def _is_limit(alignment: Alignment, place: Place, linked: int) -> bool:
    """Whether leaving a place out widens the claim: a group of countries does; a named place only where a figure is of it."""
    coverage = alignment.coverage(alignment.left.sentence[linked])
    if place.area == places.GROUP:
        return coverage >= 0.85
    return coverage == 1.0 and bool(_SHARE.search(alignment.left.text))
