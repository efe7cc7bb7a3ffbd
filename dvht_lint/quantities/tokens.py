"""A text as tokens: numbers, words, and every other character by itself."""

from __future__ import annotations

import re
from enum import IntEnum

__all__ = ["Token", "Tokens"]

# Three alternatives, told apart by `lastindex`; each is linear. A dotted abbreviation ("p.m.", "U.S.C") is one word.
_TOKEN = re.compile(
    r"(\d+(?:[.,]\d+|['’]\d{3}(?!\d))*)"
    r"|((?:[^\W\d_]\.)+[^\W\d_](?![^\W\d_])\.?|[^\W\d_]+(?:['’][^\W\d_]+)*)"
    r"|(\S)"
)
_PADDING = 12
"""Empty tokens after the last one, so that looking ahead needs no check of bounds; looking back from 0 meets them too."""


class Token(IntEnum):
    """What a token is; NONE stands beyond either end of the text."""

    NONE = 0
    NUMBER = 1
    WORD = 2
    OTHER = 3


class Tokens:
    """The tokens of a text as parallel lists, `count` of them and then padding.

    `lowers` is `words` in lower case. Index -1 is padding, so "the token before the first" is empty.
    """

    __slots__ = ("count", "ends", "kinds", "lowers", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        kinds: list[int] = []
        words: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        for match in _TOKEN.finditer(text):
            kinds.append(match.lastindex or 0)
            words.append(match[0])
            start, end = match.span()
            starts.append(start)
            ends.append(end)
        self.count = len(words)
        end = len(text) + 2
        kinds.extend([0] * _PADDING)
        words.extend([""] * _PADDING)
        starts.extend(range(end, end + 2 * _PADDING, 2))
        ends.extend(range(end, end + 2 * _PADDING, 2))
        self.kinds, self.words, self.starts, self.ends = kinds, words, starts, ends
        self.lowers = [word.lower() for word in words]

    def glued(self, index: int) -> bool:
        """Whether nothing stands between the token and the one before it."""
        return index > 0 and self.starts[index] == self.ends[index - 1]

    def hyphen(self, index: int) -> bool:
        """Whether the token is a hyphen or dash that joins its two neighbours without a space."""
        return (
            self.words[index] in HYPHENS
            and self.starts[index] == self.ends[index - 1]
            and self.starts[index + 1] == self.ends[index]
        )

    def capital(self, index: int) -> bool:
        """Whether the token is a word that begins with a capital letter."""
        return self.kinds[index] == Token.WORD and self.words[index][0].isupper()

    def opens_sentence(self, index: int) -> bool:
        """Whether the token is the first of a sentence, as far as its left neighbour tells."""
        before = index - 1
        while before >= 0 and self.words[before] in _OPENERS:
            before -= 1
        return before < 0 or self.words[before] in _ENDERS


HYPHENS = frozenset("-‐‑–—−")
_OPENERS = frozenset("\"'“”‘’([*•")
_ENDERS = frozenset(".!?:;…")
