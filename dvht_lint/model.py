"""The words the program speaks: documents, claims, statements, sources, quantities, pairs.

Everything here is plain, frozen data. Offsets named `span` are code points: of the file for blocks,
claims, statements and sources; of the plain prose for what was read out of prose (quantities,
citations, edits). `Prose.source` leads from the second kind to the first.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any

from dvht_lint.text import Prose, SourceText, Span

__all__ = [
    "Alteration", "Binding", "Block", "BlockKind", "Citation", "CitationKind", "Claim", "Comment", "Comparison", "Contact",
    "ContactGroup", "ContactMention", "DeadLink", "Directive", "Document", "Edge", "Edit", "EvidenceChange", "Evidenced",
    "Harm", "How", "Kind", "Leftover", "Match", "Miscited", "NameGroup", "NameMention", "Pair", "Part", "Passage",
    "PassageChange", "Period", "Problem", "Project", "Qualifier", "Quantity", "Reason", "RepeatedClaim", "Role",
    "Settings", "Source", "StaleEntry", "Statement", "Translation", "Unbacked", "Uncited", "Work",
]  # fmt: skip


_NOWHERE = Span(0, 0)


# --- documents -----------------------------------------------------------------------------------


class BlockKind(StrEnum):
    """What a block is by its form alone, whatever the format."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    QUOTE = "quote"
    NOTE = "note"
    """The definition of a footnote or endnote; `label` is its name."""
    CODE = "code"


class Part(StrEnum):
    """Which half of a document a block stands in."""

    PUBLIC = "public"
    REFERENCE = "reference"


class Role(StrEnum):
    """What a block is for. Only LEAD, CLAIM and STATEMENT hold sentences that must rest on something."""

    CLAIM = "claim"
    """Public prose that states something."""
    STATEMENT = "statement"
    """A bullet or paragraph of the reference half that a source serves."""
    LEAD = "lead"
    """A plain sentence of the reference half that opens a group of bullets."""
    HEADING = "heading"
    QUESTION = "question"
    SOURCE = "source"
    """A `Source:` line, a bibliography entry or a note that holds a citation."""
    FORM = "form"
    """A blank or prompt to be filled in."""
    CONTACT = "contact"
    """A blurb that tells readers whom to call."""
    USAGE = "usage"
    """A note to the people who use the document, not to the public."""
    RESOURCE = "resource"
    """A list of organisations or links."""
    BOILERPLATE = "boilerplate"
    """Code, navigation, licence lines and what the configuration exempts."""


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item, table cell or note, with its prose.

    `level` is the heading's level or the item's depth (1-based); `group` numbers the list, table or
    quotation that the block belongs to (0: none); `tight` says that its list has no blank lines between
    items; `marker` is the item's mark as written; `label` the note's name or the table column's header.
    """

    kind: BlockKind
    prose: Prose
    span: Span
    level: int = 0
    group: int = 0
    tight: bool = False
    marker: str = ""
    label: str = ""
    part: Part = Part.PUBLIC
    role: Role = Role.CLAIM
    heading: str = ""
    language: str = ""
    key: str = ""
    """An id that the format gives the block (an HTML id, a translation key)."""


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment of the file (HTML comment, YAML `#`): where directives live."""

    text: str
    span: Span
    covers: Span | None = None
    """The entry of a corpus file that the comment stands before or beside; None where the format does not tell."""


@dataclass(frozen=True, slots=True)
class Directive:
    """A `dvht-lint:` comment, read. `covers` is the span of the file it speaks for; `verb` is `ignore`,
    `ignore-file` or `statement`."""

    verb: str
    arguments: tuple[str, ...]
    span: Span
    covers: Span
    reason: str = ""
    until: date | None = None
    argument_spans: tuple[Span, ...] = ()
    problems: tuple[Problem, ...] = ()
    """What is wrong with it as written; a directive with a problem is not in force."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault of the input itself, found while reading: the code of the rule that reports it and its place."""

    code: str
    message: str
    span: Span
    see: tuple[Span, ...] = ()
    fatal: bool = False
    """Whether the file could not be checked because of it (the run ends with 2)."""
    key: str = ""
    """The id that a DV005 misses: another document of the project may have it, and then nothing is wrong."""


