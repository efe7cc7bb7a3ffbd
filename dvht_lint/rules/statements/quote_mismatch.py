"""A quotation is not what its source says, or a statement says something else than its quotation.

Why: A quotation is a promise that these are the words. One changed word in it is a false quotation, however small; and
a statement that does not say what its own `quote` says has lost its ground.

Fails: a `quote` of "19,472 calls" where the page of the evidence has "19,427 calls"; a statement of 19,472 calls beside
its `quote` of 19,427; a statement that leaves the "potential" of its quotation out.

Passes: other quotation marks, dashes, line breaks or punctuation; words left out where an ellipsis stands; words in
square brackets; a paraphrase that says the same or less.

Fix: Copy the passage again from the source. Where words were left out, write "…"; where words were put in, put them in
square brackets. Where the statement is wrong, correct it and every claim that rests on it.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Label
from dvht_lint.model import Alteration, Evidenced, Settings
from dvht_lint.rules.base import place, rule
from dvht_lint.rules.evidence_words import against, label, shortened


@rule("DV204", "quote-mismatch", on=Evidenced)
def check(evidenced: Evidenced, settings: Settings) -> Iterator[Finding]:
    """Report each altered word of a quotation, and what the statement says otherwise than its quotation."""
    del settings
    side = evidenced.statement
    for alteration in evidenced.altered:
        yield _altered(alteration)
    for lacking in evidenced.unbacked:
        if lacking.nearest is not None and lacking.nearest.is_quote:
            message = (
                against(lacking.edit, lacking.nearest, side)
                if lacking.edit
                else f"the quotation does not give “{lacking.text}”"
            )
            yield Finding(
                message, at=place(side, lacking.span), see=(label(lacking.nearest, "the quotation"),), key=lacking.text
            )
    for edit, passage in evidenced.wording:
        what = "the quotation" if passage.is_quote else "the passage"
        yield Finding(
            against(edit, passage, side),
            at=place(side, edit.left),
            see=(label(passage, what),),
            confidence=edit.confidence,
            key=edit.left.cut(side.prose.plain),
        )


def _altered(alteration: Alteration) -> Finding:
    at = Label(alteration.document, alteration.span)
    key = f"{alteration.quoted}|{alteration.original}"
    passage = alteration.passage
    if passage is None:
        near = alteration.nearest
        see = (label(near, "the passage that comes nearest"),) if near else ()
        text = shortened(alteration.quoted)
        return Finding(f"the quotation stands nowhere in the evidence: “{text}”", at=at, see=see, key=key)
    where = passage.where
    comma = "," if passage.page else ""
    if not alteration.quoted:
        message = f"the quotation leaves out “{alteration.original}”, which stands in {where}"
    elif not alteration.original:
        message = f"the quotation has “{alteration.quoted}”, which does not stand in {where}"
    else:
        message = f"the quotation reads “{alteration.quoted}”; {where}{comma} has “{alteration.original}”"
    return Finding(message, at=at, see=(label(passage, "the passage"),), key=key)
