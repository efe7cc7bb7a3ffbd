"""`check`: lint documents, print a report, and say by the exit status whether they may be published."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import time
from pathlib import Path

from dvht_lint import files
from dvht_lint.commands.project import (
    Opened,
    add_configuration_options,
    add_selection_options,
    load_config,
    open_session,
    plan_files,
    read_inputs,
)
from dvht_lint.commands.recall import Outcome, Recall
from dvht_lint.config import OUTPUT_FORMATS, Config
from dvht_lint.diagnostic import Diagnostic, Report, Severity

__all__ = ["add_options", "run"]

FINDINGS, UNCHECKED = 1, 2


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of `check`, ruff's spelling."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files and folders; '-' is stdin")
    add_configuration_options(parser)
    add_selection_options(parser)
    add_output_options(parser)
    parser.add_argument("--fix", action="store_const", const=True, help="apply the safe fixes")
    parser.add_argument(
        "--unsafe-fixes", action="store_const", const=True, help="with --fix, also those that change wording or figures"
    )
    parser.add_argument("--diff", action="store_true", help="print what the fixes would change, write nothing")
    parser.add_argument("--show-files", action="store_true", help="print the files that would be checked")
    parser.add_argument("--exit-zero", action="store_true", help="exit 0 even with findings")
    parser.add_argument(
        "--fail-level",
        choices=("error", "warning", "info", "never"),
        help="the least severity that fails the run (default: warning)",
    )
    parser.add_argument("--statistics", action="store_const", const=True, help="count the findings by rule")
    parser.add_argument(
        "--stdin-filename", metavar="NAME", default="", help="the name, and so the format, of what comes on stdin"
    )
    parser.add_argument("--online", action="store_const", const=True, help="may use the network")


def add_output_options(parser: argparse.ArgumentParser) -> None:
    """How and where a report is printed."""
    parser.add_argument("--output-format", choices=OUTPUT_FORMATS, metavar="FORMAT", help=", ".join(OUTPUT_FORMATS))
    parser.add_argument("-o", "--output-file", metavar="FILE", help="write the report to a file")
    parser.add_argument("--color", choices=("auto", "always", "never"), help="when to colour")
    parser.add_argument("-q", "--quiet", action="count", default=0, help="no receipt; twice: nothing but the status")
    parser.add_argument("-v", "--verbose", action="count", default=0, help="say more")


def run(options: argparse.Namespace) -> int:
    """Run the command; returns 0, 1 or 2 as CONTRACT section 3 says."""
    start = time.perf_counter()
    config = load_config(options)
    plan = plan_files(config, options.paths)
    if options.show_files:
        print(*sorted(plan.reported), sep="\n")
        return 0
    if plan.excluded and not plan.reported:
        _say(options, "every file that was named is excluded")
        return 0
    inputs = read_inputs(config, plan.load)
    looks = _looks(options, config)
    recall = Recall(config, plan, inputs, repr(looks))
    outcome = recall.get()
    if outcome is None:
        opened = open_session(config, plan, inputs, stdin_filename=options.stdin_filename)
        outcome = _check(options, config, opened, looks, start)
        recall.put(opened, outcome)
    _emit(options, config, outcome, time.perf_counter() - start)
    return 0 if options.exit_zero and outcome.status == FINDINGS else outcome.status


def _looks(options: argparse.Namespace, config: Config) -> tuple[int, bool, bool]:
    """Width, colour and quiet: all that changes how the same findings are printed."""
    color = not config.output_file and wants_color(config.color)
    return shutil.get_terminal_size((100, 24)).columns, color, bool(options.quiet)


def _check(
    options: argparse.Namespace, config: Config, opened: Opened, looks: tuple[int, bool, bool], start: float
) -> Outcome:
    from dvht_lint.commands import receipt as receipts
    from dvht_lint.reports import RenderOptions, render

    diagnostics = opened.diagnostics()
    report = build_report(opened, diagnostics, time.perf_counter() - start)
    width, color, quiet = looks
    fail_level = None if config.fail_level == "never" else Severity(config.fail_level)
    rendering = RenderOptions(width=width, color=color, quiet=quiet, fail_level=fail_level)
    text = render(config.output_format, report, rendering) if options.quiet < 2 else ""
    line = receipts.line(report.receipt, opened)
    status = _status(config, opened, diagnostics)
    if status == UNCHECKED and not _has_content(opened) and not opened.unchecked:
        names = ", ".join(sorted(opened.reported)[:3])
        line = f"nothing to check: no text in {names or 'the documents'}"
    return Outcome(text, line, status)


def build_report(opened: Opened, diagnostics: tuple[Diagnostic, ...], seconds: float) -> Report:
    """All that a renderer needs."""
    from dvht_lint.commands.receipt import count

    session = opened.session
    return Report(
        diagnostics=diagnostics,
        receipt=count(opened, diagnostics, seconds),
        documents={d.path: d.text for d in session.ordered},
        suppressed=tuple(d for d in session.suppressed if d.path in opened.reported),
        rules=session.selection.rules,
        as_of=session.settings.as_of,
    )


def _emit(options: argparse.Namespace, config: Config, outcome: Outcome, seconds: float) -> None:
    """Print the report, or write it whole to the output file; the receipt goes to stderr."""
    if config.output_file:
        files.write_atomic(Path(config.output_file), outcome.text.encode())
    else:
        sys.stdout.write(outcome.text)
        sys.stdout.flush()
    if not options.quiet or (outcome.status == UNCHECKED and options.quiet == 1):
        sys.stderr.write(f"{outcome.receipt} in {seconds:.2f} s\n")


def wants_color(choice: str) -> bool:
    """Whether to colour: the option first, then NO_COLOR, FORCE_COLOR and CLICOLOR_FORCE, then the terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in {"", "0"} or os.environ.get("CLICOLOR_FORCE", "0") not in {"", "0"}:
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _status(config: Config, opened: Opened, diagnostics: tuple[Diagnostic, ...]) -> int:
    if opened.unchecked or opened.session.crashed or not _has_content(opened):
        return UNCHECKED
    if config.fail_level == "never":
        return 0
    limit = Severity(config.fail_level).rank
    return FINDINGS if any(d.severity.rank <= limit for d in diagnostics) else 0


def _has_content(opened: Opened) -> bool:
    """Whether any file held anything that could be checked: a green run that checked nothing is a lie."""
    return any(d.blocks or d.claims or d.statements or d.sources or d.contacts for d in opened.session.ordered)


def _say(options: argparse.Namespace, message: str) -> None:
    if options.quiet < 2:
        sys.stderr.write(f"dvht-lint: {message}\n")
