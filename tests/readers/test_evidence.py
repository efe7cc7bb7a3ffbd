"""Evidence: the pages of a source, with the words and figures that a reader of it sees."""

from __future__ import annotations

import sys

import pytest

from dvht_lint.errors import MissingExtraError, UnreadableError
from dvht_lint.readers.evidence import EVIDENCE_SUFFIXES, read_pages
from dvht_lint.text import MarkKind
from tests.readers.checks import check_prose
from tests.readers.pdfs import pdf, text


def pages(*contents: list[str]) -> list[list[str]]:
    """The paragraphs of each page of a PDF, checked."""
    found = read_pages("a.pdf", pdf(*contents))
    for page in found:
        for paragraph in page.paragraphs:
            check_prose(paragraph, page.text)
    return [[paragraph.plain for paragraph in page.paragraphs] for page in found]


def test_lines_make_paragraphs():
    content = [
        text("In 2011 the hotline answered", 72, 700),
        text("19,427 calls.", 72, 686),
        text("A second paragraph stands", 72, 650),
        text("below a gap.", 72, 636),
    ]
    assert pages(content) == [
        ["In 2011 the hotline answered 19,427 calls.", "A second paragraph stands below a gap."],
    ]


def test_a_small_raised_number_is_a_note_mark():
    content = [
        text("It connected 2,945", 72, 700),
        text("3", 175, 705, size=7),
        text(" people on 5 km", 179, 700),
        text("2", 264, 705, size=7),
        text(".", 268, 700),
    ]
    (page,) = read_pages("a.pdf", pdf(content))
    (paragraph,) = page.paragraphs
    assert paragraph.plain == "It connected 2,945 people on 5 km²."
    assert [mark.target for mark in paragraph.marks if mark.kind is MarkKind.NOTE] == ["3"]


def test_a_note_below_the_text_is_a_paragraph_of_its_own():
    content = [
        text("It answered 19,427 calls.", 72, 700),
        text("3", 72, 92, size=6),
        text("Polaris Project (2012).", 76, 88, size=9),
    ]
    assert pages(content) == [["It answered 19,427 calls.", "Polaris Project (2012)."]]


def test_words_divided_at_a_line_end_are_joined():
    content = [
        text("The hotline serves victims of traffick-", 72, 700),
        text("ing with victim-centered care. It is a victim-", 72, 686),
        text("centered program of the years 2007-", 72, 672),
        text("2010.", 72, 658),
    ]
    joined = (
        "The hotline serves victims of trafficking with victim-centered care. "
        "It is a victim-centered program of the years 2007-2010."
    )
    assert pages(content) == [[joined]]


def test_columns_are_read_one_after_the_other():
    left = [text("The left column tells of the", 72, 700), text("hotline and its 19,427 calls.", 72, 686)]
    right = [text("The right column tells of", 320, 700), text("2,945 people.", 320, 686)]
    assert pages(left + right) == [
        ["The left column tells of the hotline and its 19,427 calls.", "The right column tells of 2,945 people."]
    ]


def test_running_heads_and_page_numbers_are_no_prose():
    contents = [
        [text("Annual Report 2011", 72, 760), text(f"Page {n} says {n * 1000} calls.", 72, 700), text(f"{n}", 300, 40)]
        for n in range(1, 5)
    ]
    assert pages(*contents) == [[f"Page {n} says {n * 1000} calls."] for n in range(1, 5)]


def test_pages_have_the_labels_that_a_reader_cites():
    found = read_pages("a.pdf", pdf([text("One.", 72, 700)], [text("Two.", 72, 700)]))
    assert [(page.label, page.plain) for page in found] == [("1", "One."), ("2", "Two.")]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.md", b"In 2011: **19,427**<sup>3</sup> calls.\n\n- And more."),
        ("a.txt", b"In 2011: **19,427**\xc2\xb3 calls.\n\n- And more."),
        ("a.html", b"<p>In 2011: <b>19,427</b><sup>3</sup> calls.<ul><li>And more."),
    ],
)
def test_other_formats_are_one_page(name, data):
    (page,) = read_pages(name, data)
    assert (page.label, page.plain) == ("", "In 2011: 19,427 calls.\nAnd more.")
    assert page.text == data.decode()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.pdf", b"", "cannot be opened"),
        ("a.pdf", b"%PDF-1.4 and nothing more", "cannot be opened"),
        ("a.pdf", pdf([]), "no text"),
        ("a.txt", b" \n", "no text"),
        ("a.txt", b"caf\xe9", "not UTF-8"),
        ("a.docx", b"PK", "no Word document"),
        ("a.png", b"\x89PNG", "evidence is a PDF"),
        ("a.yaml", b"version: 1", "evidence is a PDF"),
    ],
)
def test_what_cannot_be_read_is_said(name, data, said):
    with pytest.raises(UnreadableError, match=said):
        read_pages(name, data)


def test_pdf_without_its_extra_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(MissingExtraError, match=r"dvht-lint\[pdf\]"):
        read_pages("a.pdf", pdf([text("One.", 72, 700)]))


def test_every_suffix_of_evidence_is_read():
    for suffix in EVIDENCE_SUFFIXES - {".pdf", ".docx"}:
        assert read_pages(f"a{suffix}", b"Text.")[0].plain == "Text."
