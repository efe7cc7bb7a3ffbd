"""Short forms that a document defines: "National Human Trafficking Resource Center (NHTRC)".

The long form is found as in Schwartz & Hearst, "A simple algorithm for identifying abbreviation definitions in
biomedical text" (Pacific Symposium on Biocomputing, 2003), with the letters matched at the starts of words only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["abbreviations"]

_SHORT_IN_BRACKETS = re.compile(r"\((?:the |or |hereafter )?[\"“]?([A-Z][A-Za-z&.-]{0,9}[A-Z.]|[A-Z]{2,10})s?[\"”]?\)")
_LONG_IN_BRACKETS = re.compile(
    r"\b([A-Z]{2,10})\s+\(((?:[A-Z][\w’'&-]*|of|and|the|for|on|in|to|against)(?:\s+[\w’'&-]+){1,9})\)"
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|&")
_SMALL = frozenset(
    ["a", "against", "an", "and", "&", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"]
)
_REACH = 160


def abbreviations(texts: Iterable[str]) -> dict[str, str]:
    """Short form to long form; the first definition of a document counts."""
    found: dict[str, str] = {}
    for text in texts:
        if "(" not in text:
            continue
        for match in _SHORT_IN_BRACKETS.finditer(text):
            short = match[1].replace(".", "")
            before = text[max(0, match.start() - _REACH) : match.start()]
            long = _long_form(short, before)
            if long:
                found.setdefault(short, long)
        for match in _LONG_IN_BRACKETS.finditer(text):
            if _long_form(match[1], match[2]) == match[2]:
                found.setdefault(match[1], match[2])
    return found


def _long_form(short: str, before: str) -> str:
    """The words at the end of `before` whose initials spell `short`, small words skipped; empty where they do not."""
    letters = [c.casefold() for c in short if c.isalnum()]
    words = list(_WORD.finditer(before))
    start = _spell(letters, words)
    if start < 0 and len(words) > 2 and words[-2][0] in {"and", "&"}:
        start = _spell(letters, words[:-2])  # "Centers for Disease Control and Prevention (CDC)"
    if start < 0 or len(letters) < 2:
        return ""
    named = words[start][0][0].isupper()
    return before[words[start].start() :].strip() if named or len(letters) > 2 else ""


def _spell(letters: list[str], words: list[re.Match[str]]) -> int:
    """The index of the word where the initials begin, read from the right; -1 where they do not fit."""
    reached = {len(words)}
    for letter in reversed(letters):
        following: set[int] = set()
        for end in reached:
            at = end - 1
            while at >= 0:
                if words[at][0][0].casefold() == letter:
                    following.add(at)
                if words[at][0] not in _SMALL:
                    break
                at -= 1
        reached = following
    return max(reached, default=-1)
