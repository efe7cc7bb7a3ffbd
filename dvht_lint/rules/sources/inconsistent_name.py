"""One body's name is spelled in two ways.

Why: Readers take "Asian and Pacific Islander Institute" and "The Asian & Pacific Islander Institute" for one body
only if they know it already, and a search for one form misses the other.

Fails: `&` in a citation and "and" in the list of resources; "Centre" and "Center"; a letter dropped.

Passes: a short form beside the name; a leading "The"; another case; two bodies with like names in two places.

Fix: Use the form that the body uses itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Label, Severity
from dvht_lint.model import NameGroup, Settings
from dvht_lint.rules.base import rule


@rule("DV313", "inconsistent-name", on=NameGroup, severity=Severity.INFO)
def check(group: NameGroup, settings: Settings) -> Iterator[Finding]:
    """Report every form but the usual one, once, at its first place."""
    del settings
    seen = {group.usual}
    for mention in group.mentions:
        if mention.name in seen:
            continue
        seen.add(mention.name)
        others = (m for m in group.mentions if m is not mention)
        yield Finding(
            f"{mention.name!r} is spelled {group.usual!r} elsewhere",
            at=Label(mention.document, mention.span, f"elsewhere {group.usual}", mention.source),
            see=tuple(Label(m.document, m.span, f"here {m.name}", m.source) for m in others),
            source=mention.source,
            key=f"{mention.name}|{group.usual}",
        )
