"""Nothing rests on an entry of the corpus or bibliography.

Why: An entry that nobody cites is either left over or the one that a statement forgot to name.

Fails: a source in the corpus that no statement and no document refers to.

Passes: an entry that a statement, a Pandoc citation or a note names; citations that stand in a document's own text.

Fix: Cite it where it belongs, or delete it.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Severity
from dvht_lint.model import Project, Settings
from dvht_lint.rules.base import rule
from dvht_lint.rules.source_fields import at_field


@rule("DV308", "unused-source", on=Project, severity=Severity.INFO)
def check(project: Project, settings: Settings) -> Iterator[Finding]:
    """Report every entry with an id of its own that nothing refers to."""
    del settings
    successors = {
        str(source.fields["superseded-by"])
        for document in project.documents
        for source in document.sources
        if source.fields.get("superseded-by") and source.id in project.used_sources
    }
    for document in project.documents:
        for source in document.sources:
            if source.explicit_id and source.id not in project.used_sources and source.id not in successors:
                yield Finding(
                    f"nothing rests on {source.id!r}: {source.label}",
                    at=at_field(source, "title"),
                    source=source.id,
                )
