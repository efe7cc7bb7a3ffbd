"""A number as written: its value, its form, and how finely it says it."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

__all__ = ["LONGEST", "NOTE_MARK", "SUFFIXES", "Number", "Shape", "grain", "read_digits"]

_PLAIN = re.compile(r"\d+(?:\.\d+)?")


_GROUPED = re.compile(r"\d{1,3}(?:[,'’]\d{3})+(?:\.\d+)?")


_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})*,\d{3}(?:\.\d+)?")


_DECIMAL_COMMA = re.compile(r"\d+(?:\.\d{3})*,\d{1,2}")


_MARKED = re.compile(r"(\d{1,3}(?:,\d{3})*,\d{3})\d{1,2}")


_SWAP = str.maketrans(",.", ".,")


LONGEST = 30
"""More digits than this are an identifier, not a figure."""


SUFFIXES = frozenset({"st", "nd", "rd", "th"})
"""What makes an ordinal of digits."""
NOTE_MARK = "a note mark seems to be glued to the figure"


class Shape(StrEnum):
    """How a number is written."""

    DIGITS = "digits"
    WORDS = "words"
    ORDINAL = "ordinal"
    FRACTION = "fraction"


class Number(NamedTuple):
    """A number at a token: `stop` is the token after it, `resolution` the unit of its last digit.

    `magnitude` is the factor that a word such as "million" put to it (1 for none). `mixed` says that a whole
    number stands before a fraction ("two and a half").
    """

    value: float
    stop: int
    resolution: float
    shape: Shape
    magnitude: float = 1.0
    malformed: str = ""
    mixed: bool = False
    compound: bool = False
    """Written with more than one number word, so that it cannot be a pronoun or an article."""


def read_digits(text: str, *, comma: bool = False) -> tuple[float, float, str] | None:
    """The value, the unit of the last digit and what is wrong with a run of digits, points and commas.

    `comma` says that the language writes a decimal comma. None where the run is no number ("1.2.3").
    """
    if len(text) > LONGEST:
        return None
    if text.isdigit():
        return float(text), grain(text), ""
    text = text.replace("·", ".")
    if comma:
        text = text.translate(_SWAP)
    if _PLAIN.fullmatch(text):
        return float(text), 10.0 ** -len(text.partition(".")[2]), ""
    if _GROUPED.fullmatch(text) or _INDIAN.fullmatch(text):
        bare = re.sub("[,'’]", "", text)
        fraction = bare.partition(".")[2]
        return float(bare), 10.0 ** -len(fraction) if fraction else grain(bare), ""
    if _DECIMAL_COMMA.fullmatch(text):
        bare = text.replace(".", "").replace(",", ".")
        return float(bare), 10.0 ** -len(bare.partition(".")[2]), ""
    if marked := _MARKED.fullmatch(text):
        bare = marked[1].replace(",", "")
        return float(bare), grain(bare), NOTE_MARK
    return None


def grain(digits: str) -> float:
    """The unit of the last digit that is not a trailing zero: 1 for 19427, 1000 for 19000."""
    return 10.0 ** (len(digits) - len(digits.rstrip("0"))) if digits.strip("0") else 1.0
