"""A number that readers are told to call is in no registry.

Why: Whoever keeps the contacts of a document set in its corpus file wants each number checked against it. One that is
not listed is checked by nobody. The rule speaks only where the corpus has contacts of its own.

Fails: "Call our partner shelter at 1-800-555-0142", where neither `contacts` nor the built-in registry lists the number.

Passes: registered numbers, emergency numbers (911, 112, 999), documents without a registry of their own.

Fix: Add the contact to `contacts` in the corpus file, with the name that the page gives it.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Label, Severity
from dvht_lint.model import ContactGroup, Settings
from dvht_lint.rules.base import rule

_SHORTEST = 6
"""Shorter numbers are a country's emergency and service numbers, the same for everyone."""


@rule("DV604", "unlisted-contact", on=ContactGroup, severity=Severity.INFO)
def check(group: ContactGroup, settings: Settings) -> Iterator[Finding]:
    """Report the first mention of each number that no registry lists."""
    del settings
    if group.contact or not group.own_registry:
        return
    seen: set[str] = set()
    for path, prose, mention in group.mentions:
        listed = mention.field == "phone" and len(mention.value) >= _SHORTEST and not mention.problem
        if not listed or mention.expected or mention.letters or mention.value in seen:
            continue
        seen.add(mention.value)
        at = Label(path, mention.place or prose.source(mention.span))
        yield Finding(f"{mention.text} is in no registry of contacts", at=at, key=mention.value)
