"""One id, or one key of a table, is given to two things.

Why: YAML and JSON keep the last of two equal keys without a word, so the first statement or source is gone, and what
rested on it rests on something else.

Fails: two statements `hotline-2011:` in one file, two claims with `id: c1`, `text:` twice in one claim, two rows of a
pairs file with the same id; `smith-2004` naming one work in one file and another work in a second file.

Passes: the same work under the same id in two files (where the two differ in a field, source-drift speaks of it).

Fix: Rename or remove one of the two; the other place is shown with the finding.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from dvht_lint.diagnostic import Finding, Label
from dvht_lint.model import Document, Project, Settings, Source, Statement
from dvht_lint.rules.base import rule
from dvht_lint.rules.documents import reported


@rule("DV004", "duplicate-id", on=Project)
def check(project: Project, settings: Settings) -> Iterator[Finding]:
    """Report repeated ids and keys inside a file, then ids that two files give to different things."""
    del settings
    for document in project.documents:
        yield from reported(document, "DV004")
    yield from _clashes(project, "source", _sources_of)
    yield from _clashes(project, "statement", _statements_of)


Named = Mapping[str, Source | Statement]


def _sources_of(document: Document) -> Named:
    return {source.id: source for source in document.sources if source.explicit_id}


def _statements_of(document: Document) -> Named:
    """The statements of a corpus file; the ids of other formats are derived from their texts, or are a row's own."""
    return {s.id: s for s in document.statements if not s.part_of} if document.format == "corpus" else {}


def _clashes(project: Project, what: str, named: Callable[[Document], Named]) -> Iterator[Finding]:
    first: dict[str, tuple[str, Source | Statement]] = {}
    for document in project.documents:
        for name, thing in named(document).items():
            path, other = first.setdefault(name, (document.path, thing))
            if other is thing or _same(thing, other):
                continue
            yield Finding(
                f"the id {name!r} is given to another {what} in {path}",
                at=Label(document.path, thing.span, id=name),
                see=(Label(path, other.span, f"the other {what}", name),),
                key=f"{what}|{name}",
            )


def _same(one: Source | Statement, other: Source | Statement) -> bool:
    return _words(one) == _words(other)


def _words(thing: Source | Statement) -> list[str]:
    text = thing.title or thing.text if isinstance(thing, Source) else thing.prose.plain
    return text.casefold().split()
