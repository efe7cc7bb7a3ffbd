"""Which contacts are known: those of the corpus, and under them the national hotlines that ship with the package."""

from __future__ import annotations

from functools import cache
from typing import Any

from dvht_lint.contacts.keypad import digits_of
from dvht_lint.contacts.normal import normal_phone
from dvht_lint.lexicons import load
from dvht_lint.model import Contact, Settings

__all__ = ["builtin", "phones", "registry"]

_TEXTS = ("name", "phone", "sms", "keyword", "url", "email", "hours", "provenance")
_LISTS = ("former_names", "other_phones", "other_keywords", "other_urls", "aliases")


@cache
def builtin() -> tuple[Contact, ...]:
    """The national hotlines of the field (`lexicons/hotlines.json`), each with the source and date of its facts."""
    return tuple(_contact(entry) for entry in load("hotlines"))


def registry(settings: Settings) -> tuple[Contact, ...]:
    """The corpus' own contacts, then those built in that they do not replace.

    An own contact replaces the built-in one with its id, one of its names, its number or its text code;
    `builtin_contacts = False` leaves the built-in ones out.
    """
    own = settings.contacts
    if not settings.builtin_contacts:
        return own
    return own + tuple(known for known in builtin() if not any(_replaces(contact, known) for contact in own))


def phones(contact: Contact) -> tuple[str, ...]:
    """Every number of a contact as registered, the main one first."""
    return tuple(number for number in (contact.phone, *contact.other_phones) if number)


def _contact(entry: dict[str, Any]) -> Contact:
    fields: dict[str, Any] = {name: entry.get(name, "") for name in _TEXTS}
    fields |= {name: tuple(entry.get(name, ())) for name in _LISTS}
    return Contact(id=entry["id"], **fields)


def _replaces(own: Contact, known: Contact) -> bool:
    if own.id == known.id:
        return True
    names = {name.casefold() for name in (known.name, *known.aliases, *known.former_names)}
    if own.name and own.name.casefold() in names:
        return True
    numbers = {normal_phone(number) for number in phones(known)}
    if own.phone and normal_phone(own.phone) in numbers:
        return True
    return bool(own.sms) and digits_of(own.sms) == digits_of(known.sms)
