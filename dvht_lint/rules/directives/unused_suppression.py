"""A suppression suppresses nothing.

Why: A comment that outlived its finding will silence the next one, which nobody looked at.

Fails: `<!-- dvht-lint: ignore[number-drift] reason="rounded" -->` before a paragraph whose figures agree with the
statement.

Passes: a suppression that silences at least one finding for each rule it names.

Fix: Delete the comment, or the rule that it no longer needs.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Label, Safety, Severity
from dvht_lint.model import Leftover, Settings
from dvht_lint.rules.base import rule
from dvht_lint.rules.deletion import delete_comment


@rule("DV901", "unused-suppression", on=Leftover, severity=Severity.WARNING)
def check(leftover: Leftover, settings: Settings) -> Iterator[Finding]:
    """Report each rule that a suppression names in vain; where it names no other, deleting the comment is the fix."""
    del settings
    path = leftover.document.path
    for directive, idle in leftover.unused:
        whole = len(idle) == len(directive.arguments)
        fix = delete_comment(leftover.document, directive, Safety.UNSAFE) if whole else None
        for index in idle:
            name = directive.arguments[index]
            where = directive.argument_spans[index]
            yield Finding(f"{name!r} silences nothing here", at=Label(path, where), fix=fix, key=name)
            fix = None
