"""Reads every contact out of a text, once, with exact spans."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from dvht_lint.contacts.addresses import address_mentions
from dvht_lint.contacts.codes import code_mentions
from dvht_lint.contacts.hours import hours_mentions
from dvht_lint.contacts.phones import EXTENSION, phone_mentions
from dvht_lint.model import ContactMention
from dvht_lint.text import MarkKind, Prose, Span

__all__ = ["covered", "read_mentions"]

# Nothing below reads a text that has none of these: most sentences have not.
_CANDIDATE = re.compile(
    r"\d{3}|\d ?/ ?7|\d[ -]?h(?:ou)?r?|\d ?[ap]\.?m|[@]|://?|//|www|the clock|[a-z]\.[a-z]{2}|hours a day",
    re.IGNORECASE,
)


def read_mentions(prose: Prose) -> tuple[ContactMention, ...]:
    """The contacts that a text gives, in order: phones, text codes and their words, addresses, hours.

    Spans are of the plain text. A number is read as a contact by its shape or by the words right before it;
    a figure of the text is never one.
    """
    plain = prose.plain
    if not _CANDIDATE.search(plain) and not any(mark.kind is MarkKind.LINK for mark in prose.marks):
        return ()
    return tuple(sorted(_mentions(prose), key=lambda mention: (mention.span, mention.field)))


@lru_cache(maxsize=4096)
def covered(plain: str) -> tuple[Span, ...]:
    """What of a plain text is a contact, so that nobody takes its digits for a statistic; in order, disjoint."""
    spans: list[Span] = []
    for mention in read_mentions(Prose(plain)):
        span = mention.span
        if mention.field == "phone":
            extension = EXTENSION.match(plain, span.end)
            span = Span(span.start, extension.end() if extension else span.end)
        if spans and span.start < spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, span.end))
        elif any(char.isdigit() for char in span.cut(plain)):
            spans.append(span)
    return tuple(spans)


def _mentions(prose: Prose) -> Iterator[ContactMention]:
    plain = prose.plain
    addresses = tuple(address_mentions(prose))
    yield from addresses
    taken = [mention.span for mention in addresses if mention.field in {"email", "url"} and mention.place is None]
    found: list[ContactMention] = [*code_mentions(plain)]
    codes = [mention.span for mention in found if mention.field == "sms"]
    for mention in phone_mentions(plain):
        overlapped = [code for code in codes if code.overlaps(mention.span)]
        if overlapped and len(mention.span) <= len(overlapped[0]):
            continue
        found = [other for other in found if not other.span.overlaps(mention.span)]
        found.append(mention)
    found.extend(hours_mentions(plain))
    yield from (mention for mention in found if not any(mention.span.overlaps(span) for span in taken))
