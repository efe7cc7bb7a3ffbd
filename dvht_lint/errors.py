"""What can go wrong, as a tree; each error carries the exit status it ends the run with.

    DvhtLintError                 2
    ├── UsageError                2   wrong options or arguments
    ├── ConfigurationError        2   a configuration file that cannot be used, with its place
    ├── MissingExtraError         2   a command that needs packages which are not installed
    ├── UnreadableError           2   a file that cannot be read; the other files still are
    └── FetchError                2   an address that could not be fetched (`--online`)

A fault in an input is not an error but a value: `model.Problem`, which becomes a diagnostic.
"""

from __future__ import annotations

__all__ = [
    "ConfigurationError",
    "DvhtLintError",
    "FetchError",
    "MissingExtraError",
    "UnreadableError",
    "UsageError",
]


class DvhtLintError(Exception):
    """Anything that ends a run; the message is for the user."""

    exit_status = 2


class UsageError(DvhtLintError):
    """Options or arguments that make no sense."""


class ConfigurationError(DvhtLintError):
    """A configuration that cannot be used; `line` and `column` are 1-based, 0 where no place is known."""

    def __init__(self, message: str, path: str = "", line: int = 0, column: int = 0) -> None:
        """Keep the message and its place apart, so that a door can print them its own way."""
        self.message, self.path, self.line, self.column = message, path, line, column
        place = f"{path}:{line}:{column}: " if line else f"{path}: " if path else ""
        super().__init__(place + message)


class MissingExtraError(DvhtLintError):
    """A command or format that needs an extra."""

    def __init__(self, what: str, extra: str) -> None:
        """Say in one line what to install."""
        super().__init__(f"{what} needs the extra '{extra}': pip install 'dvht-lint[{extra}]'")


class UnreadableError(DvhtLintError):
    """A file that cannot be read."""


class FetchError(DvhtLintError):
    """An address that could not be fetched."""
