"""The receipt: what a run looked at, so that a green run can be told from a blind one."""

from __future__ import annotations

from dvht_lint import __version__
from dvht_lint.commands.project import Opened
from dvht_lint.diagnostic import Diagnostic, Receipt, Severity

__all__ = ["count", "counted", "line"]


def count(opened: Opened, diagnostics: tuple[Diagnostic, ...], seconds: float) -> Receipt:
    """What the run looked at and found, in the reported files."""
    session = opened.session
    documents = [d for d in session.ordered if d.path in opened.reported]
    claims = [(d, i, c) for d, i, c in session.claims() if d.path in opened.reported]
    paired = [session.pair(d, i) is not None for d, i, _ in claims]
    in_tables = sum(1 for (_, _, c), found in zip(claims, paired, strict=True) if c.in_table and not found)
    matched = sum(
        1 for (_, _, c), found in zip(claims, paired, strict=True) if found or (session.backs(c) and not c.in_table)
    )
    severities = [d.severity for d in diagnostics]
    return Receipt(
        documents=len(documents),
        claims=len(claims) - in_tables,
        matched=matched,
        uncited=len(claims) - in_tables - matched,
        exempt=sum(len(d.exempt) for d in documents) + in_tables,
        quantities=sum(1 for _, _, c in claims for q in c.quantities if q.is_statistic),
        seconds=seconds,
        errors=severities.count(Severity.ERROR),
        warnings=severities.count(Severity.WARNING),
        infos=severities.count(Severity.INFO),
        unchecked=len(opened.unchecked),
        version=__version__,
    )


def line(receipt: Receipt, opened: Opened, baselined: int = 0) -> str:
    """The receipt as one line without the time; `baselined` findings are held by the baseline."""
    parts = [
        counted(receipt.documents, "document"),
        f"{counted(receipt.claims, 'claim')} ({receipt.matched} matched, {receipt.uncited} uncited)",
        f"{counted(receipt.exempt, 'block')} exempt",
        f"{counted(receipt.quantities, 'figure')} compared",
    ]
    if not any(d.has_references for d in opened.session.ordered):
        parts.append("no references")
    if receipt.unchecked:
        parts.append(f"{counted(receipt.unchecked, 'file')} could not be checked")
    if opened.unseen:
        parts.append(f"{opened.unseen} {'address' if opened.unseen == 1 else 'addresses'} not looked at")
    found = (counted(receipt.errors, "error"), counted(receipt.warnings, "warning"), counted(receipt.infos, "info"))
    held = f", {baselined:,} in the baseline" if baselined else ""
    return f"checked {', '.join(parts)}: {', '.join(found)}{held}"


def counted(number: int, word: str) -> str:
    """A number with its noun: `1 file`, `2 files`."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
