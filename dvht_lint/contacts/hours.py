"""Opening hours: `24/7`, "24 hours a day, 7 days a week", "around the clock", "9 a.m. to 5 p.m."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dvht_lint.model import ContactMention
from dvht_lint.text import Span

__all__ = ["hours_mentions", "normal_hours"]

_NUMBERS = {
    "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10, "twelve": 12, "sixteen": 16, "eighteen": 18,
    "twenty-four": 24, "twenty four": 24,
}  # fmt: skip
_N = r"(?:\d{1,2}|" + "|".join(n.replace(" ", "[ ]") for n in _NUMBERS) + ")"
_CLOCK = r"(?:\d{1,2}(?::\d\d)?(?:[ ]?[ap]\.?m\.?|[ ]noon|[ ]midnight)?|noon|midnight)"


@cache
def _hours() -> re.Pattern[str]:
    return re.compile(
        rf"""\b(?:
    (?P<slash>\d{{1,2}}\s?/\s?7(?:\s?/\s?365)?)(?!\d|/)
    |(?P<day>{_N})[ ]hours?(?:[ ](?:a|per|each|every)[ ]day|/day)?
        (?:,?[ ](?:and[ ])?(?P<week>{_N})[ ]days?(?:[ ](?:a|per|each|every)[ ]week|/week)|(?P<daily>,?[ ](?:every|each)[ ]day|,?[ ]daily))
        (?:,?[ ](?:and[ ])?(?:365[ ]days[ ]a[ ]year|every[ ]day[ ]of[ ]the[ ]year))?
    |(?P<only>{_N})[ ]hours[ ]a[ ]day
    |(?P<clock>(?:all[ ])?around[ ]the[ ]clock|round[ ]the[ ]clock|rund[ ]um[ ]die[ ]Uhr|day[ ](?:and|or)[ ]night)
    |(?P<adjective>24-hour|24[ ]hour(?=[ ][a-z]))
    |(?P<from>\d{{1,2}}(?::\d\d)?[ ]?[ap]\.?m\.?|noon|midnight)[ ]?(?:to|-|until|and)[ ]?(?P<to>{_CLOCK})
    |24[ ]?h(?:eures)?[ ]?(?:/|sur)[ ]?24(?P<french>[ ,et]{{0,5}}7[ ]?j(?:ours)?[ ]?(?:/|sur)[ ]?7)?
    )""",
        re.VERBOSE | re.IGNORECASE,
    )


def hours_mentions(plain: str) -> Iterator[ContactMention]:
    """The opening hours of a flat text (`reader.flat`); `value` is hours a day and days a week ("24/7"), or a range of the clock."""
    for match in _hours().finditer(plain):
        value = _value(match)
        if value:
            yield ContactMention("hours", value, match.group(), Span(match.start(), match.end()))


def normal_hours(text: str) -> str:
    """The canonical hours that a text begins with, empty where it gives none."""
    match = _hours().search(text)
    return _value(match) if match else ""


def _value(match: re.Match[str]) -> str:
    if match["slash"]:
        return "/".join(re.findall(r"\d+", match["slash"])[:2])
    if match["day"]:
        days = 7 if match["daily"] else _number(match["week"])
        return f"{_number(match['day'])}/{days}"
    if match["only"]:
        return f"{_number(match['only'])}/"
    if match["from"]:
        return f"{_time(match['from'])}-{_time(match['to'])}"
    if match["clock"] or match["french"]:
        return "24/7"
    return "24/"


def _number(text: str) -> int:
    return _NUMBERS.get(text.lower()) or int(text)


def _time(text: str) -> str:
    lowered = text.lower()
    if "noon" in lowered:
        return "12:00"
    if "midnight" in lowered:
        return "0:00"
    parts = re.findall(r"\d+", lowered)
    hour = int(parts[0]) % 12 if re.search(r"[ap]", lowered) else int(parts[0])
    return f"{hour + 12 if 'p' in lowered else hour}:{parts[1] if len(parts) > 1 else '00'}"
