from __future__ import annotations

import json

import pytest

from dvht_lint.model import Source
from dvht_lint.readers import read as read_by_suffix
from dvht_lint.readers.bibtex import read as read_bibtex
from dvht_lint.readers.csl import looks_like_references, read, sources_of
from dvht_lint.text import Span
from dvht_lint.writers.apa import apa_line
from dvht_lint.writers.csl import csl_json

ITEM = """\
[
  {
    "id": "http://zotero.org/users/1/items/ABCD",
    "type": "report",
    "title": "Annual Report 2011",
    "author": [{"literal": "Polaris Project"}],
    "issued": {"date-parts": [["2012", 7]]},
    "ISBN": ["9780306406157"],
    "volume": 2,
    "zotero-extra": "kept"
  }
]
"""


def test_an_item_of_zotero_has_its_fields_at_their_places() -> None:
    [source] = read("works.json", ITEM.encode()).sources
    assert source.fields == {
        "type": "report", "title": "Annual Report 2011", "author": [{"literal": "Polaris Project"}],
        "issued": {"date-parts": [[2012, 7]]}, "ISBN": "9780306406157", "volume": "2", "zotero-extra": "kept",
    }  # fmt: skip
    assert (source.id, source.explicit_id) == ("http://zotero.org/users/1/items/ABCD", True)
    assert source.spans["title"].cut(ITEM) == '"Annual Report 2011"'
    assert source.spans["issued"].cut(ITEM) == '{"date-parts": [["2012", 7]]}'


def test_a_json_array_is_a_bibliography() -> None:
    assert read_by_suffix("works.json", ITEM.encode()).format == "csl"


YAML = """\
references:
- id: dabby2013
  type: report
  title: "Trafficking: Considerations"
  author:
  - family: Dabby
    given: F. C.
  issued:
  - year: 2013
    month: 7
- id: dcp
  title: Counting Beds
  issued: 2019-03
"""


def test_pandocs_references_are_read_from_yaml() -> None:
    first, second = read("references.yaml", YAML.encode()).sources
    assert (first.id, first.authors, first.fields["issued"]) == ("dabby2013", ("Dabby",), {"date-parts": [[2013, 7]]})
    assert (second.title, second.fields["issued"]) == ("Counting Beds", {"date-parts": [[2019, 3]]})
    assert second.spans["title"].cut(YAML) == "Counting Beds"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ITEM, True),
        (YAML, True),
        ("---\n# ours\nreferences:\n- id: a\n", True),
        ('{"references": []}', True),
        ("version: 1\nsources: {}\n", False),
        ('{"version": 1, "sources": {}}', False),
        ("on: push\njobs: {}\n", False),
        ("", False),
    ],
)
def test_a_bibliography_is_told_by_its_beginning(text: str, expected: bool) -> None:
    assert looks_like_references(text.encode()) is expected


def test_what_is_no_entry_is_a_problem_and_the_others_survive() -> None:
    found = read(
        "works.json",
        b'[4, {"title": "No id"}, {"id": "a", "title": "A"}, {"id": "a", "title": "B"}, {"id": 7, "title": "C"}]',
    )
    assert [(s.id, s.title) for s in found.sources] == [("a", "A"), ("7", "C")]
    assert [(p.code, p.fatal, p.span.start) for p in found.problems] == [
        ("DV002", False, 1),
        ("DV002", False, 4),
        ("DV004", False, 58),
    ]


@pytest.mark.parametrize("text", ["[{", '[{"id": "a",}]', '"text"'])
def test_a_broken_file_is_one_fatal_problem(text: str) -> None:
    found = read("works.json", text.encode())
    assert not found.sources
    assert [(p.code, p.fatal) for p in found.problems] == [("DV002", True)]


def test_references_of_a_front_matter() -> None:
    [source] = sources_of(
        [{"id": "a", "title": "A", "issued": 2012, "author": "Hope House"}, "no entry"], "a.md", Span(0, 9)
    )
    assert (source.id, source.year, source.authors, source.span) == ("a", 2012, ("Hope House",), Span(0, 9))


BIB = r"""
@report{a, author = {Dabby, F. C. and {Hope House}}, title = {Considerations}, institution = {Institute on Violence},
  location = {San Francisco, CA}, date = {2013-07}}
@article{b, author = {Campbell, Jacquelyn C.}, title = {Consequences}, journal = {The Lancet}, volume = 359, number = 9314,
  pages = {1331--1336}, year = 2002, doi = {10.1016/S0140-6736(02)08336-8}}
@online{c, author = {{Polaris Project}}, title = {Hotels}, url = {https://example.org/hotels}, urldate = {2024-01-15}}
"""


def test_a_bibliography_written_out_reads_the_same() -> None:
    sources = read_bibtex("works.bib", BIB.encode()).sources
    again = read("works.json", csl_json(sources).encode()).sources
    assert [(s.id, s.fields) for s in again] == [(s.id, s.fields) for s in sources]


def test_sources_as_apa_lines() -> None:
    assert [apa_line(s) for s in read_bibtex("works.bib", BIB.encode()).sources] == [
        "Dabby, F. C., & Hope House. (2013, July). *Considerations.* San Francisco, CA: Institute on Violence.",
        "Campbell, J. C. (2002). Consequences. *The Lancet, 359*(9314), 1331–1336. https://doi.org/10.1016/S0140-6736(02)08336-8",
        "Polaris Project. (n.d.). *Hotels.* Retrieved January 15, 2024, from https://example.org/hotels",
    ]


def test_our_own_fields_go_where_csl_keeps_what_is_not_its_own() -> None:
    fields = {
        "type": "report",
        "title": "A",
        "revised": {"date-parts": [[2013]]},
        "superseded-by": "b",
        "issued": "2012-03",
    }
    unread = Source("x", "a.md", Span(0, 1), "see our files", parsed=False)
    first, second = json.loads(csl_json([Source("a", "a.md", Span(0, 1), "", fields), unread]))
    assert first == {
        "id": "a", "type": "report", "title": "A", "issued": {"date-parts": [[2012, 3]]},
        "custom": {"revised": {"date-parts": [[2013]]}, "superseded-by": "b"},
    }  # fmt: skip
    assert second == {"id": "x", "type": "document", "note": "see our files"}
    again, _ = read("a.json", json.dumps([first, second]).encode()).sources
    assert (again.fields["superseded-by"], again.latest_year) == ("b", 2013)
