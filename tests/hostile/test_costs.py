"""Small files that stand for much: refused before they cost much."""

from __future__ import annotations

import io
import zipfile

import pytest

from dvht_lint.readers import read

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
<Relationship Id="r" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>"""


def word(body: str) -> bytes:
    """A Word file with a body."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')
    return packed.getvalue()


def test_a_word_file_of_many_elements_is_refused() -> None:
    document = read("a.docx", word("<w:p/>" * 1_000_001))
    assert [problem.code for problem in document.problems] == ["DV007"]


@pytest.mark.parametrize("digits", ["9" * 5000, "99999999", "²", "-1", "٣"])
def test_a_number_in_a_word_file_that_is_none_counts_as_none(digits: str) -> None:
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{digits}"/></w:tcPr><w:p><w:r><w:t>One</w:t></w:r></w:p></w:tc>'
    number = f'<w:pPr><w:numPr><w:ilvl w:val="{digits}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    item = f"<w:p>{number}<w:r><w:t>Two</w:t></w:r></w:p>"
    document = read("a.docx", word(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>{item}"))
    assert not document.problems
    assert [block.prose.plain for block in document.blocks] == ["One", "Two"]


def test_an_archive_that_contradicts_itself_is_no_word_document() -> None:
    cut = word("<w:p/>")[1:]  # every place that its directory names is one byte further on
    assert [problem.code for problem in read("a.docx", cut).problems] == ["DV001"]


def test_an_archive_packed_as_no_word_document_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("_rels/.rels", RELATIONS)
    (problem,) = read("a.docx", packed.getvalue()).problems
    assert problem.message == "_rels/.rels is packed in a way that no Word document is"
