"""Whether two names of a journal, a meeting or a publisher are of one."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from dvht_lint.comparison.works.profile import content_words, normal_words

__all__ = ["kind_of_venue", "not_yet_published", "venues_agree"]

_PERIODICALS = frozenset(
    {"journal", "transactions", "trans", "magazine", "letters", "bulletin", "quarterly", "annals", "record", "review"}
)
_MEETINGS = frozenset(
    {"conference", "conf", "proceedings", "proc", "symposium", "sympos", "symp", "workshop", "congress", "meeting", "coll"}
)  # fmt: skip
_AROUND = _MEETINGS | {
    "annual", "annu", "ann", "biennial", "international", "intl", "int", "appearing", "appeared", "volume", "vol", "number", "no", "pages", "pp", "eds", "editors",
}  # fmt: skip
"""What stands around the subject of a meeting, in one citation and not in the next."""
_STATUS = re.compile(
    r"\b(?:unpublished|manuscript|pre-?print|to appear|forthcoming|submitted|in press|in preparation|under review|working paper"
    r"|discussion paper|tech(?:nical)?\.? ?rep(?:ort)?|research report|arxiv|personal communication|extended abstract)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=16384)
def not_yet_published(container: str) -> bool:
    """Whether a container says how far a work has come, not where it stands: "to appear", "technical report"."""
    return _STATUS.search(container) is not None


def kind_of_venue(container: str) -> str:
    """`periodical`, `meeting`, or nothing where the name does not tell."""
    words = set(normal_words(container))
    if words & {*_PERIODICALS, "j"}:
        return "periodical"
    return "meeting" if words & _MEETINGS else ""


@lru_cache(maxsize=16384)
def venues_agree(a: str, b: str) -> bool:
    """Whether two names of a journal, meeting or publisher are of one: equal, abbreviated, or one inside the other."""
    left, right = _subject(a), _subject(b)
    short, long = (left, right) if len(left) <= len(right) else (right, left)
    kinds = {kind_of_venue(a), kind_of_venue(b)}
    if len(kinds) > 1 and "periodical" in kinds and ("meeting" in kinds or len(short) < 2):
        return False
    if not short or fuzz.ratio("".join(left), "".join(right)) >= 88:
        return True
    if all(any(_abbreviates(w, v) for v in long) for w in short):
        return True
    if len(left) == len(right) > 2 and all(
        v.startswith(w) for w, v in zip(*sorted((left, right), key=_letters), strict=True)
    ):
        return True  # "Am J Public Health", "N Engl J Med"
    if len(kinds) > 1 and "periodical" in kinds and len(short) > 1:
        return False  # "VLDB J." is not "Very Large Data Bases"
    return _acronym_in(short, long, b if short is left else a)


def _subject(name: str) -> tuple[str, ...]:
    """The words that tell a venue: for a meeting without its number, its kind and how often it is held."""
    words = content_words(re.sub(r"\([^()]*\)", "", name))
    words = tuple(w for w in words if not w.isdigit() and w not in ("st", "nd", "rd", "th")) or words
    return words if _MEETINGS.isdisjoint(words) else tuple(w for w in words if w not in _AROUND) or words


def _letters(words: tuple[str, ...]) -> int:
    return sum(map(len, words))


def _abbreviates(a: str, b: str) -> bool:
    """Whether one word is the other or its beginning: "syst" and "systems", "j" and "journal"."""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    return short == long or (long.startswith(short) and (len(short) >= 3 or short == "j"))


def _acronym_in(short: tuple[str, ...], long: tuple[str, ...], written: str) -> bool:
    """Whether a word of one name is made of the initials of the other, wholly or from its middle on.

    "VLDB" is "Very Large Data Bases"; the end of "SIGMOD" is "Management of Data".
    """
    runs = ("".join(w[0] for w in long), "".join(w[0] for w in normal_words(written)))
    for word in short:
        if any(len(word) >= 3 and (word in run or (len(run) >= 3 and run in word)) for run in runs):
            return True
        if any(len(word) >= 5 and word[-3:] in run for run in runs):
            return True
    return False
