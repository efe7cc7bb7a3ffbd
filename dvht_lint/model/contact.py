"""Hotlines, text codes and sites: as registered, and as they stand in prose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from dvht_lint.records import record
from dvht_lint.text import Prose, Span

_NOWHERE = Span(0, 0)


@record(frozen=True, slots=True)
class Contact:
    """A hotline, text code, e-mail or site as registered. `provenance` says where the fact is from, and when."""

    id: str
    name: str = ""
    phone: str = ""
    sms: str = ""
    keyword: str = ""
    url: str = ""
    email: str = ""
    hours: str = ""
    former_names: tuple[str, ...] = ()
    other_phones: tuple[str, ...] = ()
    document: str = ""
    span: Span = _NOWHERE
    provenance: str = ""
    spans: Mapping[str, Span] = field(default_factory=dict)
    other_keywords: tuple[str, ...] = ()
    other_urls: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    """Other names that are in use today, abbreviations included; `former_names` are not."""


@record(frozen=True, slots=True)
class ContactMention:
    """A phone, text code, keyword, e-mail, URL or opening hours as it stands in prose; `value` is canonical.

    `field` is the `Contact` field it speaks of; `span` is of the plain prose.
    """

    field: str
    value: str
    text: str
    span: Span
    problem: str = ""
    """Why it cannot be right whatever the registry says (DV602, DV605), and empty where it can."""
    letters: str = ""
    """The word that stands for the digits ("BEFREE" beside 233733), and empty where none does."""
    spelled: str = ""
    """What those letters dial on a keypad."""
    correction: str = ""
    """The same contact well formed, where `problem` is one of form alone."""
    expected: str = ""
    """What it should read by the registry or the other documents, and empty where it agrees (DV601)."""
    owner: str = ""
    """The body whose name is the heading or title that it stands under, and empty where that names none."""
    place: Span | None = None
    """Where it stands in the file, for what is not part of the plain text (the target of a link)."""


@record(frozen=True, slots=True)
class ContactGroup:
    """Every mention of one contact, with what the registry says of it (None where it is not listed)."""

    contact: Contact | None
    mentions: tuple[tuple[str, Prose, ContactMention], ...]
    """Path, prose and mention of each."""
    own_registry: bool = False
    """Whether the corpus keeps contacts of its own, so that one which it does not list is worth a word."""
