"""What the session puts together for the rules that look at more than one thing, and what they may know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from dvht_lint.model.block import Directive
from dvht_lint.model.claim import Citation, Claim, Statement
from dvht_lint.model.comparison import Comparison, Pair
from dvht_lint.model.contact import Contact
from dvht_lint.model.document import Document
from dvht_lint.model.source import Source
from dvht_lint.records import record
from dvht_lint.text import Span


@record(frozen=True, slots=True)
class Stated:
    """A claim with the comparison with its statement, where it rests on one: for rules on the claim that a drift explains."""

    claim: Claim
    comparison: Comparison | None = None


@record(frozen=True, slots=True)
class Uncited:
    """A claim that rests on no statement and cites no source.

    `cites` says whether its document cites anything; where it does not, `others` are its further claims with a statistic, and
    nothing else of the document is told. `restated` says whether every claim of the document is meant to be restated among
    references: only there may a reader expect each assertion to be backed.
    """

    claim: Claim
    cites: bool = True
    restated: bool = False
    others: tuple[Claim, ...] = ()


@record(frozen=True, slots=True)
class Work:
    """The citations of one work; `drifted` names, for each field that differs, the commonest form."""

    sources: tuple[Source, ...]
    drifted: Mapping[str, str] = field(default_factory=dict)
    duplicates: bool = False
    """Whether two entries with ids of their own stand for the work."""
    deviations: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    """The fields in which a citation departs from the commonest form, by its index in `sources`."""
    statements: tuple[Statement, ...] = ()
    """What rests on the work; filled by the session."""
    citations: tuple[Citation, ...] = ()
    """The pointers of claims and statements that lead to one of the sources; filled by the session."""
    measured: frozenset[str] = frozenset()
    """The ids of the sources that a claim with a measured value points to; filled by the session."""


@record(frozen=True, slots=True)
class NameMention:
    """A body's name as it stands in a citation (`source` is its id), a contact or a list of resources."""

    name: str
    document: str
    span: Span
    source: str = ""


@record(frozen=True, slots=True)
class NameGroup:
    """The mentions of one body whose name is spelled in more than one way; `usual` is the commonest form."""

    mentions: tuple[NameMention, ...]
    usual: str


@record(frozen=True, slots=True)
class RepeatedClaim:
    """The same claim in several places: the comparisons of each that deviates with the first."""

    claims: tuple[Claim | Statement, ...]
    comparisons: tuple[Comparison, ...] = ()


@record(frozen=True, slots=True)
class Translation:
    """A claim of a translation (left) beside the claim of the original that it renders: only figures are compared."""

    comparison: Comparison


@record(frozen=True, slots=True)
class Leftover:
    """The suppressions of a document that suppressed nothing: each directive, with the indices of its arguments that did not."""

    document: Document
    unused: tuple[tuple[Directive, tuple[int, ...]], ...]


@record(frozen=True, slots=True)
class StaleEntry:
    """An entry of a baseline that silences less than it says: `count` findings were recorded, `found` are left.

    `path` is the baseline file and `span` the entry in it; `rule`, `file` and `text` are as the entry has them.
    """

    path: str
    span: Span
    rule: str
    file: str
    text: str
    count: int
    found: int
    fingerprint: str


@record(frozen=True, slots=True)
class Project:
    """All there is, for the few rules that are about absence."""

    documents: tuple[Document, ...]
    pairs: tuple[Pair, ...]
    used_statements: frozenset[str] = frozenset()
    used_sources: frozenset[str] = frozenset()


@record(frozen=True, slots=True)
class Settings:
    """What rules and stages may know of the configuration; all plain values."""

    as_of: date = date(1970, 1, 1)
    max_source_age: int = 10
    review_after: int = 365
    match_threshold: float = 0.0
    reference_headings: tuple[str, ...] = ()
    hedges: tuple[str, ...] = ()
    scope_words: tuple[str, ...] = ()
    exempt: tuple[str, ...] = ()
    language: str = ""
    contacts: tuple[Contact, ...] = ()
    builtin_contacts: bool = True
    coverage: str = "cited"
    required_fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    time_limit: int = 0
