"""One fault, one finding: where two rules tell the same fault, the one that knows more of it speaks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from dvht_lint.diagnostic import Diagnostic
from dvht_lint.model import DeadLink, EvidenceChange
from dvht_lint.text import SourceText

__all__ = ["told_once"]

_DRIFTS = frozenset({"DV501", "DV507", "DV508", "DV509"})
_SLIPS = 3
"""So many figures written against the habit of their page are slips; more are a habit."""
_LAGGING = 12
"""So many figures of a translation may have been retyped wrongly; more are those of another state of the text."""
_FIGURE = re.compile(r"\d[\d,.]*\d|\d")


def told_once(
    placed: Sequence[Diagnostic], outside: Iterable[EvidenceChange | DeadLink], text: Callable[[str], SourceText]
) -> list[Diagnostic]:
    """The diagnostics without those that say less of what another says.

    - Evidence that was locked and is gone is DV310, not also DV010.
    - A figure that the evidence gave when it was locked and gives no more is DV310, not also DV205.
    - A figure without a source that differs from the same claim elsewhere is DV105, not also DV101: once the two
      agree, whether anything backs them is asked again.
    - A figure that differs from its statement is that drift, not also DV514.
    - Figures of one page that are grouped against its habit in the same way are one DV514, which counts them.
    - A translation that differs throughout lags behind its original, or renders another text: it is one DV106.
    """
    codes = {d.code for d in placed}
    silent: set[int] = set()
    if "DV310" in codes:
        changes = [change for change in outside if isinstance(change, EvidenceChange)]
        silent |= _missing(placed) | _unbacked(placed, changes, text)
    if "DV105" in codes:
        differing = {(d.path, d.span) for d in placed if d.code == "DV105"}
        silent |= {id(d) for d in placed if d.code == "DV101" and not d.related and (d.path, d.span) in differing}
    if "DV514" in codes:
        drifted = [(d.path, d.span) for d in placed if d.code in _DRIFTS]
        silent |= {
            id(d) for d in placed if d.code == "DV514" and any(p == d.path and s.overlaps(d.span) for p, s in drifted)
        }
    kept = [d for d in placed if id(d) not in silent]
    return _counted(kept) if codes & {"DV106", "DV514"} else kept


def _counted(placed: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics, those that tell of one habit of a page, or of a translation of another text, as the first of them."""
    alike: dict[tuple[str, str, str], list[Diagnostic]] = {}
    for d in placed:
        if d.code == "DV514" and d.fix is None:
            alike.setdefault((d.path, d.code, d.message.rpartition(": ")[2]), []).append(d)
        elif d.code == "DV106":
            alike.setdefault((d.path, d.code, ""), []).append(d)
    counted: dict[int, Diagnostic] = {}
    silent: set[int] = set()
    for (_, code, _), found in alike.items():
        if len(found) > (_SLIPS if code == "DV514" else _LAGGING):
            first = min(found, key=lambda d: d.span)
            counted[id(first)] = replace(
                first, message=f"{first.message.rstrip('.')}. So it is with {len(found) - 1} more figures of this page."
            )
            silent |= {id(d) for d in found} - {id(first)}
    return [counted.get(id(d), d) for d in placed if id(d) not in silent]


def _missing(placed: Sequence[Diagnostic]) -> set[int]:
    changed = {(d.path, d.span) for d in placed if d.code == "DV310"}
    return {id(d) for d in placed if d.code == "DV010" and (d.path, d.span) in changed}


def _unbacked(
    placed: Sequence[Diagnostic], changes: Iterable[EvidenceChange], text: Callable[[str], SourceText]
) -> set[int]:
    """The findings on figures that a change of evidence took from under their statement."""
    lost: dict[str, set[str]] = {}
    for change in changes:
        for passage in change.changes:
            figures = (figure for before, _ in passage.figures for figure in _figures(before))
            lost.setdefault(passage.statement, set()).update(figures)
    return {
        id(d)
        for d in placed
        if d.code == "DV205"
        and d.statement is not None
        and lost.get(d.statement.id, set()) & _figures(d.span.cut(text(d.path).text))
    }


def _figures(words: str) -> set[str]:
    """The figures of a text, without what only groups their digits."""
    return {figure.replace(",", "") for figure in _FIGURE.findall(words)}
