"""Reports: diagnostics in one output format a file.

A format is a module with `render(report, options) -> str`; its name is the module's with `-` for `_`.
Every format says the same words and carries the same fingerprint for a finding.
"""

from __future__ import annotations

import importlib

from dvht_lint.diagnostic import Report, Severity
from dvht_lint.errors import UsageError
from dvht_lint.records import record
from dvht_lint.reports.guarding import guarded

__all__ = ["FORMATS", "RenderOptions", "render"]

FORMATS: tuple[str, ...] = (
    "full",
    "concise",
    "grouped",
    "json",
    "json-lines",
    "github",
    "gitlab",
    "junit",
    "sarif",
    "rdjson",
    "markdown",
    "html",
)
"""The names of the formats, as `--output-format` takes them."""


@record(frozen=True, slots=True)
class RenderOptions:
    """How to print: what the door decided from its options and the terminal.

    `width` is in terminal cells; `quiet` drops the closing summary of the formats for people; `fail_level`
    is the least severity that fails the run (None: none does), which JUnit must agree with.
    """

    width: int = 100
    color: bool = False
    quiet: bool = False
    fail_level: Severity | None = Severity.WARNING


def render(format: str, report: Report, options: RenderOptions | None = None) -> str:  # noqa: A002 - the option's name
    """The report in one format, ending with a line break unless it is empty.

    Raises `UsageError` for a format that does not exist and `MissingExtraError` where `html` lacks its template
    engine.
    """
    if format not in FORMATS:
        raise UsageError(f"unknown output format {format!r}: expected one of {', '.join(FORMATS)}")
    module = importlib.import_module(f"{__name__}.{format.replace('-', '_')}")
    text: str = module.render(report, options or RenderOptions())
    return guarded(format, text)
