"""A blurb sends readers to a body under a name that it no longer bears.

Why: Readers look a hotline up before they trust it. Under its old name they find archived pages, or nothing.

Fails: "Call the National Human Trafficking Resource Center at 1-888-373-7888": it is the National Human Trafficking
Hotline today.

Passes: the former name in a dated claim ("In 2011, the National Human Trafficking Resource Center answered …"), for that
is what the body was called then; "formerly the National Human Trafficking Resource Center"; a text that gives today's
name too.

Fix: Write today's name; where readers know the old one, add it in brackets ("formerly …").
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Fix, Label, Safety, Severity, TextEdit
from dvht_lint.model import ContactGroup, Settings
from dvht_lint.rules.base import rule


@rule("DV605", "outdated-name", on=ContactGroup, severity=Severity.WARNING)
def check(group: ContactGroup, settings: Settings) -> Iterator[Finding]:
    """Report each former name that stands where readers are told whom to call."""
    del settings
    for path, prose, mention in group.mentions:
        if mention.field == "name" and mention.problem:
            at = Label(path, prose.source(mention.span), f"now the {mention.correction}")
            fix = Fix(f"Write {mention.correction!r}", Safety.UNSAFE, (TextEdit(at.span, mention.correction),))
            yield Finding(mention.problem, at=at, fix=fix, key=mention.text)
