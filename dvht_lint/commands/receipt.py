"""The receipt: what a run looked at, so that a green run can be told from a blind one."""

from __future__ import annotations

from dvht_lint import __version__
from dvht_lint.commands.project import Opened
from dvht_lint.diagnostic import Diagnostic, Receipt, Severity

__all__ = ["count", "line"]


def count(opened: Opened, diagnostics: tuple[Diagnostic, ...], seconds: float) -> Receipt:
    """What the run looked at and found, in the reported files."""
    session = opened.session
    documents = [d for d in session.ordered if d.path in opened.reported]
    claims = [(d, i, c) for d, i, c in session.claims() if d.path in opened.reported]
    matched = sum(1 for d, i, c in claims if session.pair(d, i) is not None or session.backs(c))
    severities = [d.severity for d in diagnostics]
    return Receipt(
        documents=len(documents),
        claims=len(claims),
        matched=matched,
        uncited=len(claims) - matched,
        exempt=sum(len(d.exempt) for d in documents),
        quantities=sum(1 for _, _, c in claims for q in c.quantities if q.is_statistic),
        seconds=seconds,
        errors=severities.count(Severity.ERROR),
        warnings=severities.count(Severity.WARNING),
        infos=severities.count(Severity.INFO),
        unchecked=len(opened.unchecked),
        version=__version__,
    )


def line(receipt: Receipt, opened: Opened) -> str:
    """The receipt as one line without the time."""
    parts = [
        _plural(receipt.documents, "document"),
        f"{_plural(receipt.claims, 'claim')} ({receipt.matched} matched, {receipt.uncited} uncited)",
        f"{_plural(receipt.exempt, 'block')} exempt",
        f"{_plural(receipt.quantities, 'figure')} compared",
    ]
    if not any(d.has_references for d in opened.session.ordered):
        parts.append("no references")
    if receipt.unchecked:
        parts.append(f"{_plural(receipt.unchecked, 'file')} could not be checked")
    found = (_plural(receipt.errors, "error"), _plural(receipt.warnings, "warning"), _plural(receipt.infos, "info"))
    return f"checked {', '.join(parts)}: {', '.join(found)}"


def _plural(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
