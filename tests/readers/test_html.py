"""HTML pages: what a reader of the page sees, and where it stands in the file."""

from __future__ import annotations

import pytest

from dvht_lint.model import BlockKind, Role
from dvht_lint.readers import read
from dvht_lint.text import MarkKind
from tests.readers.checks import blocks, place_of, plain


def marks(block, kind):
    return [(mark.span.cut(block.prose.plain), mark.target) for mark in block.prose.marks if mark.kind is kind]


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("<p>In 2011, <b>19,427</b> calls</p>", "19,427", "1:16-1:22"),
        ("<p>A &amp; B&nbsp;19,427", "19,427", "1:19-1:25"),
        ("<p>\n  The   hotline\n  answered\t19,427", "19,427", "3:12-3:18"),
        ("<!DOCTYPE html>\r\n<p title='a>b'>😀 19,427", "19,427", "2:18-2:24"),
        ("<script>if (a < b) '<p>19,427'</script><p>19,427", "19,427", "1:43-1:49"),
        ("text <5 & 19,427", "<5 & 19,427", "1:6-1:17"),
    ],
)
def test_words_keep_their_place(text, words, place):
    assert place_of("a.html", text, words) == place


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("<p>a<p>b", ["a", "b"]),
        ("a<br>b", ["a b"]),
        ("<p>  a \n\n b  </p>", ["a b"]),
        ("<div>a<div>b</div>c</div>", ["a", "b", "c"]),
        ("<nav><ul><li>Home</ul></nav><main>Text</main>", ["Text"]),
        ("<head><title>T</title></head><body>Text", ["Text"]),
        ("<style>p {}</style><template><p>no</p></template><svg><text>no</text></svg>Text", ["Text"]),
        ("<p>a<!-- no -->b", ["ab"]),
        ("<p>a <del>b</del> c <s>d</s>", ["a c"]),
        ("<p>She said <q>so</q>.", ["She said “so”."]),
        ("<p>a<custom-tag>b</custom-tag>", ["ab"]),
        ("<p>a &notit; &bogus; & b", ["a ¬it; &bogus; & b"]),
        ("<p>traf&shy;fick&#8203;ing", ["trafficking"]),
        ("<p>A claim.<br>Source: X (2012).", ["A claim.", "Source: X (2012)."]),
        ("<p>", []),
        ("<a ", ["<a"]),
        ("<!-- never closed <p>x", []),
        ("</p></div>a", ["a"]),
    ],
)
def test_what_is_prose(text, read_as):
    assert plain("a.html", text) == read_as


def test_lists_nest_and_count():
    text = "<ul><li>a<li><p>b</p><p>c</p><ol start=3><li>d<li>e</ol></ul>"
    assert [(b.kind, b.prose.plain, b.level, b.marker, b.group, b.tight) for b in blocks("a.html", text)] == [
        (BlockKind.ITEM, "a", 1, "-", 1, True),
        (BlockKind.ITEM, "b", 1, "-", 1, False),
        (BlockKind.PARAGRAPH, "c", 1, "", 1, False),
        (BlockKind.ITEM, "d", 2, "3.", 2, True),
        (BlockKind.ITEM, "e", 2, "4.", 2, True),
    ]


def test_cells_know_their_column():
    text = "<table><tr><th colspan=2>Place<th>Calls<tr><td>Ohio<td>x<td>427<tr><td>Iowa<td>y<td>12</table>"
    assert [(b.prose.plain, b.label, b.level, b.role is Role.HEADING) for b in blocks("a.html", text)] == [
        ("Place", "", 0, True),
        ("Calls", "", 0, True),
        ("Ohio", "Place", 1, False),
        ("x", "", 1, False),
        ("427", "Calls", 1, False),
        ("Iowa", "Place", 2, False),
        ("y", "", 2, False),
        ("12", "Calls", 2, False),
    ]


def test_headings_quotations_and_code():
    text = "<h2 id=facts>Facts</h2><blockquote><p>So</p></blockquote><pre>a\n  b</pre>"
    heading, quote, code = blocks("a.html", text)
    assert (heading.kind, heading.level, heading.key) == (BlockKind.HEADING, 2, "facts")
    assert quote.kind is BlockKind.QUOTE
    assert (code.kind, code.prose.plain) == (BlockKind.CODE, "a\n  b")


def test_footnotes_are_found_by_their_links():
    text = (
        '<p>19,427<sup><a href="#fn1">1</a></sup> calls<a href="#fn2"><sup>2</sup></a>, 2,945<a href="#fn3">[3]</a>.</p>'
        '<ol><li id="fn1">Polaris (2012). <a href="#r1">↩</a></li><li id="fn2"><p>UNODC (2012).</p></li></ol>'
        '<p><a id="fn3"></a>CDC (2010).</p>'
    )
    call, *notes = blocks("a.html", text)
    assert call.prose.plain == "19,427 calls, 2,945."
    assert marks(call, MarkKind.NOTE) == [("", "1"), ("", "2"), ("", "3")]
    assert [(n.kind, n.label, n.prose.plain) for n in notes] == [
        (BlockKind.NOTE, "1", "Polaris (2012)."),
        (BlockKind.NOTE, "2", "UNODC (2012)."),
        (BlockKind.NOTE, "3", "CDC (2010)."),
    ]


def test_links_and_emphasis_are_marks():
    (block,) = blocks(
        "a.html", '<p>The <a href=" https://a.org/?x&amp;y ">first <strong>19,427</strong></a> <em>calls</em>'
    )
    assert marks(block, MarkKind.LINK) == [("first 19,427", "https://a.org/?x&y")]
    assert marks(block, MarkKind.STRONG) == [("19,427", "")]
    assert marks(block, MarkKind.EMPHASIS) == [("calls", "")]


def test_languages_and_comments():
    text = '<html lang="en"><body><!-- dvht-lint: x --><p>Hello<div lang="es"><p>Hola<p lang="fr">Salut</div><p>Bye'
    document = read("a.html", text.encode())
    assert document.language == "en"
    assert [(b.prose.plain, b.language) for b in document.blocks] == [
        ("Hello", ""),
        ("Hola", "es"),
        ("Salut", "fr"),
        ("Bye", ""),
    ]
    (comment,) = document.comments
    assert comment.span.cut(text) == "<!-- dvht-lint: x -->"
