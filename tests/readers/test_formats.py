"""One document in every format is the same document."""

from __future__ import annotations

import io
from html import escape

import pytest
from docx import Document as NewDocument

from dvht_lint.model import BlockKind
from dvht_lint.readers import read
from dvht_lint.text import MarkKind
from tests.readers.checks import check_document

# A block: what it is, and its text with the stretches that are bold (b), raised (s) or plain.
CONTENT = [
    (BlockKind.HEADING, [("Facts & figures", "")]),
    (BlockKind.PARAGRAPH, [("In 2011 the hotline answered ", ""), ("19,427 calls", "b"), (" “day” and night.", "")]),
    (BlockKind.ITEM, [("It connected 2,945", ""), ("3", "s"), (" people, 55% to 60% of them women.", "")]),
    (BlockKind.ITEM, [("It is open 24/7.", "")]),
    (BlockKind.PARAGRAPH, [("Source: Polaris Project. (2012). Annual Report 2011. Washington, DC.", "")]),
]


def as_markdown() -> bytes:
    starts = {BlockKind.HEADING: "# ", BlockKind.ITEM: "- ", BlockKind.PARAGRAPH: ""}
    looks = {"": "{}", "b": "**{}**", "s": "<sup>{}</sup>"}
    lines = [starts[kind] + "".join(looks[look].format(text) for text, look in parts) for kind, parts in CONTENT]
    return "\n\n".join(lines).replace(".\n\n- It is", ".\n- It is").encode()


def as_html() -> bytes:
    tags = {BlockKind.HEADING: "h1", BlockKind.ITEM: "li", BlockKind.PARAGRAPH: "p"}
    looks = {"": "{}", "b": "<strong>{}</strong>", "s": "<sup>{}</sup>"}
    parts = []
    for kind, runs in CONTENT:
        inside = "".join(looks[look].format(escape(text)) for text, look in runs)
        parts.append(f"<{tags[kind]}>{inside}</{tags[kind]}>")
    return (
        "\n".join(parts)
        .replace("<li>It connected", "<ul><li>It connected")
        .replace("24/7.</li>", "24/7.</li></ul>")
        .encode()
    )


def as_docx() -> bytes:
    document = NewDocument()
    for kind, runs in CONTENT:
        style = {BlockKind.HEADING: "Heading 1", BlockKind.ITEM: "List Bullet"}.get(kind)
        paragraph = document.add_paragraph(style=style)
        for text, look in runs:
            run = paragraph.add_run(text)
            run.bold, run.font.superscript = look == "b" or None, look == "s" or None
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.md", as_markdown()), ("a.txt", as_markdown()), ("a.html", as_html()), ("a.docx", as_docx())],
    ids=["markdown", "plain", "html", "docx"],
)
def test_one_document_in_every_format(name, data):
    document = read(name, data)
    check_document(document)
    assert [(block.kind, block.prose.plain) for block in document.blocks] == [
        (kind, "".join(text for text, look in runs if look != "s")) for kind, runs in CONTENT
    ]
    marked = [
        (mark.kind, mark.span.cut(block.prose.plain) or mark.target)
        for block in document.blocks
        for mark in block.prose.marks
    ]
    assert marked == [(MarkKind.STRONG, "19,427 calls"), (MarkKind.NOTE, "3")]
    items = [block for block in document.blocks if block.kind is BlockKind.ITEM]
    assert [(block.level, block.group, block.tight, block.marker) for block in items] == [(1, 1, True, "-")] * 2
