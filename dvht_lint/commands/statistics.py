"""`--statistics`: how many findings each rule has, as ruff counts them."""

from __future__ import annotations

import json
from collections.abc import Sequence

from dvht_lint.diagnostic import Diagnostic, Safety
from dvht_lint.errors import UsageError
from dvht_lint.records import record

__all__ = ["FORMATS", "render"]

FORMATS = frozenset({"full", "concise", "grouped", "json"})
"""The output formats that can hold counts; the others have a form of their own for findings only."""


@record(frozen=True, slots=True)
class _Count:
    """The findings of one rule; `fixable` are those that a fix of this run could settle."""

    code: str
    name: str
    count: int
    fixable: int


def render(diagnostics: Sequence[Diagnostic], output_format: str, *, unsafe: bool) -> str:
    """The counts, the commonest rule first. Raises `UsageError` for a format that cannot hold them."""
    if output_format not in FORMATS:
        raise UsageError(f"--statistics prints {', '.join(sorted(FORMATS))}, not {output_format}")
    counts = _counts(diagnostics, (Safety.SAFE, Safety.UNSAFE) if unsafe else (Safety.SAFE,))
    if output_format == "json":
        return json.dumps([_object(count) for count in counts], ensure_ascii=False, indent=2) + "\n"
    return "".join(f"{line}\n" for line in _lines(counts, unsafe=unsafe))


def _counts(diagnostics: Sequence[Diagnostic], safeties: Sequence[Safety]) -> list[_Count]:
    by_code: dict[str, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        by_code.setdefault(diagnostic.code, []).append(diagnostic)
    counts = [
        _Count(code, found[0].name, len(found), sum(d.fix is not None and d.fix.safety in safeties for d in found))
        for code, found in by_code.items()
    ]
    return sorted(counts, key=lambda c: (-c.count, c.code))


def _lines(counts: Sequence[_Count], *, unsafe: bool) -> list[str]:
    if not counts:
        return []
    width = len(str(counts[0].count))
    some = any(c.fixable for c in counts)
    lines = []
    for count in counts:
        mark = f"{'[*]' if count.fixable == count.count else '[-]' if count.fixable else '[ ]'} " if some else ""
        lines.append(f"{count.count:>{width}}  {count.code}  {mark}{count.name}")
    total, fixable = sum(c.count for c in counts), sum(c.fixable for c in counts)
    lines.append(f"Found {total:,} finding{'s' * (total != 1)}.")
    if fixable:
        option = "--fix --unsafe-fixes" if unsafe else "--fix"
        lines.append(f"[*] {fixable:,} fixable with the `{option}` option.")
    return lines


def _object(count: _Count) -> dict[str, object]:
    return {
        "code": count.code,
        "name": count.name,
        "count": count.count,
        "fixable": count.fixable == count.count,
        "fixable_count": count.fixable,
    }
