"""A contact cannot work as it is written.

Why: A number with a digit too few rings nowhere, and a link to `malito:` opens nothing. Neither needs a registry to
be told.

Fails: `malito:help@example.org`, "1-888-373-788", "+1 999 373 7888", "info@example,org", `http//example.org`. A number
whose digits are right but grouped as nobody reads them ("1-888-3737-888") is a warning.

Passes: any number that the numbering plan knows, well-formed addresses, the 555 numbers of examples.

Fix: Write the contact again from its source. Scheme, comma and grouping are repaired by `--fix`; a missing digit cannot
be guessed.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Fix, Label, Safety, Severity, TextEdit
from dvht_lint.model import ContactGroup, ContactMention, Settings
from dvht_lint.rules.base import rule
from dvht_lint.text import Prose

_FIELDS = {"phone": "number", "email": "e-mail address", "url": "web address"}


@rule("DV602", "invalid-contact", on=ContactGroup)
def check(group: ContactGroup, settings: Settings) -> Iterator[Finding]:
    """Report each malformed mention that is not already told to be another contact's."""
    del settings
    for path, prose, mention in group.mentions:
        if mention.problem and mention.field in _FIELDS and not mention.expected:
            yield _finding(path, prose, mention)


def _finding(path: str, prose: Prose, mention: ContactMention) -> Finding:
    at = Label(path, mention.place or prose.source(mention.span), mention.problem)
    fix = None
    # A link's target is no part of the text that the link covers; without its place it cannot be edited.
    if mention.correction and (mention.place or mention.span.cut(prose.plain) == mention.text):
        fix = Fix(f"Write {mention.correction!r}", Safety.SAFE, (TextEdit(at.span, mention.correction),))
    # Digits in an odd grouping still reach the right line.
    harmless = mention.field == "phone" and bool(mention.correction)
    return Finding(
        f"“{mention.text}” is not a valid {_FIELDS[mention.field]}: {mention.problem}",
        at=at,
        fix=fix,
        severity=Severity.WARNING if harmless else None,
        key=mention.text,
    )
