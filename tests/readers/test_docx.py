"""Word documents: what stands in them as Word shows it, and where."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

import pytest
from docx import Document as NewDocument
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given
from hypothesis import strategies as st

from dvht_lint.model import BlockKind, Role
from dvht_lint.readers import read
from dvht_lint.readers.docx import locate
from dvht_lint.text import MarkKind, Span
from tests.readers.checks import check_document

W = nsdecls("w")
WRITTEN = "a1 2,³•[]@😀é\u00a0\u00ad<&>\t"


def written(document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def reread(document):
    found = read("a.docx", written(document))
    check_document(found, comments_in_text=False)
    assert not found.problems
    return found


def texts(document) -> list[str]:
    return [block.prose.plain for block in reread(document).blocks]


def add(paragraph, xml: str) -> None:
    paragraph._p.append(parse_xml(xml))


def marks(block, kind):
    return [(mark.span.cut(block.prose.plain), mark.target) for mark in block.prose.marks if mark.kind is kind]


def test_runs_that_word_cut_apart_are_one_text():
    document = NewDocument()
    paragraph = document.add_paragraph("In 2011 the hotline answered ")
    paragraph.add_run("19,").bold = True
    paragraph.add_run("427").bold = True
    paragraph.add_run(" calls.")
    (block,) = reread(document).blocks
    assert block.prose.plain == "In 2011 the hotline answered 19,427 calls."
    assert marks(block, MarkKind.STRONG) == [("19,427", "")]


def test_a_raised_number_is_a_note_mark_and_a_raised_unit_is_not():
    document = NewDocument()
    paragraph = document.add_paragraph("It connected 2,945")
    paragraph.add_run("3").font.superscript = True
    paragraph.add_run(" people, on 5 km")
    paragraph.add_run("2").font.superscript = True
    paragraph.add_run(", on the 20")
    paragraph.add_run("th").font.superscript = True
    paragraph.add_run(".")
    found = reread(document)
    (block,) = found.blocks
    assert block.prose.plain == "It connected 2,945 people, on 5 km², on the 20th."
    assert marks(block, MarkKind.NOTE) == [("", "3")]
    (note,) = (mark for mark in block.prose.marks if mark.kind is MarkKind.NOTE)
    assert note.source.cut(found.text.text) == "3"


def test_a_lifted_base_line_is_as_good_as_a_superscript():
    document = NewDocument()
    paragraph = document.add_paragraph("It connected 2,945")
    add(paragraph, f'<w:r {W}><w:rPr><w:position w:val="8"/><w:sz w:val="16"/></w:rPr><w:t>3</w:t></w:r>')
    assert texts(document) == ["It connected 2,945"]


def test_tracked_insertions_are_in_and_deletions_out():
    document = NewDocument()
    paragraph = document.add_paragraph("The hotline answered ")
    add(paragraph, f'<w:del {W} w:id="1"><w:r><w:delText>19,000</w:delText></w:r></w:del>')
    add(paragraph, f'<w:ins {W} w:id="2"><w:r><w:t>19,427</w:t></w:r></w:ins>')
    add(paragraph, f'<w:moveFrom {W} w:id="3"><w:r><w:t> gone</w:t></w:r></w:moveFrom>')
    add(paragraph, f'<w:moveTo {W} w:id="4"><w:r><w:t> calls</w:t></w:r></w:moveTo>')
    add(paragraph, f"<w:r {W}><w:rPr><w:strike/></w:rPr><w:t> struck</w:t></w:r>")
    add(paragraph, f"<w:r {W}><w:rPr><w:vanish/></w:rPr><w:t> hidden</w:t></w:r>")
    (block,) = reread(document).blocks
    assert block.prose.plain == "The hotline answered 19,427 calls"
    assert marks(block, MarkKind.DELETED) == [("", " struck")]


def test_links_are_marked_however_they_were_made():
    document = NewDocument()
    relation = document.part.relate_to(
        "https://polaris.example/report",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
        is_external=True,
    )
    paragraph = document.add_paragraph("See ")
    add(
        paragraph,
        f'<w:hyperlink {nsdecls("w", "r")} r:id="{relation}"><w:r><w:t>the report</w:t></w:r></w:hyperlink>',
    )
    paragraph.add_run(" and ")
    for part in (
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> HYPERLINK "https://unodc.example/" </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>the survey</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
        "<w:t>.</w:t>",
    ):
        add(paragraph, f"<w:r {W}>{part}</w:r>")
    (block,) = reread(document).blocks
    assert block.prose.plain == "See the report and the survey."
    assert marks(block, MarkKind.LINK) == [
        ("the report", "https://polaris.example/report"),
        ("the survey", "https://unodc.example/"),
    ]


def test_headings_lists_and_quotations_are_told_by_their_style():
    document = NewDocument()
    document.add_heading("Facts", level=2)
    document.add_paragraph("A fact.", style="List Bullet")
    document.add_paragraph("Another.", style="List Bullet")
    document.add_paragraph("Between.")
    document.add_paragraph("First.", style="List Number")
    document.add_paragraph("Second.", style="List Number")
    document.add_paragraph("She said so.", style="Quote")
    blocks = reread(document).blocks
    assert [(b.kind, b.level, b.marker, b.group) for b in blocks] == [
        (BlockKind.HEADING, 2, "", 0),
        (BlockKind.ITEM, 1, "-", 1),
        (BlockKind.ITEM, 1, "-", 1),
        (BlockKind.PARAGRAPH, 0, "", 0),
        (BlockKind.ITEM, 1, "1.", 2),
        (BlockKind.ITEM, 1, "2.", 2),
        (BlockKind.QUOTE, 0, "", 0),
    ]
    assert all(block.tight for block in blocks if block.kind is BlockKind.ITEM)


def test_cells_know_their_column_and_row():
    document = NewDocument()
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ["Year", "Calls", "2011", "19,427"], strict=True):
        cell.text = text
    blocks = reread(document).blocks
    assert [(b.prose.plain, b.label, b.level, b.role is Role.HEADING) for b in blocks] == [
        ("Year", "", 0, True),
        ("Calls", "", 0, True),
        ("2011", "Year", 1, False),
        ("19,427", "Calls", 1, False),
    ]
    assert {block.kind for block in blocks} == {BlockKind.CELL}
    assert len({block.group for block in blocks}) == 1


FOOTNOTES = """<w:footnotes {w}><w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote>
<w:footnote w:id="7"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Polaris Project (2012).</w:t></w:r>
</w:p></w:footnote></w:footnotes>"""


def with_footnote(document) -> bytes:
    """The document's file with a part of footnotes, which python-docx does not write."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(written(document))) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/_rels/document.xml.rels":
                relation = f'<Relationship Id="rIdNotes" Type="{kind}" Target="footnotes.xml"/></Relationships>'
                data = data.replace(b"</Relationships>", relation.encode())
            new.writestr(name, data)
        new.writestr("word/footnotes.xml", FOOTNOTES.format(w=W))
    return stream.getvalue()


