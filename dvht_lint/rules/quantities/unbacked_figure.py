"""A claim holds a figure that its statement has nothing for.

Why: A claim that cites a source for two figures, of which the source has one, lends the other a credit it has not got.

Fails: "answered 19,427 calls and 500 e-mails" on a statement that counts only calls; a year that the statement does
not mention.

Passes: what follows from the statement (a stay from 1545 to 1563 lasted 18 years; 2 women and 3 men are 5 people);
names that hold a number (Uranium-235, the Fortune 500); "one" as a pronoun. A year that only names a thing
("her 1913 play") is an info where the statement has no date.

It is a warning: the figure may well be right, and stand in a part of the source that the statement leaves out. A figure that
takes the place of the statement's own is another rule's error.

Fix: Cite a statement for the figure, or leave it out.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Severity
from dvht_lint.model import Comparison, Reason, Settings
from dvht_lint.rules.base import findings_of, rule


@rule("DV507", "unbacked-figure", on=Comparison, severity=Severity.WARNING)
def check(comparison: Comparison, settings: Settings) -> Iterator[Finding]:
    """Report each such edit."""
    del settings
    yield from findings_of(comparison, Reason.UNBACKED)
