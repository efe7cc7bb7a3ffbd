"""A citation lacks what its kind of work cannot be found without.

Why: "Polaris Project, 2012" is three reports. Author, title and date are what a librarian asks for; a web page also
needs its address, an article its journal.

Fails: a `Source:` line with author and title but no date; "(ILO, Walk Free)"; an article without its journal.

Passes: "n.d." for a work that bears no date; a field that another citation of the same work gives; a link whose text
names the site or the page.

Fix: Add the fields named. `required-fields` in the configuration sets what each CSL type needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Severity
from dvht_lint.model import Settings, Source, Work
from dvht_lint.rules.base import rule
from dvht_lint.rules.source_fields import at_field, is_cited, others, present

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
    "webpage": ("URL",),
}
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_QUOTED = re.compile(r"[“”\"]")
_ANY = (_WRITER, "title", "issued")
_NAMES = {"issued": "date", "container-title": "container", "publisher-place": "place"}


def _says(source: Source, field: str) -> bool:
    """Whether a citation says what a field needs in a place of its own: the year in a title, a journal by its address."""
    if field == "issued":
        return bool(_YEAR.search(source.text))
    if field == "title":
        return bool(_QUOTED.search(source.text))
    if field == "container-title":
        return bool({"URL", "DOI"} & source.fields.keys())
    return field == _WRITER and bool(source.fields.get("container-title"))


@rule("DV302", "incomplete-source", on=Work, severity=Severity.WARNING)
def check(work: Work, settings: Settings) -> Iterator[Finding]:
    """Report a work none of whose citations gives a required field."""
    first = next((s for s in work.sources if s.parsed and not s.linked), None)
    if first is None or not is_cited(work):
        return
    kind = str(first.fields.get("type") or "document")
    required = settings.required_fields.get(kind) or _REQUIRED.get(kind, _ANY)
    missing = [f for f in required if not any(name for s in work.sources for name in present(s, f))]
    missing = [field for field in missing if not any(_says(source, field) for source in work.sources)]
    if missing:
        names = [" or ".join(_NAMES.get(n, n) for n in field.split("|")) for field in missing]
        yield Finding(
            f"this citation gives no {' and no '.join(names)}, which a {kind.replace('-', ' ')} needs",
            at=at_field(first),
            see=others(work, first),
            source=first.id,
            key="|".join(missing),
        )
