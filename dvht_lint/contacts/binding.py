"""Which registered contact each mention is about, and what it should read.

A mention is bound by what it agrees with, by the name it stands beside, by its keyword, or by a number that
differs in a digit or two: a hotline's number with one digit changed is that hotline's, not a new one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from dvht_lint.contacts.hours import normal_hours
from dvht_lint.contacts.keypad import distance, spell
from dvht_lint.contacts.known import Known
from dvht_lint.contacts.names import Name, is_other_line, own_name, reaches
from dvht_lint.contacts.normal import in_notation_of, normal_phone, with_digits
from dvht_lint.contacts.registry import builtin
from dvht_lint.contacts.unlisted import by_own_name, checked
from dvht_lint.model import Contact, ContactGroup, ContactMention
from dvht_lint.text import Prose, Span

__all__ = ["group"]

Triple = tuple[str, Prose, ContactMention]
Bound = tuple[Contact | None, ContactMention]

_NEAR = 30
"""How many characters may stand between a text code and the word that goes with it."""
_FOLLOWERS = frozenset({"keyword", "hours", "letters"})
_TOLL_FREE = re.compile(r"\+18(?:00|33|44|55|66|77|88)")
_DATED = re.compile(r"\b(?:19|20)\d\d\b")
_ONCE_CALLED = re.compile(
    r"(?:former(?:ly)?|previous(?:ly)?|then|once|old name|(?:also |was |were )?(?:known|called|named)(?: as)?)[\s,:(“\"]*(?:the )?$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s+(?=[A-Z“\"])")


def group(mentions: Iterable[Triple], contacts: tuple[Contact, ...]) -> tuple[ContactGroup, ...]:
    """The mentions by the contact they are about, registered ones in the registry's order, then the others.

    `mentions` are path, prose and mention, those of one prose together; a prose should be a whole paragraph, for a
    name in one sentence speaks for the number in the next. In the groups `expected` says what a mention should
    read; a registered name that is out of date becomes a mention of its own (`field` "name").
    """
    bound: dict[str, list[Triple]] = defaultdict(list)
    loose: list[Triple] = []
    known = Known(contacts)
    for path, prose, found in _by_prose(mentions):
        for contact, mention in _Unit(prose.plain, known, found).bind():
            (bound[contact.id] if contact else loose).append((path, prose, mention))
    listed = tuple(ContactGroup(contact, tuple(bound[contact.id])) for contact in contacts if bound[contact.id])
    return listed + tuple(by_own_name(loose, own_registry=any(c not in builtin() for c in contacts)))


def _by_prose(mentions: Iterable[Triple]) -> Iterator[tuple[str, Prose, list[ContactMention]]]:
    current: tuple[str, Prose, list[ContactMention]] | None = None
    for path, prose, mention in mentions:
        if current and current[1] is prose and current[0] == path:
            current[2].append(mention)
            continue
        if current:
            yield current
        current = (path, prose, [mention])
    if current:
        yield current


class _Unit:
    """One prose with its mentions and the names in it: the scope in which a name speaks for a number."""

    def __init__(self, plain: str, known: Known, mentions: Sequence[ContactMention]) -> None:
        self.plain = plain
        self.known = known
        self.mentions = mentions
        self.names = known.names.find(plain)
        self.named = {name.contact.id: name.contact for name in self.names}
        self.words = [mention for mention in mentions if mention.field == "keyword"]

    def bind(self) -> Iterator[Bound]:
        """Each mention with its contact; numbers first, for a word or the hours follow the number's contact."""
        here: dict[str, Contact] = {}
        for mention in self.mentions:
            if mention.field not in _FOLLOWERS:
                contact, result = self._bind_one(mention)
                if contact:
                    here[contact.id] = contact
                yield contact, result
        contacts = tuple(here.values())
        for mention in self.mentions:
            if mention.field == "keyword":
                yield self._keyword(mention, contacts)
            elif mention.field == "hours":
                yield self._hours(mention, contacts)
            elif mention.field == "letters":
                found = self.known.with_number(mention.value) or self.known.with_number(mention.spelled)
                yield (found[0] if found else None), mention
        yield from self._outdated(here)

    def _bind_one(self, mention: ContactMention) -> Bound:
        if mention.field == "phone":
            return self._phone(mention)
        return self._code(mention) if mention.field == "sms" else self._address(mention)

    # --- phones ---

    def _phone(self, mention: ContactMention) -> Bound:
        beside = self._beside(mention)
        same = self.known.with_number(mention.value)
        if same:
            if beside and beside.phone and beside not in same:
                return _drifted(beside, mention, beside.phone)
            return beside or next((c for c in same if c.id in self.named), same[0]), mention
        near = self.known.nearest(mention.value)
        if near and self._is_slip(mention, near):
            return _drifted(near[0], mention, near[1])
        contact = beside or self._only_name(mention)
        if contact and contact.phone and not is_other_line(self.plain, mention.span):
            return _drifted(contact, mention, contact.phone)
        return None, checked(mention)

    def _is_slip(self, mention: ContactMention, near: tuple[Contact, str]) -> bool:
        """Whether a number near a registered one is that number mistyped, and not its neighbour on the switchboard.

        Houses have numbers in a row, which differ in their last digits; a toll-free number has no neighbours of its
        own. Where the text gives the number to somebody else by name, only one digit may differ.
        """
        contact, number = near
        if contact.id in self.named:
            return True
        value, right = mention.value.lstrip("+"), normal_phone(number).lstrip("+")
        in_a_row = value[:-2] == right[:-2] and sorted(value) != sorted(right)
        if in_a_row and not _TOLL_FREE.match(mention.value):
            return False
        return distance(value, right) <= 1 or not own_name(self.plain, mention.span)

    def _beside(self, mention: ContactMention) -> Contact | None:
        index = bisect_right(self.names, mention.span.start, key=lambda name: name.span.end)
        if not index or not reaches(self.plain, self.names[index - 1].span, mention.span):
            return None
        return self.names[index - 1].contact

    def _only_name(self, mention: ContactMention) -> Contact | None:
        """The one contact that the text speaks of, for its first number where that is toll-free."""
        if len(self.named) != 1 or mention != self._first_number or not _TOLL_FREE.match(mention.value):
            return None
        far = mention.span.start - self.names[0].span.end > 250
        return None if far or own_name(self.plain, mention.span) else self.names[0].contact

    @cached_property
    def _first_number(self) -> ContactMention | None:
        end = self.names[0].span.end
        return next((m for m in self.mentions if m.field == "phone" and m.span.start > end), None)

    # --- text codes, keywords, hours, addresses ---

    def _code(self, mention: ContactMention) -> Bound:
        for contact, code in self.known.codes:
            if code == mention.value:
                return contact, mention
        words = self._words_near(mention.span)
        for contact, code in self.known.codes:
            apart = distance(mention.value, code)
            keyword = contact.keyword.upper()
            spelled = mention.spelled == code or (keyword in words and spell(keyword) == code)
            by_word = keyword in words and apart <= 2
            named = contact.id in self.named and (apart <= 2 or len(self.named) == 1)
            if spelled or by_word or named or (len(code) > 5 and apart == 1):
                return contact, replace(mention, expected=with_digits(mention.text, code))
        return None, mention

    def _words_near(self, code: Span) -> set[str]:
        first = bisect_left(self.words, code.start - _NEAR, key=lambda word: word.span.end)
        last = bisect_right(self.words, code.end + _NEAR, key=lambda word: word.span.start)
        return {word.value for word in self.words[first:last]}

    def _keyword(self, mention: ContactMention, here: tuple[Contact, ...]) -> Bound:
        with_words = [contact for contact in here if contact.keyword]
        for contact in with_words:
            if mention.value in {contact.keyword.upper(), *(word.upper() for word in contact.other_keywords)}:
                return contact, mention
        if len(with_words) != 1:
            return None, mention
        contact = with_words[0]
        # A corpus' own contact takes its word and no other; a national line may take more words than are listed.
        if contact.document or distance(mention.value, contact.keyword.upper()) <= 2:
            return contact, replace(mention, expected=contact.keyword)
        return contact, mention

    def _hours(self, mention: ContactMention, here: tuple[Contact, ...]) -> Bound:
        candidates = here or tuple(self.named.values())
        if len(candidates) != 1:
            return None, mention
        contact = candidates[0]
        right = normal_hours(contact.hours)
        agrees = (
            not right or mention.value == right or (mention.value.endswith("/") and right.startswith(mention.value))
        )
        return contact, mention if agrees else replace(mention, expected=contact.hours)

    def _address(self, mention: ContactMention) -> Bound:
        host = mention.value.partition("/")[0]
        known = [(c, address.partition("/")[0]) for c, address in self.known.addresses.get(mention.field, ())]
        for contact, right in known:
            if host == right:
                return contact, mention
        for contact, right in known:
            if (len(right) >= 8 or contact.id in self.named) and _is_mistyped(host, right):
                shown = mention.text.replace(host, right) if host in mention.text else right
                return contact, replace(mention, expected=shown)
        return None, mention

    # --- names ---

    def _outdated(self, here: dict[str, Contact]) -> Iterator[Bound]:
        """Former names in a text that sends readers to the contact; not where a dated claim speaks of it."""
        settled = {name.contact.id for name in self.names if not name.former}
        for name in self.names:
            contact = name.contact
            if contact.id not in here or contact.id in settled:
                continue
            before = self.plain[max(0, name.span.start - 40) : name.span.start]
            if _DATED.search(_sentence(self.plain, name.span)) or _ONCE_CALLED.search(before):
                continue
            settled.add(contact.id)
            yield contact, _former(self.plain, name)


def _drifted(contact: Contact, mention: ContactMention, number: str) -> tuple[Contact, ContactMention]:
    return contact, replace(mention, expected=in_notation_of(mention, number))


def _is_mistyped(host: str, right: str) -> bool:
    """Whether a host is another by a slip of the finger, or the same label under another ending."""
    if 0 < distance(host, right) <= (2 if len(right) > 12 else 1):
        return True
    label, _, ending = host.rpartition(".")
    right_label, _, right_ending = right.rpartition(".")
    return len(right_label) > 11 and label == right_label and ending != right_ending


def _former(plain: str, name: Name) -> ContactMention:
    text, now = name.span.cut(plain), name.contact.name
    return ContactMention("name", now, text, name.span, f"“{text}” is now the {now}", correction=now)


def _sentence(plain: str, span: Span) -> str:
    start = max((m.end() for m in _SENTENCE_END.finditer(plain, max(0, span.start - 500), span.start)), default=0)
    end = _SENTENCE_END.search(plain, span.end)
    return plain[max(start, span.start - 500) : end.start() if end else len(plain)]