def test_a_footnote_is_a_block_after_the_body_and_its_call_a_mark():
    document = NewDocument()
    paragraph = document.add_paragraph("It answered 19,427")
    add(paragraph, f'<w:r {W}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="7"/></w:r>')
    paragraph.add_run(" calls.")
    document.add_paragraph("The end.")
    found = read("a.docx", with_footnote(document))
    check_document(found)
    call, end, note = found.blocks
    assert call.prose.plain == "It answered 19,427 calls."
    assert marks(call, MarkKind.NOTE) == [("", "1")]
    assert end.prose.plain == "The end."
    assert (note.kind, note.label, note.prose.plain) == (BlockKind.NOTE, "1", "Polaris Project (2012).")
    assert found.text.place(note.span.start).line == 3


def test_a_line_is_a_paragraph_and_a_column_a_character_of_it():
    document = NewDocument()
    document.add_paragraph("One 😀.")
    document.add_paragraph("")
    paragraph = document.add_paragraph("A\tb")
    paragraph.add_run().add_break()
    paragraph.add_run("c 19,427")
    paragraph.add_run().add_break(WD_BREAK.PAGE)
    found = reread(document)
    assert found.text.text == "One 😀.\n\nA\tb\vc 19,427"
    assert found.blocks[1].prose.plain == "A b c 19,427"
    at = found.blocks[1].prose.plain.index("19,427")
    span = found.blocks[1].prose.source(Span(at, at + 6))
    assert locate(found.text, span) == (2, 6, 12)


