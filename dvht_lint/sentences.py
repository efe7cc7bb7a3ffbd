"""Texts into sentences.

The boundaries are sentencex's; what it does not know is put out of its sight first: full stops of
abbreviations, initials, statutes and acronyms, and question marks inside quotations that go on. Every
change keeps the text's length, so that the spans found are spans of the text given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dvht_lint.lexicons import load
from dvht_lint.text import Span

__all__ = ["split"]

_HIDDEN = "\u00b7"  # no script ends a sentence with it
_END = "!"  # every script's splitter ends a sentence here
_WINDOW = 16_384

_DOTTED = r"(?:[^\W\d_]\.){2,}|[^\W\d_]\.(?: ?[^\W\d_]\.)+"


@cache
def _words(kind: str) -> frozenset[str]:
    """One list of the lexicon: `before_anything`, `before_a_number`, `may_end`, `openers`, `bodies`, `after_an_hour`."""
    return frozenset(load("sentence_stops")[kind])


@cache
def _risky() -> re.Pattern[str]:
    """Full stops that may not end a sentence: acronyms and initials, or the word before the stop."""
    return re.compile(
        rf"(?<![^\W\d_])(?<![^\W\d_]\.)(?P<dotted>{_DOTTED})|(?<![\w.])(?P<word>[^\W\d_]{{1,6}})\.(?=\s|[)\]])"
        r"|(?<=[a-z])\.(?P<mark>\d{1,2})(?=\s[A-Z])"
        r"|(?P<ask>[?!])(?=[\"”’')]{1,2}\s+[a-z])"
    )


def split(text: str, language: str = "") -> list[Span]:
    """The sentences of a text, as spans in its order.

    The spans do not overlap, carry no white space at their ends, and hold every other character of the
    text between them. A semicolon does not end a sentence. `language` is a BCP 47 tag; English where
    it is empty. Takes time linear in the length of the text.
    """
    if not text or text.isspace():
        return []
    masked = _mask(text)
    spans = [
        _trim(text, part)
        for boundary in _boundaries(masked, language.partition("-")[0] or "en")
        for part in _parenthesised(text, boundary)
    ]
    return _join_strays(text, [span for span in spans if len(span)])


def _boundaries(text: str, language: str) -> Iterator[Span]:
    """The sentences that sentencex finds, which takes time quadratic in a text of unpaired quotes: so window by window.

    The last sentence of a window may go on; the next window begins with it.
    """
    from sentencex import get_sentence_boundaries  # type: ignore[import-untyped]

    start, at = 0, 0
    while at < len(text):
        window = text[at : at + _WINDOW]
        ends = [at + boundary["end_index"] for boundary in get_sentence_boundaries(language, window)]
        last = at + len(window) >= len(text)
        for end in ends if last else ends[:-1]:
            yield Span(start, end)
            start = end
        at = start if not last and start > at else at + len(window)
    if start < len(text):
        yield Span(start, len(text))


def _mask(text: str) -> str:
    """The text with full stops that end nothing hidden, and those that do end a sentence made plain."""
    if not any(mark in text for mark in ".?!"):
        return text
    changes: list[tuple[int, int, str]] = []
    for found in _risky().finditer(text):
        kind = found.lastgroup
        if kind == "dotted":
            changes.extend(_dotted(text, found))
        elif kind == "ask":
            changes.append((found.start(), found.end(), _HIDDEN))
        elif kind == "mark":
            changes.append((found.start(), found.end(), _HIDDEN * (len(found[0]) - 1) + _END))
        elif _goes_on(text, found["word"], found.end()):
            changes.append((found.end() - 1, found.end(), _HIDDEN))
    return _replace(text, changes)


def _dotted(text: str, found: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    """Hide the stops of an acronym or of initials; the last one ends the sentence where a new one opens."""
    letters = found["dotted"].replace(".", _HIDDEN)
    if _opens_sentence(text, found):
        letters = letters[:-1] + _END
    yield found.start(), found.end(), letters


def _opens_sentence(text: str, found: re.Match[str]) -> bool:
    """Whether the word after an acronym opens a sentence ("in the U.S. The hotline", "at 9 a.m. Calls")."""
    first, second = _next_words(text, found.end())
    if not first[:1].isupper():
        return False
    if first.casefold() in _words("openers"):
        return True
    acronym = found["dotted"]
    if acronym.islower():
        return acronym in {"a.m.", "p.m."} and first.rstrip(".,;)").casefold() not in _words("after_an_hour")
    before = text[max(0, found.start() - 14) : found.start()].split()
    placed = before[-2:-1] if before[-1:] in (["the"], ["The"]) else before[-1:]
    names = acronym.count(".") > 2 or " " in acronym
    return (
        bool(placed)
        and not names
        and placed[0].casefold() in {"in", "across", "within", "throughout", "to", "into", "from", "outside", "around"}
        and first.casefold() not in _words("bodies")
        and second[:1].islower()
        and second not in {"of", "for", "and", "on"}
    )


def _next_words(text: str, at: int) -> tuple[str, str]:
    """The two words after an offset, as far as they stand in the same line of thought."""
    words = text[at : at + 60].lstrip("\"”’') ").split(None, 2)
    first, second = [*words, "", ""][:2]
    return first.strip("\"“‘'(,"), second


def _goes_on(text: str, word: str, at: int) -> bool:
    """Whether the sentence goes on after `word` and a full stop."""
    key = word.casefold()
    first, _ = _next_words(text, at)
    if len(word) == 1 and word.isupper():
        return bool(first) and first.casefold() not in _words("openers") and not text[:at].endswith(("I.",))
    if key in _words("before_anything"):
        return bool(first)
    if key in _words("before_a_number"):
        return first[:1].isdigit() or (first[:1] in "$€£§" and bool(first))
    if key in _words("may_end"):
        return bool(first) and not (first[:1].isupper() and first.casefold() in _words("openers")) and key != "etc"
    return word.isdigit()


def _replace(text: str, changes: list[tuple[int, int, str]]) -> str:
    parts: list[str] = []
    at = 0
    for start, end, new in changes:
        parts += [text[at:start], new]
        at = end
    parts.append(text[at:])
    return "".join(parts)


def _parenthesised(text: str, span: Span) -> Iterator[Span]:
    """Part a sentence that stands wholly in parentheses from what follows it: "(See above.) Next …"."""
    start = span.start
    while text[start : start + 2].lstrip().startswith("("):
        close = text.find(")", start, span.end)
        if close < 0 or text[close - 1] not in ".?!" or not text[close + 1 : close + 3].strip().isupper():
            break
        yield Span(start, close + 1)
        start = close + 1
    yield Span(start, span.end)


def _trim(text: str, span: Span) -> Span:
    part = span.cut(text)
    start = span.start + len(part) - len(part.lstrip())
    return Span(start, max(start, span.end - len(part) + len(part.rstrip())))


def _join_strays(text: str, spans: list[Span]) -> list[Span]:
    """Give a stretch without a letter or digit (a closing quote, "[3]" apart) back to the sentence before it.

    A list number that opens the text ("2. ") goes with the sentence after it.
    """
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        part = span.cut(text)
        stray = not any(c.isalnum() for c in part) or _is_note_mark(part)
        if last and (stray or (len(joined) == 1 and _is_list_number(last.cut(text)))):
            joined[-1] = Span(last.start, span.end)
        else:
            joined.append(span)
    return joined


def _is_note_mark(part: str) -> bool:
    return len(part) <= 12 and part[0] in "[(" and part.rstrip(".")[-1] in "])" and not any(c.isalpha() for c in part)


def _is_list_number(part: str) -> bool:
    return len(part) <= 5 and part[-1] in ".)" and (part[:-1].isdigit() or (len(part) == 2 and part[0].islower()))
