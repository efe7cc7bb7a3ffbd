"""Nouns in the plural and singular, by their endings."""

from __future__ import annotations

from dvht_lint.quantities.tokens import Tokens, word_set

__all__ = ["plural_noun"]

_NOT_PLURAL = word_set(
    "was is has as his its this versus also does plus us perhaps always sometimes across towards less unless thus "
    "series species news vs bus gas yes"
)


_PLURALS = word_set("people men women children police percent feet teeth mice")


def plural_noun(t: Tokens, i: int) -> bool:
    """Whether the token looks like a noun in the plural."""
    word = t.lowers[i]
    if word in _PLURALS:
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "'s", "’s"))
        and word not in _NOT_PLURAL
    )
