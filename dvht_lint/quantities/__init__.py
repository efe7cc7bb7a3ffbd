"""Quantities: the figures of a text, as sets of values with a role.

`read_quantities` is a single pass: tokens, then at each token that can begin a figure the readers from the most
particular to the most general (labels, times, dates, ratios, ranges, amounts), then roles, then sets.
"""

from __future__ import annotations

from dvht_lint.model import Quantity
from dvht_lint.quantities.describe import describe
from dvht_lint.quantities.grouping import habit_of, with_grouping
from dvht_lint.quantities.language import LANGUAGES
from dvht_lint.quantities.scanner import scan

__all__ = ["describe", "habit_of", "read_quantities", "with_grouping"]


def read_quantities(text: str, language: str = "") -> tuple[Quantity, ...]:
    """Every figure of a sentence or paragraph of plain prose, in the order of the text.

    `language` is a BCP 47 tag: Spanish, French, German, Portuguese and Italian are read, and every other as English. The cost is linear in the length of the text.
    """
    code = language[:2].lower()
    return scan(text, code if code in LANGUAGES else "")
