"""A number read out of prose, as a set of values with a role."""

from __future__ import annotations

from enum import StrEnum

from dvht_lint.records import record
from dvht_lint.text import Span


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


@record(frozen=True, slots=True)
class Period:
    """The time a figure speaks of, as a closed range of days since 1 January of year 1 (`date.toordinal`)."""

    first: int
    last: int
    text: str = ""


@record(frozen=True, slots=True)
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
    relative: bool = False
    """A duration that ends now, and so says when: "the past ten years"."""
    per_span: Span | None = None
    """Where a rate says what it is per, apart from its figure: "Every day, 137 women …"."""

    @property
    def is_statistic(self) -> bool:
        """Whether the figure is one that a claim must have a source for."""
        return self.kind.is_statistic and not self.incidental and not self.relative

    @property
    def is_range(self) -> bool:
        """Whether two bounds were written."""
        return self.value_low != self.value_high
