"""From blocks with roles to claims, statements and sources.

A claim is one sentence of the public half; a statement is one bullet or paragraph of the reference half with its
`Source:` lines, or a passage that a note quotes. Whatever holds no claim is exempt, with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from dvht_lint.assembly.abbreviations import abbreviations
from dvht_lint.assembly.citing import Citer
from dvht_lint.assembly.claiming import ClaimMaker
from dvht_lint.assembly.covering import with_coverage
from dvht_lint.assembly.sourcing import ParseCitation, collect
from dvht_lint.assembly.stating import StatementMaker
from dvht_lint.assembly.tables import tables_of
from dvht_lint.model import BlockKind, Claim, Document, Part, Quantity, Role, Settings
from dvht_lint.quantities import habit_of, with_grouping
from dvht_lint.text import MarkKind

__all__ = ["ParseCitation", "ReadQuantities", "assemble"]

ReadQuantities = Callable[[str], tuple[Quantity, ...]]
"""The figures of a text."""


def assemble(
    document: Document, settings: Settings, *, parse_citation: ParseCitation, read_quantities: ReadQuantities
) -> Document:
    """Fill a document's claims, statements, sources, exemptions and abbreviations from its blocks.

    The blocks must have their parts and roles. A document without blocks (a corpus or pairs file) only gets its
    figures read.
    """
    if not document.blocks:
        return _with_quantities(document, read_quantities)
    sourcing = collect(document, parse_citation)
    citer = Citer(document, sourcing, parse_citation)
    named = _named_statements(document)
    statements = StatementMaker(
        document, items=sourcing.items, citer=citer, read_quantities=read_quantities, named=named
    )
    claims = ClaimMaker(
        document, settings, citer=citer, read_quantities=read_quantities, named=named, quote=statements.quote
    )
    for index, block in enumerate(document.blocks):
        if block.kind is BlockKind.NOTE and index not in sourcing.holding:
            claims.add_remark(index, block)
        elif block.part is Part.PUBLIC:
            claims.add(index, block)
        elif block.role in {Role.STATEMENT, Role.LEAD}:
            statements.add(index, block)
        else:
            claims.exempt(block.span, block.role.value)
    return replace(
        document,
        claims=tuple(_with_free_notes(document, _well_grouped(document, with_coverage(claims.made)))),
        statements=tuple(statements.made),
        sources=(*document.sources, *sourcing.sources),
        exempt=tuple(claims.exempted),
        problems=(*document.problems, *citer.unlisted()),
        tables=tuple(tables_of(document.blocks)),
        abbreviations=abbreviations(block.prose.plain for block in document.blocks),
    )


def _well_grouped(document: Document, claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims, with the figures marked that are not grouped as the page groups its figures."""
    habit = habit_of(block.prose.plain for block in document.blocks)
    for claim in claims:
        figures = with_grouping(claim.prose.plain, claim.quantities, habit, claim.language or document.language)
        yield claim if figures is claim.quantities else replace(claim, quantities=figures)


def _with_free_notes(document: Document, claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims, those with a malformed figure with the notes that nothing calls: one may be glued to the figure."""
    free: tuple[str, ...] | None = None
    for claim in claims:
        if not any(quantity.malformed for quantity in claim.quantities):
            yield claim
            continue
        if free is None:
            called = {m.target for block in document.blocks for m in block.prose.marks if m.kind is MarkKind.NOTE}
            free = tuple(b.label for b in document.blocks if b.kind is BlockKind.NOTE and b.label not in called)
        yield replace(claim, free_notes=free)


def _named_statements(document: Document) -> dict[int, str]:
    """The statements that `statement=ID` comments name, by where the block begins that they speak for."""
    if not document.comments:
        return {}
    from dvht_lint.suppress import read_directives

    return {
        directive.covers.start: directive.arguments[0]
        for directive in read_directives(document)
        if directive.verb == "statement" and directive.arguments
    }


def _with_quantities(document: Document, read_quantities: ReadQuantities) -> Document:
    return replace(
        document,
        claims=tuple(replace(c, quantities=_alone(c, read_quantities(c.prose.plain))) for c in document.claims),
        statements=tuple(replace(s, quantities=read_quantities(s.prose.plain)) for s in document.statements),
    )


def _alone(claim: Claim, quantities: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """The figures of a claim that stands on no page: what they say of their grouping they say of themselves."""
    text = claim.prose.plain
    return with_grouping(text, quantities, habit_of((text,)), claim.language)
