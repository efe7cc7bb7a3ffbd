"""`check`: lint documents, print a report, and say by the exit status whether they may be published."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import time
from pathlib import Path

from dvht_lint import __version__, files
from dvht_lint.commands.project import (
    Opened,
    add_configuration_options,
    add_selection_options,
    load_config,
    open_session,
)
from dvht_lint.config import Config
from dvht_lint.diagnostic import Diagnostic, Receipt, Report, Severity
from dvht_lint.model import Part
from dvht_lint.reports import FORMATS, RenderOptions, render

__all__ = ["add_options", "run"]

FINDINGS, UNCHECKED = 1, 2


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of `check`, ruff's spelling."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files and folders; '-' is stdin")
    add_configuration_options(parser)
    add_selection_options(parser)
    add_output_options(parser)
    parser.add_argument("--fix", action="store_const", const=True, help="apply the safe fixes")
    parser.add_argument("--unsafe-fixes", action="store_const", const=True, help="with --fix, also those that change wording or figures")
    parser.add_argument("--diff", action="store_true", help="print what the fixes would change, write nothing")
    parser.add_argument("--show-files", action="store_true", help="print the files that would be checked")
    parser.add_argument("--exit-zero", action="store_true", help="exit 0 even with findings")
    parser.add_argument("--fail-level", choices=("error", "warning", "info", "never"), help="the least severity that fails the run (default: warning)")
    parser.add_argument("--statistics", action="store_const", const=True, help="count the findings by rule")
    parser.add_argument("--stdin-filename", metavar="NAME", default="", help="the name, and so the format, of what comes on stdin")
    parser.add_argument("--online", action="store_const", const=True, help="may use the network")


def add_output_options(parser: argparse.ArgumentParser) -> None:
    """How and where a report is printed."""
    parser.add_argument("--output-format", choices=FORMATS, metavar="FORMAT", help=", ".join(FORMATS))
    parser.add_argument("-o", "--output-file", metavar="FILE", help="write the report to a file")
    parser.add_argument("--color", choices=("auto", "always", "never"), help="when to colour")
    parser.add_argument("-q", "--quiet", action="count", default=0, help="no receipt; twice: nothing but the status")
    parser.add_argument("-v", "--verbose", action="count", default=0, help="say more")


def run(options: argparse.Namespace) -> int:
    """Run the command; returns 0, 1 or 2 as CONTRACT section 3 says."""
    start = time.perf_counter()
    config = load_config(options)
    opened = open_session(config, options.paths, stdin_filename=options.stdin_filename)
    if options.show_files:
        print(*sorted(opened.reported), sep="\n")
        return 0
    if opened.excluded and not opened.reported:
        _say(options, "every file that was named is excluded")
        return 0
    diagnostics = opened.diagnostics()
    report = build_report(opened, diagnostics, time.perf_counter() - start)
    emit(options, config, report)
    if not options.quiet:
        _print_receipt(report.receipt, opened)
    return _status(options, config, opened, diagnostics)


def build_report(opened: Opened, diagnostics: tuple[Diagnostic, ...], seconds: float) -> Report:
    """All that a renderer needs."""
    session = opened.session
    suppressed = tuple(d for d in session.suppressed if d.path in opened.reported)
    return Report(
        diagnostics=diagnostics,
        receipt=count(opened, diagnostics, seconds),
        documents={d.path: d.text for d in session.ordered},
        suppressed=suppressed,
        rules=session.selection.rules,
        as_of=session.settings.as_of,
    )


def count(opened: Opened, diagnostics: tuple[Diagnostic, ...], seconds: float) -> Receipt:
    """What the run looked at and found, in the reported files."""
    session = opened.session
    documents = [d for d in session.ordered if d.path in opened.reported]
    claims = [(d, i, c) for d, i, c in session.claims() if d.path in opened.reported]
    matched = sum(1 for d, i, c in claims if session.pair(d, i) is not None or session.backs(c))
    quantities = sum(1 for _, _, c in claims for q in c.quantities if q.is_statistic)
    severities = [d.severity for d in diagnostics]
    return Receipt(
        documents=len(documents),
        claims=len(claims),
        matched=matched,
        uncited=len(claims) - matched,
        exempt=sum(len(d.exempt) for d in documents),
        quantities=quantities,
        seconds=seconds,
        errors=severities.count(Severity.ERROR),
        warnings=severities.count(Severity.WARNING),
        infos=severities.count(Severity.INFO),
        unchecked=len(opened.unchecked),
        version=__version__,
    )


def emit(options: argparse.Namespace, config: Config, report: Report) -> None:
    """Print the report, or write it whole to the output file."""
    if options.quiet > 1:
        return
    to_file = bool(config.output_file)
    fail_level = None if config.fail_level == "never" else Severity(config.fail_level)
    rendering = RenderOptions(
        width=shutil.get_terminal_size((100, 24)).columns,
        color=not to_file and wants_color(config.color),
        quiet=bool(options.quiet),
        fail_level=fail_level,
    )
    text = render(config.output_format, report, rendering)
    if to_file:
        files.write_atomic(Path(config.output_file), text.encode())
    else:
        sys.stdout.write(text)
        sys.stdout.flush()


def wants_color(choice: str) -> bool:
    """Whether to colour: the option first, then NO_COLOR, FORCE_COLOR and CLICOLOR_FORCE, then the terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in {"", "0"} or os.environ.get("CLICOLOR_FORCE", "0") not in {"", "0"}:
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _status(options: argparse.Namespace, config: Config, opened: Opened, diagnostics: tuple[Diagnostic, ...]) -> int:
    if opened.unchecked or opened.session.crashed:
        return UNCHECKED
    if not _has_content(opened):
        names = ", ".join(sorted(opened.reported)[:3])
        _say(options, f"nothing to check: no text in {names or 'the documents'}")
        return UNCHECKED
    if options.exit_zero or config.fail_level == "never":
        return 0
    limit = Severity(config.fail_level).rank
    return FINDINGS if any(d.severity.rank <= limit for d in diagnostics) else 0


def _has_content(opened: Opened) -> bool:
    """Whether any file held anything that could be checked: a green run that checked nothing is a lie."""
    return any(d.blocks or d.claims or d.statements or d.sources or d.contacts for d in opened.session.ordered)


def _say(options: argparse.Namespace, message: str) -> None:
    if options.quiet < 2:  # noqa: PLR2004 - -qq
        sys.stderr.write(f"dvht-lint: {message}\n")


def _print_receipt(receipt: Receipt, opened: Opened) -> None:
    """One line on stderr that says what was looked at, so that a green run can be told from a blind one."""
    references = sum(1 for d in opened.session.ordered for b in d.blocks if b.part is Part.REFERENCE)
    parts = [
        _plural(receipt.documents, "document"),
        f"{_plural(receipt.claims, 'claim')} ({receipt.matched} matched, {receipt.uncited} uncited)",
        f"{_plural(receipt.exempt, 'block')} exempt",
        f"{_plural(receipt.quantities, 'figure')} compared",
    ]
    if not references and not any(d.statements for d in opened.session.ordered):
        parts.append("no references")
    if receipt.unchecked:
        parts.append(f"{_plural(receipt.unchecked, 'file')} could not be checked")
    found = f"{_plural(receipt.errors, 'error')}, {_plural(receipt.warnings, 'warning')}, {_plural(receipt.infos, 'info')}"
    sys.stderr.write(f"checked {', '.join(parts)}: {found} in {receipt.seconds:.2f} s\n")


def _plural(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
