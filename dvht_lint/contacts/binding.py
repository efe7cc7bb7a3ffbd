"""Which registered contact each mention is about, and what it should read.

A mention is bound by what it agrees with, by the name it stands beside, by its keyword, or by a number that
differs in a digit or two: a hotline's number with one digit changed is that hotline's, not a new one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dvht_lint.contacts.addresses import normal_url
from dvht_lint.contacts.hours import normal_hours
from dvht_lint.contacts.keypad import digits_of, distance, spell
from dvht_lint.contacts.names import Name, NameIndex, is_line, is_other_line, own_name, reaches
from dvht_lint.contacts.phones import normal_phone, with_digits
from dvht_lint.contacts.registry import phones, same_number
from dvht_lint.model import Contact, ContactGroup, ContactMention
from dvht_lint.text import Prose, Span

__all__ = ["group"]

Triple = tuple[str, Prose, ContactMention]

_DATED = re.compile(r"\b(?:19|20)\d\d\b")
_ONCE_CALLED = re.compile(
    r"(?:former(?:ly)?|previous(?:ly)?|then|once|old name|(?:also |was |were )?(?:known|called|named)(?: as)?)[\s,:(“\"]*(?:the )?$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s+(?=[A-Z“\"])")


def group(mentions: Iterable[Triple], contacts: tuple[Contact, ...]) -> tuple[ContactGroup, ...]:
    """The mentions by the contact they are about, registered ones in the registry's order, then the others.

    `mentions` are path, prose and mention, those of one prose together. In the groups `expected` says what a
    mention should read; a registered name that is out of date becomes a mention of its own (`field` "name").
    """
    bound: dict[str, list[Triple]] = defaultdict(list)
    loose: list[Triple] = []
    index = NameIndex(contacts)
    for path, prose, found in _by_prose(mentions):
        for contact, mention in _Unit(prose, contacts, index.find(prose.plain)).bind(found):
            (bound[contact.id] if contact else loose).append((path, prose, mention))
    known = tuple(ContactGroup(contact, tuple(bound[contact.id])) for contact in contacts if bound[contact.id])
    return known + tuple(_unregistered(loose))


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
    """One prose with the names in it: the scope in which a name speaks for a number."""

    def __init__(self, prose: Prose, contacts: tuple[Contact, ...], names: tuple[Name, ...]) -> None:
        self.plain = prose.plain
        self.contacts = contacts
        self.names = names
        self.named = {name.contact.id: name.contact for name in names}

    def bind(self, mentions: Sequence[ContactMention]) -> Iterator[tuple[Contact | None, ContactMention]]:
        """Each mention with its contact; numbers first, for a word or the hours follow the number's contact."""
        here: dict[str, Contact] = {}
        later: list[ContactMention] = []
        for mention in mentions:
            if mention.field in {"keyword", "hours", "letters"}:
                later.append(mention)
                continue
            contact, result = self._bind_one(mention, mentions)
            if contact:
                here[contact.id] = contact
            yield contact, result
        for mention in later:
            yield self._bind_follower(mention, tuple(here.values()))
        yield from self._outdated(here)

    def _bind_one(
        self, mention: ContactMention, mentions: Sequence[ContactMention]
    ) -> tuple[Contact | None, ContactMention]:
        match mention.field:
            case "phone":
                return self._phone(mention, mentions)
            case "sms":
                return self._sms(mention, _words_of(mention, mentions))
            case "url":
                return self._address(
                    mention, [(c, normal_url(u)) for c in self.contacts for u in (c.url, *c.other_urls)]
                )
            case _:
                return self._address(mention, [(c, c.email.lower()) for c in self.contacts])

    # --- phones ---

    def _phone(
        self, mention: ContactMention, mentions: Sequence[ContactMention]
    ) -> tuple[Contact | None, ContactMention]:
        beside = next((n for n in reversed(self.names) if reaches(self.plain, n.span, mention.span)), None)
        same = [c for c in self.contacts if any(same_number(mention.value, normal_phone(p)) for p in phones(c))]
        if same:
            if beside and beside.contact.phone and beside.contact not in same:
                return self._drifted(beside.contact, mention, beside.contact.phone)
            return same[0], mention
        near = self._nearest(mention)
        if near:
            return self._drifted(near[0], mention, near[1])
        contact = beside.contact if beside else self._only_name(mention, mentions)
        if contact and contact.phone and not is_other_line(self.plain, mention.span):
            return self._drifted(contact, mention, contact.phone)
        return None, _checked(mention)

    def _nearest(self, mention: ContactMention) -> tuple[Contact, str] | None:
        best: tuple[int, Contact, str] | None = None
        digits = (
            digits_of(mention.value).removeprefix("1")
            if len(digits_of(mention.value)) > 9
            else digits_of(mention.value)
        )
        for contact in self.contacts:
            for number in phones(contact):
                known = digits_of(normal_phone(number))
                known = known.removeprefix("1") if len(known) == 11 else known
                if min(len(known), len(digits)) < 8:
                    continue
                apart = distance(digits, known)
                if apart <= 2 and (best is None or apart < best[0]):
                    best = (apart, contact, number)
        return best[1:] if best else None

    def _only_name(self, mention: ContactMention, mentions: Sequence[ContactMention]) -> Contact | None:
        """The one contact that the text speaks of, for its first toll-free number."""
        if len(self.named) != 1 or not re.match(r"\+18(?:00|33|44|55|66|77|88)", mention.value):
            return None
        name = self.names[0]
        first = next((m for m in mentions if m.field == "phone" and m.span.start > name.span.end), None)
        between = self.plain[name.span.end : mention.span.start]
        return (
            name.contact if first == mention and len(between) < 250 and not own_name(self.plain, mention.span) else None
        )

    @staticmethod
    def _drifted(contact: Contact, mention: ContactMention, number: str) -> tuple[Contact, ContactMention]:
        return contact, replace(mention, expected=_written(mention, number))

    # --- text codes, keywords, hours, addresses ---

    def _sms(self, mention: ContactMention, words: set[str]) -> tuple[Contact | None, ContactMention]:
        same = next((c for c in self.contacts if c.sms and digits_of(c.sms) == mention.value), None)
        if same:
            return same, mention
        for contact in self.contacts:
            known = digits_of(contact.sms)
            if not known:
                continue
            apart = distance(mention.value, known)
            spelled = mention.spelled == known or (contact.keyword in words and spell(contact.keyword) == known)
            by_word = contact.keyword in words and apart <= 2
            named = contact.id in self.named and (apart <= 2 or len(self.named) == 1)
            if spelled or by_word or named or (len(known) > 5 and apart == 1):
                return contact, replace(mention, expected=with_digits(mention.text, known))
        return None, mention

    def _bind_follower(
        self, mention: ContactMention, here: tuple[Contact, ...]
    ) -> tuple[Contact | None, ContactMention]:
        if mention.field == "letters":
            numbers = {normal_phone(number): c for c in self.contacts for number in phones(c)}
            return numbers.get(mention.value) or numbers.get(mention.spelled), mention
        if mention.field == "hours":
            contact = (here or tuple(self.named.values()))[0] if len(here or self.named) == 1 else None
            known = normal_hours(contact.hours) if contact else ""
            if contact and known and not _same_hours(mention.value, known):
                return contact, replace(mention, expected=contact.hours)
            return contact, mention
        return self._keyword(mention, here)

    def _keyword(self, mention: ContactMention, here: tuple[Contact, ...]) -> tuple[Contact | None, ContactMention]:
        with_words = [c for c in here if c.keyword]
        known = next((c for c in with_words if mention.value in {c.keyword.upper(), *c.other_keywords}), None)
        if known or len(with_words) != 1:
            return known, mention
        contact = with_words[0]
        # A corpus' own contact takes its word and no other; a national line may take more words than are listed.
        if contact.document or distance(mention.value, contact.keyword.upper()) <= 2:
            return contact, replace(mention, expected=contact.keyword)
        return contact, mention

    def _address(
        self, mention: ContactMention, known: Sequence[tuple[Contact, str]]
    ) -> tuple[Contact | None, ContactMention]:
        host = mention.value.partition("/")[0]
        for contact, address in known:
            if address and host == address.partition("/")[0]:
                return contact, mention
        for contact, address in known:
            right = address.partition("/")[0]
            if len(right) < 8 and contact.id not in self.named:
                continue
            if right and (0 < distance(host, right) <= (2 if len(right) > 12 else 1) or _other_ending(host, right)):
                return contact, replace(
                    mention, expected=mention.text.replace(host, right) if host in mention.text else right
                )
        return None, mention

    # --- names ---

    def _outdated(self, here: dict[str, Contact]) -> Iterator[tuple[Contact, ContactMention]]:
        """Former names in a text that sends readers to the contact; not where a dated claim speaks of it."""
        current = {name.contact.id for name in self.names if not name.former}
        reported: set[str] = set()
        for name in self.names:
            contact = name.contact
            if not name.former or contact.id not in here or contact.id in current or contact.id in reported:
                continue
            if _DATED.search(_sentence(self.plain, name.span)) or _ONCE_CALLED.search(
                self.plain[: name.span.start][-40:]
            ):
                continue
            reported.add(contact.id)
            yield contact, _former(self.plain, name)


