"""The cited source does not have it; another source of the project does.

Why: A reader who follows the citation finds nothing there, and takes the figure for made up, though it is right.

Fails: a claim that cites S-12 and restates, figures and all, a statement that rests on S-17; a statement whose figure
is in no passage of its source's evidence, but in that of another source.

Passes: a claim that cites both; two entries for one work; a source that no statement rests on and that has no
evidence, for nobody can tell what it says.

Fix: Cite the source that the finding names, or the page of the cited one that says the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Label
from dvht_lint.model import Miscited, Settings
from dvht_lint.rules.base import place, rule
from dvht_lint.rules.evidence_words import label


@rule("DV104", "miscited-claim", on=Miscited)
def check(miscited: Miscited, settings: Settings) -> Iterator[Finding]:
    """Report the pointer that leads to the wrong source."""
    del settings
    side, cited, found = miscited.side, miscited.cited, miscited.found
    page = f", p. {miscited.passage.page}" if miscited.passage and miscited.passage.page else ""
    see = [Label(cited.document, cited.span, "the cited source", cited.id)]
    see.append(Label(found.document, found.span, "the source that has it", found.id))
    if miscited.passage is not None:
        see.append(label(miscited.passage, "the passage"))
    if miscited.statement is not None:
        statement = miscited.statement
        see.append(place(statement, statement.prose.whole(), "the statement"))
    name, other = found.label, cited.label
    if found.explicit_id and cited.explicit_id:
        name, other = f"'{found.id}'", f"'{cited.id}'"
    yield Finding(
        f"this is in {name}{page}, not in {other}",
        at=Label(side.document, miscited.at),
        see=tuple(see),
        source=found.id,
        key=f"{found.id}|{cited.id}",
    )
