"""How the rules on evidence speak of passages."""

from __future__ import annotations

import re

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
    where, comma = passage.where, "," if passage.page and not passage.is_quote else ""
    # Before a verb the page is closed with a comma; in "the statement's" it would stand in the way.
    text = re.sub("[\0\1](?='s)", lambda m: _name(passage, m[0]), text)
    text = re.sub("[\0\1](?= \\w)", lambda m: _begun(where, m[0]) + comma, text)
    return re.sub("[\0\1]", lambda m: _begun(where, m[0]), text).removesuffix(".")


def _name(passage: Passage, mark: str) -> str:
    return _begun("the quotation" if passage.is_quote else "the evidence", mark)


def _begun(name: str, mark: str) -> str:
    """The name with a capital where it begins a sentence."""
    return name[0].upper() + name[1:] if mark == "\1" else name
