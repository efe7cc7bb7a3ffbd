"""The numbers that a claim and its statement tell readers to call or text, where they are not the same.

A hotline that no registry knows, and that the documents do not name twice, is known by the statement alone.
"""

from __future__ import annotations

from dataclasses import replace

from dvht_lint.contacts import covered, read_mentions
from dvht_lint.contacts.normal import in_notation_of
from dvht_lint.model import ContactGroup, ContactMention, Pair
from dvht_lint.text import Prose

__all__ = ["differing"]

_DIALLED = ("phone", "sms")


def differing(pair: Pair) -> ContactGroup | None:
    """The claim's number, with what it should read, beside the statement's; None where they agree or more than one differs."""
    claim, statement = pair.claim, pair.statement
    if not covered(claim.prose.plain) or not covered(statement.prose.plain):
        return None
    ours, theirs = read_mentions(claim.prose), read_mentions(statement.prose)
    for field in _DIALLED:
        mine, its = _only(ours, theirs, field), _only(theirs, ours, field)
        if mine is None or its is None:
            continue
        expected = in_notation_of(mine, its.text) if field == "phone" else its.text
        group: tuple[tuple[str, Prose, ContactMention], ...] = (
            (claim.document, claim.prose, replace(mine, expected=expected)),
            (statement.document, statement.prose, its),
        )
        return ContactGroup(None, group)
    return None


def _only(
    mentions: tuple[ContactMention, ...], others: tuple[ContactMention, ...], field: str
) -> ContactMention | None:
    """The one contact of a sort that the other text does not have; None where there is none or more than one."""
    known = {m.value for m in others if m.field == field}
    left = [m for m in mentions if m.field == field and m.value not in known and not m.problem]
    return left[0] if len(left) == 1 else None
