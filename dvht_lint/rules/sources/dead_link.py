"""The address of a source leads nowhere.

Why: A reader who wants to check a figure ends at an error page. The page may live on in an archive, or the work may have
moved; both are found more easily today than in a year.

Fails: with `--online`, an address that answers "404 Not Found", a host that no longer exists, redirects that go in a
circle.

Passes: every address without `--online`; a page behind a login; a host that asks robots to stay away.

Fix: Look for the work's new address. Else cite the archive's copy that the finding suggests, or give the DOI.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Fix, Label, Safety, Severity, TextEdit
from dvht_lint.model import DeadLink, Settings
from dvht_lint.rules.base import rule

_UNSURE = 0.6


@rule("DV311", "dead-link", on=DeadLink, severity=Severity.WARNING)
def check(link: DeadLink, settings: Settings) -> Iterator[Finding]:
    """Report the address, with a copy in the archive as a suggestion."""
    del settings
    source = link.source
    at = Label(source.document, source.at("URL"))
    fix = None
    if "URL" in source.spans:
        fix = Fix("Cite the archive's copy", Safety.SUGGESTION, (TextEdit(at.span, link.archive),))
    yield Finding(
        f"{link.url} {link.reason}; a copy may be at {link.archive}",
        at=at,
        fix=fix,
        confidence=1.0 if link.sure else _UNSURE,
        source=source.id,
        key=link.url,
    )
