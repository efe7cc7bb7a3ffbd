"""Whose a number is: the body that it is given for, and which of the body's numbers it is said to be.

"24-hour crisis line" says what a number is for; every shelter has one. Only a body's own name makes two of them one.
"""

from __future__ import annotations

import re

from dvht_lint.contacts.names import CONNECTORS, GLUE
from dvht_lint.lexicons import load, words
from dvht_lint.records import record
from dvht_lint.text import Span

__all__ = ["Line", "is_body", "line_at"]

_TOKEN = re.compile(r"[\w.'’&/-]+|[,:(;!?–—]")
_SENTENCE = re.compile(r"[.!?;]\s+(?=\S)")
_MARKS = frozenset(",:(–—-")
_REACH = 160
"""How many characters before a number its body may stand."""
_POSSESSIVE = re.compile(r"['’]s?$")


@record(frozen=True, slots=True)
class Line:
    """The body that a number is given for (empty where the text does not say) and its label; `single` where one has one number."""

    body: str
    label: str
    single: bool


def line_at(plain: str, mention: Span) -> Line:
    """What stands before a number: "Harbor House 24-hour crisis line: 555-…" is the crisis line of Harbor House."""
    before = plain[max(0, mention.start - _REACH) : mention.start]
    tokens = _TOKEN.findall(before[max((m.end() for m in _SENTENCE.finditer(before)), default=0) :])
    while tokens and (tokens[-1] in _MARKS or (tokens[-1].casefold() in GLUE and not _is_line(tokens[-1]))):
        tokens.pop()
    label: list[str] = []
    while tokens and _is_label(tokens[-1], tokens[-2:-1]):
        label.append(tokens.pop())
    apart = bool(label and tokens and tokens[-1] in _MARKS)
    if apart:
        tokens.pop()
    name: list[str] = []
    while tokens and (tokens[-1][0].isupper() or (name and tokens[-1] in CONNECTORS)):
        name.append(tokens.pop())
    while name and (name[-1] in CONNECTORS or name[-1].casefold() in {"the", "call", "contact", "at"}):
        name.pop()
    body = _POSSESSIVE.sub("", " ".join(reversed(name)))
    kind = sorted({word.casefold() for word in label} - words("contact_labels", "always"))
    single = any(map(_is_line, label))
    distinct = len(name) > 1 or (single and not apart and len(body) > 2)  # "Springfield: crisis line" is a place's
    return Line(body if distinct and _is_own(body) else "", " ".join(kind), single)


def is_body(text: str) -> bool:
    """Whether a heading or title names one body: in capitals, with a noun of bodies and a word that is no other's."""
    found = re.findall(r"[^\W\d_][\w'’&.-]*", text)
    named = [word for word in found if word not in CONNECTORS]
    nouns = {word.casefold() for word in named} & _nouns()
    return len(named) > 1 and all(word[0].isupper() for word in named) and bool(nouns) and _is_own(text)


def _is_own(text: str) -> bool:
    """Whether a name has a word that is neither what a number is for nor what every body calls itself."""
    common = words("contact_labels", "service") | words("contact_labels", "always") | _nouns() | CONNECTORS
    return any(_POSSESSIVE.sub("", word.casefold()) not in common for word in re.findall(r"[^\W\d_][\w'’&.-]*", text))


def _is_line(word: str) -> bool:
    return word.casefold() in words("contact_labels", "lines")


def _is_label(word: str, above: list[str]) -> bool:
    """Whether a word says what a number is for; a word such as "of" only between two that do."""
    low = word.casefold()
    entries = ("lines", "always", "service")
    if low in {"and", "&", "or", "for"}:
        return bool(above) and _is_label(above[0], [])
    return any(low in words("contact_labels", name) for name in entries)


def _nouns() -> frozenset[str]:
    return frozenset(load("citation_names")["bodies"])
