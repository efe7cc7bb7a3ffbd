"""Reads every contact out of a text, once, with exact spans."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from dvht_lint.contacts.taken import Taken
from dvht_lint.model import ContactMention
from dvht_lint.text import Prose, Span

__all__ = ["covered", "gives_contact", "read_mentions"]

_THREE_DIGITS = re.compile(r"[0-9][0-9 ./-]{0,2}[0-9]")
_DOMAIN = re.compile(r"\.[A-Za-z]{2}")
_FLAT = str.maketrans({**dict.fromkeys("‐‑‒–—−", "-"), **dict.fromkeys("“”„«»", '"'), **dict.fromkeys("‘’", "'")})
_EXTENSION = re.compile(r",? ?(?:x|ext\.?|extension) ?[0-9]{1,6}\b", re.IGNORECASE)
_LINE = re.compile(r"(?:hot|help|life|crisis |safe)line", re.IGNORECASE)
_LONGEST_CODE = 6
_TIME = re.compile(r"[0-9] ?[ap]\.?m")
_HOURS_WORDS = ("hour", "clock", "/7", "/ 7", "noon", "midnight", "day and night", "day or night", "h/24", "h sur 24")
_TEXT_WORDS = ("text", "sms", "txt", "envoyez", "envía", "envia", "mensaje")


def read_mentions(prose: Prose) -> tuple[ContactMention, ...]:
    """The contacts that a text gives, in order: phones, text codes and their words, addresses, hours.

    Spans are of the plain text. A number is read as a contact by its shape or by the words right before it;
    a figure of the text is never one.
    """
    plain = flat(prose.plain)
    found = sorted(_mentions(prose, plain), key=lambda mention: (mention.span, mention.field))
    if plain is prose.plain:
        return tuple(found)
    return tuple(
        replace(m, text=m.span.cut(prose.plain))
        if m.text == m.span.cut(plain)
        else m  # a link's target is no such text
        for m in found
    )


def gives_contact(prose: Prose) -> bool:
    """Whether a sentence gives readers a number or an e-mail address to reach somebody: that is no finding about the world."""
    return any(mention.field in {"phone", "sms", "email"} for mention in read_mentions(prose))


def flat(plain: str) -> str:
    """The text with typewriter dashes and quotes, character for character, so that patterns need know no others."""
    return plain if plain.isascii() else plain.translate(_FLAT)


@lru_cache(maxsize=4096)
def covered(plain: str) -> tuple[Span, ...]:
    """What of a plain text is a contact, so that nobody takes its digits for a statistic; in order, disjoint."""
    spans: list[Span] = []
    mentions = read_mentions(Prose(plain))
    others = any(mention.field in {"phone", "sms"} for mention in mentions) or bool(_LINE.search(plain))
    for mention in mentions:
        span = mention.span
        if mention.field == "hours" and not (mention.value == "24/7" or others):
            continue  # where nobody is to be called, hours are figures like any
        if mention.field == "phone":
            extension = _EXTENSION.match(plain, span.end)
            span = Span(span.start, extension.end() if extension else span.end)
        if spans and span.start < spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, span.end))
        elif any(char.isdigit() for char in span.cut(plain)):
            spans.append(span)
    return tuple(spans)


def _mentions(prose: Prose, plain: str) -> Iterator[ContactMention]:
    # Most sentences hold no contact: each reader is asked, and imported, only where a text has what all of its
    # contacts have.
    lowered = plain.lower()
    taken = Taken()
    if "@" in plain or "//" in plain or "www" in lowered or prose.marks or _DOMAIN.search(plain):
        from dvht_lint.contacts.addresses import address_mentions

        for mention in address_mentions(prose, plain):
            yield mention
            if mention.field in {"email", "url"} and mention.place is None:
                taken.add(mention.span)
    found: list[ContactMention] = []
    if _THREE_DIGITS.search(plain):
        if "(" in plain or any(word in lowered for word in _TEXT_WORDS):
            from dvht_lint.contacts.codes import code_mentions

            found.extend(code_mentions(plain))
        found = _with_phones(plain, found)
    if any(word in lowered for word in _HOURS_WORDS) or _TIME.search(lowered):
        from dvht_lint.contacts.hours import hours_mentions

        found.extend(hours_mentions(plain))
    yield from (mention for mention in found if not taken.overlaps(mention.span))


def _with_phones(plain: str, codes: list[ContactMention]) -> list[ContactMention]:
    """Codes and phones together: what one reads as a code no other reads as a short number."""
    from dvht_lint.contacts.phones import phone_mentions

    read, numbers = Taken(), Taken()
    for code in codes:
        read.add(code.span)
    phones = [
        phone for phone in phone_mentions(plain) if len(phone.value) > _LONGEST_CODE or not read.overlaps(phone.span)
    ]
    for phone in phones:
        numbers.add(phone.span)
    return [*(code for code in codes if not numbers.overlaps(code.span)), *phones]
