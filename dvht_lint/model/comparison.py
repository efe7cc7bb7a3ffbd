"""Pairs, and two texts aligned once with every difference classed."""

from __future__ import annotations

from enum import StrEnum

from dvht_lint.model.claim import Claim, Statement
from dvht_lint.records import record
from dvht_lint.text import Span


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


@record(frozen=True, slots=True)
class Match:
    """A statement that a claim may rest on; `score` is 0 to 1, figures masked."""

    statement: str
    score: float


@record(frozen=True, slots=True)
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


@record(frozen=True, slots=True)
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


@record(frozen=True, slots=True)
class Binding:
    """Two figures taken for the same role, by index into the two sides' quantities; `right` is -1 for none."""

    left: int
    right: int
    relation: str
    """`equal`, `weaker`, `drift`, `unbacked`, `dropped` …, for `pairs -v`."""


@record(frozen=True, slots=True)
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
