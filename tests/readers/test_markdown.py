"""Markdown: what is a block, what leaves the prose, and where every word stands in the file."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvht_lint.model import BlockKind, Role
from dvht_lint.readers import read
from dvht_lint.text import MarkKind
from tests.readers.checks import blocks, check_document, place_of, plain


def one(text: str):
    (block,) = blocks("a.md", text)
    return block


def marks(block, kind):
    return [(mark.span.cut(block.prose.plain), mark.target) for mark in block.prose.marks if mark.kind is kind]


# --- places -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("In 2011, **19,427** calls.", "19,427", "1:12-1:18"),
        ("In **20**11, 19,**427** calls.", "19,427", "1:14-1:22"),
        ("The hotline\nanswered 19,427\ncalls.", "answered", "2:1-2:9"),
        ("The hotline\r\nanswered 19,427 calls.", "19,427", "2:10-2:16"),
        ("The hotline\ranswered 19,427 calls.", "19,427", "2:10-2:16"),
        ("The hotline  \nanswered 19,427 calls.", "19,427", "2:10-2:16"),
        ("The hotline\\\nanswered 19,427 calls.", "hotline answered", "1:5-2:9"),
        ("A &amp; B &#8217; &nbsp;19,427 calls", "19,427", "1:25-1:31"),
        ("\ufeffIn 2011, 19,427 calls.", "19,427", "1:10-1:16"),
        ("😀😀 **é** 中文 19,427 calls", "19,427", "1:13-1:19"),
        ("- one\n- 😀 **two** 19,427\n", "19,427", "2:13-2:19"),
        ("> quoted\n> 19,427 calls", "19,427", "2:3-2:9"),
        ("| a | b |\n|--|--|\n| 😀 | 19,427 |", "19,427", "3:7-3:13"),
        ("19\u00a0427 calls", "19 427", "1:1-1:7"),
        ("traf\u00adfick\u00ading in 2011", "trafficking", "1:1-1:14"),
        ("\\* 19,427 \\*", "19,427", "1:4-1:10"),
        ("it was `19,427` calls", "19,427", "1:9-1:15"),
        ("[19,427 calls](https://a.org)", "19,427", "1:2-1:8"),
        ("tab\t19,427", "19,427", "1:5-1:11"),
        ("x\x00 19,427", "19,427", "1:4-1:10"),
        ("---\ntitle: 19,427\n---\n\n19,427 calls", "19,427", "5:1-5:7"),
        ("<p>In <b>19,427</b> calls</p>", "19,427", "1:10-1:16"),
    ],
)
def test_words_keep_their_place(text, words, place):
    assert place_of("a.md", text, words) == place


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("soft\nwrap", "soft wrap"),
        ("hard  \nwrap", "hard wrap"),
        ("**bold** *and* ***both*** __so__ _on_", "bold and both so on"),
        ("“curly” -- it's", "“curly” -- it's"),
        ("&lt;5% &amp; &bogus;", "<5% & &bogus;"),
        ("a <!-- not this --> b", "a b"),
        ("![a chart of 19,427](c.png) text", "text"),
        ("<Name of program> helps <5% of", "<Name of program> helps <5% of"),
        ("H<sub>2</sub>O", "H2O"),
        ("~~19,000~~ 19,427 calls", "19,427 calls"),
        ("a<br>b", "a b"),
        ("Name: _____", "Name: _____"),
        ("a toll-\nfree line of 2007-\n2010", "a toll-free line of 2007-2010"),
        ("short-\nand long-term care -\nor not", "short- and long-term care - or not"),
    ],
)
def test_markup_leaves_the_prose(text, read_as):
    assert plain("a.md", text) == [read_as]


# --- blocks -----------------------------------------------------------------------------------------


def test_every_kind_of_block():
    text = "# Head {#top}\n\nText.\n\n- item\n\n> quote\n\n[^n]: note\n\n```\ncode\n```\n\n| h |\n|---|\n| cell |\n"
    assert [(b.kind, b.prose.plain) for b in blocks("a.md", text)] == [
        (BlockKind.HEADING, "Head"),
        (BlockKind.PARAGRAPH, "Text."),
        (BlockKind.ITEM, "item"),
        (BlockKind.QUOTE, "quote"),
        (BlockKind.NOTE, "note"),
        (BlockKind.CODE, "code"),
        (BlockKind.CELL, "h"),
        (BlockKind.CELL, "cell"),
    ]
    assert blocks("a.md", text)[0].key == "top"
    assert blocks("a.md", "Setext\n------\n")[0].level == 2


def test_items_know_their_list():
    text = "- a\n- b\n  1. c\n  2. d\n- e\n\ntext\n\n3) f\n\n4) g\n"
    assert [(b.prose.plain, b.level, b.marker, b.group, b.tight) for b in blocks("a.md", text)] == [
        ("a", 1, "-", 1, True),
        ("b", 1, "-", 1, True),
        ("c", 2, "1.", 2, True),
        ("d", 2, "2.", 2, True),
        ("e", 1, "-", 1, True),
        ("text", 0, "", 0, False),
        ("f", 1, "3)", 3, False),
        ("g", 1, "4)", 3, False),
    ]


def test_what_follows_in_an_item_is_a_paragraph_of_its_group():
    first, second, third = blocks("a.md", "- claim\n\n  Source: X (2012).\n\nnext")
    assert (first.kind, second.kind) == (BlockKind.ITEM, BlockKind.PARAGRAPH)
    assert first.group == second.group == 1
    assert third.group == 0


def test_a_source_line_right_below_a_bullet_is_a_block():
    text = "- one\n- two\nSource: X. (2012).\n"
    assert [(b.kind, b.prose.plain, b.group) for b in blocks("a.md", text)] == [
        (BlockKind.ITEM, "one", 1),
        (BlockKind.ITEM, "two", 1),
        (BlockKind.PARAGRAPH, "Source: X. (2012).", 0),
    ]
    assert plain("a.md", "A claim.\n**Source:** X. (2012).") == ["A claim.", "Source: X. (2012)."]
    assert plain("a.md", "The report names its\nsource as the hotline.") == [
        "The report names its source as the hotline."
    ]


def test_typed_bullets_and_numbered_references_are_items():
    assert [(b.kind, b.marker, b.prose.plain) for b in blocks("a.md", "• one\n• two\n  more\n")] == [
        (BlockKind.ITEM, "•", "one"),
        (BlockKind.ITEM, "•", "two more"),
    ]
    assert [(b.marker, b.prose.plain) for b in blocks("a.md", "[1] Polaris. (2012).\n[2] UNODC. (2012).")] == [
        ("[1]", "Polaris. (2012)."),
        ("[2]", "UNODC. (2012)."),
    ]


def test_alerts_and_divisions_are_markup():
    assert plain("a.md", "> [!NOTE]\n> It rose.") == ["It rose."]
    assert plain("a.qmd", "::: {.callout}\nIt rose.\n:::\n\nIt fell.\n:::") == ["It rose.", "It fell."]


def test_a_year_that_opens_a_line_is_no_list_mark():
    assert plain("a.md", "2011. It was the first year.") == ["2011. It was the first year."]


def test_cells_know_their_column():
    text = "| Year | Calls |\n|------|------:|\n| 2011 | **19,427** |\n| 2012 | 20,652 |\n"
    assert [(b.prose.plain, b.label, b.level, b.role is Role.HEADING) for b in blocks("a.md", text)] == [
        ("Year", "", 0, True),
        ("Calls", "", 0, True),
        ("2011", "Year", 1, False),
        ("19,427", "Calls", 1, False),
        ("2012", "Year", 2, False),
        ("20,652", "Calls", 2, False),
    ]


# --- references ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "read_as", "labels"),
    [
        ("2,945<sup>3</sup> people", "2,945 people", ["3"]),
        ("2,945³ people", "2,945 people", ["3"]),
        ("2,945^3^ people", "2,945 people", ["3"]),
        ("calls.<sup>[12](#n12)</sup> Then", "calls. Then", ["12"]),
        ("calls <sup>1,3–5</sup>.", "calls.", ["1", "3", "4", "5"]),
        ("calls[^a] and[^b].\n\n[^a]: x", "calls and.", ["a", "b"]),
        ("calls [3]. Then [4, 6], and[7][8].", "calls. Then, and.", ["3", "4", "6", "7", "8"]),
        ("calls†", "calls", ["†"]),
        ("the [12] calls of 5 km², 10⁶ and 4 m<sup>2</sup>", "the [12] calls of 5 km², 10⁶ and 4 m²", []),
        ("the 20<sup>th</sup> Act", "the 20th Act", []),
        ("in `x[3]` or \\[3\\]", "in x[3] or [3]", []),
    ],
)
def test_note_marks_leave_the_text(text, read_as, labels):
    block = blocks("a.md", text)[0]
    assert block.prose.plain == read_as
    assert sorted(target for _, target in marks(block, MarkKind.NOTE)) == sorted(labels)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("It rose.[^1] Then", 8),
        ("It rose. [^1] Then", 8),
        ("It rose. <sup>1</sup> Then", 8),
        ("It rose. [^1]", 8),
        ("It rose [^1], then", 7),
        ("It rose **much** [^1].", 12),
        ("It rose. [@key] Then", 8),
    ],
)
def test_a_note_mark_stands_right_behind_the_words_it_speaks_for(text, at):
    block = blocks("a.md", f"{text}\n\n[^1]: x\n")[0]
    assert [mark.span.start for mark in block.prose.marks if not len(mark.span)] == [at]
    assert "  " not in block.prose.plain
    assert " ," not in block.prose.plain


def test_the_names_of_notes_have_no_case():
    call, note = blocks("a.md", "It rose.[^Polaris]\n\n[^POLARIS]: Polaris (2012).")
    assert marks(call, MarkKind.NOTE) == [("", note.label)]


def test_a_note_mark_knows_its_place():
    block = one("It answered 2,945<sup>3</sup> calls.")
    (mark,) = block.prose.marks
    assert (mark.span.start, mark.source.start, mark.source.end) == (17, 17, 29)


@pytest.mark.parametrize(
    ("text", "read_as", "keys"),
    [
        ("Calls rose [@polaris, p. 4; see also @unodc].", "Calls rose.", ["polaris, p. 4", "unodc"]),
        ("Calls rose. [-@polaris-2012] Then", "Calls rose. Then", ["polaris-2012"]),
        ("@polaris says so; a@b.org does not.", "@polaris says so; a@b.org does not.", ["polaris"]),
        ("Write to [us at a@b.org].", "Write to [us at a@b.org].", []),
        ("`@code` \\@no", "@code @no", []),
    ],
)
def test_pandoc_citations_are_marks(text, read_as, keys):
    block = one(text)
    assert block.prose.plain == read_as
    assert [mark.target for mark in block.prose.marks if mark.kind is MarkKind.CITATION] == keys


def test_the_definition_of_a_note_is_a_block():
    text = "Calls rose.[^1]\n\n[^1]: Polaris Project.\n    (2012).\n\n    A second paragraph.\n"
    _, first, second = blocks("a.md", text)
    assert (first.kind, first.label, first.prose.plain) == (BlockKind.NOTE, "1", "Polaris Project. (2012).")
    assert (second.kind, second.label) == (BlockKind.NOTE, "1")


def test_a_note_written_in_the_text_is_a_block():
    text, note = blocks("a.md", "Calls rose^[Polaris, *Report* (2012).] in 2011.")
    assert text.prose.plain == "Calls rose in 2011."
    assert (note.kind, note.prose.plain) == (BlockKind.NOTE, "Polaris, Report (2012).")
    assert marks(text, MarkKind.NOTE) == [("", note.label)]


def test_a_paragraph_that_begins_with_a_raised_number_is_a_note():
    for text in ("¹ Polaris Project (2012).", "<sup>1</sup> Polaris Project (2012)."):
        block = one(text)
        assert (block.kind, block.label, block.prose.plain) == (BlockKind.NOTE, "1", "Polaris Project (2012).")


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("See [the **CDC**](https://cdc.gov/x).", [("the CDC", "https://cdc.gov/x")]),
        ("See <https://cdc.gov>.", [("https://cdc.gov", "https://cdc.gov")]),
        ("See https://cdc.gov/a_(b).", [("https://cdc.gov/a_(b)", "https://cdc.gov/a_(b)")]),
        ("See (www.cdc.gov).", [("www.cdc.gov", "http://www.cdc.gov")]),
        ("See [CDC].\n\n[CDC]: https://cdc.gov", [("CDC", "https://cdc.gov")]),
        ('See <a href="https://cdc.gov?a&amp;b">CDC</a>.', [("CDC", "https://cdc.gov?a&b")]),
        ("Calls rose[3](https://cdc.gov).", [("", "https://cdc.gov")]),
    ],
)
def test_links_are_marks(text, links):
    assert marks(one(text), MarkKind.LINK) == links


@pytest.mark.parametrize(
    "text",
    [
        "Write to [us](malito:a@b.org).",
        'Write to [malito:a@b.org](<malito:a@b.org> "malito:a@b.org").',
        "Write to [us][office].\n\n[Office]: malito:a@b.org 'Our office'",
        "Write to [office].\r\r[office]:\r  <malito:a@b.org>",
        "> Write to <malito:a@b.org>.",
        "Write to <a title=' href=x' href='malito:a@b.org'>us</a>.",
        "<p>Write to <a href=malito:a@b.org>us</a>.</p>",
    ],
)
def test_a_link_knows_where_its_target_stands(text):
    [block] = blocks("a.md", text)
    [link] = [mark for mark in block.prose.marks if mark.kind is MarkKind.LINK]
    place = link.target_source
    corrected = text[: place.start] + "mailto:a@b.org" + text[place.end :]
    [block] = blocks("a.md", corrected)
    assert marks(block, MarkKind.LINK)[0][1] == "mailto:a@b.org"


def test_an_escaped_target_has_no_place_to_edit():
    [block] = blocks("a.md", '<a href="malito:a@b.org?cc=c&amp;d">us</a> and [us](malito:a\\_b@c.org)')
    assert [mark.target_source for mark in block.prose.marks] == [None, None]


# --- the file ---------------------------------------------------------------------------------------


def test_comments_are_kept_with_their_place():
    text = "<!-- one --> <!-- two -->\n\na <!-- three --> b\n\n> <!-- four\n> -->\n\n`<!-- code -->`\n\n```\n<!-- too -->\n```"
    document = read("a.md", text.encode())
    assert [comment.text.strip() for comment in document.comments][:3] == ["one", "two", "three"]
    assert len(document.comments) == 4
    for comment in document.comments:
        assert comment.span.cut(text) == f"<!--{comment.text}-->"


def test_front_matter_is_metadata():
    document = read("a.md", b"---\ntitle: T\nlang: no\nyear: 2012\nbibliography: [a.bib, b.bib]\n---\n# H\n")
    assert document.metadata == {"title": "T", "lang": "no", "year": "2012", "bibliography": ["a.bib", "b.bib"]}
    assert document.language == "no"
    assert [block.prose.plain for block in document.blocks] == ["H"]


@pytest.mark.parametrize(
    "text", ["---\n\ntext\n\n---\n\nmore", "---\njust a line\n---\n\nmore", "text\n\n---\n\na: b\n"]
)
def test_rules_are_not_front_matter(text):
    document = read("a.md", text.encode())
    check_document(document)
    assert len(document.blocks) == 2
    assert not document.metadata


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("---\ntitle: T\nb: [1\n---\n", "T"),
        ("---\ntitle: Rents: a study\n---\n", "Rents: a study"),
        ("---\n&a: *b\ntitle: 'T'\n---\n", "T"),
        ("---\ntitle: T  # short\n\tauthor: A\n---\n", "T"),
        ("---\ntitle: T\ndeep: " + "[" * 3000 + "\n---\n", "T"),
        ('+++\ntitle = "T"\ndate = 2026-11-01\n+++\n', "T"),
        ('+++\ntitle = "T"\ndate = soon\n+++\n', "T"),
    ],
)
def test_front_matter_that_is_not_valid_is_read_line_by_line_and_the_page_below_it(head, title):
    document = read("a.md", f"{head}text\n".encode())
    check_document(document)
    assert not document.problems
    assert document.metadata["title"] == title
    assert [block.prose.plain for block in document.blocks] == ["text"]


@given(st.text("a:-=[]\"'\t\n +#&*{}", max_size=60), st.sampled_from(["---", "+++"]))
def test_whatever_stands_between_the_marks_the_page_is_read(block, mark):
    document = read("a.md", f"{mark}\nkey: v\n{block}\n{mark}\n\nThe page.\n".encode())
    assert document.blocks[-1].prose.plain == "The page."


def test_a_language_given_in_html_holds_for_the_markdown_in_it():
    text = '<div lang="es">\n\nHola **mundo**.\n\n</div>\n\nHello.\n'
    assert [(b.prose.plain, b.language) for b in blocks("a.md", text)] == [("Hola mundo.", "es"), ("Hello.", "")]


def test_prose_in_raw_html_is_prose():
    text = "<details>\n<summary>More &amp; more</summary>\n\nInside **it**.\n\n</details>\n\n<p>19,427<sup>1</sup> calls</p>\n"
    assert plain("a.md", text) == ["More & more", "Inside it.", "19,427 calls"]


PROSE = (
    "In 2011, the **hotline** U.S.-based toll-free answered 19,427 calls “so” (55% to 60%) *of* women, men & 2007-2010 "
    "😀 [link](https://a.org) `code` &amp; 2,945<sup>3</sup> potential_victims it's said."
)
WORDS = st.lists(st.sampled_from(PROSE.split(" ")), min_size=1, max_size=40).map(lambda words: ["Text", *words])


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_a_carriage_return_alone_ends_a_line(name):
    text = "---\nlang: en\n---\nIn 2019 we saw 1,204 people.\n\n## References\n\n- One\n- Two\n\n| a |\n|---|\n| 1 |\n"
    assert plain(name, text.replace("\n", "\r")) == plain(name, text)


@given(
    st.lists(WORDS, min_size=1, max_size=4), st.integers(20, 80), st.sampled_from(["\n", "\r\n", "\r"]), st.booleans()
)
def test_wrapping_line_ends_and_byte_order_marks_change_no_prose(paragraphs, width, newline, mark):
    lines = [" ".join(words) for words in paragraphs]
    wrapped = "\n\n".join(textwrap.fill(line, width, break_long_words=False) for line in lines)
    expected = plain("a.md", "\n\n".join(lines))
    assert len(expected) == len(lines)
    assert plain("a.md", ("\ufeff" if mark else "") + wrapped.replace("\n", newline)) == expected
    assert plain("a.txt", wrapped.replace("\n", newline)) == expected


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ('{{< figure src="a.png" title="Calls rose 40%" >}}\n', []),
        ('{{<img src="a.jpg" caption="How it fits">}}\n', []),
        ('{% include chart.html id="12" %}\n', []),
        ("import Chart from './chart'\n\nText.\n", ["Text."]),
        ('<Chart data={rows} title="30% more" />\n', []),
        (
            "<Callout>\nIn 2020, 1,204 callers were turned away.\n</Callout>\n",
            ["In 2020, 1,204 callers were turned away."],
        ),
        ('<Stat value="12" /> shelters closed.\n', ["shelters closed."]),
        ('!!! note "Careful"\n    Calls are many.\n', ["Calls are many."]),
        ("??? tip\n    Calls are many.\n", ["Calls are many."]),
        ("We found `r nrow(x)` cases, and `{python} 1+1`.\n", ["We found cases, and."]),
        ("![](images/of two.png)\n", []),
        ("Calls are {{ site.calls | round }} a day.\n", ["Calls are a day."]),
        ("Call {{ hotline }} in <Insert county>.\n", ["Call {{ hotline }} in <Insert county>."]),
        ("The code `{{< figure >}}` stays, and a < B.\n", ["The code {{< figure >}} stays, and a < B."]),
    ],
)
def test_what_a_site_builder_replaces_is_no_prose(text, read_as):
    document = read("a.md", text.encode())
    check_document(document)
    assert [block.prose.plain for block in document.blocks] == read_as


@given(st.text("+-=|a1 \n", max_size=80))
def test_any_grid_is_read_with_its_places(rest):
    check_document(read("a.md", f"+---+---+\n{rest}\n".encode()))


@given(st.text('{<%>}A/="r` !:?\n', max_size=60))
def test_any_markup_of_a_builder_keeps_the_places_of_the_rest(text):
    check_document(read("a.md", f"One {text} two.\n".encode()))
