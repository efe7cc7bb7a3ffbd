"""Making edits: spans, the words to quote, and how sure the alignment is."""

from __future__ import annotations

from dvht_lint.comparison.aligning.alignment import Alignment
from dvht_lint.model import Edit, Harm, Reason

__all__ = ["certainty_of", "explain", "insertion", "make", "quoted"]


def quoted(text: str) -> str:
    """A wording in quotation marks for a message, cut in the middle where it is long."""
    text = " ".join(text.split())
    return f"“{text}”" if len(text) <= 80 else f"“{text[:40]} … {text[-30:]}”"


def certainty_of(alignment: Alignment, left: int, right: int = -1) -> float:
    """How sure it is that what stands at a word of the claim restates what stands at a word of the statement, 0 to 1.

    The share of the sentence that is linked, and whether the words next to it are linked in step.
    """
    sentence = alignment.left.sentence[min(left, alignment.left.size - 1)] if alignment.left.size else 0
    covered = alignment.coverage(sentence)
    if right < 0:
        return round(0.3 + 0.65 * covered, 2)
    steps = 0
    for step in (-1, 1):
        one, two = left + step, right + step
        ends = not 0 <= one < alignment.left.size or not 0 <= two < alignment.right.size
        steps += ends or alignment.to_right[one] == two
    return round(min(0.98, 0.2 + 0.6 * covered + 0.1 * steps), 2)


def explain(alignment: Alignment, left: range, right: range) -> None:
    """Note that a class has spoken for these words, so that no other speaks of them."""
    alignment.explained_left.update(left)
    alignment.explained_right.update(right)


def make(
    alignment: Alignment,
    reason: Reason,
    left: range,
    right: range,
    message: str,
    *,
    harm: Harm = Harm.MORE,
    confidence: float = 0.9,
    replacement: str | None = None,
) -> Edit:
    """An edit over runs of words, which are then explained."""
    explain(alignment, left, right)
    one, two = alignment.left.span(left.start, left.stop), alignment.right.span(right.start, right.stop)
    if replacement is None and len(left) and len(right):
        replacement = alignment.right.words(right.start, right.stop)
        if alignment.left.forms[left.start].capital and left.start == 0 and replacement[:1].islower():
            replacement = replacement[:1].upper() + replacement[1:]
    return Edit(reason, one, two, message, harm, confidence, replacement)


def insertion(
    alignment: Alignment,
    reason: Reason,
    before: int,
    right: range,
    message: str,
    *,
    harm: Harm = Harm.MORE,
    confidence: float = 0.9,
) -> Edit:
    """An edit where words of the statement are missing before a word of the claim (after the last, where `before` is its length).

    It stands at that word, for an editor cannot underline nothing; the replacement is the word with what is missing.
    """
    explain(alignment, range(0), right)
    at_end = before >= alignment.left.size or (before > 0 and alignment.left.opens(before))
    at = before - 1 if at_end else before
    left, span = alignment.left.span(at, at + 1), alignment.right.span(right.start, right.stop)
    word, text = alignment.left.words(at, at + 1), alignment.right.words(right.start, right.stop)
    return Edit(
        reason,
        left,
        span,
        message,
        harm,
        confidence,
        f"{word} {text}" if at_end else _before(alignment, at, text, word),
    )


def _before(alignment: Alignment, at: int, text: str, word: str) -> str:
    """A text set before a word, the capital of a sentence's first word moved to it."""
    if not alignment.left.opens(at):
        return f"{text} {word}"
    lowered = word if alignment.left.named(at) else word[:1].lower() + word[1:]
    return f"{text[:1].upper()}{text[1:]} {lowered}"
