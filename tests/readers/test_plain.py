"""Plain text: Markdown's marks are read, what only a plain text means is kept."""

from __future__ import annotations

import pytest

from dvht_lint.model import BlockKind
from dvht_lint.text import MarkKind
from tests.readers.checks import blocks, place_of, plain


def test_bold_and_bullets_are_read_as_in_markdown():
    text = "Talking points\n\n- In 2011, **19,427 calls** came in.\n\nSource: Polaris. (2012). *Report.*\n"
    first, second, third = blocks("a.txt", text)
    assert first.kind is BlockKind.PARAGRAPH
    assert (second.kind, second.prose.plain) == (BlockKind.ITEM, "In 2011, 19,427 calls came in.")
    assert [(m.kind, m.span.cut(second.prose.plain)) for m in second.prose.marks] == [(MarkKind.STRONG, "19,427 calls")]
    assert third.prose.plain == "Source: Polaris. (2012). Report."


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("    Indented text\n    of two lines.", [(BlockKind.PARAGRAPH, "Indented text of two lines.")]),
        ("Intro:\n\n\t**Tabbed** text.", [(BlockKind.PARAGRAPH, "Intro:"), (BlockKind.PARAGRAPH, "Tabbed text.")]),
        ("Name:\n\n_____\n", [(BlockKind.PARAGRAPH, "Name:"), (BlockKind.PARAGRAPH, "_____")]),
        ("Name: _____\nPhone: ___ Fax: ___", [(BlockKind.PARAGRAPH, "Name: _____ Phone: ___ Fax: ___")]),
        ("Facts\n-----\nText.", [(BlockKind.HEADING, "Facts"), (BlockKind.PARAGRAPH, "Text.")]),
        ("A whole sentence.\n-----", [(BlockKind.PARAGRAPH, "A whole sentence.")]),
        ("Two lines\nof text\n=====", [(BlockKind.PARAGRAPH, "Two lines of text")]),
        ("<5% of <women>, p<.05", [(BlockKind.PARAGRAPH, "<5% of <women>, p<.05")]),
        ("<Name of program>\n", [(BlockKind.PARAGRAPH, "<Name of program>")]),
        ("Facts\n~~~~~\n19,427 calls.", [(BlockKind.PARAGRAPH, "Facts"), (BlockKind.PARAGRAPH, "19,427 calls.")]),
        ("#1 in calls", [(BlockKind.PARAGRAPH, "#1 in calls")]),
        ("5 * 3 * 2 and ~20 to ~30", [(BlockKind.PARAGRAPH, "5 * 3 * 2 and ~20 to ~30")]),
        ("C:\\temp a_b_c", [(BlockKind.PARAGRAPH, "C:\\temp a_b_c")]),
    ],
)
def test_what_only_plain_text_means_is_kept(text, kinds):
    assert [(block.kind, block.prose.plain) for block in blocks("a.txt", text)] == kinds


def test_indented_text_keeps_its_place():
    text = "Intro.\n\n    😀 **19,427** calls\r\n      and 2,945 more\n"
    assert place_of("a.txt", text, "19,427") == "3:9-3:15"
    assert place_of("a.txt", text, "2,945") == "4:11-4:16"


def test_directives_work_in_plain_text():
    assert plain("a.txt", "<!-- dvht-lint: ignore-file[x] -->\n\nText.") == ["Text."]
