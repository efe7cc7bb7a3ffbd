"""What each block of a document is for: which half it stands in, and its role.

Headings, blanks and blurbs are told by form and words, the same way whatever the format; `Source:` lines and
the blocks they serve by their places. Nothing here reads a figure or a citation.
"""

from __future__ import annotations

from dataclasses import replace

from dvht_lint.model import Block, BlockKind, Document, Part, Role, Settings
from dvht_lint.roles.assertion import asserts
from dvht_lint.roles.cues import has_blank, is_blurb, is_boilerplate, is_usage, normal
from dvht_lint.roles.halves import reference_halves
from dvht_lint.roles.headings import is_heading, opens_references
from dvht_lint.roles.publics import public_roles
from dvht_lint.roles.references import reference_roles
from dvht_lint.roles.serving import is_line, members, served
from dvht_lint.roles.sourcelines import is_source_line, split_source, without_label

__all__ = [
    "asserts",
    "assign",
    "has_blank",
    "is_blurb",
    "is_boilerplate",
    "is_line",
    "is_source_line",
    "is_usage",
    "members",
    "normal",
    "served",
    "without_label",
]


def assign(document: Document, settings: Settings, *, reference: bool = False) -> Document:
    """The document with the part and role of each block, and a block of its own for each source.

    `reference` says that the whole file is a reference half (a references file that the configuration
    names); otherwise it is one from its first reference heading on.
    """
    if not document.blocks:
        return document
    blocks = [part for block in document.blocks for part in split_source(block)]
    lines = [is_line(block) for block in blocks]
    headings = frozenset(
        index
        for index, block in enumerate(blocks)
        if is_heading(block)
        and not lines[index]
        and not (index + 1 < len(blocks) and lines[index + 1] and not _opens(block, settings))
    )
    serving = served(blocks, lines)
    halves = reference_halves(blocks, headings, settings.reference_headings, whole=reference)
    roles = public_roles(blocks, lines, headings)
    parts = [Part.PUBLIC] * len(blocks)
    for half in halves:
        for index, role in reference_roles(blocks, lines, headings, serving, half):
            parts[index], roles[index] = Part.REFERENCE, role
    above = ""
    assigned: list[Block] = []
    for index, block in enumerate(blocks):
        assigned.append(replace(block, part=parts[index], role=roles[index], heading=block.heading or above))
        if index in headings:
            above = block.prose.plain.strip()
    return replace(document, blocks=tuple(assigned))


def _opens(block: Block, settings: Settings) -> bool:
    return block.kind is BlockKind.HEADING or bool(opens_references(block.prose.plain, settings.reference_headings))
