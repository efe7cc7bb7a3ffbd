"""A suppression's date has passed.

Why: `until` says when somebody promised to look again. After that day what it silenced is reported again.

Fails: `<!-- dvht-lint: ignore[stale-source] reason="new edition due" until=2025-12-31 -->` in a run of 2026; a date that is none, such
as `until=2026-02-30`.

Passes: a suppression without a date, or on its last day.

Fix: Mend what it silenced, or set a new date; `--fix` deletes the comment, which silences nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Label, Safety
from dvht_lint.model import Document, Settings
from dvht_lint.rules.base import rule
from dvht_lint.rules.deletion import delete_comment


@rule("DV903", "expired-suppression", on=Document)
def check(document: Document, settings: Settings) -> Iterator[Finding]:
    """Report each suppression that ended before the day of the run, and each date that cannot be read."""
    for directive in document.directives:
        for problem in directive.problems:
            if problem.code == "DV903":
                yield Finding(problem.message, at=Label(document.path, problem.span), key=problem.message)
        if directive.until is not None and directive.until < settings.as_of:
            names = ", ".join(directive.arguments)
            message = f"the suppression of {names} ended on {directive.until.isoformat()}"
            fix = delete_comment(document, directive, Safety.SAFE)
            yield Finding(message, at=Label(document.path, directive.span), fix=fix, key=names)
