"""A blank or a prompt is still to be filled in.

Why: Talking points travel as templates. What is left blank is printed as it stands: "XX% of our clients", "Name: _____".

Fails: "Phone: _____", "[insert county]", "XX%", "TBD", "{{ name }}"; a prompt with nothing below it, such as "Our program has
taken the following steps:".

Passes: the same once filled in; a line that ends with a colon and introduces a list, code, an image, or sections; `{{ name }}` in a page
that a site builder fills in (it has front matter, or other marks of a template); names such as "[STATE AGENCY]" in a model text.

Fix: Fill it in or delete it. For a template that is meant to stay one: `<!-- dvht-lint: ignore-file[DV006] reason="template" -->`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import zip_longest

from dvht_lint.diagnostic import Finding, Label, Severity
from dvht_lint.lexicons import load
from dvht_lint.model import BlockKind, Claim, Document, Role, Settings, Statement
from dvht_lint.rules.base import rule
from dvht_lint.text import Prose, Span

_CAPITALS = re.compile(r"\[[A-Z][A-Z ,/&'’-]{1,60}\](?!\()")
_MODEL = 3
"""From so many different names in capitals and brackets on, a text is a model, for others to fill in: "[STATE AGENCY]"."""


@rule("DV006", "unfilled-placeholder", on=Document, severity=Severity.WARNING)
def check(document: Document, settings: Settings) -> Iterator[Finding]:
    """Report each line with a blank once, and each prompt."""
    del settings
    text = document.text.text
    built = bool(document.metadata) or any(mark in text for mark in ("{%", "{{<", "{{%"))
    model = len(set(_CAPITALS.findall(text))) >= _MODEL
    for prose, role, beyond in _texts(document):
        lines: set[int] = set()
        for blank in _blanks(prose.plain):
            if (built and prose.plain.startswith("{{", blank.start)) or (
                model and _CAPITALS.fullmatch(blank.cut(prose.plain))
            ):
                continue
            span = prose.source(blank)
            line = document.text.place(span.start).line
            if line not in lines:
                lines.add(line)
                message = f"{blank.cut(prose.plain).strip()!r} is still to be filled in"
                yield Finding(message, at=Label(document.path, span), key=prose.plain)
        if role is Role.FORM and not lines and prose.plain.rstrip().endswith(":") and not beyond.strip():
            where = prose.source(prose.whole())
            yield Finding("nothing is filled in below this prompt", at=Label(document.path, where), key=prose.plain)


def _texts(document: Document) -> Iterator[tuple[Prose, Role, str]]:
    """What readers see: blocks, or the texts of a corpus file; and what the file has between each and the next, such as an image."""
    level = 0
    for block, following in zip_longest(document.blocks, document.blocks[1:]):
        if block.kind is BlockKind.CODE or block.role is Role.SOURCE:
            continue
        end = following.span.start if following is not None else len(document.text.text)
        filled = following is not None and (
            following.kind in {BlockKind.CODE, BlockKind.CELL}
            or (following.kind is BlockKind.HEADING and following.level > level)
        )
        level = block.level if block.kind is BlockKind.HEADING else level
        yield block.prose, block.role, "below" if filled else document.text.text[block.span.end : end]
    if not document.blocks and document.format != "pairs":
        sides: tuple[Claim | Statement, ...] = (*document.claims, *document.statements)
        for side in sides:
            yield side.prose, side.role, ""


def _blanks(text: str) -> list[Span]:
    """The blanks of a text, in order; of two that overlap the longer."""
    folded = text.casefold()
    signs = [sign for sign in load("document_parts")["blanks"] if sign in folded]
    found = sorted(
        (Span(*match.span()) for sign in signs for match in _pattern(sign).finditer(text)),
        key=lambda s: (s.start, -s.end),
    )
    kept: list[Span] = []
    for span in found:
        if not kept or kept[-1].end <= span.start:
            kept.append(span)
    return kept


@cache
def _pattern(sign: str) -> re.Pattern[str]:
    return re.compile("|".join(load("document_parts")["blanks"][sign]), re.IGNORECASE)
