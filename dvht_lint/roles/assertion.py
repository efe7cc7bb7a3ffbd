"""Whether a sentence states a fact.

Advice, questions, prompts, instructions, wishes and labels do not, and need no source of their own; a figure in
one still does.
"""

from __future__ import annotations

import re
from functools import cache

from dvht_lint.lexicons import load
from dvht_lint.roles.cues import has_cue, normal

__all__ = ["asserts", "is_imperative"]

_OPENING = re.compile(
    r"^\W*(?:(?:if|when|whenever|before|after|for|to|in)\b[^,;:]{1,120},\s+|(?:also|then|next|first|second|finally|instead|and|or),?\s+)+",
    re.IGNORECASE,
)
_FIRST = re.compile(r"[\w'’-]+")
_CLAUSE = re.compile(r"[,;:(]|\b(?:if|that|who|which|when|where|because|and|or|whether|how|what)\b", re.IGNORECASE)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|can|could|may|might|will|would|provides?|helps?|increases?|remains?|means?)\b",
    re.IGNORECASE,
)
_NOUN_AFTER = re.compile(r"^(?:is|are|was|were|has|have|had|can|could|may|might|will|would|does|of)$", re.IGNORECASE)

_TESTIMONY = re.compile(r"[“\"‘][^“”\"]*\b(?:I|me|my|mine|we|us|our)\b", re.IGNORECASE)
"""A voice that is quoted: what a survivor says of herself is no finding."""
_OBJECT_AFTER = re.compile(r"\s+(?:your|them|yourself|yourselves)\b", re.IGNORECASE)


def asserts(sentence: str, *, lead: str = "") -> bool:
    """Whether a sentence states a fact; `lead` is the stem that a bulleted one continues."""
    text = normal(sentence)
    bare = text.rstrip("\"”’')]* ")
    if not any(c.isalpha() for c in bare) or bare.endswith(("?", ":")):
        return False
    if has_cue("advice", text) or _is_courtesy(text) or is_imperative(text) or _TESTIMONY.match(text):
        return False
    if lead:
        return not bare.endswith("!") and asserts(lead.rstrip(" :") + ".")
    return len(bare.split()) >= (3 if bare.endswith((".", "!", "…")) else 5)


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(load("document_parts")[kind])


def _is_courtesy(text: str) -> bool:
    start = text.casefold().lstrip("“\"'‘")
    return any(start.startswith(courtesy) for courtesy in load("document_parts")["courtesies"])


def is_imperative(text: str) -> bool:
    """Whether the main clause opens with a base verb, and not with a noun of the same form ("Support groups are …")."""
    main = _OPENING.sub("", text)
    first = _FIRST.search(main)
    if not first:
        return False
    if first[0].casefold() not in _words("imperatives"):
        return bool(_OBJECT_AFTER.match(main, first.end())) and first[0].casefold() not in _words("function_words")
    rest = main[first.end() :].lstrip()
    following = _FIRST.search(rest)
    if not following:
        return True
    if _NOUN_AFTER.match(following[0]) and not rest.startswith(("'", "’")):
        return False
    clause = _CLAUSE.split(rest, maxsplit=1)[0]
    return not _FINITE.search(clause)
