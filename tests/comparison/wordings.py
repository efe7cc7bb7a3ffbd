"""Comparing two sentences as tests need it."""

from __future__ import annotations

from collections.abc import Sequence

from dvht_lint.comparison import compare
from dvht_lint.model import Claim, Comparison, Edit, Harm, Settings, Source, Statement
from dvht_lint.quantities import read_quantities
from dvht_lint.rules.base import CONFIDENCE_FLOOR
from dvht_lint.text import Prose, Span


def claim(text: str) -> Claim:
    return Claim("c", Prose.verbatim(text), Span(0, len(text)), "a.md", quantities=tuple(read_quantities(text)))


def statement(text: str) -> Statement:
    return Statement("s", Prose.verbatim(text), Span(0, len(text)), "a.md", quantities=tuple(read_quantities(text)))


def source(author: str, title: str = "") -> Source:
    return Source("src", "a.md", Span(0, 0), author, {"author": [{"literal": author}], "title": title})


def comparison(
    left: str, right: str, sources: Sequence[Source] = (), settings: Settings | None = None, **short: str
) -> Comparison:
    return compare(claim(left), statement(right), sources=sources, abbreviations=short, settings=settings or Settings())


def edits(left: str, right: str, sources: Sequence[Source] = ()) -> tuple[Edit, ...]:
    """The edits that say more, and surely enough to be errors or warnings."""
    found = comparison(left, right, sources).edits
    return tuple(e for e in found if e.harm is Harm.MORE and e.confidence >= CONFIDENCE_FLOOR)


def reasons(left: str, right: str, sources: Sequence[Source] = ()) -> list[str]:
    """The names of the reasons of those edits."""
    return [e.reason.name for e in edits(left, right, sources)]
