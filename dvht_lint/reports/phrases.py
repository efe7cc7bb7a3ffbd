"""The sentences that several formats share, so that they say the same words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from dvht_lint.diagnostic import Diagnostic, Report, ReportedFix, Safety, Severity

__all__ = [
    "by_path",
    "checked",
    "counted",
    "fix_note",
    "found",
    "one_line",
    "rule_sections",
    "summary",
    "totals",
    "unique_fingerprints",
]

_SECTION = re.compile(r"^(Why|Fails|Passes|Fix|Settings|Note|See):[ \t]*", re.MULTILINE)
# Control characters as their pictures (a terminal must not obey a file), and the marks that turn text round.
_VISIBLE = (
    {code: 0x2400 + code for code in range(0x20)}
    | {0x7F: 0x2421, 0x0A: " ", 0x0D: " ", 0x09: " "}
    | dict.fromkeys(
        [*range(0x80, 0xA0), 0x061C, 0x200E, 0x200F, 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A)],
        0xFFFD,
    )
)


def counted(number: int, noun: str, many: str = "") -> str:
    """A number with its noun: `1 error`, `2 errors`, `1,234 warnings`."""
    return f"{number:,} {noun if number == 1 else many or noun + 's'}"


def totals(diagnostics: Iterable[Diagnostic]) -> dict[Severity, int]:
    """How many findings there are of each severity, errors first."""
    numbers = dict.fromkeys(Severity, 0)
    for diagnostic in diagnostics:
        numbers[diagnostic.severity] += 1
    return numbers


def found(report: Report) -> str:
    """How many findings there are: `5 errors, 1 warning`, or `no findings`."""
    parts = [counted(n, severity.value) for severity, n in totals(report.diagnostics).items() if n]
    return ", ".join(parts) or "no findings"


def checked(report: Report) -> str:
    """What the run looked at, as a sentence."""
    receipt = report.receipt
    claims = f"{counted(receipt.claims, 'claim')} ({receipt.matched:,} matched, {receipt.uncited:,} uncited)"
    parts = [counted(receipt.documents, "document"), claims, counted(receipt.quantities, "figure") + " compared"]
    if receipt.unchecked:
        parts.append(f"{counted(receipt.unchecked, 'input')} could not be checked")
    return ", ".join(parts) + "."


def summary(report: Report) -> list[str]:
    """The closing lines for people: how many findings there are and how many of them a fix can settle."""
    if not report.diagnostics:
        return ["All checks passed!"]
    lines = [f"Found {found(report)}."]
    safe = sum(d.fix is not None and d.fix.safety is Safety.SAFE for d in report.diagnostics)
    unsafe = sum(d.fix is not None and d.fix.safety is Safety.UNSAFE for d in report.diagnostics)
    hidden = counted(unsafe, "hidden fix", "hidden fixes")
    if safe:
        more = f" ({hidden} can be enabled with the `--unsafe-fixes` option)" if unsafe else ""
        lines.append(f"[*] {safe:,} fixable with the `--fix` option{more}.")
    elif unsafe:
        lines.append(f"No fixes available ({hidden} can be enabled with the `--unsafe-fixes` option).")
    return lines


def one_line(text: str) -> str:
    """The text on one line, every control character made visible."""
    return text.translate(_VISIBLE)


def fix_note(fix: ReportedFix) -> str:
    """How a fix is applied."""
    match fix.safety:
        case Safety.SAFE:
            return "--fix applies it"
        case Safety.UNSAFE:
            return "--fix --unsafe-fixes applies it"
        case Safety.SUGGESTION:
            return "for a person to decide"


@cache
def rule_sections(page: str) -> dict[str, str]:
    """A rule's page by its sections in lower case (`why`, `fails`, `passes`, `fix` …), each on one line."""
    parts = _SECTION.split(page)
    return {name.lower(): " ".join(text.split()) for name, text in zip(parts[1::2], parts[2::2], strict=True)}


def by_path(diagnostics: Iterable[Diagnostic]) -> dict[str, list[Diagnostic]]:
    """The diagnostics of each file, files and findings in the order given."""
    files: dict[str, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        files.setdefault(diagnostic.path, []).append(diagnostic)
    return files


def unique_fingerprints(diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, str]]:
    """Each diagnostic with a fingerprint that no other has, for consumers that drop a second one.

    The same two texts may meet twice; the first keeps the fingerprint, the others carry their number.
    """
    seen: dict[str, int] = {}
    for diagnostic in diagnostics:
        number = seen[diagnostic.fingerprint] = seen.get(diagnostic.fingerprint, 0) + 1
        yield diagnostic, diagnostic.fingerprint if number == 1 else f"{diagnostic.fingerprint}-{number}"
