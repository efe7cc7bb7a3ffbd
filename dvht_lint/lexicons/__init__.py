"""Lexicons: words as data, each file with its provenance.

A lexicon is `NAME.json`: `{"title": …, "provenance": ["where the words come from", …], "entries": …}`. `wordnet.txt` is
read as it stands (`wordnet.json` tells its provenance); everything is read once, when first asked for.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

__all__ = ["begins", "line_of", "load", "names", "provenance", "read", "words"]

_FOLDER = Path(__file__).parent


@cache
def _document(name: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads((_FOLDER / f"{name}.json").read_bytes())
    return document


def load(name: str) -> Any:
    """The entries of a lexicon, shared by every caller: do not change them."""
    return _document(name)["entries"]


@cache
def words(name: str, key: str) -> frozenset[str]:
    """One entry of a lexicon that is a string of words."""
    return frozenset(load(name)[key].split())


def provenance(name: str) -> tuple[str, ...]:
    """Where the words of a lexicon come from."""
    return tuple(_document(name)["provenance"])


def names() -> tuple[str, ...]:
    """The names of all lexicons, in alphabetical order."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.json")))


@cache
def read(file: str) -> str:
    """The text of a data file that is not JSON."""
    return (_FOLDER / file).read_text(encoding="utf-8")


# --- the dictionary ---------------------------------------------------------------------------------
#
# `wordnet.txt` is searched, not parsed: its words stand in alphabetical order, one a line. A binary search finds the few
# lines that start with the same letters, which are kept, and a plain search finds the word among them.

_LETTERS = 3


def line_of(word: str) -> str | None:
    """What the dictionary has behind a word (lower case, `_` for a space), or None where it lacks the word."""
    at = -1 if " " in word else _find(word, " ")
    if at < 0:
        return None
    text, start = dictionary(), at + len(word) + 2
    return text[start : text.index("\n", start)]


def begins(word: str) -> bool:
    """Whether the dictionary has an expression of several words that begins with this one."""
    return _find(word, "_") >= 0


@cache
def dictionary() -> str:
    """The words of `wordnet.txt`, each line with what stands behind the word; the senses that follow them left out."""
    text = read("wordnet.txt")
    return "\n" + text[: text.index("\n\n") + 1]


def _find(word: str, end: str) -> int:
    """Where in the dictionary the line break before a word that goes on like this stands; -1 where it is not there."""
    opening = word[:_LETTERS]
    return dictionary().find(f"\n{word}{end}", _bound(opening), _bound(opening + "\U0010ffff"))


@lru_cache(maxsize=1 << 13)
def _bound(opening: str) -> int:
    """Where the line break before the first word that is not before this one in the alphabet stands."""
    text = dictionary()
    low, high = 0, len(text) - 1
    while low < high:
        start = text.rfind("\n", 0, (low + high) // 2 + 1)
        end = text.index("\n", start + 1)
        if text[start + 1 : end].partition(" ")[0] < opening:
            low = end
        else:
            high = start
    return low
