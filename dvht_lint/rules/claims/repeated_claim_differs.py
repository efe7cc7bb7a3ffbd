"""The same claim stands in another place with another figure.

Why: A fact sheet is updated on one page and forgotten on the next; readers who see both trust neither.

Fails: "In 2014 the line answered 12,408 calls" on one page and "In 2014 the line answered 12,480 calls" on another.

Passes: the same claim of another year; the same figure in another notation or rounded.

Fix: Find out which is right, and write it in both places.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding
from dvht_lint.model import RepeatedClaim, Settings
from dvht_lint.rules.base import place, rule


@rule("DV105", "repeated-claim-differs", on=RepeatedClaim)
def check(repeated: RepeatedClaim, settings: Settings) -> Iterator[Finding]:
    """Report each later claim whose figures differ from those of the first."""
    del settings
    for comparison in repeated.comparisons:
        for edit in comparison.edits:
            yield Finding(
                edit.message,
                at=place(comparison.left, edit.left),
                see=(place(comparison.right, edit.right, "the same claim, with another figure"),),
                confidence=edit.confidence,
                claim=comparison.left.id,
                key=edit.left.cut(comparison.left.prose.plain),
            )
