"""Rows of tables beside the statements they rest on."""

from __future__ import annotations

from dataclasses import replace

from dvht_lint.model import Comparison, Reason

__all__ = ["of_values"]

_TABULAR = frozenset(
    {
        Reason.NUMBER,
        Reason.RANGE,
        Reason.ROUNDING,
        Reason.PRECISION,
        Reason.QUALIFIER,
        Reason.SWAPPED,
        Reason.UNBACKED,
    }
)
"""What a row of a table can get wrong; it has no sentence whose words could drift."""


def of_values(comparison: Comparison) -> Comparison:
    """The comparison of a row of a table with the edits of its values alone, not of the words of its headers.

    Where the sign of a value stands in its header, the value cannot be replaced by one with its sign.
    """
    plain = comparison.left.prose.plain
    edits = []
    for edit in comparison.edits:
        values = [q for q in comparison.left.quantities if q.is_statistic and edit.left.overlaps(q.span)]
        if edit.reason in _TABULAR and values:
            whole = all(q.text == q.span.cut(plain) for q in values)
            edits.append(edit if whole else replace(edit, replacement=None))
    return replace(comparison, edits=tuple(edits))
