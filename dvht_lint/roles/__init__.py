"""What each block of a document is for: which half it stands in, and its role.

Headings, blanks and blurbs are told by form and words, the same way whatever the format; `Source:` lines and
the blocks they serve by their places. Nothing here reads a figure or a citation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dvht_lint.model import Block, BlockKind, Document, Part, Role, Settings
from dvht_lint.roles.halves import looks_like_citation, reference_halves
from dvht_lint.roles.headings import is_heading, opens_references
from dvht_lint.roles.numbering import entry_labels, split_numbered
from dvht_lint.roles.publics import public_roles
from dvht_lint.roles.references import reference_roles
from dvht_lint.roles.serving import is_line, item_ranges, served
from dvht_lint.roles.sourcelines import split_source
from dvht_lint.roles.sourcelists import with_listed_sources

__all__ = ["assign"]


def assign(document: Document, settings: Settings, *, reference: bool = False) -> Document:
    """The document with the part and role of each block, and a block of its own for each source.

    `reference` says that the whole file is a reference half (a references file that the configuration
    names); otherwise it is one from its first reference heading on.
    """
    if not document.blocks:
        return document
    file = document.text.text
    blocks = [part for b in document.blocks for entry in split_numbered(b, file) for part in split_source(entry)]
    blocks = with_listed_sources(blocks)
    lines = _lines(blocks)
    headings = frozenset(_headings(blocks, lines, settings))
    items = item_ranges(blocks)
    serving = {index for target in served(blocks, lines) for index in items[target]}
    halves = reference_halves(blocks, lines, headings, settings.reference_headings, whole=reference)
    roles = public_roles(blocks, lines, headings)
    parts = [Part.PUBLIC] * len(blocks)
    for half in halves:
        for index, role in reference_roles(blocks, lines, headings, serving, half):
            parts[index], roles[index] = Part.REFERENCE, role
    above = ""
    assigned: list[Block] = []
    labels = entry_labels(blocks, [role is Role.SOURCE and not lines[i] for i, role in enumerate(roles)])
    for index, block in enumerate(blocks):
        label = labels.get(index, block.label)
        assigned.append(
            replace(block, part=parts[index], role=roles[index], heading=block.heading or above, label=label)
        )
        if index in headings:
            above = block.prose.plain.strip()
    return replace(document, blocks=tuple(assigned))


def _lines(blocks: Sequence[Block]) -> list[bool]:
    """Which blocks are `Source:` lines; a column headed "Source" is none where few of its cells read as citations."""
    lines = [is_line(block) for block in blocks]
    columns: dict[tuple[int, str], list[int]] = {}
    for index, block in enumerate(blocks):
        if lines[index] and block.kind is BlockKind.CELL:
            columns.setdefault((block.group, block.label), []).append(index)
    for cells in columns.values():
        if 2 * sum(looks_like_citation(blocks[index].prose.plain) for index in cells) < len(cells):
            for index in cells:
                lines[index] = False
    return lines


def _headings(blocks: Sequence[Block], lines: Sequence[bool], settings: Settings) -> Iterator[int]:
    """The headings, by index. A line that a `Source:` follows is what the source serves, unless it is marked."""
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        opens = block.kind is BlockKind.PARAGRAPH and not block.group
        opens = opens and bool(opens_references(block.prose.plain, settings.reference_headings))
        if lines[index] or not (opens or is_heading(block, following)):
            continue
        is_served = following is not None and lines[index + 1]
        if opens or block.kind is BlockKind.HEADING or not is_served:
            yield index
