"""The stem of a list beside the statements that its bullets rest on.

"In 2011 the hotline:" above "answered 19,427 calls" is compared with "In 2011 the hotline answered 19,427 calls" as one
sentence. Only what the stem contradicts is told, at the stem, and once however many bullets stand below it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dvht_lint.model import Claim, Comparison, Edit, Harm, Kind, Pair, Reason, Statement
from dvht_lint.session.figures import read_figures
from dvht_lint.text import Prose, Span
from dvht_lint.words import FUNCTION_WORDS, fold, word_spans
from dvht_lint.words import stem as stem_of

__all__ = ["of_bullet", "stem_edits", "with_stems"]

_ATOMS = frozenset(
    {Reason.QUANTIFIER, Reason.SCOPE, Reason.ENTITY, Reason.ATTRIBUTION, Reason.DIRECTION, Reason.PERIOD, Reason.BASE}
)
"""What a stem can get wrong for its bullets: when, where, of whom. It is no sentence, so its wording is not compared."""
_MADE_UP_FOR = frozenset(
    {
        Reason.NEGATION, Reason.HEDGE, Reason.CERTAINTY, Reason.QUANTIFIER, Reason.SCOPE, Reason.ENTITY, Reason.ATTRIBUTION,
        Reason.CAUSE, Reason.DIRECTION, Reason.CONDITION, Reason.REWORDED, Reason.PERIOD, Reason.BASE, Reason.FIGURE_DROPPED,
        Reason.QUALIFIER_DROPPED,
    }
)  # fmt: skip
"""What a bullet may seem to get wrong because its stem says it."""
_TIMES = frozenset({Kind.DATE, Kind.PERIOD})
_DETERMINERS = frozenset("a an the this that its our their your his her my".split())


def with_stems(pair: Pair) -> tuple[Claim, Statement]:
    """The two sides of a pair, each as one sentence with the stem that it continues."""
    claim, statement = pair.claim, pair.statement
    if claim.stem is not None:
        prose = _continued(claim.stem, claim.prose, apart=claim.tabular)
        claim = replace(claim, prose=prose, quantities=read_figures(prose.plain, claim.language), stem=None)
    if statement.stem is not None:
        prose = _continued(statement.stem, statement.prose)
        figures = read_figures(prose.plain, statement.language)
        statement = replace(statement, prose=prose, quantities=figures, stem=None)
    return claim, statement


def stem_edits(comparison: Comparison, stem: Prose) -> Iterator[Edit]:
    """The edits inside the stem, from a comparison of sides `with_stems`.

    Both sides have to say something there, and not the same; a credit is held to the source.
    """
    for edit in comparison.edits:
        said = edit.left and (edit.right or edit.reason is Reason.ATTRIBUTION)
        if not said or edit.reason not in _ATOMS or edit.harm is not Harm.MORE or edit.left.end > len(stem.plain):
            continue
        if edit.reason is not Reason.PERIOD or _is_its_time(comparison.left, edit.left, stem):
            yield edit


def of_bullet(comparison: Comparison, stem: Prose) -> Comparison:
    """The comparison of a bullet by itself, without what its stem makes up for.

    A condition that the bullet leaves out may stand in its stem, whose own drift is told there. The point at the end of a bullet
    is the list's and not the sentence's.
    """
    end = len(comparison.left.prose.plain)
    said = _content(stem.plain)
    edits = tuple(
        edit
        for edit in comparison.edits
        if (edit.reason is not Reason.PUNCTUATION or edit.left.end < end)
        and (edit.reason not in _MADE_UP_FOR or not _is_said(edit.right.cut(comparison.right.prose.plain), said))
    )
    return replace(comparison, edits=edits) if len(edits) < len(comparison.edits) else comparison


def _is_said(words: str, said: frozenset[str]) -> bool:
    """Whether most of what stands on the other side is in the stem."""
    content = _content(words)
    return bool(content) and 2 * len(content & said) > len(content)


def _content(text: str) -> frozenset[str]:
    words = (fold(text[start:end]) for start, end in word_spans(text))
    return frozenset(stem_of(word) for word in words if word not in FUNCTION_WORDS)


def _continued(stem: Prose, bullet: Prose, *, apart: bool = False) -> Prose:
    """A stem and its bullet as one sentence; a bullet with a capital is one already, and stands behind a comma."""
    return Prose.join([stem, bullet], ", " if apart or bullet.plain[:1].isupper() else " ")


def _is_its_time(side: Claim | Statement, time: Span, stem: Prose) -> bool:
    """Whether a time in the stem is that of what stands below it.

    It is not where it is part of a name ("Key findings of our 2019 survey"), nor where the row of a table has a time of its own,
    or a bullet one within that of the stem.
    """
    words = stem.plain[: time.start].split()
    if words and words[-1].casefold() in _DETERMINERS:
        return False
    times = [q for q in side.quantities if q.kind in _TIMES]
    above = [q for q in times if q.span.overlaps(time)]
    below = [q for q in times if q.span.start >= len(stem.plain)]
    if below and isinstance(side, Claim) and side.tabular:
        return False
    return not any(
        a.low <= b.low and b.high <= a.high and (a.low, a.high) != (b.low, b.high) for a in above for b in below
    )
