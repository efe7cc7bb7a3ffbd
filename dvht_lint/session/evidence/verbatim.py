"""Whether a quotation stands in its source word for word, and which words differ where it does not.

Case, kinds of quotes and dashes, punctuation, white space and the way a number is separated make no difference: they
are a typesetter's. An ellipsis leaves words out, square brackets stand for words of the quoting author.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from dvht_lint.records import record
from dvht_lint.text import Prose, Span
from dvht_lint.words import fold, word_spans

__all__ = ["Difference", "Words", "differences", "parts"]

_LEFT_OUT = re.compile(r"\[(?!\w\]\w)[^\]]{0,200}\]|\(\s*\.{3}\s*\)|…|\.\s?\.\s?\.(?:\s?\.)?")
_PERCENT = re.compile(r"%|\bper\s+cent\b|\bpercent\b", re.IGNORECASE)
_LEAST = 0.5
"""What share of a quotation's words must stand in a stretch of the source for it to be that stretch, altered."""
_WINDOW = 400
"""Words of a quotation and of its source that are aligned at most: more is told without naming the words."""


@record(frozen=True, slots=True)
class Difference:
    """Words of a quotation (`span` of its plain text) that read otherwise in the source; either may be empty."""

    span: Span
    quoted: str
    original: str


@record(frozen=True, slots=True)
class _Word:
    text: str
    span: Span


def _words(text: str) -> list[_Word]:
    spans = [Span(*edges) for edges in word_spans(text)]
    spans += [Span(*m.span()) for m in _PERCENT.finditer(text)]
    found: list[_Word] = []
    for span in sorted(spans):
        if found and span.start < found[-1].span.end:
            if len(span) > len(found[-1].span):  # "per cent" over "per"
                found[-1] = _Word("percent", span)
            continue
        part = span.cut(text)
        if found and found[-1].span.end + 1 == span.start and text[span.start - 3 : span.start : 2] == "[]":
            # "[T]he" is one word, whose capital is the quoting author's.
            letter = found.pop()
            found.append(_Word(letter.text + _even(part), Span(letter.span.start, span.end)))
            continue
        found.append(_Word("percent" if _PERCENT.fullmatch(part) else _even(part), span))
    return found


def _even(word: str) -> str:
    word = fold(word)
    return word.replace(",", "") if word[0].isdigit() else word.replace("'", "").replace(".", "")


def parts(text: str) -> list[Span]:
    """The stretches of a quotation between what it leaves out or puts in."""
    cuts = [Span(*m.span()) for m in _LEFT_OUT.finditer(text)]
    starts = [0, *(cut.end for cut in cuts)]
    ends = [*(cut.start for cut in cuts), len(text)]
    return [Span(a, b) for a, b in zip(starts, ends, strict=True) if word_spans(text[a:b])]


class Words:
    """The words of a source in order, with the page and paragraph that each stands in."""

    def __init__(self, paragraphs: Iterable[tuple[str, Prose]]) -> None:
        """Each paragraph comes with the label of its page."""
        self._paragraphs = [(label, prose) for label, prose in paragraphs if prose.plain]
        self._texts: list[list[str]] = [[w.text for w in _words(p.plain)] for _, p in self._paragraphs]
        self._joined = ""
        self._starts: list[int] = []
        pieces: list[str] = []
        at = 0
        for words in self._texts:
            self._starts.append(at)
            pieces.extend(words)
            at += sum(len(w) + 1 for w in words)
        self._joined = f" {' '.join(pieces)} "

    def page_of(self, quotation: str) -> str | None:
        """The label of the page on which a quotation begins, or None where it is not there word for word."""
        page, at = None, 0
        for span in parts(quotation):
            words = " ".join(w.text for w in _words(span.cut(quotation)))
            found = self._joined.find(f" {words} ", at)
            if found < 0:
                return None
            page = self._label(found) if page is None else page
            at = found + len(words)
        return page

    def stretch(self, number: int) -> tuple[str, str]:
        """The label and text of a paragraph with the one after it, into which a quotation may run."""
        label, prose = self._paragraphs[number]
        following = self._paragraphs[number + 1][1].plain if number + 1 < len(self._paragraphs) else ""
        return label, f"{prose.plain} {following}".strip()

    def likeliest(self, quotation: str) -> int | None:
        """The number of the paragraph that shares most words with a quotation."""
        wanted = {w.text for w in _words(quotation)}
        if not wanted or not self._texts:
            return None
        shared = [len(wanted.intersection(words)) for words in self._texts]
        best = max(range(len(shared)), key=lambda n: (shared[n], -len(self._texts[n]), -n))
        return best if shared[best] else None

    def _label(self, offset: int) -> str:
        return self._paragraphs[max(0, bisect_right(self._starts, offset) - 1)][0]


def differences(quotation: str, original: str) -> list[Difference] | None:
    """The words in which a quotation differs from a stretch of its source; None where it is another text altogether."""
    from difflib import SequenceMatcher

    stretches = parts(quotation)
    found: list[Difference] = []
    ours = [w for span in stretches for w in _shifted(quotation, span)]
    theirs = _words(original)
    if not ours or not theirs or len(ours) > _WINDOW:
        return None
    theirs = theirs[: 4 * _WINDOW]
    matcher = SequenceMatcher(None, [w.text for w in ours], [w.text for w in theirs], autojunk=False)
    blocks = [b for b in matcher.get_matching_blocks() if b.size]
    if sum(b.size for b in blocks) < _LEAST * len(ours):
        return None
    breaks = [span.start for span in stretches]
    first, last = blocks[0], blocks[-1]
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            continue
        outside = d <= first.b or c >= last.b + last.size
        skipped = a == b and a < len(ours) and any(ours[a - 1].span.end <= s <= ours[a].span.start for s in breaks if a)
        if (a == b and outside) or skipped:
            continue  # the source goes on before and after the quotation, and where an ellipsis stands
        # Of what the source goes on with before and after the quotation, as much as the quotation has instead.
        low = max(c, d - (b - a)) if d <= first.b else c
        high = min(d, c + (b - a)) if c >= last.b + last.size else d
        found.append(Difference(_span(ours, a, b), _text(quotation, ours, a, b), _text(original, theirs, low, high)))
    return found


def _shifted(text: str, span: Span) -> Iterator[_Word]:
    for word in _words(span.cut(text)):
        yield _Word(word.text, word.span.shift(span.start))


def _span(words: list[_Word], first: int, last: int) -> Span:
    if first < last:
        return Span(words[first].span.start, words[last - 1].span.end)
    at = words[first].span.start if first < len(words) else words[-1].span.end
    return Span(at, at)


def _text(text: str, words: list[_Word], first: int, last: int) -> str:
    return text[words[first].span.start : words[last - 1].span.end] if first < last else ""
