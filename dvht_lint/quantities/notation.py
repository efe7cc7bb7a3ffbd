"""Numbers of code, markup and references: "[3]", "roff(7)", "{0}", "C++17", "=1", "0x20", "1.2.3", "3.12 release"."""

from __future__ import annotations

import re

from dvht_lint.model import Kind
from dvht_lint.quantities.label import Label
from dvht_lint.quantities.numeral import read_digits
from dvht_lint.quantities.tokens import NUMBER, WORD, Tokens, word_set
from dvht_lint.quantities.vocabulary import currency_symbols

__all__ = ["read_notation"]

_GLUE = frozenset("{=_^\\|@+:")
"""A number right after one of these is part of an expression."""
_STATISTICS = word_set("n p or rr hr aor arr ahr irr pr m sd se r t f d b α β κ md smd")
"""Symbols of statistics before "=": "N=1,204", "aOR=2.3", "p=0.03"."""
_QUOTES = frozenset("\"'“‘`«")
_CLOSING = frozenset("\"'”’`»")
_DOTTED_DATE = re.compile(r"[0-3]?\d\.[01]?\d\.(?:19|20)\d\d")
_RELEASE = word_set("version versions release releases release, branch build patch beta upgrade python abi api")
_NEAR = 4
_LONGEST = 30


def read_notation(t: Tokens, i: int) -> Label | None:
    """The label at number `i` if the characters around it are no prose."""
    text, stop = t.words[i], i + 1
    if len(text) > _LONGEST or (read_digits(text) is None and text.count(".") > 1 and not _DOTTED_DATE.fullmatch(text)):
        return Label(Kind.LABEL, i, stop, 0.0, text)
    if _starts_item(t, i) or _in_marks(t, i) or _is_release(t, i):
        return Label(Kind.LABEL, i, stop, 0.0, text)
    return None


def _starts_item(t: Tokens, i: int) -> bool:
    """Whether the number is the mark of a list item: "2. Define a name"."""
    mark = t.words[i + 1] in {".", ")"} and t.glued(i + 1) and not t.glued(i + 2)
    return (
        i == 0
        and mark
        and t.words[i].isdigit()
        and len(t.words[i]) <= 2
        and t.kinds[i + 2] == WORD
        and t.capital(i + 2)
    )


def _in_marks(t: Tokens, i: int) -> bool:
    """Whether the number stands in brackets or quotes of its own, or is glued to a sign of code."""
    if i == 0 or not t.glued(i):
        return False
    before, after = t.words[i - 1], t.words[i + 1]
    closed = t.glued(i + 1)
    if before == "=" and (t.lowers[i - 2] in _STATISTICS or t.words[i - 2] in {"<", ">"}):
        return False
    if before in _GLUE:
        return not (before in {"+", ":", "|"} and (i < 2 or not t.glued(i - 1))) and not (
            before == ":" and t.kinds[i - 2] == NUMBER
        )
    if before == "[":
        return closed and "." not in t.words[i] and after in {"]", ","}
    if before in _QUOTES:
        return closed and after in _CLOSING
    if before == "(":
        return closed and after in {")", ","} and t.glued(i - 1) and t.kinds[i - 2] == WORD
    if before == "/":
        return t.kinds[i - 2] != NUMBER and t.words[i - 2] not in currency_symbols() and t.glued(i - 1)
    if before == "." and t.glued(i - 1):
        return t.kinds[i - 2] == WORD and len(t.words[i - 2]) == 1 and t.words[i - 2].isupper()
    return before == "-" and t.words[i - 2] in _QUOTES and t.glued(i - 1) and closed and after in _CLOSING


def _is_release(t: Tokens, i: int) -> bool:
    """Whether a decimal is the number of a version: "the 3.12 release", "Since 2.1.x", "Python 3.9"."""
    text = t.words[i]
    if text.count(".") != 1 or "," in text:
        return False
    if t.words[i + 1] == "." and t.glued(i + 1) and t.glued(i + 2) and t.kinds[i + 2] == WORD:
        return True
    around = {*t.lowers[max(0, i - _NEAR) : i], *t.lowers[i + 1 : i + 1 + _NEAR]}
    if not _RELEASE.isdisjoint(around):
        return t.words[i + 1] not in {"%", "°"} and t.lowers[i + 1] not in {"percent", "million", "billion"}
    return False
