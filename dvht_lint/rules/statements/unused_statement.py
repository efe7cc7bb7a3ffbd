"""A statement of the references is restated nowhere.

Why: References outlive the text they were written for. A statement that no claim restates may be left over, or its claim
may have been reworded so far that it is no longer found.

Fails: a bullet of the reference half whose sentence was deleted from the public text.

Passes: a statement that any claim of the project restates; a lead sentence; a project without any public text.

Fix: Delete the statement, or restore the claim.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Severity
from dvht_lint.model import Project, Role, Settings
from dvht_lint.rules.base import place, rule


@rule("DV202", "unused-statement", on=Project, severity=Severity.INFO)
def check(project: Project, settings: Settings) -> Iterator[Finding]:
    """Report each statement that is in no pair."""
    del settings
    if not any(document.claims for document in project.documents):
        return
    for document in project.documents:
        if document.format == "pairs":
            continue
        for statement in document.statements:
            used = statement.id in project.used_statements or statement.part_of in project.used_statements
            if not used and statement.role is not Role.LEAD and not statement.passages:
                yield Finding(
                    "no claim restates this statement",
                    at=place(statement, statement.prose.whole()),
                    statement=statement.id,
                    key=statement.id,
                )
