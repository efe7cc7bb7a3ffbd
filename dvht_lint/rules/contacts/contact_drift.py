"""A contact is not what the registry or the other documents say.

Why: A reader in danger dials what the page says. One digit changed leads to a stranger, and nobody at the desk
notices, because the number looks right.

Fails: "They can be reached at 1-888-373-7878" where the registry gives 1-888-373-7888 for the National Human
Trafficking Hotline; the same shelter with two numbers in two documents; another number than the claim's statement
gives; "open 12 hours a day" for a line that is registered as open 24/7.

Passes: the registered number in any notation ("1 (888) 373-7888", "888.373.7888", "1-800-799-SAFE"), a second number
that the registry lists too, a fax or an office line. Two shelters' "24-hour crisis line" are two numbers: a label is nobody's
name, and numbers meet only where the text, the heading or the title above them names the body.

Fix: Check the number with the body itself, then correct the page, or the `contacts` of the corpus where those are out
of date. The number is replaced only by `--unsafe-fixes`.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Fix, Label, Safety, TextEdit
from dvht_lint.model import Contact, ContactGroup, ContactMention, Settings
from dvht_lint.rules.base import rule
from dvht_lint.text import Prose

_FIELDS = {
    "phone": "number", "sms": "text code", "keyword": "keyword", "url": "web address", "email": "e-mail address",
    "hours": "opening hours",
}  # fmt: skip


@rule("DV601", "contact-drift", on=ContactGroup)
def check(group: ContactGroup, settings: Settings) -> Iterator[Finding]:
    """Report each mention that should read otherwise."""
    del settings
    for path, prose, mention in group.mentions:
        if mention.expected:
            yield _finding(group, path, prose, mention)


def _finding(group: ContactGroup, path: str, prose: Prose, mention: ContactMention) -> Finding:
    what = _FIELDS.get(mention.field, mention.field)
    contact = group.contact
    if contact:
        name = contact.name or contact.id
        known = f"the registry says {mention.expected}"
        see = tuple(_registered(contact, mention.field))
    else:
        name = "the same contact elsewhere"
        known = f"there it reads {mention.expected}"
        see = tuple(_others(group, mention))
    at = Label(path, mention.place or prose.source(mention.span), _provenance(contact) or known)
    fix = None
    if mention.field != "hours" and (mention.place or mention.span.cut(prose.plain) == mention.text):
        fix = Fix(f"Write {mention.expected!r}", Safety.UNSAFE, (TextEdit(at.span, mention.expected),))
    verb = "are" if mention.field == "hours" else "is"
    message = f"“{mention.text}” {verb} not the {what} of {_the(name)}; {known}"
    return Finding(message, at=at, see=see, fix=fix, key=f"{mention.text}|{mention.expected}")


def _the(name: str) -> str:
    return name if name.startswith("the ") or not name.startswith(("National", "Canadian", "U.S.")) else f"the {name}"


def _provenance(contact: Contact | None) -> str:
    return f"from {contact.provenance}" if contact and contact.provenance else ""


def _registered(contact: Contact, field: str) -> Iterator[Label]:
    if contact.document:
        yield Label(contact.document, contact.spans.get(field, contact.span), "the registered contact", contact.id)


def _others(group: ContactGroup, mention: ContactMention) -> Iterator[Label]:
    for path, prose, other in group.mentions:
        if other.field == mention.field and not other.expected:
            yield Label(path, other.place or prose.source(other.span), "the other mention")
