"""Whether what a page states is backed at all, apart from whether it is backed rightly."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dvht_lint.model import CitationKind, Claim, Document, Role, Uncited

__all__ = ["uncited"]

_ASIDE = frozenset({CitationKind.LINK, CitationKind.PROSE})
"""Citations that do not show by themselves that a document cites: any page links somewhere."""


def uncited(
    document: Document,
    coverage: str,
    *,
    is_paired: Callable[[int], bool],
    backs: Callable[[Claim], bool],
    project_has_references: bool,
) -> Iterator[tuple[int, Uncited]]:
    """What nothing backs in a document, by the place of the claim.

    In a document that cites, each claim; in one that cites nothing, the first with a statistic, which knows the others. With
    the coverage `all` each claim everywhere, with `off` none.
    """
    if coverage == "off":
        return
    paired = [is_paired(position) for position in range(len(document.claims))]
    open_ = [
        position
        for position, claim in enumerate(document.claims)
        if not (paired[position] or claim.statement or claim.in_table or backs(claim))
    ]
    everything = coverage == "all"
    if not everything and not (project_has_references or any(paired) or _cites(document)):
        figures = [position for position in open_ if document.claims[position].measured]
        if figures:
            others = tuple(document.claims[position] for position in figures[1:])
            yield figures[0], Uncited(document.claims[figures[0]], cites=False, others=others)
        return
    restated = everything or _restates(document, paired, open_, project_has_references=project_has_references)
    for position in open_:
        yield position, Uncited(document.claims[position], restated=restated)


def _cites(document: Document) -> bool:
    """Whether a document cites anything: a list of works, notes, keys, `Source:` lines, or a link behind a statistic."""
    if document.has_references or any(block.role is Role.SOURCE for block in document.blocks):
        return True
    return any(
        citation.kind not in _ASIDE or (claim.measured and citation.kind is CitationKind.LINK)
        for claim in document.claims
        for citation in claim.citations
    )


def _restates(document: Document, paired: list[bool], open_: list[int], *, project_has_references: bool) -> bool:
    """Whether the document is one whose every claim is restated among its references: most of them are."""
    if not (document.statements or project_has_references):
        return False
    asserting = sum(document.claims[position].asserts for position in open_)
    return 2 * sum(paired) >= asserting
