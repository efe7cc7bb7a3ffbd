"""A registry, arranged for looking mentions up in it."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from dvht_lint.contacts.keypad import digits_of, distance
from dvht_lint.contacts.names import NameIndex
from dvht_lint.contacts.normal import normal_phone, normal_url, same_number
from dvht_lint.contacts.registry import phones
from dvht_lint.model import Contact

__all__ = ["Known"]

_SHORTEST = 8
"""Of shorter numbers any two are near each other."""


class Known:
    """The contacts of a registry by number, code and address."""

    def __init__(self, contacts: tuple[Contact, ...]) -> None:
        self.contacts = contacts
        self.names = NameIndex(contacts)
        self._answers: dict[str, tuple[Contact, ...]] = {}
        self._nearest: dict[str, tuple[Contact, str] | None] = {}

    def with_number(self, value: str) -> tuple[Contact, ...]:
        """The contacts that a number in normal form reaches."""
        if value not in self._answers:
            found = {c.id: c for c, _, known in self._numbers if same_number(value, known)}
            self._answers[value] = tuple(found.values())
        return self._answers[value]

    def nearest(self, value: str) -> tuple[Contact, str] | None:
        """The contact and its number as registered that differ from a number in one or two digits, the nearest first."""
        if value not in self._nearest:
            self._nearest[value] = self._search(value)
        return self._nearest[value]

    @cached_property
    def codes(self) -> tuple[tuple[Contact, str], ...]:
        """Every text code with its contact."""
        return tuple((c, digits_of(c.sms)) for c in self.contacts if c.sms)

    @cached_property
    def addresses(self) -> dict[str, tuple[tuple[Contact, str], ...]]:
        """Every web and e-mail address in normal form, by the mention's field."""
        found: dict[str, list[tuple[Contact, str]]] = defaultdict(list)
        for contact in self.contacts:
            found["url"].extend((contact, normal_url(url)) for url in (contact.url, *contact.other_urls) if url)
            if contact.email:
                found["email"].append((contact, contact.email.lower()))
        return {field: tuple(pairs) for field, pairs in found.items()}

    @cached_property
    def _numbers(self) -> tuple[tuple[Contact, str, str], ...]:
        return tuple((c, number, normal_phone(number)) for c in self.contacts for number in phones(c))

    def _search(self, value: str) -> tuple[Contact, str] | None:
        digits = _national(value)
        best: tuple[int, Contact, str] | None = None
        for contact, number, known in self._numbers:
            national = _national(known)
            if min(len(national), len(digits)) < _SHORTEST:
                continue
            apart = distance(digits, national)
            if apart <= 2 and (best is None or apart < best[0]):
                best = (apart, contact, number)
        return best[1:] if best else None


def _national(value: str) -> str:
    digits = digits_of(value)
    return digits.removeprefix("1") if len(digits) >= 10 else digits
