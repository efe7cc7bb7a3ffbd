"""Comparing: one alignment of two texts, every difference with its one reason.

`compare` is the whole of it: `figures` compares quantities, `aligning` links the words, `wording` classes what differs
between them. `works` tells the citations of one source from those of another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dvht_lint.comparison.comparing import compare

__all__ = ["compare"]


def __getattr__(name: str) -> object:
    """Load the comparison when it is first asked for: most callers of this package want another part of it."""
    if name == "compare":
        from dvht_lint.comparison.comparing import compare

        return compare
    raise AttributeError(name)
