"""A citation lacks what its kind of work cannot be found without.

Why: "Polaris Project, 2012" is three reports. Author, title and date are what a librarian asks for; a web page also
needs its address, an article its journal.

Fails: a `Source:` line with author and title but no date; "(ILO, Walk Free)"; an article without its journal.

Passes: "n.d." for a work that bears no date; a field that another citation of the same work gives; a link whose text
names the site or the page.

Fix: Add the fields named. `required-fields` in the configuration sets what each CSL type needs.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Severity
from dvht_lint.model import Settings, Work
from dvht_lint.rules.base import rule
from dvht_lint.rules.source_fields import at_field, is_readable, others, present

_WRITER = "author|editor|publisher"
_REQUIRED = {
    "article-journal": (_WRITER, "title", "container-title", "issued"),
    "article-magazine": ("title", "container-title", "issued"),
    "article-newspaper": ("title", "container-title", "issued"),
    "bill": ("title|number",),
    "book": (_WRITER, "title", "issued"),
    "chapter": (_WRITER, "title", "container-title", "issued"),
    "legal_case": ("title",),
    "legislation": ("title|number",),
    "post": ("title|author", "URL"),
    "post-weblog": ("title|author", "URL"),
    "regulation": ("title|number",),
    "treaty": ("title",),
    "webpage": ("title|author|publisher|container-title", "URL"),
}
_ANY = (_WRITER, "title", "issued")
_NAMES = {"issued": "date", "container-title": "container", "publisher-place": "place"}


@rule("DV302", "incomplete-source", on=Work, severity=Severity.WARNING)
def check(work: Work, settings: Settings) -> Iterator[Finding]:
    """Report a work none of whose citations gives a required field."""
    first = next((s for s in work.sources if s.parsed), None)
    if first is None or not is_readable(work):
        return
    kind = str(first.fields.get("type") or "document")
    required = settings.required_fields.get(kind) or _REQUIRED.get(kind, _ANY)
    missing = [f for f in required if not any(name for s in work.sources for name in present(s, f))]
    if missing:
        names = [" or ".join(_NAMES.get(n, n) for n in field.split("|")) for field in missing]
        yield Finding(
            f"this citation gives no {' and no '.join(names)}, which a {kind.replace('-', ' ')} needs",
            at=at_field(first),
            see=others(work, first),
            source=first.id,
            key="|".join(missing),
        )
