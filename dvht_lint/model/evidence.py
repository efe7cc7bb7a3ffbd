"""What the sources themselves say, and what became of it."""

from __future__ import annotations

from datetime import date

from dvht_lint.model.claim import Claim, Statement
from dvht_lint.model.comparison import Edit
from dvht_lint.model.quantity import Quantity
from dvht_lint.model.source import Source
from dvht_lint.records import record
from dvht_lint.text import Prose, Span


@record(frozen=True, slots=True)
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


@record(frozen=True, slots=True)
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


@record(frozen=True, slots=True)
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


@record(frozen=True, slots=True)
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


@record(frozen=True, slots=True)
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


@record(frozen=True, slots=True)
class PassageChange:
    """What became of a passage that was locked: `now` is what stands in its place, empty where nothing does.

    `figures` are pairs of a figure as locked and as it is now (empty where it is gone).
    """

    statement: str
    page: str
    before: str
    now: str = ""
    figures: tuple[tuple[str, str], ...] = ()


@record(frozen=True, slots=True)
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


@record(frozen=True, slots=True)
class DeadLink:
    """An address that no longer leads anywhere; `archive` is where a copy may be found."""

    source: Source
    url: str
    reason: str
    archive: str
    sure: bool = True
    """Whether the host said so, and did not merely fail to answer."""
