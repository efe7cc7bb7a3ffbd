"""Times of day: 1:59 p.m. EST, 14:10:30, half past three, eight o six, noon."""

from __future__ import annotations

import re
from typing import NamedTuple

from dvht_lint.quantities.tokens import NONE, NUMBER, WORD, Tokens, word_set
from dvht_lint.quantities.vocabulary import number_words

__all__ = ["Clock", "read_clock"]

_ZONES = word_set("est edt et cst cdt ct mst mdt mt pst pdt pt gmt utc bst cet cest ist jst aest eest eet msk z")
_BEFORE = frozenset({"at", "by", "until", "till", "around", "about", "before", "after", "past", "from"})
_DOTTED = re.compile(r"(\d{1,2})\.(\d{2})")
_HALF_DAY = 43200
_PARTS_OF_DAY: dict[tuple[str, ...], str] = {
    ("the", "morning"): "a",
    ("the", "afternoon"): "p",
    ("the", "evening"): "p",
}


class Clock(NamedTuple):
    """A time of day in seconds since midnight; `other` is the same twelve hours later where that was not said."""

    seconds: int
    stop: int
    other: int | None
    zone: str = ""


def read_clock(t: Tokens, i: int) -> Clock | None:
    """The time of day that begins at token `i`."""
    word = t.lowers[i]
    if t.kinds[i] == NUMBER:
        return _digits(t, i)
    if word in {"noon", "midnight"}:
        return _finish(t, 12 if word == "noon" else 0, 0, 0, i + 1, known=True)
    if word in {"half", "quarter"} or (word == "a" and t.lowers[i + 1] == "quarter"):
        return _past(t, i, i + 1 if word != "a" else i + 2, 30 if word == "half" else 15)
    if word in number_words().cardinals:
        return _words(t, i)
    return None


def _digits(t: Tokens, i: int) -> Clock | None:
    text = t.words[i]
    if text.isdigit() and len(text) <= 2 and t.words[i + 1] == ":" and t.glued(i + 1):
        return _colon(t, i)
    if (dotted := _DOTTED.fullmatch(text)) and int(dotted[2]) < 60 and _half_of_day(t, i + 1)[0]:
        return _finish(t, int(dotted[1]), int(dotted[2]), 0, i + 1)
    if not text.isdigit() or len(text) > 2:
        return None
    if t.lowers[i + 1] in {"o'clock", "o’clock", "oclock"}:
        return _finish(t, int(text), 0, 0, i + 2)
    if _half_of_day(t, i + 1)[0]:
        return _finish(t, int(text), 0, 0, i + 1)
    return None


def _colon(t: Tokens, i: int) -> Clock | None:
    minutes, stop = t.words[i + 2], i + 3
    if len(minutes) != 2 or not minutes.isdigit() or int(minutes) > 59 or int(t.words[i]) > 24 or not t.glued(i + 2):
        return None
    seconds = 0
    if t.words[stop] == ":" and t.glued(stop) and t.kinds[stop + 1] == NUMBER and len(t.words[stop + 1]) == 2:
        seconds, stop = int(t.words[stop + 1]), stop + 2
    return _finish(t, int(t.words[i]), int(minutes), seconds, stop)


def _half_of_day(t: Tokens, i: int) -> tuple[str, int]:
    """`a` or `p` and the token after it; empty where neither half of the day is said."""
    word = t.lowers[i].rstrip(".")
    if word in {"am", "pm", "a.m", "p.m"}:
        if word == "am" and t.words[i] == "am" and not t.glued(i) and t.kinds[i - 1] == WORD:
            return "", i
        return word[0], i + 1
    if word.startswith(("a.m.", "p.m.")):
        return word[0], i + 1
    if word in {"a", "p"} and t.lowers[i + 1] == "m":
        return word[0], i + 2
    if word in {"in", "at"} and (said := _PARTS_OF_DAY.get(tuple(t.lowers[i + 1 : i + 3]))):
        return said, i + 3
    if word == "at" and t.lowers[i + 1] == "night":
        return "p", i + 2
    return "", i


