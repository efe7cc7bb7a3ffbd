"""Text-message codes and the words that go with them: `text HELP to 233733`, `texting “BEFREE” (233-733)`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dvht_lint.contacts.keypad import digits_of, distance, spell
from dvht_lint.model import ContactMention
from dvht_lint.text import Span

__all__ = ["code_mentions"]

_CUE = re.compile(r"\b(?:text(?:ing)?|sms|txt|envoyez|texte[rz]?|env[ií]a|mensaje)\b", re.IGNORECASE)
_WINDOW = 70
_CODE = re.compile(
    r"(?<![\w$#.,+/-])(?:\d{3}-\d{3}|\d{3} \d{3}|\d{5,6}|(?<=[Tt]ext )\d{3}|(?<=to )\d{3}|(?<=call )\d{3})(?![\w%]|[.,:/-]\d)"
)
_NEXT_WORD = re.compile(r" ([a-z]+)\b")
_AFTER_A_CODE = (
    "for or to and from if in at any anytime anywhere with today now when on via is as so by text call visit chat available"
    " message your you we it free"
)
_STOP = re.compile(r"[.!?;](?:\s|$)")
_WORD = re.compile(r"[\"']([A-Za-z]{2,12})[\"',]|\b([A-Z]{2,12})\b|\bthe word ([A-Za-z]{2,12})\b")
_BARE = re.compile(r"[\"']?\b([A-Z][A-Za-z]{4,7})[\"']? ?\((\d{5,6}|\d{3}-\d{3})\)")
_AFTER = re.compile(r" ?\(\s?[\"']?([A-Za-z]{3,8})[\"']?\s?\)")
_BEFORE = re.compile(r"\b([A-Z][A-Za-z]{3,7})[\"']? ?\($")
_NO_KEYWORDS = frozenset({"SMS", "TTY", "TDD", "US", "OR", "TO", "AND", "THE", "USA", "MMS", "AM", "PM"})


def code_mentions(plain: str) -> Iterator[ContactMention]:
    """The text codes of a flat text (`reader.flat`) and, before each, the word to be sent or the word that spells it."""
    taken = 0
    for cue in _CUE.finditer(plain):
        if cue.start() < taken:
            continue
        code = _code_after(plain, cue.end())
        if code is None:
            continue
        found = tuple(_with_word(plain, cue.end(), code))
        taken = max(mention.span.end for mention in found)
        yield from found
    for bare in _BARE.finditer(plain, taken):
        letters, code_text = bare[1], bare[2]
        if distance(spell(letters), digits_of(code_text)) <= 2 and len(letters) == len(digits_of(code_text)):
            yield _keyword(letters, bare.start(1))
            yield _code(code_text, bare.start(2), letters)


def _code_after(plain: str, start: int) -> re.Match[str] | None:
    end = start + _WINDOW
    stop = _STOP.search(plain, start, end + 1)
    if stop:
        end = stop.start()
    # The lookahead of the code must see past the window, so the match itself is bounded, not the search.
    match = _CODE.search(plain, start, end + 8)
    if match is None or match.start() >= end:
        return None
    # "texts to 10000 women" counts women; after a code comes a full stop, a bracket or a word that joins.
    after = _NEXT_WORD.match(plain, match.end())
    return match if after is None or after[1] in _AFTER_A_CODE.split() else None


def _with_word(plain: str, start: int, code: re.Match[str]) -> Iterator[ContactMention]:
    digits = digits_of(code.group())
    words = [m for m in _WORD.finditer(plain, start, code.start()) if m[m.lastindex or 0] not in _NO_KEYWORDS]
    letters = ""
    spelling = _BEFORE.search(plain, max(start, code.start() - 14), code.start())
    if (
        spelling
        and len(spelling[1]) == len(digits)
        and not any(w.end(w.lastindex or 0) >= spelling.end(1) for w in words)
    ):
        letters = spelling[1]
        yield _keyword(letters, spelling.start(1))
    if words:
        word = words[-1]
        index = word.lastindex or 0
        between = plain[word.end(index) : code.start()].strip(" \"',")
        if between in {"(", "or", "/", "-", "=", "or (", "at", ":"} and len(word[index]) == len(digits):
            letters = letters or word[index]
        for other in words:
            yield _keyword(other[other.lastindex or 0], other.start(other.lastindex or 0))
    after = _AFTER.match(plain, code.end())
    if after and len(after[1]) == len(digits):
        letters = letters or after[1]
        yield _keyword(after[1], after.start(1))
    yield _code(code.group(), code.start(), letters)


def _keyword(word: str, start: int) -> ContactMention:
    return ContactMention("keyword", word.upper(), word, Span(start, start + len(word)))


def _code(text: str, start: int, letters: str) -> ContactMention:
    return ContactMention(
        "sms", digits_of(text), text, Span(start, start + len(text)), letters=letters, spelled=spell(letters)
    )
