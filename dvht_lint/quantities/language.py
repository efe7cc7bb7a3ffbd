"""Other languages: their words around figures as those of the English grammar, their number words as digits.

The tokens of a Spanish, French, German, Portuguese or Italian text keep their places; only the words that the readers
look at are exchanged. Number words are read by text2num (MIT), which knows the compounds of all five ("quatre-vingt-dix",
"fünfundzwanzig"); without it digits alone are read.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from dvht_lint.lexicons import load
from dvht_lint.quantities.calendar import MONTHS
from dvht_lint.quantities.tokens import HYPHENS, NUMBER, WORD, Tokens

__all__ = ["LANGUAGES", "localised"]

LANGUAGES = frozenset({"es", "fr", "de", "pt", "it"})
_OUT_OF = {"fr": "sur", "it": "su"}
"""Languages that put the noun inside a ratio: "une femme sur quatre"."""
_LONGEST = 3
_LONGEST_NUMBER = 14
_JOINTS = HYPHENS | {"y", "et", "und", "e"}
"""What may stand between two number words of one number."""
_MAGNITUDES = frozenset({"million", "billion", "trillion", "thousand", "hundred"})


class _Piece(NamedTuple):
    """A token as the grammar shall see it: kind, word, and its place in the text."""

    kind: int
    word: str
    start: int
    end: int


def localised(t: Tokens, language: str) -> Tokens:
    """The tokens of a text in `language`, one of LANGUAGES, with English words in the places of its own."""
    pieces = [_Piece(t.kinds[i], t.lowers[i], t.starts[i], t.ends[i]) for i in range(t.count)]
    pieces = list(_with_digits(pieces, language))
    pieces = list(_with_english(pieces, language))
    return t.with_pieces([(p.kind, p.word, p.start, p.end) for p in _tidied(pieces)])


@cache
def _reader() -> Callable[[str, str], int] | None:
    """text2num's reading of a number in words, None where the package is not installed."""
    try:
        read: Callable[[str, str], int] = importlib.import_module("text_to_num").text2num
    except ImportError:
        return None
    return read


@lru_cache(maxsize=8192)
def _value(words: str, language: str) -> int | None:
    """What the number words say, None where they are none."""
    read = _reader()
    try:
        return None if read is None else read(words, language)
    except ValueError:
        return None


@cache
def _phrases(language: str) -> dict[tuple[str, ...], str]:
    entries: dict[str, str] = load("figure_languages")[language]
    return {tuple(phrase.split()): english for phrase, english in entries.items()}


def _with_digits(pieces: list[_Piece], language: str) -> Iterator[_Piece]:
    """The pieces with number words as digits; a lone "one" stays a word, for it may be an article."""
    at = 0
    while at < len(pieces):
        length = _phrase_length(pieces, at, language)
        if length > 1:
            yield from pieces[at : at + length]
            at += length
            continue
        value, stop = _spelled(pieces, at, language)
        if value is None:
            yield pieces[at]
        elif value == 1 and stop == at + 1:
            yield pieces[at]._replace(word="one")
        else:
            yield _Piece(NUMBER, str(value), pieces[at].start, pieces[stop - 1].end)
        at = stop


def _phrase_length(pieces: list[_Piece], at: int, language: str) -> int:
    """How many pieces the longest phrase at a piece takes, 0 for none: "pour cent" holds no number."""
    phrases = _phrases(language)
    lengths = range(min(_LONGEST, len(pieces) - at), 0, -1)
    return next((n for n in lengths if tuple(p.word for p in pieces[at : at + n]) in phrases), 0)


def _spelled(pieces: list[_Piece], at: int, language: str) -> tuple[int | None, int]:
    """The longest number in words at a piece and the piece after it; a magnitude by itself is left to the grammar."""
    if pieces[at].kind != WORD or _value(pieces[at].word, language) is None:
        return None, at + 1
    stop = last = at + 1
    while stop < len(pieces) and stop - at < _LONGEST_NUMBER:
        if pieces[stop].kind == WORD and _value(pieces[stop].word, language) is not None:
            last = stop + 1
        elif pieces[stop].word not in _JOINTS:
            break
        stop += 1
    for end in range(last, at, -1):
        words = " ".join(p.word for p in pieces[at:end]).replace(" - ", "-")
        value = _value(words, language)
        if value is not None:
            magnitude = end == at + 1 and _phrases(language).get((pieces[at].word,)) in _MAGNITUDES
            return (None, end) if magnitude else (value, end)
    return None, at + 1


def _with_english(pieces: list[_Piece], language: str) -> Iterator[_Piece]:
    """The pieces with the language's own phrases as English ones, the longest first."""
    phrases = _phrases(language)
    inside = _OUT_OF.get(language)
    at = 0
    while at < len(pieces):
        one = pieces[at].word in {"one", "1"} and at + 3 < len(pieces)
        if one and inside and pieces[at + 2].word == inside and pieces[at + 3].kind == NUMBER:
            yield pieces[at]
            yield _Piece(WORD, "in", pieces[at + 1].start, pieces[at + 2].end)
            at += 3
            continue
        length = _phrase_length(pieces, at, language)
        if length:
            phrase = pieces[at : at + length]
            yield from _spread(phrases[tuple(p.word for p in phrase)].split(), phrase)
        else:
            yield pieces[at]
        at += length or 1


def _spread(words: list[str], pieces: list[_Piece]) -> Iterator[_Piece]:
    """English words in the places of a phrase; where there are more words than places, they share the last character."""
    for i, word in enumerate(words):
        last = i == len(words) - 1
        place = pieces[min(i, len(pieces) - 1)]
        start = place.start if i < len(pieces) else place.end - 1
        yield _Piece(
            WORD,
            word,
            start,
            pieces[-1].end if last else max(start, place.end - 1 if i >= len(pieces) - 1 else place.end),
        )


def _tidied(pieces: list[_Piece]) -> Iterator[_Piece]:
    """The point of "25. Juli" and the "of" of "million of euros" taken out, and "of 2007 to 2010" opened by "from"."""
    for i, piece in enumerate(pieces):
        before = pieces[i - 1] if i else piece
        after = pieces[i + 1 : i + 4]
        if piece.word == "." and before.kind == NUMBER and after and after[0].word in MONTHS:
            continue
        if piece.word == "of" and before.word in _MAGNITUDES and after and after[0].word in {"euros", "dollars"}:
            continue
        if (
            piece.word == "of"
            and len(after) > 2
            and after[0].kind == NUMBER
            and any(p.word == "to" for p in after[1:3])
        ):
            yield piece._replace(word="from")
        else:
            yield piece