@dataclass(frozen=True, slots=True)
class Document:
    """One file as read.

    Prose formats fill `blocks`; corpus and pairs files fill `claims`, `statements`, `sources`, `contacts`
    and `pairs` directly; later stages add those of prose formats. `metadata` is the front matter.
    """

    path: str
    text: SourceText
    format: str
    blocks: tuple[Block, ...] = ()
    comments: tuple[Comment, ...] = ()
    problems: tuple[Problem, ...] = ()
    language: str = ""
    metadata: Mapping[str, Any] = field(default_factory=dict)
    claims: tuple[Claim, ...] = ()
    statements: tuple[Statement, ...] = ()
    sources: tuple[Source, ...] = ()
    contacts: tuple[Contact, ...] = ()
    directives: tuple[Directive, ...] = ()
    exempt: tuple[tuple[Span, str], ...] = ()
    """Spans of the file that hold no claim, each with the reason (`heading`, `form`, `contact` …)."""
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    """Short forms defined in the document: `{"NHTRC": "National Human Trafficking Resource Center"}`."""

    @property
    def has_references(self) -> bool:
        """Whether a part of the document, or all of it, is a reference half."""
        return any(block.part is Part.REFERENCE for block in self.blocks) or bool(self.statements)


# --- quantities ----------------------------------------------------------------------------------


class Kind(StrEnum):
    """What sort of figure a quantity is. The kinds after NOT_STATISTICS are read so as not to be taken for one."""

    NUMBER = "number"
    PERCENT = "percent"
    POINTS = "points"
    RATIO = "ratio"
    MONEY = "money"
    RATE = "rate"
    MULTIPLE = "multiple"
    DURATION = "duration"
    TIME = "time"
    AGE = "age"
    DATE = "date"
    PERIOD = "period"
    ORDINAL = "ordinal"
    MEASURE = "measure"
    CITATION = "citation"
    LAW = "law"
    PHONE = "phone"
    CODE = "code"
    LABEL = "label"

    @property
    def is_statistic(self) -> bool:
        """Whether a claim that holds one must rest on a source."""
        return self not in _NOT_STATISTICS


_NOT_STATISTICS = frozenset(
    {
        Kind.CITATION,
        Kind.LAW,
        Kind.PHONE,
        Kind.CODE,
        Kind.LABEL,
        Kind.DATE,
        Kind.PERIOD,
        Kind.ORDINAL,
        Kind.TIME,
        Kind.AGE,
    }
)


class Qualifier(StrEnum):
    """How a figure is meant. ABOUT covers about, approximately, roughly, around, some, an estimated …"""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at-least"
    MORE_THAN = "more-than"
    AT_MOST = "at-most"
    LESS_THAN = "less-than"
    NEARLY = "nearly"


