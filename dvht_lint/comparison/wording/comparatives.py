"""Comparatives whose two sides have changed places: "more girls than boys" against "more boys than girls"."""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.comparison.aligning.alignment import Alignment
from dvht_lint.comparison.aligning.edits import certainty_of, make, quoted
from dvht_lint.comparison.aligning.reading import Wording
from dvht_lint.model import Edit, Reason

__all__ = ["find"]

_DEGREES = frozenset({"more", "less", "fewer", "higher", "lower", "greater"})


def find(alignment: Alignment) -> Iterator[Edit]:
    """The edits at "than" where what is compared with what has been exchanged."""
    if "than" not in alignment.left.stems or "than" not in alignment.right.stems:
        return
    ours, theirs = _comparison(alignment.left), _comparison(alignment.right)
    if ours is None or theirs is None or ours[0] != theirs[0]:
        return
    (_, mine), (_, other) = ours, theirs
    after = next((at for at in range(mine + 1, alignment.left.size) if alignment.left.forms[at].content), -1)
    if after < 0:
        return
    linked = alignment.to_right[after]
    if not 0 <= linked < other:
        return
    there = next((at for at in range(other + 1, alignment.right.size) if alignment.right.forms[at].content), -1)
    back = alignment.to_left[there] if there >= 0 else -1
    if not 0 <= back < mine or alignment.left.sentence[back] != alignment.left.sentence[mine]:
        return
    one, two = alignment.left.words(after, after + 1), alignment.left.words(back, back + 1)
    message = f"The claim compares {quoted(two)} with {quoted(one)}; the statement compares them the other way round."
    confidence = certainty_of(alignment, after)
    yield make(
        alignment, Reason.DIRECTION, range(back, back + 1), range(linked, linked + 1), message, confidence=confidence
    )


def _comparison(wording: Wording) -> tuple[str, int] | None:
    """The degree word and the place of the one "than" of a text; None where there is not just one."""
    places = [at for at, low in enumerate(wording.lows) if low == "than"]
    if len(places) != 1:
        return None
    degrees = [f.low for at, f in enumerate(wording.forms[: places[0]]) if f.low in _DEGREES]
    return (degrees[-1], places[0]) if degrees else None
