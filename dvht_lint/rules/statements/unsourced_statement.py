"""A statement of the references rests on no source.

Why: The reference half is where a reader looks a claim up. A statement without a source there is a claim twice made
and never backed; and a `Source:` line that was lost in editing looks like one that was never needed.

Fails: a bullet under "References and Citations" that no `Source:` line follows; a corpus statement without `sources`.
A `Source:` line serves the bullet right before it, and the whole of a tight list that it closes; it never reaches back over
a bullet that stands alone. A lead sentence without figures that opens a group of bullets is a warning.

Passes: a bullet with its `Source:` line, a note, a key or a link.

Fix: Add `Source:` and the work below the statement, or take the statement out.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Severity
from dvht_lint.model import Document, Role, Settings, Statement
from dvht_lint.rules.base import place, rule


@rule("DV201", "unsourced-statement", on=Document)
def check(document: Document, settings: Settings) -> Iterator[Finding]:
    """Report each statement without a source; in a pairs file the source is optional."""
    del settings
    if document.format == "pairs":
        return
    for statement in document.statements:
        if not (statement.sources or statement.citations or statement.part_of or statement.passages):
            yield _finding(statement)


def _finding(statement: Statement) -> Finding:
    lead = statement.role is Role.LEAD and not any(quantity.is_statistic for quantity in statement.quantities)
    return Finding(
        "no source backs this lead sentence" if lead else "no source backs this statement",
        at=place(statement, statement.prose.whole()),
        severity=Severity.WARNING if lead else None,
        statement=statement.id,
    )