def _finish(t: Tokens, hour: int, minute: int, second: int, stop: int, *, known: bool = False) -> Clock | None:
    """The time with the half of the day and the zone that follow."""
    if t.lowers[stop] in {"o'clock", "o’clock", "oclock"}:
        stop += 1
    half, stop = _half_of_day(t, stop)
    if hour > 24 or minute > 59 or second > 59 or (half and not 1 <= hour <= 12):
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    zone = ""
    letters = t.lowers[stop].replace(".", "")
    glued = t.lowers[stop - 1].replace(".", "")[2:] if half else ""
    if glued in _ZONES:
        zone = glued
    elif letters in _ZONES and (t.words[stop].isupper() or half or "." in t.words[stop]):
        zone, stop = letters, stop + 1
    elif "".join(t.lowers[stop : stop + 3]) in _ZONES and len(t.lowers[stop]) == 1:
        zone, stop = "".join(t.lowers[stop : stop + 3]), stop + 3
    seconds = hour * 3600 + minute * 60 + second
    open_half = not half and not known and hour <= 12
    return Clock(seconds, stop, (seconds + _HALF_DAY) % (2 * _HALF_DAY) if open_half else None, zone)


def _past(t: Tokens, i: int, at: int, minutes: int) -> Clock | None:
    """Read "half past three", "quarter to one"."""
    if t.lowers[at] not in {"past", "to", "after"}:
        return None
    hour = number_words().cardinals.get(t.lowers[at + 1], 0.0)
    if t.kinds[at + 1] == NUMBER and t.words[at + 1].isdigit():
        hour = float(t.words[at + 1][:3])
    if not 1 <= hour <= 12 or t.kinds[i] == NONE:
        return None
    if t.lowers[at] == "to":
        hour, minutes = (hour - 1) or 12, 60 - minutes
    return _finish(t, int(hour), minutes, 0, at + 2)


def _words(t: Tokens, i: int) -> Clock | None:
    """Read "one fifty nine PM", "eight o six", "five PM", "three o'clock"; bare "two thirty" only where no number reads so."""
    words = number_words().cardinals
    hour, stop = words[t.lowers[i]], i + 1
    if hour == 20 and 0 < words.get(t.lowers[stop], 0.0) < 5:
        hour, stop = hour + words[t.lowers[stop]], stop + 1
    if hour > 24 or not hour.is_integer():
        return None
    if t.lowers[stop] in {"o'clock", "o’clock", "oclock"}:
        return _finish(t, int(hour), 0, 0, stop)
    if t.lowers[stop] in {"past", "to"} and t.lowers[stop + 1] in words and t.lowers[i - 1] in _BEFORE and hour > 1:
        return _past(t, i, stop, int(hour))
    minute, end = _minutes(t, stop)
    if end > stop and hour <= 12:
        said = _half_of_day(t, end)[0]
        clear = hour < 10 or said or t.lowers[i - 1] in _BEFORE
        return _finish(t, int(hour), minute, 0, end) if clear and (said or _bare(t, i, end)) else None
    return _finish(t, int(hour), 0, 0, stop) if _half_of_day(t, stop)[0] and hour <= 12 else None


def _bare(t: Tokens, i: int, end: int) -> bool:
    """Whether words such as "two thirty" stand where a time does: after "at", or with nothing counted after them."""
    return t.kinds[end] != WORD and (t.lowers[i - 1] in _BEFORE or t.kinds[i - 1] != NUMBER)


def _minutes(t: Tokens, i: int) -> tuple[int, int]:
    words = number_words().cardinals
    word = t.lowers[i]
    if word in {"o", "oh", "zero"} and 0 < words.get(t.lowers[i + 1], 0.0) < 10:
        return int(words[t.lowers[i + 1]]), i + 2
    value = words.get(word, 0.0)
    if not 10 <= value < 60:
        return 0, i
    at = i + 2 if t.hyphen(i + 1) else i + 1
    unit = words.get(t.lowers[at], 0.0)
    if value >= 20 and value % 10 == 0 and 0 < unit < 10:
        return int(value + unit), at + 1
    return int(value), i + 1
