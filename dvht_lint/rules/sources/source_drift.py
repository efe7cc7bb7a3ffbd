"""One work is cited with another year, title, author or place than elsewhere.

Why: Two forms of one citation cannot both be right. A reader who looks for the 2014 edition of a handbook of 2004
finds nothing, and whoever updates one place leaves the other behind.

Fails: "Florida Coalition Against Domestic Violence. (2014)." under one statement and "(2004)." under another, with
the same author, title and place. One finding stands at each citation that departs from the commonest form; among
equally common forms the corpus or bibliography is taken as right, then the first citation.

Passes: the same work with initials for given names, `&` for "and", an abbreviated journal, a subtitle or place left
out; another edition, volume or year of a recurring report, which is another work.

Fix: Look at the work itself, then make all its citations read alike. A work that really came out twice needs its
edition in the citation.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Fix, Safety, TextEdit
from dvht_lint.model import Settings, Source, Work
from dvht_lint.rules.base import rule
from dvht_lint.rules.source_fields import at_field, others

_NAMES = {
    "issued": "date", "container-title": "container", "publisher-place": "place", "page": "pages", "author": "author",
}  # fmt: skip


@rule("DV301", "source-drift", on=Work)
def check(work: Work, settings: Settings) -> Iterator[Finding]:
    """Report every citation that departs from the commonest form, once, at its weightiest field."""
    del settings
    for index, fields in work.deviations.items():
        yield _finding(work, work.sources[index], fields)


def _finding(work: Work, source: Source, fields: tuple[str, ...]) -> Finding:
    field, *more = fields
    usual, here = work.drifted[field], source.shown(field)
    message = f"the {_NAMES.get(field, field)} of this work is {here} here, but {usual} {_where(work, field)}"
    if more:
        message += f"; {', '.join(_NAMES.get(f, f) for f in more)} differ{'s' if len(more) == 1 else ''} too"
    return Finding(
        message,
        at=at_field(source, field, message=f"elsewhere {usual}"),
        see=others(work, source, field),
        fix=_fix(source, field, usual),
        source=source.id,
        key=f"{field}|{here}|{usual}",
    )


def _where(work: Work, field: str) -> str:
    """In how many places the commonest form stands."""
    departing = {i for i, fields in work.deviations.items() if field in fields}
    rest = [s for i, s in enumerate(work.sources) if i not in departing and s.fields.get(field)]
    if len(rest) == 1:
        return f"in the entry {rest[0].id!r}" if rest[0].explicit_id else "in the other place that cites it"
    return f"in {len(rest)} other places"


def _fix(source: Source, field: str, usual: str) -> Fix | None:
    span = source.spans.get(field)
    if span is None or field == "author" or (field == "issued" and (len(span) != 4 or len(usual) != 4)):
        return None
    return Fix(f"Write {usual!r}", Safety.SUGGESTION, (TextEdit(span, usual),))
