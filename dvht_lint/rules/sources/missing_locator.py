"""A work is cited as a whole: no page, section, address or DOI says where to look.

Why: Whoever wants to check one figure in a report of 200 pages needs the page; on the web, the address.

Fails: "Polaris Project. (2012). *Annual Report 2011.* Washington, DC." under a statement with a figure.

Passes: the same with "p. 4", a URL or a DOI in any of its citations; a `locator` where a statement names the source;
laws and judgments, which are cited by section and page anyway.

Fix: Add the page to the citation, or a `locator` to the statement's source.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Severity
from dvht_lint.model import Settings, Work
from dvht_lint.rules.base import rule
from dvht_lint.rules.source_fields import LAW, at_field, is_cited, is_readable, others

_LOCATORS = ("page", "URL", "DOI", "section", "locator", "archive_location", "PMID", "PMCID", "evidence")


@rule("DV309", "missing-locator", on=Work, severity=Severity.INFO)
def check(work: Work, settings: Settings) -> Iterator[Finding]:
    """Report a work once, at its first citation."""
    del settings
    first = work.sources[0]
    if not is_readable(work) or not is_cited(work) or first.fields.get("type") in LAW:
        return
    if any(s.fields.get(name) for s in work.sources for name in _LOCATORS):
        return
    if any(c.locator for c in work.citations) or any(c.locator for s in work.statements for c in s.citations):
        return
    yield Finding(
        f"{first.label} is cited without a page, URL or DOI",
        at=at_field(first, "title", "author"),
        see=others(work, first),
        source=first.id,
    )