def test_a_source_on_a_line_of_its_own_is_a_block():
    document = NewDocument()
    paragraph = document.add_paragraph("It answered 19,427 calls.")
    paragraph.add_run().add_break()
    paragraph.add_run("Source: Polaris Project (2012).")
    assert texts(document) == ["It answered 19,427 calls.", "Source: Polaris Project (2012)."]


def test_a_text_box_is_read_once():
    document = NewDocument()
    paragraph = document.add_paragraph("Outside.")
    box = "<w:txbxContent><w:p><w:r><w:t>Inside.</w:t></w:r></w:p></w:txbxContent>"
    names = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    add(
        paragraph,
        f'<w:r {W} {names}><mc:AlternateContent><mc:Choice Requires="wps">{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>",
    )
    document.add_paragraph("After.")
    assert texts(document) == ["Outside.", "Inside.", "After."]


def test_a_reviewers_comment_speaks_for_the_words_it_was_made_on():
    document = NewDocument()
    paragraph = document.add_paragraph("It answered ")
    run = paragraph.add_run("19,427 calls")
    paragraph.add_run(".")
    document.add_comment(run, text='dvht-lint: ignore[number-drift] reason="checked"')
    found = reread(document)
    (comment,) = found.comments
    assert comment.text == 'dvht-lint: ignore[number-drift] reason="checked"'
    assert comment.covers.cut(found.text.text) == "19,427 calls"


def archive(**parts: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name, text in parts.items():
            new.writestr(name, text)
    return stream.getvalue()


RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Target='
    '"word/document.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>'
    "</Relationships>"
)

FORMATS = ["", "<w:b/>", "<w:i/>", "<w:strike/>", '<w:vertAlign w:val="superscript"/>', "<w:vanish/>"]
RUNS = st.lists(st.tuples(st.sampled_from(FORMATS), st.text(WRITTEN, max_size=4)), max_size=5)


@given(st.lists(RUNS, max_size=5))
def test_every_character_knows_its_way_back(content):
    body = "".join(
        "<w:p>"
        + "".join(
            f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' for look, text in part
        )
        + "</w:p>"
        for part in content
    )
    main = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    document = read("a.docx", archive(**{"_rels/.rels": RELATIONS, "word/document.xml": main}))
    assert not document.problems
    check_document(document)
    shown = ["".join(text for look, text in part if look != "<w:vanish/>") for part in content]
    assert document.text.text.split("\n") == (shown or [""])


@given(st.binary(max_size=80))
def test_any_bytes_are_read_or_reported(data):
    document = read("a.docx", b"PK\x03\x04" + data)
    assert [problem.code for problem in document.problems] == ["DV001"]


BOMB = f'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><w:document {W}><w:body/></w:document>'


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (b"", "DV001", "no Word document"),
        (b"just text", "DV001", "no Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "DV001", "password"),
        (written(NewDocument())[:3000], "DV001", "no Word document"),
        (archive(**{"a.txt": "x"}), "DV001", "no main part"),
        (archive(**{"_rels/.rels": RELATIONS}), "DV001", "no body"),
        (archive(**{"_rels/.rels": RELATIONS, "word/document.xml": "<w:document"}), "DV001", "not well-formed"),
        (archive(**{"_rels/.rels": RELATIONS, "word/document.xml": BOMB}), "DV001", "entities"),
    ],
)
def test_what_is_no_word_document_is_a_fatal_problem(data, code, said):
    document = read("a.docx", data)
    (problem,) = document.problems
    assert (problem.code, problem.fatal) == (code, True)
    assert said in problem.message
    assert not document.blocks


def test_a_part_that_unpacks_without_end_is_refused(monkeypatch):
    monkeypatch.setattr("dvht_lint.readers.docx_package._LARGEST_PART", 1 << 20)
    data = archive(**{"_rels/.rels": RELATIONS, "word/document.xml": " " * (2 << 20)})
    assert len(data) < 10_000
    (problem,) = read("a.docx", data).problems
    assert (problem.code, problem.fatal) == ("DV007", True)
    assert "more than 1 MB" in problem.message
