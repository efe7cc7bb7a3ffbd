"""How the rules on evidence speak of passages."""

from __future__ import annotations

from dvht_lint.diagnostic import Label
from dvht_lint.model import Claim, Edit, Passage, Statement
from dvht_lint.text import Span

__all__ = ["against", "label", "shortened", "side_name"]

_LONGEST = 160


def shortened(text: str) -> str:
    """A text in one line, cut at a word where it is long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else flat[:_LONGEST].rsplit(" ", 1)[0] + " …"


def label(passage: Passage, what: str) -> Label:
    """A passage as a related place, its words in the message: a page of a PDF has no lines to point at."""
    page = f", p. {passage.page}" if passage.page else ""
    prose = passage.prose
    span = prose.source(prose.whole()) if prose.pieces else Span(0, 0)
    return Label(passage.path, span, f"{what}{page}: “{shortened(prose.plain)}”", passage.source)


def side_name(side: Claim | Statement) -> str:
    """What a message calls the text that rests on evidence."""
    return "the claim" if isinstance(side, Claim) else "the statement"


def against(edit: Edit, passage: Passage, side: Claim | Statement) -> str:
    """The message of a comparison with a passage: what it calls claim is the statement, and its statement the passage."""
    text = edit.message.replace("the statement", "\0").replace("The statement", "\1")
    name = side_name(side)
    text = text.replace("the claim", name).replace("The claim", name[0].upper() + name[1:])
    where = passage.where
    text = text.replace("\0", where).replace("\1", where[0].upper() + where[1:])
    # "the statement of “2010”" leaves the verb out.
    return text.removesuffix(".")
