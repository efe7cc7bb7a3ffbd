"""Every reader, over any input: no exception, and every character knows its way back to the file."""

from __future__ import annotations

from importlib import import_module

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dvht_lint.readers import MODULES, SUPPORTED_SUFFIXES, read, reader_for
from tests.readers.checks import check_document

PROSE = [".md", ".txt", ".html"]

# Markup that opens and may never close, odd spaces, characters of two, three and four bytes, and every line end.
FRAGMENTS = st.sampled_from(
    """\n \r\n \r \n\n \t # - * ** _ __ ~~ ` ``` ~~~ > | |-| [ ] ( ) [^1] [^1]: [1] [1]:_ ![ ]( <b> </b> <sup>3</sup> <sup>
    </sup> <sup>th</sup> <p> </p> <li> <ul> </ul> <table> <tr> <td> <th> </table> <br> <del> </del> <div_lang="es"> <pre>
    <script> </script> <!-- --> <!--c--> <a_href="#n1">1</a> <li_id="n1"> <Name> &amp; &nbsp; &#8217; &shy; &bogus; & <
    19,427 2,945³ 55% calls women Source: •_ 1._ 2011._ [@key,_p._4] [a@b.org;_@c] [3](#x) www.a.org] @key ^[note] https://a.org/b_ “ ” ’ é 中文 😀 \u00a0
    \u00ad \u200b \ufeff \u2028 \x00 \x0c \\ \\[ --- === _____ :::""".replace("\n    ", " ").split(" ")
).map(lambda fragment: fragment.replace("_", " ") if len(fragment) > 1 and fragment.strip("_") else fragment)
DOCUMENTS = st.lists(st.one_of(FRAGMENTS, st.text(max_size=8), st.just("\n"), st.just(" ")), max_size=60).map("".join)


@pytest.mark.parametrize("suffix", PROSE)
@given(text=DOCUMENTS)
@example(text="")
@example(text="\ufeff# A\r\n\r\n- b\rc")
@example(text="---\ntitle: x\n---\ntext")
@example(text="---\ntitle: [\n---\ntext")
@example(text="---\n2012-13-45\n---\ntext")
@example(text="> <!-- a\n> b -->\n> text")
@example(text="7. <OK>\n\n\t\ttext")
@example(text="- # head\n  text")
@example(text="a:\n\n \t  $ make\n\n  \t# more\n")
@example(text="    indented `code\n\n\tmore** 😀\n")
def test_every_character_knows_its_way_back(suffix, text):
    document = read(f"a{suffix}", text.encode("utf-8", "surrogatepass").decode("utf-8", "replace").encode())
    check_document(document)
    assert document.path == f"a{suffix}"


@pytest.mark.parametrize("suffix", PROSE)
@given(data=st.binary(max_size=60))
def test_any_bytes_are_read_or_reported(suffix, data):
    document = read(f"a{suffix}", data)
    check_document(document)
    if any(problem.code == "DV001" for problem in document.problems):
        assert not document.blocks


def test_the_table_of_suffixes_says_what_the_modules_say():
    for module, suffixes in MODULES.items():
        assert suffixes == import_module(f"dvht_lint.readers.{module}").SUFFIXES
    every = [suffix for suffixes in MODULES.values() for suffix in suffixes]
    assert len(every) == len(set(every)) == len(SUPPORTED_SUFFIXES)


@pytest.mark.parametrize(
    ("path", "module"),
    [
        ("a.md", "markdown"),
        ("A.MD", "markdown"),
        ("dir.md/a.txt", "plain"),
        ("page.HTM", "html"),
        ("c.yaml", "corpus"),
        ("p.jsonl", "pairs"),
        ("refs.bib", "bibtex"),
        ("a.docx", "docx"),
        ("a.png", None),
        (".md", None),
        ("md", None),
        ("dir.md/README", None),
    ],
)
def test_a_reader_is_chosen_by_suffix(path, module):
    assert reader_for(path) == module


@pytest.mark.parametrize(
    ("data", "line", "said"),
    [
        (b"one\ntwo \xff three", 2, "byte 8 (0xFF) in line 2"),
        (b"\xef\xbb\xbfone\r\n\xe9t\xe9", 2, "byte 8 (0xE9) in line 2"),
        (b"caf\xc3", 1, "byte 3 (0xC3) in line 1"),
    ],
)
def test_what_is_no_text_is_a_fatal_problem_at_its_byte(data, line, said):
    for suffix in PROSE:
        document = read(f"a{suffix}", data)
        (problem,) = document.problems
        assert problem.code == "DV001"
        assert problem.fatal
        assert said in problem.message
        assert document.text.place(problem.span.start).line == line


def test_utf_16_with_a_byte_order_mark_is_read():
    document = read("a.md", "In 2011: **19,427** calls “so”.".encode("utf-16"))
    assert [block.prose.plain for block in document.blocks] == ["In 2011: 19,427 calls “so”."]
    check_document(document)
