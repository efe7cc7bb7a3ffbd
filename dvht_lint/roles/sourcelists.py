"""Lists of sources below a statement: "Sources:" on a line of its own, and a bullet for each work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dvht_lint.model import Block, BlockKind
from dvht_lint.roles.halves import looks_like_citation
from dvht_lint.roles.sourcelines import INLINE, is_bare_label, is_source_line

__all__ = ["with_listed_sources"]

_SERVED = frozenset({BlockKind.ITEM, BlockKind.PARAGRAPH, BlockKind.QUOTE})


def with_listed_sources(blocks: list[Block]) -> list[Block]:
    """The blocks, those of such lists marked as serving the block above their label.

    A single list of the kind is the bibliography of its document: only where a document has several, or has
    `Source:` lines too, does each belong to what stands above it.
    """
    labels = [i for i, block in enumerate(blocks) if block.kind is BlockKind.PARAGRAPH and is_bare_label(block)]
    if not labels or len(labels) + sum(is_source_line(block.prose.plain) for block in blocks) < 2:
        return blocks
    marked = list(blocks)
    for label in labels:
        end = _end_of_list(blocks, label + 1)
        if label and blocks[label - 1].kind in _SERVED and end > label + 1:
            marked[label:end] = [replace(block, marker=INLINE) for block in blocks[label:end]]
    return marked


def _end_of_list(blocks: Sequence[Block], start: int) -> int:
    """Where the bullets end that begin at `start` and cite works."""
    end = start
    while end < len(blocks) and blocks[end].kind is BlockKind.ITEM and blocks[end].group == blocks[start].group:
        if not looks_like_citation(blocks[end].prose.plain):
            break
        end += 1
    return end
