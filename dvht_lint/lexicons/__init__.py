"""Lexicons: words as data, each file with its provenance.

A lexicon is `NAME.json`: `{"title": …, "provenance": ["where the words come from", …], "entries": …}`. `wordnet.txt` is
read as it stands (`wordnet.json` tells its provenance); everything is read once, when first asked for.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["load", "names", "provenance", "read", "words"]

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