def _words_of(code: ContactMention, mentions: Sequence[ContactMention]) -> set[str]:
    """The keywords that stand right by a text code."""
    return {
        mention.value
        for mention in mentions
        if mention.field == "keyword"
        and -2 <= max(code.span.start - mention.span.end, mention.span.start - code.span.end) <= 30
    }


def _former(plain: str, name: Name) -> ContactMention:
    text = name.span.cut(plain)
    return ContactMention(
        "name",
        name.contact.name,
        text,
        name.span,
        f"“{text}” is now the {name.contact.name}",
        correction=name.contact.name,
    )


def _sentence(plain: str, span: Span) -> str:
    start = max((m.end() for m in _SENTENCE_END.finditer(plain, 0, span.start)), default=0)
    end = _SENTENCE_END.search(plain, span.end)
    return plain[start : end.start() if end else len(plain)]


def _written(mention: ContactMention, number: str) -> str:
    """A registered number in the notation of the text, where it has one that fits."""
    text, right = mention.text, normal_phone(number)
    national = digits_of(right)[1:] if right.startswith("+1") else digits_of(number)
    if mention.letters:
        return national[-len(digits_of(text)) :]
    if any("A" <= char <= "Z" for char in text) or text.startswith("tel:"):
        return number if not text.startswith("tel:") else f"tel:{right}"
    shown = digits_of(text)
    if right.startswith("+1"):
        full = "1" + national if len(shown) == 11 else national
        return with_digits(text, full) if len(full) == len(shown) else number
    return with_digits(text, national) if len(shown) == len(national) else number


