"""What the session puts together for rules to look at: works, repeated claims, contacts, the project."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from dvht_lint.comparison.body_names import (
    mentions_in_contacts,
    mentions_in_resources,
    mentions_in_sources,
    name_groups,
)
from dvht_lint.comparison.works.clustering import cluster, with_dependents
from dvht_lint.contacts import group, is_body, read_mentions, registry
from dvht_lint.model import (
    BlockKind,
    Contact,
    ContactGroup,
    ContactMention,
    Document,
    NameGroup,
    NameMention,
    Role,
    Settings,
    Work,
)
from dvht_lint.session.entitled import as_cited
from dvht_lint.session.repeating import Group, Repeats
from dvht_lint.text import Prose

__all__ = ["Groups"]

T = TypeVar("T")
_Mention = tuple[str, Prose, ContactMention]
"""A contact with the path and the text that it stands in."""


class Groups:
    """Groups over all documents, rebuilt only when what they are made of changed."""

    def __init__(self, settings: Settings) -> None:
        """Start with nothing built."""
        self._settings = settings
        self._made: dict[str, tuple[object, tuple[object, ...]]] = {}
        self._mentions: dict[str, tuple[Document, tuple[_Mention, ...]]] = {}
        self._named: dict[str, tuple[Document, tuple[NameMention, ...]]] = {}
        self.repeats = Repeats(settings)

    def works(self, documents: Iterable[Document]) -> tuple[Work, ...]:
        """The works behind all citations, with what rests on each."""
        documents = tuple(documents)
        sources = tuple(s for d in documents for s in d.sources)
        works = self._once("works", sources, lambda: cluster(sources, as_cited))
        resting = tuple((d.path, d.claims, d.statements) for d in documents)
        before: tuple[Work, ...] = self._made.get("resting", ((), ()))[1]  # type: ignore[assignment]
        return self._once("resting", (works, resting), lambda: with_dependents(works, documents, before))

    def names(self, documents: Iterable[Document]) -> tuple[NameGroup, ...]:
        """The bodies whose name is spelled in more than one way, in citations, contacts and lists of resources."""
        self._named = {d.path: (d, self._names_in(d)) for d in documents}
        mentions = tuple(mention for _, found in self._named.values() for mention in found)
        return self._once("names", mentions, lambda: name_groups(mentions))

    def repeated(self, documents: Iterable[Document]) -> tuple[Group, ...]:
        """The claims that are made in several places with different figures."""
        return self.repeats.groups(documents)

    def contacts(self, documents: Iterable[Document]) -> tuple[ContactGroup, ...]:
        """Every contact that the documents mention, with what the registry says of it.

        The corpus' own contacts come before those of the configuration, and both before the built-in ones.
        """
        documents = tuple(documents)
        own = tuple(c for d in documents for c in d.contacts) + self._settings.contacts
        self._mentions = {d.path: (d, self._mentioned(d)) for d in documents}
        mentions = tuple(mention for _, found in self._mentions.values() for mention in found)
        return self._once("contacts", (own, mentions), lambda: self._contact_groups(own, mentions))

    def _names_in(self, document: Document) -> tuple[NameMention, ...]:
        known = self._named.get(document.path)
        return known[1] if known is not None and known[0] is document else tuple(_names(document))

    def _mentioned(self, document: Document) -> tuple[_Mention, ...]:
        known = self._mentions.get(document.path)
        if known is not None and known[0] is document:
            return known[1]
        return tuple(_owned_mentions(document))

    def _contact_groups(self, own: tuple[Contact, ...], mentions: tuple[_Mention, ...]) -> tuple[ContactGroup, ...]:
        return group(mentions, registry(replace(self._settings, contacts=own))) if mentions else ()

    def _once(self, name: str, made_of: object, make: Callable[[], tuple[T, ...]]) -> tuple[T, ...]:
        known = self._made.get(name)
        if known is None or known[0] != made_of:
            self._made[name] = known = (made_of, make())
        return known[1]  # type: ignore[return-value]


def _owned_mentions(document: Document) -> Iterator[_Mention]:
    """The contacts of a document, each with the body under whose heading or title it stands."""
    first = next((b.prose.plain for b in document.blocks if b.kind is BlockKind.HEADING and b.level == 1), "")
    title = next((t for t in (str(document.metadata.get("title") or ""), first) if is_body(t)), "")
    for prose, heading in _prose(document):
        mentions = read_mentions(prose)
        owner = (heading if is_body(heading) else title) if mentions else ""
        yield from ((document.path, prose, replace(m, owner=owner) if owner else m) for m in mentions)


def _prose(document: Document) -> Iterator[tuple[Prose, str]]:
    """Where a contact may stand, and under which heading: every block but the citations, and the texts of a corpus file."""
    yield from ((b.prose, b.heading) for b in document.blocks if b.prose.plain and b.role is not Role.SOURCE)
    if not document.blocks and document.format != "pairs":
        yield from ((claim.prose, "") for claim in document.claims)
        yield from ((statement.prose, "") for statement in document.statements)


def _names(document: Document) -> Iterator[NameMention]:
    yield from mentions_in_sources(document.sources)
    yield from mentions_in_resources(document.path, document.blocks)
    yield from mentions_in_contacts(document.contacts)
