"""What a text gives away about itself by its words: a blurb, a note to users, a blank, a piece of advice.

Each kind of cue is a list of patterns in the lexicon `document_parts`, kept under a word that every match holds;
a pattern is compiled only when its word occurs, so that a short document compiles next to none.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dvht_lint.lexicons import load

__all__ = [
    "CAPTION_MARK",
    "TABLE_LABEL",
    "crude_sentences",
    "has_blank",
    "has_cue",
    "holds_figure",
    "is_blurb",
    "is_boilerplate",
    "is_usage",
    "matches_whole",
    "normal",
    "words_of",
]

_WORD = re.compile(r"24/7|[^\W_]+|©")
_SENTENCE_START = re.compile(r"(?<=[.!?])[\"”’)]?\s+(?=[\"“‘(]?[A-Z])")

_REACHABLE = re.compile(r"\d|@|://|www\.|\.(?:org|gov|com|net|edu|info)\b|seven days", re.IGNORECASE)
TABLE_LABEL = re.compile(
    r"\W{0,3}(?:table|figure|chart|exhibit)\s+(?:\d{1,3}(?:[.-]\d{1,3})?[a-z]?|[IVX]{1,5}|[A-Z](?:[.-]?\d{1,3})?)(?:[.:)]|\s+[–—-])?(?:\s+|$)",
    re.IGNORECASE,
)
"""What opens the caption of a table: "Table 2."."""
CAPTION_MARK = re.compile(r"(?:table)?:\s+(?=\S)", re.IGNORECASE)
"""What Pandoc has before the caption of a table: ": Filings by year", "Table: Filings by year"."""
_AMOUNT = re.compile(
    r"\d|\b(?:per ?cent|percent|half|majority|thirds?|quarters?|millions?|thousands?|hundreds?|one in \w+)\b",
    re.IGNORECASE,
)
_PATTERNS = {
    "telephone": (
        r"(?<![\w,.])\+?\(?\d{1,4}\)?(?:[-.\s)]{1,2}\(?\d{2,4}\)?){1,4}(?![\w%]|,\d)(?:,? (?:ext\.?|x) ?\d{1,6})?"
        r"|\b\d(?:-\d{3})+-[A-Z]{3,}\b|\b1-\d{3}-[A-Z]{2,}[-A-Z]*\b"
    ),
    "short code": (r"(?i:\bto|\bcode|\bat|\btext|\(|\bcall|\bdial)\s*[\"“(]?\d{3,6}\b(?![\d,]*\s*(?:%|per|years?))"),
    "hours": (
        r"(?i)24\s?/\s?7|\b24 hours|\b\d{1,2} hours (?:a|per|each) day|\b(?:7|seven) days|\b\d (?:days|nights) (?:a|per|each) week|\b365 days(?: (?:a|per) year)?"
        r"|\b\d{1,2}(?::\d\d)?\s?[ap]\.?m\b\.?|\b(?:[2-9]11|988)\b"
    ),
    "e-mail": r"\b[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}",
    "address": r"(?i)https?://|www\.|\b[\w-]{2,63}\.(?:org|gov|com|net|edu|info)\b",
    "year": r"\b(?:1[6-9]|20)\d\d\b",
    "visit": r"(?i)^(?:\W*for (?:more|help|further)|(?:to )?learn more|read more|find out more|visit|see|go to|chat|click|contact|find)\b",
}
_WAYS = ("telephone", "hours", "e-mail", "short code")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """One of the patterns, compiled when a text first asks for it."""
    return re.compile(_PATTERNS[name])


def normal(text: str) -> str:
    """The text with single spaces, for the patterns of the lexicon."""
    return " ".join(text.split())


@lru_cache(maxsize=64)
def words_of(text: str) -> frozenset[str]:
    """The words of a text in lower case, once each."""
    return frozenset(_WORD.findall(text.casefold()))


def has_cue(kind: str, text: str) -> bool:
    """Whether a text, already `normal`, holds a cue of one kind of the lexicon."""
    entries = load("document_parts")[kind]
    return any(_compiled(kind, word).search(text) for word in words_of(text) if word in entries)


def matches_whole(kind: str, text: str) -> bool:
    """Whether a text, already `normal`, is a cue of one kind from end to end."""
    entries = load("document_parts")[kind]
    return any(_compiled(kind, word).fullmatch(text) for word in words_of(text) if word in entries)


@cache
def _compiled(kind: str, word: str) -> re.Pattern[str]:
    patterns = load("document_parts")[kind][word]
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)


def has_blank(text: str) -> bool:
    """Whether a text holds a blank to be filled in ("_____", "[insert county]", "XX%")."""
    folded = text.casefold()
    return any(sign in folded and _blank(sign).search(text) for sign in load("document_parts")["blanks"])


@cache
def _blank(sign: str) -> re.Pattern[str]:
    return re.compile("|".join(load("document_parts")["blanks"][sign]), re.IGNORECASE)


def crude_sentences(text: str) -> list[str]:
    """A text cut where sentences plainly end: enough to weigh how much of it is of one kind."""
    return _SENTENCE_START.split(text)


def holds_figure(text: str) -> bool:
    """Whether a text holds an amount, once telephone numbers, hours and years are set aside."""
    if not _AMOUNT.search(text):
        return False
    for name in (*_WAYS, "year"):
        text = _pattern(name).sub(" ", text)
    return bool(_AMOUNT.search(text))


def is_blurb(text: str) -> bool:
    """Whether a sentence tells readers whom to call: a way to reach somebody, said so, and no statistic."""
    if not _REACHABLE.search(text):
        return False
    # A cue is looked up by the words of the text, which costs least; most sentences with a digit have neither.
    cue, visit = has_cue("contact", text), bool(_pattern("visit").match(text))
    if not cue and not visit:
        return False
    if any(_pattern(name).search(text) for name in _WAYS):
        return cue and not holds_figure(text)
    return visit and bool(_pattern("address").search(text)) and not holds_figure(text)


def is_usage(text: str) -> bool:
    """Whether a sentence speaks to the people who use the document, and gives no statistic."""
    return has_cue("usage", text) and not holds_figure(text)


def is_boilerplate(text: str) -> bool:
    """Whether a sentence is a licence line, a credit to a funder, a page number or the like."""
    return has_cue("boilerplate", text)