def _same_hours(value: str, known: str) -> bool:
    if value == known:
        return True
    hours, slash, days = value.partition("/")
    return bool(slash) and not days and known.partition("/")[0] == hours


def _other_ending(host: str, right: str) -> bool:
    label, _, ending = host.rpartition(".")
    known, _, known_ending = right.rpartition(".")
    return len(known) > 11 and label == known and ending != known_ending


def _checked(mention: ContactMention) -> ContactMention:
    """A number that no registry knows, with what is wrong with it by the numbering plan.

    555 is the exchange of examples and films: nobody means it to be dialled.
    """
    value = mention.value
    if mention.problem or not value.startswith("+") or "555" in {value[2:5], value[5:8]}:
        return mention
    from phonenumbers import NumberParseException, is_valid_number, parse

    try:
        valid = is_valid_number(parse(value))
    except NumberParseException:
        valid = False
    if valid:
        return mention
    problem = (
        "no number like it is in use in the North American plan"
        if value.startswith("+1")
        else "no country has numbers like it"
    )
    return replace(mention, problem=problem)


def _unregistered(loose: Sequence[Triple]) -> Iterator[ContactGroup]:
    """Mentions that no registry knows: those given for one name together, so that they can be compared."""
    by_name: dict[str, list[Triple]] = defaultdict(list)
    for triple in loose:
        _, prose, mention = triple
        name = own_name(prose.plain, mention.span) if mention.field == "phone" else ""
        if name:
            by_name[name.casefold()].append(triple)
        else:
            yield ContactGroup(None, (triple,))
    for name, triples in by_name.items():
        yield ContactGroup(None, tuple(_compared(name, triples)))


def _compared(name: str, triples: Sequence[Triple]) -> Iterator[Triple]:
    """The numbers given for one name, the rarer forms held against the commonest (the first where all are alike)."""
    counts = Counter(mention.value for _, _, mention in triples)
    usual = max(counts, key=lambda value: counts[value])
    usual_text = next(mention.text for _, _, mention in triples if mention.value == usual)
    homes = {path for path, _, mention in triples if mention.value == usual}
    for path, prose, mention in triples:
        value = mention.value
        differs = not same_number(value, usual) and not is_other_line(prose.plain, mention.span)
        if differs and (distance(value, usual) <= 2 or (is_line(name) and path not in homes)):
            expected = with_digits(mention.text, digits_of(usual_text))
            yield path, prose, replace(mention, expected=expected if expected != digits_of(usual_text) else usual_text)
        else:
            yield path, prose, mention
