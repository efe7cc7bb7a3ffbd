"""The evidence of a source is no longer what was locked.

Why: Pages are rewritten and reports reissued without a word. What was checked against them then was never checked
against what they say now.

Fails: a page that gave 19,427 calls when it was locked and gives 19,254 today; a passage that is gone; a file that is
not there any more.

Passes: a file saved anew, or a page in another layout, that says the same.

What the change takes from under a statement is told here and not again as `missing-evidence` or
`figure-not-in-evidence`.

Fix: Read the passages that the finding names. Correct the statements and claims that rest on them, then write the lock
anew with `dvht-lint lock`.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Label
from dvht_lint.model import EvidenceChange, PassageChange, Settings
from dvht_lint.rules.base import rule
from dvht_lint.rules.evidence_words import shortened
from dvht_lint.text import Span


@rule("DV310", "evidence-changed", on=EvidenceChange)
def check(change: EvidenceChange, settings: Settings) -> Iterator[Finding]:
    """Report a source once: what became of each passage, and whether the figures still stand."""
    del settings
    source = change.source
    name = f"'{source.id}'" if source.explicit_id else source.label
    since = f" since {change.since.isoformat()}" if change.since else ""
    if change.gone:
        message = f"the evidence of {name}, locked on {change.since}, cannot be checked again: {change.gone}"
        yield Finding(message, at=_at(change), source=source.id, key=f"gone|{change.path}")
        return
    told = [text for text in map(_told, change.changes) if text]
    if not any(c.figures for c in change.changes):
        told.append(
            "every figure that was locked still stands"
            if change.kept or change.changes
            else "no statement was locked on it"
        )
    elif change.kept:
        told.append(f"{change.kept} other passage{'s stand' if change.kept > 1 else ' stands'} as before")
    see = tuple(Label(change.path, Span(0, 0), _was(c), c.statement) for c in change.changes)
    key = "|".join(f"{c.statement}:{c.now}" for c in change.changes) or change.path
    yield Finding(
        f"the evidence of {name} changed{since}: {'; '.join(told)}", at=_at(change), see=see, source=source.id, key=key
    )


def _at(change: EvidenceChange) -> Label:
    return Label(change.source.document, change.source.at(change.field))


def _told(change: PassageChange) -> str:
    where = f"p. {change.page}" if change.page else f"the passage behind '{change.statement}'"
    if not change.now:
        figures = ", ".join(f"“{before}”" for before, _ in change.figures)
        return f"{where} no longer says what backs '{change.statement}'" + (f" ({figures})" if figures else "")
    parts = [
        f"{where} gave “{before}”, now {f'“{now}”' if now else 'no such figure'}" for before, now in change.figures
    ]
    return "; ".join(parts) or f"{where} is worded otherwise"


def _was(change: PassageChange) -> str:
    now = f"is “{shortened(change.now)}”" if change.now else "nothing like it is there now"
    return f"behind '{change.statement}': was “{shortened(change.before)}”, {now}"
