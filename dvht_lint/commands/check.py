"""`check`: lint documents, print a report, and say by the exit status whether they may be published."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import time
from pathlib import Path

from dvht_lint import files
from dvht_lint.commands.output import write_output
from dvht_lint.commands.planning import Plan, plan_files
from dvht_lint.commands.project import (
    add_configuration_options,
    add_selection_options,
    load_config,
    open_session,
    read_inputs,
)
from dvht_lint.commands.recall import Outcome, Recall
from dvht_lint.config import OUTPUT_FORMATS, Config
from dvht_lint.records import record

__all__ = ["FINDINGS", "UNCHECKED", "Run", "add_options", "add_output_options", "run", "wants_color"]

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
    parser.add_argument("--exit-zero", action="store_true", help="exit 0 even with findings")
    parser.add_argument(
        "--fail-level",
        choices=("error", "warning", "info", "never"),
        help="the least severity that fails the run (default: warning)",
    )
    parser.add_argument("--statistics", action="store_const", const=True, help="count the findings by rule")
    parser.add_argument("--baseline", metavar="FILE", help="findings that are known; only others are reported")
    parser.add_argument(
        "--stdin-filename", metavar="NAME", default="", help="the name, and so the format, of what comes on stdin"
    )
    parser.add_argument("--online", action="store_const", const=True, help="may use the network")
    _add_modes(parser.add_mutually_exclusive_group())


def _add_modes(group: argparse._MutuallyExclusiveGroup) -> None:
    """What a run does instead of printing a report."""
    group.add_argument("--diff", action="store_true", help="print what the fixes would change, write nothing")
    group.add_argument("--write-baseline", metavar="FILE", help="record every finding as known")
    group.add_argument(
        "--add-ignores", action="store_true", help="write a suppression, its reason to be filled in, for each finding"
    )
    group.add_argument("--watch", action="store_true", help="check again whenever a file changes")
    group.add_argument("--show-files", action="store_true", help="print the files that would be checked")


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
    if options.watch:
        from dvht_lint.commands.watching import watch

        return watch(options, config)
    plan = plan_files(config, options.paths)
    if options.show_files:
        sys.stdout.write("".join(f"{path}\n" for path in sorted(plan.reported)))
        return 0
    this = Run(options, config, plan, start)
    if plan.excluded and not plan.reported:
        this.say("every file that was named is excluded")
        return 0
    inputs = read_inputs(config, plan.load)
    recall = Recall(config, plan, inputs, repr(this.looks), once=this.writes or bool(this.summary_file))
    outcome = recall.get()
    if outcome is None:
        from dvht_lint.commands.outcomes import outcome_of

        opened = open_session(config, plan, inputs, stdin_filename=options.stdin_filename, quiet=bool(options.quiet))
        if config.online:
            from dvht_lint.commands.online import look_up_all

            for note in look_up_all(opened, config):
                this.say(note)
        outcome = outcome_of(this, opened)
        recall.put(opened, outcome)
    this.emit(outcome)
    return this.status(outcome)


@record(frozen=True, slots=True)
class Run:
    """One run of the command: its options and configuration, the files that take part, and when it began."""

    options: argparse.Namespace
    config: Config
    plan: Plan
    start: float

    @property
    def looks(self) -> tuple[int, bool, int]:
        """Width, colour and quiet: all that changes how the same findings are printed."""
        color = not self.config.output_file and wants_color(self.config.color)
        return shutil.get_terminal_size((100, 24)).columns, color, min(self.options.quiet, 2)

    @property
    def writes(self) -> bool:
        """Whether the run is there to change files, or to show what it would change."""
        options = self.options
        return bool(self.config.fix or options.diff or options.write_baseline or options.add_ignores)

    @property
    def summary_file(self) -> str:
        """The file to which a GitHub job wants the report as Markdown added, or nothing."""
        return os.environ.get("GITHUB_STEP_SUMMARY", "") if self.config.output_format == "github" else ""

    @property
    def seconds(self) -> float:
        """How long the run has taken."""
        return time.perf_counter() - self.start

    def say(self, message: str) -> None:
        """Tell the user something that is no part of the report."""
        if self.options.quiet < 2:
            sys.stderr.write(f"dvht-lint: {message}\n")

    def emit(self, outcome: Outcome) -> None:
        """Print the report, or write it whole to the output file; the receipt goes to stderr.

        A text that came on stdin goes on to stdout with its fixes, and then the report to stderr.
        """
        if outcome.passed_on is not None:
            sys.stdout.buffer.write(outcome.passed_on)
            sys.stdout.flush()
        if self.config.output_file:
            write_output(files.shown(Path(self.config.output_file)), outcome.text.encode())
        else:
            stream = sys.stdout if outcome.passed_on is None else sys.stderr
            stream.write(outcome.text)
            stream.flush()
        if not self.options.quiet or (outcome.status == UNCHECKED and self.options.quiet == 1):
            sys.stderr.write(f"{outcome.receipt} in {self.seconds:.2f} s\n")

    def status(self, outcome: Outcome) -> int:
        """The exit status; `--exit-zero` turns 1 into 0, never 2."""
        return 0 if self.options.exit_zero and outcome.status == FINDINGS else outcome.status


def wants_color(choice: str) -> bool:
    """Whether to colour: the option first, then NO_COLOR, FORCE_COLOR and CLICOLOR_FORCE, then the terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in {"", "0"} or os.environ.get("CLICOLOR_FORCE", "0") not in {"", "0"}:
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
