"""The roles of public blocks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dvht_lint.lexicons import load
from dvht_lint.model import Block, BlockKind, Role
from dvht_lint.roles.cues import (
    CAPTION_MARK,
    TABLE_LABEL,
    crude_sentences,
    has_blank,
    has_cue,
    holds_figure,
    is_blurb,
    is_boilerplate,
    is_usage,
    normal,
    words_of,
)
from dvht_lint.roles.halves import reads_as_entry
from dvht_lint.roles.headings import is_question, opens_references, opens_resources
from dvht_lint.text import MarkKind

__all__ = ["blurb_role", "is_form", "public_roles"]

_LISTED = frozenset({BlockKind.ITEM, BlockKind.CELL, BlockKind.QUOTE, BlockKind.CODE})
_LONGEST_PROMPT = 200
_LONGEST_NAME = 16
_LONGEST_CAPTION = 30


def public_roles(blocks: Sequence[Block], lines: Sequence[bool], headings: frozenset[int]) -> list[Role]:
    """The role of every block, taken as public; `lines` and `headings` say what is a `Source:` line or a heading."""
    roles: list[Role] = []
    resources = False
    for index, block in enumerate(blocks):
        heading = index in headings
        if resources and not lines[index] and _is_listed_resource(blocks, index, heading=heading):
            roles.append(Role.RESOURCE)
            continue
        role = _role(blocks, index, lines, heading=heading)
        if heading or role in {Role.LEAD, Role.CLAIM}:
            text = normal(block.prose.plain)
            resources = opens_resources(text) if heading or text.endswith(":") else resources and role is not Role.CLAIM
            if resources and not heading:
                role = Role.RESOURCE
        roles.append(role)
    return roles


def _role(blocks: Sequence[Block], index: int, lines: Sequence[bool], *, heading: bool) -> Role:
    block = blocks[index]
    text = normal(block.prose.plain)
    if lines[index] or block.kind is BlockKind.NOTE:
        return Role.SOURCE
    if block.kind is BlockKind.CODE or not any(c.isalnum() or c == "_" for c in text):
        return Role.BOILERPLATE
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if block.kind is BlockKind.ITEM and reads_as_entry(text):
        return Role.SOURCE
    if block.kind is BlockKind.PARAGRAPH and _is_caption(blocks, index, text):
        return Role.LEAD
    if is_form(text, following):
        return Role.FORM
    if is_question(text) and (heading or not holds_figure(text)):
        return Role.QUESTION
    if heading:
        return Role.HEADING
    if text.endswith(":") and following is not None and following.kind in _LISTED and not holds_figure(text):
        return Role.LEAD
    return blurb_role(text) or Role.CLAIM


def _is_caption(blocks: Sequence[Block], index: int, text: str) -> bool:
    """Whether a paragraph is the caption of a table: it gives no figure but years, and no sentence ends it.

    It stands in the table (HTML), beside it with the label of one, or as a bare phrase right above it.
    """
    above, below = (blocks[i] if 0 <= i < len(blocks) else None for i in (index - 1, index + 1))
    if not any(block is not None and block.kind is BlockKind.CELL for block in (above, below)):
        return False
    if CAPTION_MARK.match(text):
        return True
    label = TABLE_LABEL.match(text)
    bare = text[label.end() :] if label else text
    if holds_figure(bare) or len(bare.split()) > _LONGEST_CAPTION:
        return False
    if label or (blocks[index].group and below is not None and below.group == blocks[index].group):
        return True
    phrase = not text.endswith((".", "!", "?", ":")) and words_of(bare).isdisjoint(
        load("document_parts")["auxiliaries"]
    )
    return phrase and below is not None and below.kind is BlockKind.CELL


def is_form(text: str, following: Block | None) -> bool:
    """Whether a text, already `normal`, is a blank or a prompt that a person is to fill in.

    A prompt is a line that ends with a colon, speaks of the user's own ("our program", "your point"), and has
    nothing below it: neither a list nor, for the weaker cues, a paragraph.
    """
    if has_blank(text):
        return _is_mostly_blank(text)
    if not text.endswith(":") or len(text) > _LONGEST_PROMPT or len(crude_sentences(text)) > 1:
        return False
    if following is not None and following.kind in _LISTED:
        return False
    return has_cue("prompts", text)


def _is_mostly_blank(text: str) -> bool:
    """Whether every sentence of a text has a blank; a claim beside one is still a claim."""
    sentences = crude_sentences(text)
    return all(has_blank(sentence) for sentence in sentences)


def blurb_role(text: str) -> Role | None:
    """The role of a paragraph that is not about the subject: whom to call, how to use the text, who printed it.

    At least half of its sentences have to be of the kind.
    """
    sentences = crude_sentences(text)
    kinds: tuple[tuple[Role, Callable[[str], bool]], ...] = (
        (Role.USAGE, is_usage),
        (Role.CONTACT, is_blurb),
        (Role.BOILERPLATE, is_boilerplate),
    )
    for role, test in kinds:
        if 2 * sum(map(test, sentences)) >= len(sentences) and not holds_figure(text):
            return role
    return None


def _is_listed_resource(blocks: Sequence[Block], index: int, *, heading: bool) -> bool:
    """Whether a block below a heading such as "Where to find help" is one of the names or links it announces."""
    block = blocks[index]
    text = normal(block.prose.plain)
    if holds_figure(text) or block.kind is BlockKind.NOTE:
        return False
    if heading:
        return block.kind is not BlockKind.HEADING and not opens_references(text) and not _opens_section(blocks, index)
    linked = any(mark.kind is MarkKind.LINK for mark in block.prose.marks)
    named = len(text.split()) <= _LONGEST_NAME and not text.endswith((".", "!", "?"))
    if text.endswith(":") and opens_resources(text):
        return True
    return linked or named or is_blurb(text) or block.kind in {BlockKind.ITEM, BlockKind.CELL}


def _opens_section(blocks: Sequence[Block], index: int) -> bool:
    """Whether running text stands below a line that may be a heading or a name: then it is a heading."""
    if index + 1 >= len(blocks):
        return False
    below = blocks[index + 1]
    text = below.prose.plain
    return below.kind is BlockKind.ITEM or (len(text.split()) > _LONGEST_NAME and text.rstrip().endswith("."))
