"""The letters on a telephone's keys (ITU-T E.161) and how far two runs of digits are apart."""

from __future__ import annotations

__all__ = ["digits_of", "distance", "spell"]

_GROUPS = ("ABC", "DEF", "GHI", "JKL", "MNO", "PQRS", "TUV", "WXYZ")
_KEYS = {ord(letter): str(key) for key, group in enumerate(_GROUPS, start=2) for letter in group}


def spell(text: str) -> str:
    """The digits that a word dials: `BEFREE` is `233733`. Digits stay, everything else is dropped."""
    return digits_of(text.upper().translate(_KEYS))


def digits_of(text: str) -> str:
    """The ASCII digits of a text, in order."""
    return "".join(char for char in text if "0" <= char <= "9")


def distance(left: str, right: str, limit: int = 2) -> int:
    """How many characters were changed, lost, added or swapped with their neighbour between two short texts.

    The optimal string alignment distance (Boytsov 2011, "Indexing methods for approximate dictionary
    searching"), cut at `limit + 1`: numbers further apart than that are not the same number mistyped.
    """
    if left == right:
        return 0
    if abs(len(left) - len(right)) > limit:
        return limit + 1
    before: list[int] = []
    previous = list(range(len(right) + 1))
    for row, one in enumerate(left, start=1):
        current = [row]
        for column, other in enumerate(right, start=1):
            best = min(previous[column] + 1, current[-1] + 1, previous[column - 1] + (one != other))
            if row > 1 and column > 1 and one == right[column - 2] and left[row - 2] == other:
                best = min(best, before[column - 2] + 1)
            current.append(best)
        before, previous = previous, current
    return min(previous[-1], limit + 1)
