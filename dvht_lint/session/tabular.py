"""Rows of tables beside the statements they rest on."""

from __future__ import annotations

from dataclasses import replace

from dvht_lint.model import Comparison, Kind, Reason

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
_TIMES = frozenset({Kind.DATE, Kind.PERIOD})


def of_values(comparison: Comparison) -> Comparison:
    """The comparison of a row of a table with the edits of its values and of its time, not of the words of its headers.

    A row with several times is a series, of which a statement may give a part. Where the sign of a value stands in its header,
    the value cannot be replaced by one with its sign.
    """
    plain = comparison.left.prose.plain
    times = [q for q in comparison.left.quantities if q.kind in _TIMES]
    edits = []
    for edit in comparison.edits:
        if edit.reason is Reason.PERIOD and len(times) == 1 and edit.left.overlaps(times[0].span):
            edits.append(edit)
        values = [q for q in comparison.left.quantities if q.is_statistic and edit.left.overlaps(q.span)]
        if edit.reason in _TABULAR and values:
            whole = all(q.text == q.span.cut(plain) for q in values)
            edits.append(edit if whole else replace(edit, replacement=None))
    return replace(comparison, edits=tuple(edits))
