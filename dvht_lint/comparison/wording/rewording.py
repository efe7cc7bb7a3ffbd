"""What no narrower class explains: how much of the meaning-bearing text of claim and statement is simply other words."""

from __future__ import annotations

from dvht_lint.comparison.aligning.alignment import Alignment
from dvht_lint.comparison.aligning.edits import make, quoted
from dvht_lint.comparison.aligning.reading import Wording
from dvht_lint.comparison.wording import reports, unlicensed
from dvht_lint.model import Edit, Reason

__all__ = ["find"]

_LEAST_WORDS = 3
_LEAST_SHARE = 0.34


def find(alignment: Alignment) -> tuple[float, list[Edit]]:
    """The share of the claim's content words that nothing explains, 0 to 1, and where it is large, one edit.

    The edit stands over the longest stretch of such words.
    """
    unlinked = _unlinked(alignment)
    loose = [at for at in unlinked if alignment.left.keys[at] not in alignment.right.stems]
    if not unlinked:
        return 0.0, []
    beside = alignment.figure_left | _introducing(alignment)
    part = len(loose) / sum(c and at not in beside for at, c in enumerate(alignment.left.content))
    if len(loose) < _LEAST_WORDS or part < _LEAST_SHARE:
        return part, list(unlicensed.find(alignment, unlinked))
    run = max(_runs(alignment.left, loose), key=len)
    start, end = alignment.slot(run.start, run.stop)
    text = alignment.left.words(run.start, run.stop)
    message = f"The claim is reworded: the statement has nothing that stands for {quoted(text)} ({part:.0%} of the claim's wording)."
    confidence = round(min(0.9, part), 2)
    return part, [make(alignment, Reason.REWORDED, run, range(start, max(start, end)), message, confidence=confidence)]


def _unlinked(alignment: Alignment) -> list[int]:
    """The content words of the claim that have no counterpart and that no class has explained."""
    taken = alignment.explained_left | alignment.figure_left | _introducing(alignment)
    return [at for at in alignment.free_left if alignment.left.content[at] and at not in taken]


def _introducing(alignment: Alignment) -> set[int]:
    """The words of the claim that only say where the rest is from, which the statement may leave to its source."""
    return {at for words in reports.introductions(alignment.left) for at in words if alignment.to_right[at] < 0}


def _runs(wording: Wording, loose: list[int]) -> list[range]:
    """The stretches that loose words make, small words between them included."""
    runs: list[range] = []
    for at in loose:
        if (
            runs
            and wording.sentence[at] == wording.sentence[runs[-1].start]
            and not any(wording.forms[i].content for i in range(runs[-1].stop, at))
        ):
            runs[-1] = range(runs[-1].start, at + 1)
        else:
            runs.append(range(at, at + 1))
    return runs
