"""The stem of a list beside the statements that its bullets rest on.

"In 2011 the hotline:" above "answered 19,427 calls" is compared with "In 2011 the hotline answered 19,427 calls" as one
sentence. Only what the stem contradicts is told, at the stem, and once however many bullets stand below it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from dvht_lint.model import Claim, Comparison, Edit, Harm, Pair, Reason, Statement
from dvht_lint.session.figures import read_figures
from dvht_lint.session.matching import ClaimKey
from dvht_lint.text import Prose, Span

__all__ = ["StemComparisons", "of_bullet"]

_ATOMS = frozenset(
    {Reason.QUANTIFIER, Reason.SCOPE, Reason.ENTITY, Reason.ATTRIBUTION, Reason.DIRECTION, Reason.PERIOD, Reason.BASE}
)
"""What a stem can get wrong for its bullets: when, where, of whom. It is no sentence, so its wording is not compared."""
_DETERMINERS = frozenset("a an the this that its our their your his her my".split())
Compare = Callable[[Claim, Statement, Pair], Comparison]


class StemComparisons:
    """What stems contradict; kept while the pairs of their bullets stay."""

    def __init__(self) -> None:
        """Start with nothing compared."""
        self._compared: dict[ClaimKey, tuple[Pair, Comparison]] = {}
        self._told: dict[ClaimKey, Comparison] = {}

    def forget(self, path: str) -> None:
        """Drop what was compared of a document."""
        for memory in (self._compared, self._told):
            for key in [k for k in memory if k[0] == path]:
                del memory[key]

    def told(self, bullets: Iterator[tuple[ClaimKey, Pair]], compare: Compare) -> Iterator[tuple[Pair, Comparison]]:
        """The comparisons of a document's bullets with those edits of their stems that no bullet above shows already."""
        seen: set[tuple[Span, Reason]] = set()
        for key, pair in bullets:
            stem = pair.claim.stem
            if stem is None:
                continue
            whole = self._whole(key, pair, stem, compare)
            fresh: list[Edit] = []
            for edit in _of_stem(whole, len(stem.plain)):
                atom = (stem.source(edit.left), edit.reason)
                if atom not in seen:
                    seen.add(atom)
                    fresh.append(edit)
            if fresh:
                yield pair, self._kept(key, replace(whole, edits=tuple(fresh), bindings=(), reworded=0.0))

    def _whole(self, key: ClaimKey, pair: Pair, stem: Prose, compare: Compare) -> Comparison:
        known = self._compared.get(key)
        if known is None or known[0] is not pair:
            claim = replace(pair.claim, prose=_continued(stem, pair.claim.prose), stem=None)
            claim = replace(claim, quantities=read_figures(claim.prose.plain, claim.language))
            statement = pair.statement
            if statement.stem is not None:
                prose = _continued(statement.stem, statement.prose)
                figures = read_figures(prose.plain, statement.language)
                statement = replace(statement, prose=prose, quantities=figures, stem=None)
            known = (pair, compare(claim, statement, pair))
            self._compared[key] = known
        return known[1]

    def _kept(self, key: ClaimKey, comparison: Comparison) -> Comparison:
        """The comparison told last time where it is the same, so that what was found in it stays valid."""
        if self._told.get(key) != comparison:
            self._told[key] = comparison
        return self._told[key]


def of_bullet(comparison: Comparison) -> Comparison:
    """The comparison of a bullet below a stem without the point at its end, which is the list's and not the sentence's."""
    end = len(comparison.left.prose.plain)
    edits = tuple(e for e in comparison.edits if e.reason is not Reason.PUNCTUATION or e.left.end < end)
    return replace(comparison, edits=edits) if len(edits) < len(comparison.edits) else comparison


def _continued(stem: Prose, bullet: Prose) -> Prose:
    """A stem and its bullet as one sentence; a bullet with a capital is one already, and stands behind a comma."""
    return Prose.join([stem, bullet], ", " if bullet.plain[:1].isupper() else " ")


def _of_stem(comparison: Comparison, length: int) -> Iterator[Edit]:
    """The edits inside the stem in which both sides say something, and not the same; a credit is held to the source."""
    for edit in comparison.edits:
        said = edit.left and (edit.right or edit.reason is Reason.ATTRIBUTION)
        if said and edit.reason in _ATOMS and edit.harm is Harm.MORE and edit.left.end <= length:
            if edit.reason is Reason.PERIOD and _names_a_work(comparison.left.prose.plain[: edit.left.start]):
                continue
            yield edit


def _names_a_work(before: str) -> bool:
    """Whether what stands before a year makes it part of a name: "Key findings of our 2019 survey"."""
    words = before.split()
    return bool(words) and words[-1].casefold() in _DETERMINERS