@dataclass(frozen=True, slots=True)
class Period:
    """The time a figure speaks of, as a closed range of days since 1 January of year 1 (`date.toordinal`)."""

    first: int
    last: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number read out of prose, as a set of values with a role.

    The set is `[low, high]` in canonical units (percent for shares: "one in four" is 25; seconds, metres,
    kilograms for measures), each end open or closed; `math.inf` where a bound leaves an end open ("more than
    half" is `(50, inf)`, cut at 100 where a share cannot exceed the whole). `span` covers the figure with its
    symbol or unit word where that is part of its notation ("55% to 60%", "$2.9 million", "one in four"),
    without its qualifier, unit noun, base or period, which have spans of their own.
    """

    kind: Kind
    low: float
    high: float
    text: str
    span: Span
    closed: tuple[bool, bool] = (True, True)
    unit: str = ""
    """Canonical unit or head noun, in lower case and singular: `%`, `USD`, `kg`, `call`, `victim`."""
    dimension: str = ""
    """What may be converted into what: `count`, `share`, `money:USD`, `mass`, `time` …"""
    base: str = ""
    """Of whom or what: "detected victims", "women aged 18-24"; content words, lower case."""
    period: Period | None = None
    qualifier: Qualifier = Qualifier.EXACT
    value_low: float = 0.0
    value_high: float = 0.0
    """The figures as written, before the qualifier widens them."""
    resolution: float = 0.0
    """The unit of the last digit written: 1 for 19,427; 100,000 for 2.9 million; 0 for words that round nothing."""
    unit_span: Span | None = None
    base_span: Span | None = None
    period_span: Span | None = None
    qualifier_span: Span | None = None
    per: str = ""
    """The denominator of a rate: `100000`, `minute`, `year`."""
    clause: int = 0
    """The clause of the text it stands in, counted from 0: figures of one clause share subject and period."""
    malformed: str = ""
    """Why the figure is not well formed ("a note mark glued on"), and empty where it is."""
    factor: float = 1.0
    """What a magnitude word or letter put to the number: 1e6 for "2.9 million", 1 for "2,900,000"."""
    other: float | None = None
    """The second reading of an ambiguous date or time: 01/07/98 the other way round, "8:06" in the evening."""
    incidental: bool = False
    """A figure too ordinary to need a source by itself: "one day", "two types of"."""

    @property
    def is_statistic(self) -> bool:
        """Whether the figure is one that a claim must have a source for."""
        return self.kind.is_statistic and not self.incidental

    @property
    def is_range(self) -> bool:
        """Whether two bounds were written."""
        return self.value_low != self.value_high


# --- claims, statements, sources -------------------------------------------------------------------


class CitationKind(StrEnum):
    """How a text says where it is from."""

    KEY = "key"
    NOTE = "note"
    LINK = "link"
    LINE = "line"
    NUMBER = "number"
    PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Citation:
    """A pointer from a claim or statement to a source: the source's id, or the text that could not be resolved.

    `span` is of the file; `locator` is a page or section as written; `quote` a verbatim passage of the source.
    """

    kind: CitationKind
    target: str
    span: Span
    locator: str = ""
    quote: str = ""
    quote_prose: Prose | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that the public reads. `statement` is an explicit id, or empty where it must be matched."""

    id: str
    prose: Prose
    span: Span
    document: str
    block: int = 0
    heading: str = ""
    citations: tuple[Citation, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    statement: str = ""
    role: Role = Role.CLAIM
    lead: str = ""
    """The stem that a bulleted claim continues ("In 2011 the hotline:")."""
    asserts: bool = True
    """Whether it is a declarative sentence that states a fact (not advice, a question, an instruction)."""
    language: str = ""
    key: str = ""
    tabular: bool = False
    """Whether it is a row of a table: its words are those of headers and cells, so only its figures are compared."""


@dataclass(frozen=True, slots=True)
class Statement:
    """The sourced wording that claims restate. `sources` are the ids of the sources it rests on."""

    id: str
    prose: Prose
    span: Span
    document: str
    citations: tuple[Citation, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    sources: tuple[str, ...] = ()
    reviewed: date | None = None
    role: Role = Role.STATEMENT
    block: int = 0
    language: str = ""
    part_of: str = ""
    """For a sentence of a statement that several claims rest on: the statement's id."""


@dataclass(frozen=True)
class Source:
    """A work that statements rest on, as cited in one place.

    `fields` holds CSL-JSON names and values (`author` a list of `{family, given}` or `{literal}`; `issued` a
    `{"date-parts": [[2013, 7]]}`), plus `revised`, `superseded-by`, `evidence`; `spans` says where in the file
    each field stands. `text` is the citation as written. `parsed` is false where it could not be read.
    """

    id: str
    document: str
    span: Span
    text: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    spans: Mapping[str, Span] = field(default_factory=dict)
    parsed: bool = True
    explicit_id: bool = False
    """Whether the id stands in a file (corpus, bibliography), and was not made from the citation's text."""

    @cached_property
    def title(self) -> str:
        """The title, empty where there is none."""
        return str(self.fields.get("title", ""))

    @cached_property
    def year(self) -> int | None:
        """The year it was issued."""
        return _year(self.fields.get("issued"))

    @cached_property
    def latest_year(self) -> int | None:
        """The year of the last revision, else the year of issue."""
        years = [y for y in (self.year, _year(self.fields.get("revised"))) if y is not None]
        return max(years) if years else None

    @cached_property
    def authors(self) -> tuple[str, ...]:
        """Family or body names of the authors, else of the editors, in order."""
        names = self.fields.get("author") or self.fields.get("editor") or ()
        if isinstance(names, (str, Mapping)):
            names = [names]
        return tuple(_name(n) for n in names)

    @cached_property
    def label(self) -> str:
        """A short name for messages: `Florida Coalition Against Domestic Violence (2004)`."""
        who = self.authors[0] if self.authors else self.title or self.text[:60] or self.id
        return f"{who} ({self.year})" if self.year else who

    def shown(self, name: str) -> str:
        """A field's value as a message gives it: `2013-07`, `Dabby; Smith`, the text of any other field."""
        value = self.fields.get(name)
        if name in ("author", "editor"):
            return "; ".join(self.authors)
        if isinstance(value, Mapping):
            parts = (value.get("date-parts") or [[]])[0]
            return "-".join(f"{part:0>2}" for part in parts) or str(value.get("literal") or value.get("raw") or "")
        return " ".join(str(value or "").split())

    def at(self, *names: str) -> Span:
        """Where the first of these fields stands, else the whole citation."""
        return next((self.spans[n] for n in names if n in self.spans), self.span)


def _name(value: object) -> str:
    if isinstance(value, Mapping):
        return str(value.get("literal") or value.get("family") or value.get("given") or "")
    return str(value)


def _year(value: object) -> int | None:
    if isinstance(value, Mapping):
        parts = value.get("date-parts") or ((),)
        value = parts[0][0] if parts and parts[0] else None
    if isinstance(value, date):
        return value.year
    try:
        return int(str(value)[:4])
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Contact:
    """A hotline, text code, e-mail or site as registered. `provenance` says where the fact is from, and when."""

    id: str
    name: str = ""
    phone: str = ""
    sms: str = ""
    keyword: str = ""
    url: str = ""
    email: str = ""
    hours: str = ""
    former_names: tuple[str, ...] = ()
    other_phones: tuple[str, ...] = ()
    document: str = ""
    span: Span = _NOWHERE
    provenance: str = ""
    spans: Mapping[str, Span] = field(default_factory=dict)
    other_keywords: tuple[str, ...] = ()
    other_urls: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    """Other names that are in use today, abbreviations included; `former_names` are not."""


@dataclass(frozen=True, slots=True)
class ContactMention:
    """A phone, text code, keyword, e-mail, URL or opening hours as it stands in prose; `value` is canonical.

    `field` is the `Contact` field it speaks of; `span` is of the plain prose.
    """

    field: str
    value: str
    text: str
    span: Span
    problem: str = ""
    """Why it cannot be right whatever the registry says (DV602, DV605), and empty where it can."""
    letters: str = ""
    """The word that stands for the digits ("BEFREE" beside 233733), and empty where none does."""
    spelled: str = ""
    """What those letters dial on a keypad."""
    correction: str = ""
    """The same contact well formed, where `problem` is one of form alone."""
    expected: str = ""
    """What it should read by the registry or the other documents, and empty where it agrees (DV601)."""
    place: Span | None = None
    """Where it stands in the file, for what is not part of the plain text (the target of a link)."""


# --- pairs and comparisons --------------------------------------------------------------------------


class How(StrEnum):
    """How a pair was found."""

    EXPLICIT = "explicit"
    EXACT = "exact"
    FUZZY = "fuzzy"


class Edge(StrEnum):
    """Which two sides a comparison stands between."""

    CLAIM_STATEMENT = "claim-statement"
    STATEMENT_EVIDENCE = "statement-evidence"
    CLAIM_CLAIM = "claim-claim"
    TRANSLATION = "translation"


@dataclass(frozen=True, slots=True)
class Match:
    """A statement that a claim may rest on; `score` is 0 to 1, figures masked."""

    statement: str
    score: float


@dataclass(frozen=True, slots=True)
class Pair:
    """One claim and the statement it rests on.

    Where a claim merges several statements, `statement` is their prose joined and `statements` their ids, the
    best first. `score` is 0 to 1; `runners_up` are the next best, for DV103.
    """

    claim: Claim
    statement: Statement
    score: float
    how: How
    statements: tuple[str, ...] = ()
    runners_up: tuple[Match, ...] = ()


class Reason(StrEnum):
    """Why an edit matters: the one reason that decides its rule. The value is the rule's code."""

    REWORDED = "DV401"
    NEGATION = "DV402"
    HEDGE = "DV403"
    CERTAINTY = "DV404"
    QUANTIFIER = "DV405"
    SCOPE = "DV406"
    ENTITY = "DV407"
    ATTRIBUTION = "DV408"
    CAUSE = "DV409"
    DIRECTION = "DV410"
    CONDITION = "DV411"
    EMPHASIS = "DV412"
    PUNCTUATION = "DV413"
    NUMBER = "DV501"
    RANGE = "DV502"
    QUALIFIER_DROPPED = "DV503"
    QUALIFIER = "DV504"
    UNIT = "DV505"
    PERIOD = "DV506"
    UNBACKED = "DV507"
    PRECISION = "DV508"
    ROUNDING = "DV509"
    SWAPPED = "DV510"
    BASE = "DV511"
    FIGURE_DROPPED = "DV513"


class Harm(StrEnum):
    """Which way an edit of the claim goes, seen from the statement."""

    MORE = "more"
    """The claim says more than the statement, or something else: drift."""
    LESS = "less"
    """The claim says less: true but weaker, an info at most."""
    SAME = "same"
    """The same meaning; kept only for `pairs -v`."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One difference between two texts, with its one reason.

    `left` and `right` are spans of the plain prose of the two sides; an empty span says where the other
    side's words would stand. `message` is a whole sentence for the reader; `replacement` is the text to put
    in the place of `left` (None where no one wording is right), `safe` whether it is a change of form alone.
    """

    reason: Reason
    left: Span
    right: Span
    message: str
    harm: Harm = Harm.MORE
    confidence: float = 1.0
    replacement: str | None = None


@dataclass(frozen=True, slots=True)
class Binding:
    """Two figures taken for the same role, by index into the two sides' quantities; `right` is -1 for none."""

    left: int
    right: int
    relation: str
    """`equal`, `weaker`, `drift`, `unbacked`, `dropped` …, for `pairs -v`."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two texts aligned once; every difference is one edit."""

    edge: Edge
    left: Claim | Statement
    right: Claim | Statement
    edits: tuple[Edit, ...] = ()
    bindings: tuple[Binding, ...] = ()
    pair: Pair | None = None
    reworded: float = 0.0
    """How much of the meaning-bearing text no class explains, 0 to 1."""

    def of(self, reason: Reason) -> tuple[Edit, ...]:
        """The edits with this reason that matter."""
        return tuple(e for e in self.edits if e.reason is reason and e.harm is not Harm.SAME)


# --- groups that rules look at ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Uncited:
    """A claim that rests on no statement and cites no source.

    `document_has_references` says whether its document has a reference half, or the project configured
    references: only there may a reader expect every assertion to be backed.
    """

    claim: Claim
    document_has_references: bool = False


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class NameMention:
    """A body's name as it stands in a citation (`source` is its id), a contact or a list of resources."""

    name: str
    document: str
    span: Span
    source: str = ""


@dataclass(frozen=True, slots=True)
class NameGroup:
    """The mentions of one body whose name is spelled in more than one way; `usual` is the commonest form."""

    mentions: tuple[NameMention, ...]
    usual: str


@dataclass(frozen=True, slots=True)
class RepeatedClaim:
    """The same claim in several places: the comparisons of each later one with the first."""

    claims: tuple[Claim, ...]
    comparisons: tuple[Comparison, ...] = ()


@dataclass(frozen=True, slots=True)
class Translation:
    """A claim of a translation (left) beside the claim of the original that it renders: only figures are compared."""

    comparison: Comparison


@dataclass(frozen=True, slots=True)
class ContactGroup:
    """Every mention of one contact, with what the registry says of it (None where it is not listed)."""

    contact: Contact | None
    mentions: tuple[tuple[str, Prose, ContactMention], ...]
    """Path, prose and mention of each."""
    own_registry: bool = False
    """Whether the corpus keeps contacts of its own, so that one which it does not list is worth a word."""


@dataclass(frozen=True, slots=True)
class Leftover:
    """The suppressions of a document that suppressed nothing: each directive, with the indices of its arguments that did not."""

    document: Document
    unused: tuple[tuple[Directive, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Project:
    """All there is, for the few rules that are about absence."""

    documents: tuple[Document, ...]
    pairs: tuple[Pair, ...]
    used_statements: frozenset[str] = frozenset()
    used_sources: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
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
    required_fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


# --- evidence -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a source: of its evidence (`path` is that file), or of the `quote` that a citation gives.

    `page` is the page's label as a reader cites it, empty where the format has no pages; spans of `prose` lead into
    the file where the format is text.
    """

    path: str
    page: str
    prose: Prose
    quantities: tuple[Quantity, ...] = ()
    source: str = ""
    is_quote: bool = False

    @property
    def where(self) -> str:
        """How a message speaks of it: `the evidence, p. 4`, `the quotation`."""
        name = "the quotation" if self.is_quote else "the evidence"
        return f"{name}, p. {self.page}" if self.page and not self.is_quote else name


@dataclass(frozen=True, slots=True)
class Alteration:
    """Words of a quotation that its source does not have there.

    `span` is of the file `document`; `quoted` and `original` are the words on both sides, either of which may be empty.
    Without a `passage` nothing in the source is like the quotation; `nearest` is then what comes nearest.
    """

    document: str
    span: Span
    quoted: str
    original: str
    passage: Passage | None = None
    nearest: Passage | None = None


@dataclass(frozen=True, slots=True)
class Unbacked:
    """A figure of a statement that no passage of its sources gives in that role.

    `edit` is how it differs from `nearest` where that gives another figure in its place; `elsewhere` has the same
    figure in another role.
    """

    span: Span
    text: str
    nearest: Passage | None = None
    edit: Edit | None = None
    elsewhere: Passage | None = None
    index: int = -1
    """Which figure of the statement it is."""


@dataclass(frozen=True, slots=True)
class Evidenced:
    """A statement (or a claim that cites its source itself) beside what its sources say.

    `passages` back it, one or more for each source; `wording` are edits of meaning against the passage with them.
    """

    statement: Claim | Statement
    sources: tuple[Source, ...]
    passages: tuple[Passage, ...] = ()
    altered: tuple[Alteration, ...] = ()
    unbacked: tuple[Unbacked, ...] = ()
    wording: tuple[tuple[Edit, Passage], ...] = ()
    figures: tuple[tuple[str, ...], ...] = ()
    """For each of the `passages` the figures of the statement that it backs, as the passage gives them."""


@dataclass(frozen=True, slots=True)
class Miscited:
    """A claim or statement whose cited source lacks what another source of the project has.

    `at` is the pointer to `cited`; `passage` or `statement` is where `found` has it.
    """

    side: Claim | Statement
    at: Span
    cited: Source
    found: Source
    passage: Passage | None = None
    statement: Statement | None = None


@dataclass(frozen=True, slots=True)
class PassageChange:
    """What became of a passage that was locked: `now` is what stands in its place, empty where nothing does.

    `figures` are pairs of a figure as locked and as it is now (empty where it is gone).
    """

    statement: str
    page: str
    before: str
    now: str = ""
    figures: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class EvidenceChange:
    """Evidence that is no longer what was locked on `since`. `kept` counts the passages that stand as they were."""

    source: Source
    path: str
    since: date | None
    kept: int = 0
    changes: tuple[PassageChange, ...] = ()
    gone: str = ""
    """Why the evidence could not be read again, empty where it could."""
    field: str = "evidence"
    """The field of the source that names it: `evidence` or `URL`."""


@dataclass(frozen=True, slots=True)
class DeadLink:
    """An address that no longer leads anywhere; `archive` is where a copy may be found."""

    source: Source
    url: str
    reason: str
    archive: str
    sure: bool = True
    """Whether the host said so, and did not merely fail to answer."""
