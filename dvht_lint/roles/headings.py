"""Which blocks are headings, and of what: also where a heading was typed as a plain paragraph."""

from __future__ import annotations

import re
from functools import cache

from dvht_lint.lexicons import load
from dvht_lint.model import Block, BlockKind
from dvht_lint.roles.cues import has_blank, matches_whole, normal
from dvht_lint.text import MarkKind

__all__ = ["closes_references", "heading_text", "is_heading", "is_question", "opens_references", "opens_resources"]

_MOST_WORDS = 12
_NUMBERING = re.compile(r"^(?:[0-9]{1,2}|[ivxIVX]{1,4}|[A-Z])(?:\.[0-9]{1,2})*[.)]\s+")
_STATISTIC = re.compile(
    r"\d\s?%|\d,\d{3}|\b(?:percent|per cent|million|billion)\b|\b(?:\d+|one|two) (?:in|out of) \w", re.IGNORECASE
)
"""A line with a statistic is read as a claim unless the file marks it as a heading: a callout must not go unchecked."""
_AFTERTHOUGHT = re.compile(r"\s*\([^()]{0,60}\)\s*$")


def heading_text(text: str) -> str:
    """A heading as compared with the known ones: in lower case, without number, colon, "&" and afterthought."""
    text = _NUMBERING.sub("", normal(text)).rstrip(" :.–—-").replace("&", "and")
    return _AFTERTHOUGHT.sub("", text).rstrip(" :").casefold()


def is_heading(block: Block, following: Block | None = None) -> bool:
    """Whether a block is a heading: by its mark, or a short line without end that is bold, known or in title case.

    A short phrase of another kind is one where running text or a list follows.
    """
    text = block.prose.plain.strip()
    if block.kind is BlockKind.HEADING:
        return not _is_sentence(text)
    if block.kind is not BlockKind.PARAGRAPH or block.group or not text or len(text) > 120:
        return False
    if text[-1] in ".!;," or has_blank(text) or len(text.split()) > _MOST_WORDS or _STATISTIC.search(text):
        return False
    if _is_known(text) or _is_bold(block):
        return True
    return not _is_stem(text, following) and (_is_title(text) or (_has_text(following) and _is_label(text)))


def _has_text(block: Block | None) -> bool:
    return block is not None and (block.kind is BlockKind.ITEM or len(block.prose.plain.split()) > _MOST_WORDS)


def _is_sentence(text: str) -> bool:
    return text.endswith(".") and len(text.split()) > 5


def _is_bold(block: Block) -> bool:
    length = len(block.prose.plain.strip())
    return any(mark.kind is MarkKind.STRONG and len(mark.span) >= length for mark in block.prose.marks)


def _is_known(text: str) -> bool:
    name = heading_text(text)
    kinds = ("headings", "reference_headings", "weak_reference_headings")
    return any(name in _set(kind) for kind in kinds) or matches_whole("closing_headings", name)


def _is_title(text: str) -> bool:
    """Title case: every word of weight has a capital."""
    words = [word.strip("\"“”'‘’()[]:–—-/") for word in text.split()]
    heavy = [word for word in words if word and word.casefold() not in _set("small_words")]
    return bool(heavy) and words[0][:1].isupper() and all(not word[0].islower() for word in heavy)


def _is_stem(text: str, following: Block | None) -> bool:
    """Whether a list continues the text as a sentence: "Between 2010 and 2019:", "In Ohio:"."""
    listed = following is not None and following.kind is BlockKind.ITEM
    return listed and text.endswith(":") and text.split(maxsplit=1)[0].casefold() in _set("stem_openers")


def _is_label(text: str) -> bool:
    """A short phrase that says nothing by itself: no verb, no figure ("Key points on the hotline")."""
    words = text.casefold().rstrip(":?").split()
    return (
        len(words) <= 6
        and text[-1] not in ":?"
        and text[0].isupper()
        and not any(c.isdigit() for c in text)
        and _set("auxiliaries").isdisjoint(words)
        and not any(mark in text for mark in ",;")
    )


def is_question(text: str) -> bool:
    """Whether a text is one question and nothing else."""
    text = text.strip().rstrip("\"”’')*")
    return text.endswith("?") and not re.search(r"[.!?]\s", text)


def opens_references(text: str, extra: tuple[str, ...] = ()) -> str:
    """How surely a heading opens the reference half: `sure`, `weak` ("Notes"), or empty where it does not."""
    name = heading_text(text)
    if name in _set("reference_headings") or name in {heading_text(e) for e in extra}:
        return "sure"
    return "weak" if name in _set("weak_reference_headings") else ""


@cache
def _set(kind: str) -> frozenset[str]:
    return frozenset(load("document_parts")[kind])


def closes_references(text: str) -> bool:
    """Whether a heading is public again after the reference half ("Additional information")."""
    return matches_whole("closing_headings", heading_text(text))


def opens_resources(text: str) -> bool:
    """Whether a heading or a line that ends with a colon announces a list of organisations or links."""
    return matches_whole("resource_headings", heading_text(text))
