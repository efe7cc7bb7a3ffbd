"""What a rule finds and what a report shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import Any

from dvht_lint.records import record
from dvht_lint.text import Place, SourceText, Span

__all__ = [
    "CitedSource",
    "Diagnostic",
    "Finding",
    "Fix",
    "FixEdit",
    "Label",
    "Receipt",
    "Region",
    "Related",
    "Report",
    "ReportedFix",
    "ReportedPair",
    "RuleInfo",
    "Safety",
    "Severity",
    "Subject",
    "TextEdit",
]


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for an info."""
        return ("error", "warning", "info").index(self.value)


class Safety(StrEnum):
    """Whether a fix may be applied without a person reading it."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    SUGGESTION = "suggestion"


@record(frozen=True, slots=True)
class Label:
    """A span of a file and what stands there; offsets are code points of the decoded file."""

    path: str
    span: Span
    message: str = ""
    id: str = ""


@record(frozen=True, slots=True)
class TextEdit:
    """Replace a span of the file with a text."""

    span: Span
    text: str


@record(frozen=True, slots=True)
class Fix:
    """What to paste: edits of one file, the one the finding stands in."""

    title: str
    safety: Safety
    edits: tuple[TextEdit, ...]


@record(frozen=True, slots=True)
class Finding:
    """What a rule yields. `at` is the changed atom; `see` are the other ends it was compared with.

    `severity` overrides the rule's own (a claim that says less is an info); `confidence` is 0 to 1.
    `claim`, `statement` and `source` are ids, needed only where the rule's subject does not tell.
    """

    message: str
    at: Label
    see: tuple[Label, ...] = ()
    fix: Fix | None = None
    severity: Severity | None = None
    confidence: float = 1.0
    claim: str = ""
    statement: str = ""
    source: str = ""
    key: str = ""
    """What tells this finding from another of the same rule on the same texts; never a line number."""


Check = Callable[..., Iterator[Finding]]


@record(frozen=True, slots=True)
class RuleInfo:
    """A rule as registered: its code, its name (reads as "allow NAME"), what it looks at and its page."""

    code: str
    name: str
    severity: Severity
    on: type[Any]
    check: Check
    doc: str
    module: str

    @property
    def summary(self) -> str:
        """The first line of the rule's page."""
        return self.doc.partition("\n")[0]

    @property
    def family(self) -> str:
        """The folder the rule lives in: claims, wording, quantities …"""
        return self.module.rsplit(".", 2)[-2]


@record(frozen=True, slots=True)
class Region:
    """A place in a file as a report shows it."""

    path: str
    start: Place
    end: Place


@record(frozen=True, slots=True)
class Subject:
    """The claim, statement or source that a diagnostic is about; `region` is None where it has no file.

    `marks` are the spans of `text` that the finding is about, in order: what a report highlights.
    """

    id: str
    text: str
    region: Region | None = None
    marks: tuple[Span, ...] = ()


@record(frozen=True, slots=True)
class Related:
    """Another place that matters to a diagnostic."""

    message: str
    region: Region
    id: str = ""
    span: Span = field(default=Span(0, 0))


@record(frozen=True, slots=True)
class FixEdit:
    """A text edit with its place, as a report shows it."""

    start: Place
    end: Place
    text: str
    span: Span


@record(frozen=True, slots=True)
class ReportedFix:
    """A fix with its places, as a report shows it."""

    title: str
    safety: Safety
    edits: tuple[FixEdit, ...]


@record(frozen=True, slots=True)
class Diagnostic:
    """A finding as reported: placed, with its severity after configuration and its fingerprint.

    The fingerprint is a hash of rule, claim text and statement text (never of line numbers), so that a
    baseline survives edits elsewhere and lapses when either text changes.
    """

    code: str
    name: str
    severity: Severity
    confidence: float
    message: str
    region: Region
    span: Span
    claim: Subject | None = None
    statement: Subject | None = None
    source: Subject | None = None
    related: tuple[Related, ...] = ()
    fix: ReportedFix | None = None
    fingerprint: str = ""
    url: str = ""

    @property
    def path(self) -> str:
        """The file the diagnostic stands in."""
        return self.region.path

    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Where it stands, then which rule: the one order every report prints in."""
        return (self.region.path, self.region.start.line, self.region.start.column, self.code, self.message)


@record(frozen=True, slots=True)
class Receipt:
    """What a run looked at and found; `claims` is `matched` + `uncited`, `seconds` wall-clock time.

    `unchecked` counts the inputs that could not be checked; `version` is the program's.
    """

    documents: int = 0
    claims: int = 0
    matched: int = 0
    uncited: int = 0
    exempt: int = 0
    quantities: int = 0
    seconds: float = 0.0
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    unchecked: int = 0
    version: str = ""


@record(frozen=True, slots=True)
class CitedSource:
    """A source as a report lists it: `age` in whole years at the report's date, `uses` the claims that rest on it."""

    id: str
    label: str
    text: str
    region: Region | None = None
    year: int | None = None
    age: int | None = None
    uses: int = 0
    url: str = ""


@record(frozen=True, slots=True)
class ReportedPair:
    """A claim and the statement it rests on, for the list of what was checked; `score` is 0 to 1."""

    claim: Subject
    statement: Subject
    score: float
    how: str


@record(frozen=True, slots=True)
class Report:
    """All that a renderer needs: `diagnostics` in the order of `Diagnostic.sort_key`, and what stands around them.

    `documents` holds the text of every file a diagnostic points into, by path, for code frames; a file that
    is not there is shown without one. `suppressed` are findings that a directive silenced, `baselined` those that
    the baseline did.
    """

    diagnostics: tuple[Diagnostic, ...]
    receipt: Receipt
    documents: Mapping[str, SourceText] = field(default_factory=dict)
    suppressed: tuple[Diagnostic, ...] = ()
    rules: tuple[RuleInfo, ...] = ()
    sources: tuple[CitedSource, ...] = ()
    pairs: tuple[ReportedPair, ...] = ()
    as_of: date | None = None
    baselined: tuple[Diagnostic, ...] = ()
