"""What a statement leaves open and the claim settles: "it is not known whether the course helps" is not "the course helps"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dvht_lint import lexicons
from dvht_lint.comparison.aligning.alignment import Alignment
from dvht_lint.comparison.aligning.edits import certainty_of, explain, make, quoted
from dvht_lint.model import Edit, Reason

__all__ = ["find"]

_OPEN = lexicons.words("grammar", "words of an open question")
_REACH = 14
"""How many words of the question are looked at."""
_INTRODUCED = 3
"""How many words before "whether" say that it is open."""
_SHARE = 0.6
"""How much of the question the claim must have."""


def find(alignment: Alignment) -> Iterator[Edit]:
    """The questions of the statement that the claim answers."""
    right = alignment.right
    if "whether" not in right.lows or "whether" in alignment.left.lows:
        return
    for at, low in enumerate(right.lows):
        if low == "whether" and at not in alignment.explained_right:
            edit = _settled(alignment, at)
            if edit is not None:
                yield edit


def _settled(alignment: Alignment, at: int) -> Edit | None:
    right, left = alignment.right, alignment.left
    end = at + 1
    while end < min(right.size, at + _REACH) and right.sentence[end] == right.sentence[at] and not right.comma[end]:
        end += 1
    content = [i for i in range(at + 1, end) if right.forms[i].content]
    linked = [i for i in content if alignment.to_left[i] >= 0]
    if len(linked) < 2 or len(linked) < _SHARE * len(content):
        return None
    first = alignment.to_left[linked[0]]
    if any(left.lows[i] in _OPEN for i in left.ranges[left.sentence[first]]):
        return None
    message = f"The claim gives as a fact what the statement leaves open: {quoted(right.words(at, end))}."
    sure = certainty_of(alignment, first, linked[0])
    # What introduces the question goes with it: "we cannot determine whether".
    explain(alignment, range(0), range(max(0, at - _INTRODUCED), at))
    edit = make(alignment, Reason.CERTAINTY, range(first, first + 1), range(at, at + 1), message, confidence=sure)
    return replace(edit, replacement=None)
