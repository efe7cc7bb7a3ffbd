"""The command line: a thin door that parses options, runs one command and turns errors into exit statuses."""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import sys
from collections.abc import Sequence
from types import ModuleType

from dvht_lint import __version__
from dvht_lint.errors import DvhtLintError, UsageError

__all__ = ["COMMANDS", "command_module", "main", "parser"]

COMMANDS = {
    "check": "lint documents (default: the paths in the configuration, else .); '-' is stdin",
    "pairs": "which claim rests on which statement, the score, how, and the figures bound",
    "rule": "explain a rule; --all lists them",
    "sources": "the sources, their age, and what rests on them",
    "convert": "a two-part document to a corpus file, and back",
    "review": "the same findings as comments in a Word document",
    "mutate": "plant drift in your own pairs and say what share is caught",
    "lock": "record what the evidence of each source says",
    "verify": "re-check what the evidence of each source says",
    "init": "write a configuration and a starter corpus that passes as written",
    "config": "the configuration in force, and where each value came from",
    "schema": "print a JSON Schema: corpus, config, report, pair",
    "server": "the language server (stdio)",
    "scan": "lint pairs at archive scale on a distributed engine",
    "clean": "drop the cache",
    "completion": "print a completion script: bash, zsh, fish",
}
"""Every command with its line of help; the command's module has the same name."""

_INTERRUPTED = 130


class _Parser(argparse.ArgumentParser):
    """argparse with ruff's habit of a hint after a usage error."""

    def error(self, message: str) -> None:  # type: ignore[override]
        self.exit(
            2, f"error: {message}{self._hint(message)}\n\n{self.format_usage()}\nFor more information, try '--help'.\n"
        )

    def _hint(self, message: str) -> str:
        """The option or choice that a mistyped one may have meant."""
        import re

        from dvht_lint.config import did_you_mean

        if choice := re.search(r"invalid choice: '(.*?)' \(choose from (.*)\)", message):
            return did_you_mean(choice[1], re.findall(r"[\w-]+", choice[2]))
        if option := re.match(r"unrecognized arguments: (--[\w-]+)", message):
            return did_you_mean(option[1], sorted(set(re.findall(r"--[\w-]+", self.format_help()))))
        return ""


def parser(command: str = "") -> argparse.ArgumentParser:
    """The parser; only the options of `command` are filled in, for a hook pays for every import."""
    main_parser = _Parser(
        prog="dvht-lint",
        description="Flag every statistic, qualifier, scope, source or contact that drifted.",
        allow_abbrev=False,
    )
    main_parser.add_argument("-V", "--version", action="version", version=f"dvht-lint {__version__}")
    commands = main_parser.add_subparsers(dest="command", metavar="COMMAND", required=True, parser_class=_Parser)
    for name, line in COMMANDS.items():
        one = commands.add_parser(name, help=line, description=line[0].upper() + line[1:] + ".", allow_abbrev=False)
        if name == command:
            command_module(name).add_options(one)
    # `completion` describes all of this; it stands below and cannot import it.
    main_parser.set_defaults(all_commands=COMMANDS, parser_of=parser)
    return main_parser


def command_module(name: str) -> ModuleType:
    """The module of a command. Raises `UsageError` for a command that this version does not have."""
    module = f"dvht_lint.commands.{name}"
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        if error.name != module:
            raise
        raise UsageError(f"the command '{name}' is not part of version {__version__}") from None


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns its exit status. Never a traceback for what a user did."""
    command = next((a for a in arguments if not a.startswith("-")), "")
    # A run makes many objects and next to no cycles: looking for those as often as usual is a seventh of its time.
    gc.set_threshold(50_000, 20, 100)
    try:
        _be_utf8()
        if not arguments:
            sys.stderr.write(parser().format_help())
            return 2
        options = _parsed(command, arguments)
        status: int = command_module(options.command).run(options)
        sys.stdout.flush()
    except DvhtLintError as error:
        sys.stderr.write(f"dvht-lint: {error}\n")
        return error.exit_status
    except BrokenPipeError:
        # The reader (`| head`) went away: what it wanted, it has. Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return _INTERRUPTED
    except OSError as error:
        return _unwritable(error)
    except Exception as error:  # noqa: BLE001 - a traceback tells the user nothing, and status 1 would mean findings
        return _failed(error)
    return status


def _parsed(command: str, arguments: Sequence[str]) -> argparse.Namespace:
    options, unknown = parser(command).parse_known_args(arguments)
    if unknown:
        # By the command's own parser, so that its options are those shown.
        one = _Parser(prog=f"dvht-lint {command}")
        command_module(command).add_options(one)
        one.error(f"unrecognized arguments: {' '.join(unknown)}")
    return options


def _unwritable(error: OSError) -> int:
    """Say what the system refused (a full disk, say), and drop what is still to be written, or exit would stumble on it."""
    where = f"{error.filename}: " if error.filename else ""
    sys.stderr.write(f"dvht-lint: {where}{error.strerror or error}\n")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 2


def _failed(error: Exception) -> int:
    """Say in one line that the program itself failed; DVHT_LINT_TRACEBACK=1 shows where."""
    if os.environ.get("DVHT_LINT_TRACEBACK"):
        import traceback

        traceback.print_exception(error)
    sys.stderr.write(
        f"dvht-lint: internal error: {type(error).__name__}: {error}; set DVHT_LINT_TRACEBACK=1 and report it\n"
    )
    return 2


def _be_utf8() -> None:
    """Reports hold typographic quotes and every language: a C locale must not turn them into a traceback."""
    if sys.stdout is None:  # closed by the caller (`>&-`)
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
