"""A text as tokens: numbers, words, and every other character by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

__all__ = ["HYPHENS", "NONE", "NUMBER", "OTHER", "WORD", "Tokens", "word_set"]

# White space, a number, a word or any other character; each alternative is linear. A dotted abbreviation ("p.m.",
# "U.S.C") is one word. The pieces cover the text, so that their lengths give every offset.
_PIECE = re.compile(
    r"\s+"
    r"|\d+(?:[.,·]\d+|['’]\d{3}(?!\d))*"
    r"|(?:[^\W\d_]\.)+[^\W\d_](?![^\W\d_])\.?|[^\W\d_]+(?:['’][^\W\d_]+)*"
    r"|\S"
)
_PADDING = 12
"""Empty tokens after the last one, so that looking ahead needs no check of bounds; looking back from 0 meets them too."""


NONE, NUMBER, WORD, OTHER = range(4)
"""What a token is; NONE stands beyond either end of the text. Plain integers: they are compared at every step."""


def word_set(words: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(words.split())


class Tokens:
    """The tokens of a text as parallel lists, `count` of them and then padding.

    `lowers` is `words` in lower case. Index -1 is padding, so "the token before the first" is empty.
    """

    __slots__ = ("count", "ends", "headline", "kinds", "lowers", "numbers", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        pieces = _PIECE.findall(text)
        stops = list(accumulate(map(len, pieces)))
        places = [i for i, piece in enumerate(pieces) if not piece.isspace()]
        words = [pieces[i] for i in places]
        ends = [stops[i] for i in places]
        starts = [end - len(word) for end, word in zip(ends, words, strict=True)]
        self._fill(text, [_kind(word[0]) for word in words], words, starts, ends)

    def _fill(self, text: str, kinds: list[int], words: list[str], starts: list[int], ends: list[int]) -> None:
        """Set every list and pad it."""
        self.text = text
        self.count = len(words)
        beyond = range(len(text) + 2, len(text) + 2 + 2 * _PADDING, 2)
        self.words = words + [""] * _PADDING
        self.starts = [*starts, *beyond]
        self.ends = [*ends, *beyond]
        self.kinds = kinds + [NONE] * _PADDING
        self.lowers = [word.lower() for word in self.words]
        self.numbers: dict[int, object] = {}
        """What `read_number` found at a token: several readers ask for the same one."""
        self.headline: bool | None = None
        """Whether most words begin with a capital; None until somebody asks."""

    def with_pieces(self, pieces: Sequence[tuple[int, str, int, int]]) -> Tokens:
        """The same text cut otherwise: kind, word, start and end of each token."""
        other = Tokens("")
        kinds, words, starts, ends = map(list, zip(*pieces, strict=True)) if pieces else ([], [], [], [])
        other._fill(self.text, kinds, words, starts, ends)
        return other

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
        return self.kinds[index] == WORD and self.words[index][0].isupper()

    def opens_sentence(self, index: int) -> bool:
        """Whether the token is the first of a sentence, as far as its left neighbour tells."""
        before = index - 1
        while before >= 0 and self.words[before] in _OPENERS:
            before -= 1
        return before < 0 or self.words[before] in _ENDERS


@lru_cache(maxsize=4096)
def _kind(first: str) -> int:
    """What a token is, by its first character."""
    if first.isdecimal():
        return NUMBER
    return WORD if first.isalnum() else OTHER


HYPHENS = frozenset("-‐‑–—−")
_OPENERS = frozenset("\"'“”‘’([*•")
_ENDERS = frozenset(".!?:;…")
