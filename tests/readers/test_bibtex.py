from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvht_lint.model import Document, Source
from dvht_lint.readers.bibtex import read

ENTRY = """\
@techreport{polaris2012,
  author      = {{Polaris Project}},
  title       = {Annual Report 2011},
  subtitle    = {Increasing Awareness},
  institution = {Polaris Project},
  address     = {Washington, DC},
  year        = 2012,
  month       = jul,
}
"""


def document(text: str) -> Document:
    return read("works.bib", text.encode())


def only(text: str) -> Source:
    [source] = document(text).sources
    return source


def test_an_entry_has_csl_fields_at_their_places() -> None:
    source = only(ENTRY)
    assert source.fields == {
        "type": "report", "title": "Annual Report 2011: Increasing Awareness", "author": [{"literal": "Polaris Project"}],
        "issued": {"date-parts": [[2012, 7]]}, "publisher": "Polaris Project", "publisher-place": "Washington, DC",
    }  # fmt: skip
    assert (source.id, source.explicit_id) == ("polaris2012", True)
    assert {name: span.cut(ENTRY) for name, span in source.spans.items()} == {
        "title": "Annual Report 2011", "author": "{Polaris Project}", "issued": "2012", "publisher": "Polaris Project",
        "publisher-place": "Washington, DC",
    }  # fmt: skip
    assert source.span.cut(ENTRY) == ENTRY.rstrip("\n")


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Dabby, F. C.", [{"family": "Dabby", "given": "F. C."}]),
        ("Firoza Chic Dabby", [{"family": "Dabby", "given": "Firoza Chic"}]),
        ("Ludwig van Beethoven and Smith, Jr., Jane", [{"family": "van Beethoven", "given": "Ludwig"}, {"family": "Smith", "given": "Jane", "suffix": "Jr."}]),
        ("{Asian and Pacific Islander Institute} and others", [{"literal": "Asian and Pacific Islander Institute"}]),
        (r"Garc{\'i}a-Molina, H{\'{e}}ctor", [{"family": "García-Molina", "given": "Héctor"}]),
    ],
)  # fmt: skip
def test_names(written: str, names: list[dict[str, str]]) -> None:
    assert only(f"@book{{a, author = {{{written}}}}}").fields["author"] == names


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (r"{The {DNA} of M{\"u}ller \& S{\o}n}", "The DNA of Müller & Søn"),
        (r"{\emph{Health} issues --- a review}", "Health issues — a review"),
        ("\"A ``quoted'' title\"", "A “quoted” title"),
        (r"{Stra{\ss}e, na\"{\i}ve, \v{S}koda, \c{c}a}", "Straße, naïve, Škoda, ça"),
        ("{Two\n   lines~here}", "Two lines here"),
        ('"Part " # one # {!}', "Part One!"),
        (r"{100\% of \$5}", "100% of $5"),
    ],
)
def test_titles_as_a_reader_sees_them(written: str, shown: str) -> None:
    assert only(f"@string{{one = {{One}}}}\n@book{{a, title = {written}}}").title == shown


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("date = {2013-07-01}", {"issued": {"date-parts": [[2013, 7, 1]]}}),
        ("date = {2011/2012}", {"issued": {"date-parts": [[2011], [2012]]}}),
        ("year = {2013}, month = {March}, day = {4}", {"issued": {"date-parts": [[2013, 3, 4]]}}),
        ("year = {in press}", {"issued": {"raw": "in press"}}),
        ("urldate = {2024-01-15}, url = {https://a.example/b_c}", {"accessed": {"date-parts": [[2024, 1, 15]]}, "URL": "https://a.example/b_c", "type": "webpage"}),
        (r"howpublished = {\url{https://a.example/x}}", {"URL": "https://a.example/x", "type": "webpage"}),
        ("pages = {12--19}, journaltitle = {Lancet}", {"page": "12–19", "container-title": "Lancet"}),
    ],
)  # fmt: skip
def test_fields(fields: str, expected: dict[str, object]) -> None:
    found = only(f"@misc{{a, {fields}}}").fields
    assert {k: v for k, v in found.items() if k != "type" or "type" in expected} == expected


def test_the_number_of_an_article_is_its_issue_and_of_a_report_its_number() -> None:
    assert only("@article{a, number = 3}").fields["issue"] == "3"
    assert only("@techreport{a, number = {NCJ 1}}").fields["number"] == "NCJ 1"


def test_a_part_takes_over_from_the_whole_that_it_refers_to() -> None:
    part, _ = document(
        "@inproceedings{p, crossref = {W}, title = {Part}}\n@proceedings{w, title = {Whole}, year = 1999}"
    ).sources
    assert (part.title, part.year, part.fields["container-title"]) == ("Part", 1999, "Whole")
    assert "issued" not in part.spans


def test_a_broken_entry_is_a_problem_at_its_line_and_the_others_survive() -> None:
    text = (
        "@book{a, title = {never closed\n}\n\n"
        + ENTRY
        + "@book{b, title = {Fine}\n@book{c title = {x}}\n@book{, title={y}}\n@book{d, title = {Last}}"
    )
    found = document(text)
    assert [s.id for s in found.sources] == ["polaris2012", "d"]
    assert [(p.code, p.fatal, found.text.place(p.span.start).line) for p in found.problems] == [
        ("DV002", False, 1), ("DV002", False, 13), ("DV002", False, 14), ("DV002", False, 15),
    ]  # fmt: skip


def test_a_key_taken_twice_is_a_problem_that_names_the_first() -> None:
    found = document("@book{a, title={One}}\n@book{A, title={Two}}")
    [problem] = found.problems
    assert (problem.code, problem.span.start, problem.see[0].start) == ("DV004", 28, 6)
    assert [s.title for s in found.sources] == ["One"]


def test_comments_preambles_and_text_between_entries_are_passed_over() -> None:
    text = 'Exported by a program.\n@comment{x}\n@preamble{"\\newcommand"}\n' + ENTRY + "% the end\n"
    assert [s.id for s in document(text).sources] == ["polaris2012"]
    assert not document(text).problems


@given(st.text(st.sampled_from('@{}",=#%\\ \nabk1'), max_size=60))
def test_any_text_is_read(text: str) -> None:
    found = document("@book{" + text)
    for source in found.sources:
        assert all(span.end <= len(found.text.text) for span in (source.span, *source.spans.values()))
    assert all(not p.fatal and p.span.end <= len(found.text.text) for p in found.problems)
