"""A claim holds a figure that its statement has nothing for.

Why: A claim that cites a source for two figures, of which the source has one, lends the other a credit it has not got.

Fails: "answered 19,427 calls and 500 e-mails" on a statement that counts only calls; a year that the statement does
not mention.

Passes: what follows from the statement (a stay from 1545 to 1563 lasted 18 years; 2 women and 3 men are 5 people);
names that hold a number (Uranium-235, the Fortune 500); "one" as a pronoun. A year that only names a thing
("her 1913 play") is an info where the statement has no date.

It is a warning: the figure may well be right, and stand in a part of the source that the statement leaves out. It is an
error where the statement has another figure between the same words.

Fix: Cite a statement for the figure, or leave it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dvht_lint.diagnostic import Finding, Severity
from dvht_lint.model import Comparison, Edit, Reason, Settings
from dvht_lint.rules.base import finding_of, rule
from dvht_lint.text import Span
from dvht_lint.words import FUNCTION_WORDS

_WORDS = re.compile(r"[^\W\d_]+")


@rule("DV507", "unbacked-figure", on=Comparison, severity=Severity.WARNING)
def check(comparison: Comparison, settings: Settings) -> Iterator[Finding]:
    """Report each such edit."""
    del settings
    for edit in comparison.of(Reason.UNBACKED):
        finding = finding_of(comparison, edit)
        replaced = finding.severity is None and _stands_for_another(comparison, edit)
        yield replace(finding, severity=Severity.ERROR) if replaced else finding


def _stands_for_another(comparison: Comparison, edit: Edit) -> bool:
    """Whether the statement has a figure that the claim lacks between the same words: it gives that role another figure."""
    if _all_else_equal(comparison, edit):
        return True
    bound = {binding.right for binding in comparison.bindings if binding.left >= 0}
    left = _beside(comparison.left.prose.plain, edit.left)
    return any(
        index not in bound and _same_place(left, _beside(comparison.right.prose.plain, q.span))
        for index, q in enumerate(comparison.right.quantities)
    )


def _all_else_equal(comparison: Comparison, edit: Edit) -> bool:
    """Whether the statement opens and closes with the words around the figure, whatever stands between them."""
    text = comparison.left.prose.plain
    words = _WORDS.findall(comparison.right.prose.plain.lower())
    before, behind = _WORDS.findall(text[: edit.left.start].lower()), _WORDS.findall(text[edit.left.end :].lower())
    if len(before) + len(behind) < 2 or len(before) + len(behind) > len(words):
        return False
    return words[: len(before)] == before and (not behind or words[-len(behind) :] == behind)


def _same_place(left: tuple[str, str], right: tuple[str, str]) -> bool:
    """Whether the words around two figures are the same: both of them, or one that bears a meaning."""
    return left == right or any(
        a == b and len(a) > 3 and a not in FUNCTION_WORDS for a, b in zip(left, right, strict=True)
    )


def _beside(text: str, span: Span) -> tuple[str, str]:
    """The words before and behind a figure, in lower case."""
    before, behind = _WORDS.findall(text[: span.start]), _WORDS.findall(text[span.end :])
    return (before[-1].lower() if before else "", behind[0].lower() if behind else "")
