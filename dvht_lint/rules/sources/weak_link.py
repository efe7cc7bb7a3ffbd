"""A citation links to a whole site or to a search, not to the work.

Why: The front page of a site does not say what the claim says, and a search shows something else tomorrow.

Fails: `https://www.example.org/`, `https://www.example.org/index.html`, `https://example.org/search?q=trafficking`.

Passes: the address of a page or file; a site that is itself the work (`type: webpage` without any title but the
site's is not).

Fix: Link to the page or document itself, or to its DOI.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Severity
from dvht_lint.model import Settings, Source
from dvht_lint.rules.base import rule
from dvht_lint.rules.source_fields import at_field, is_borrowed

_ADDRESS = re.compile(r"(?:https?://)?([^/?#]+)/?([^?#]*)(\?[^#]*)?", re.IGNORECASE)
_FRONT = re.compile(
    r"(?:(?:[a-z]{2}(?:-[a-z]{2})?/)?(?:index|default|home)?(?:\.\w{3,5})?|[a-z]{2}(?:-[a-z]{2})?)/?", re.IGNORECASE
)
_SEARCH = re.compile(r"(?:^|/)(?:search|results?|find|query)(?:/|\.\w+|$)", re.IGNORECASE)
_QUERY = re.compile(r"[?&](?:q|s|query|search|keywords?|searchterm|term)=[^&]", re.IGNORECASE)


@rule("DV314", "weak-link", on=Source, severity=Severity.WARNING)
def check(source: Source, settings: Settings) -> Iterator[Finding]:
    """Report an address that leads to no one page."""
    del settings
    address = str(source.fields.get("URL") or "")
    match = _ADDRESS.match(address)
    if not match or source.fields.get("DOI") or "." not in match[1] or is_borrowed(source, "URL"):
        return
    path, query = match[2], match[3] or ""
    if _SEARCH.search(path) or _QUERY.search(query):
        what = "to a search, which finds something else tomorrow"
    elif not query and _FRONT.fullmatch(path):
        what = "to a whole site, not to the work"
    else:
        return
    yield Finding(f"{address} leads {what}", at=at_field(source, "URL"), source=source.id, key=address)
