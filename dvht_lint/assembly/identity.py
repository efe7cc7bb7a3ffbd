"""Ids that a text keeps while it is not changed."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter

__all__ = ["Ids"]

_TYPOGRAPHY = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "..."})


class Ids:
    """Gives ids within one document: a hash of the text, made unique where a text occurs again."""

    def __init__(self, prefix: str) -> None:
        """Every id begins with `prefix` (`c-` for claims, `s-` for statements)."""
        self._prefix = prefix
        self._seen: Counter[str] = Counter()

    def of(self, text: str) -> str:
        """The id of a text; quotes, dashes, case and spacing make no difference. `-2` marks its second occurrence."""
        normal = " ".join(unicodedata.normalize("NFKC", text).translate(_TYPOGRAPHY).casefold().split())
        mark = self._prefix + hashlib.blake2b(normal.encode(), digest_size=5).hexdigest()
        self._seen[mark] += 1
        return mark if self._seen[mark] == 1 else f"{mark}-{self._seen[mark]}"
