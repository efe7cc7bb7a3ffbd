"""A figure has a note mark glued to it, or is written in a form that no reader can be sure of.

Why: A superscript lost in copying turns 2,945³ into 2,9453: another number, and one that nobody can search for.

"2,00 women" may be two, 200 or 2,000.

Fails: "2,9453 victims", "24%1 of them", "turned 18.7", "since 202212—"; "2,00 women"; "$1,23,456"; "100.000 people" on a page
that has "1,500 men".

Passes: "2,945 victims³" with a real note; "2,945.3 tonnes"; 18.7 years. Lists ("1,2,3"), coordinates and versions; pages with
decimal commas, or in a language that has them; "1,23,456" where rupees, lakhs or a country of South Asia stand on the page, or
where all figures are grouped so; a figure that differs from its statement, for that is told already.

Fix: Make the mark a note (`[^3]`) or take it out. In a Markdown document that defines that very note and calls it nowhere,
`--fix` makes it the note's mark, `2,945[^3]`. In other Markdown and HTML `--fix --unsafe-fixes` raises it,
`2,945<sup>3</sup>`; whether there is such a note is for a person to see.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Fix, Safety, Severity, TextEdit
from dvht_lint.model import Claim, Quantity, Settings
from dvht_lint.rules.base import place, rule
from dvht_lint.rules.note_labels import glued_mark

_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd")
_HTML = (".html", ".htm", ".xhtml")


@rule("DV514", "malformed-figure", on=Claim, severity=Severity.WARNING)
def check(claim: Claim, settings: Settings) -> Iterator[Finding]:
    """Report each figure that was read as malformed."""
    del settings
    for quantity in claim.quantities:
        if quantity.malformed and not claim.prose.plain[: quantity.span.start].endswith("%"):  # "%20%2C" is an address
            message = f"“{quantity.text}” is not well formed: {quantity.malformed}."
            at = place(claim, quantity.span)
            yield Finding(message, at=at, fix=_raised(claim, quantity), key=quantity.text, confidence=0.8)


def _raised(claim: Claim, quantity: Quantity) -> Fix | None:
    """The glued digits as the note mark they were, where the format can say so and it is plain which they are."""
    at = glued_mark(claim, quantity)
    path = claim.document.lower()
    if at is None or not path.endswith((*_MARKDOWN, *_HTML)):
        return None
    digits, where = at.cut(claim.prose.plain), claim.prose.source(at)
    if digits in claim.free_notes and path.endswith(_MARKDOWN):
        return Fix(f"Make it the note's mark: [^{digits}]", Safety.SAFE, (TextEdit(where, f"[^{digits}]"),))
    mark = f"<sup>{digits}</sup>"
    return Fix(f"Raise the note mark: {mark}", Safety.UNSAFE, (TextEdit(where, mark),))
