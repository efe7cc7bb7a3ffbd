"""What no narrower class explains: how much of the meaning-bearing text of claim and statement is simply other words."""

from __future__ import annotations

from dvht_lint.comparison.alignment import Alignment
from dvht_lint.comparison.edits import make, quoted
from dvht_lint.comparison.reading import Wording
from dvht_lint.model import Edit, Reason

__all__ = ["find", "share"]

_LEAST_WORDS = 3
_LEAST_SHARE = 0.34


def _loose(alignment: Alignment) -> list[int]:
    """The content words of the claim that nothing in the statement stands for and no class has explained."""
    left = alignment.left
    return [
        at
        for at, form in enumerate(left.forms)
        if form.content
        and alignment.to_right[at] < 0
        and at not in alignment.explained_left
        and at not in alignment.figure_left
        and form.stem not in alignment.right.stems
    ]


def share(alignment: Alignment) -> float:
    """The share of the claim's content words that nothing explains, 0 to 1."""
    total = sum(f.content and at not in alignment.figure_left for at, f in enumerate(alignment.left.forms))
    return len(_loose(alignment)) / total if total else 0.0


def find(alignment: Alignment) -> list[Edit]:
    """One edit over the longest stretch of other words, where there is enough of it in all; else none."""
    loose = _loose(alignment)
    part = share(alignment)
    if len(loose) < _LEAST_WORDS or part < _LEAST_SHARE:
        return []
    run = max(_runs(alignment.left, loose), key=len)
    start, end = alignment.slot(run.start, run.stop)
    text = alignment.left.words(run.start, run.stop)
    message = f"The claim is reworded: the statement has nothing that stands for {quoted(text)} ({part:.0%} of the claim's wording)."
    return [
        make(
            alignment, Reason.REWORDED, run, range(start, max(start, end)), message,
            confidence=round(min(0.9, 0.3 + part), 2),
        )
    ]  # fmt: skip


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
