"""A citation links to a whole site or to a search, not to the work.

Why: The front page of a site does not say what the claim says, and a search shows something else tomorrow.

Fails: `https://www.example.org/`, `https://www.example.org/index.html`, `https://example.org/search?q=trafficking`.

Passes: the address of a page or file; a site that is itself the work (`type: webpage` without any title but the
site's is not); a link that no statement and no measured value rests on, such as a partner's homepage.

Fix: Link to the page or document itself, or to its DOI.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Severity
from dvht_lint.model import Settings, Source, Work
from dvht_lint.rules.base import rule
from dvht_lint.rules.source_fields import at_field, is_borrowed

_ADDRESS = re.compile(r"(?:https?://)?([^/?#]+)/?([^?#]*)(\?[^#]*)?", re.IGNORECASE)
_FRONT = re.compile(
    r"(?:(?:[a-z]{2}(?:-[a-z]{2})?/)?(?:index|default|home)?(?:\.\w{3,5})?|[a-z]{2}(?:-[a-z]{2})?)/?", re.IGNORECASE
)
_SEARCH = re.compile(r"(?:^|/)(?:search|results?|find|query)(?:/|\.\w+|$)", re.IGNORECASE)
_QUERY = re.compile(r"[?&](?:q|s|query|search|keywords?|searchterm|term)=[^&]", re.IGNORECASE)


@rule("DV314", "weak-link", on=Work, severity=Severity.WARNING)
def check(work: Work, settings: Settings) -> Iterator[Finding]:
    """Report an address that leads to no one page, where a statement or a measured value rests on it."""
    del settings
    seen: set[str] = set()
    for source in work.sources:
        address = str(source.fields.get("URL") or "")
        what = _weakness(source, address) if address not in seen else ""
        if what and (work.statements or source.id in work.measured):
            seen.add(address)
            yield Finding(f"{address} leads {what}", at=at_field(source, "URL"), source=source.id, key=address)


def _weakness(source: Source, address: str) -> str:
    """Where an address leads that is no one page; empty for a page, and for what has another way to the work."""
    match = _ADDRESS.match(address)
    if not match or source.fields.get("DOI") or "." not in match[1] or is_borrowed(source, "URL"):
        return ""
    path, query = match[2], match[3] or ""
    if _SEARCH.search(path) or _QUERY.search(query):
        return "to a search, which finds something else tomorrow"
    return "to a whole site, not to the work" if not query and _FRONT.fullmatch(path) and "#/" not in address else ""
