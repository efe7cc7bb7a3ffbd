"""A figure of a translation differs from the original.

Why: Figures are updated in one language and forgotten in the other, and readers of the translation cannot tell. Whoever
cites the page in one language contradicts whoever cites it in the other.

Fails: "En 2011 la línea respondió 19.472 llamadas." as the translation of "In 2011 the line answered 19,427 calls."

Passes: the same figures in the notation of the language ("19.427 llamadas", "dos tercios", "2,9 millones"); a sentence
that only one of the two pages has. Words are not compared, and a translation's claims rest on its original: they
need no sources of their own. What only parts digits is no difference ("19.427" and "19,427" in two countries of one
language), nor is a page that gives other figures throughout: it is another text. Languages other than English, Spanish,
French, German, Portuguese and Italian are compared by their digits alone.

Pages belong together by their names (`page.es.md` or `page_es.md` beside `page.md`, `es/page.md` beside `en/page.md` or
`page.md`), by a key of their front matter (`translationKey`, `ref` or `permalink`, with `lang`, `language` or `locale`), or
by the configuration: `translations = [["page.md", "seite.md"]]`.

Fix: Give the figure of the original, or correct the original where the translation is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dvht_lint.diagnostic import Finding
from dvht_lint.model import Claim, Edit, Harm, Reason, Settings, Statement, Translation
from dvht_lint.rules.base import place, rule

_FIGURES = frozenset(
    {
        Reason.NUMBER,
        Reason.RANGE,
        Reason.ROUNDING,
        Reason.PRECISION,
        Reason.PERIOD,
        Reason.QUALIFIER,
        Reason.QUALIFIER_DROPPED,
        Reason.SWAPPED,
        Reason.UNBACKED,
    }
)
"""Units and bases are words, and words of two languages are not compared."""
_FIGURE = re.compile(r"\d(?:[\d.,\u00a0\u202f ]*\d)?")


@rule("DV106", "translation-drift", on=Translation)
def check(translation: Translation, settings: Settings) -> Iterator[Finding]:
    """Report each figure of the translation that the original gives otherwise."""
    del settings
    comparison = translation.comparison
    left, right = comparison.left, comparison.right
    for edit in comparison.edits:
        if edit.reason in _FIGURES and edit.harm is Harm.MORE and not _is_article(left, edit):
            here, there = edit.left.cut(left.prose.plain), edit.right.cut(right.prose.plain)
            if _digits(here) and _digits(here) == _digits(there):
                continue
            original = f"the original has {there!r}" if there else "the original has no figure in its place"
            yield Finding(
                f"{original}, the translation {here!r}",
                at=place(left, edit.left),
                see=(place(right, edit.right, "the original"),),
                claim=left.id,
                confidence=edit.confidence,
                key=f"{here}|{there}",
            )


def _digits(text: str) -> list[str]:
    """The digits of each figure: what stands around them ("a month", "al mes") is words, which are not compared."""
    return ["".join(c for c in figure if c.isdigit()) for figure in _FIGURE.findall(text)]


def _is_article(side: Claim | Statement, edit: Edit) -> bool:
    """Whether a figure without counterpart is the word for one, which is the article as well: "une aide"."""
    if edit.reason is not Reason.UNBACKED or any(c.isdigit() for c in edit.left.cut(side.prose.plain)):
        return False
    return any(q.span.overlaps(edit.left) and q.value_low == q.value_high == 1 for q in side.quantities)
