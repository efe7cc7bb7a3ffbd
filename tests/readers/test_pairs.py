from __future__ import annotations

import csv
import io
import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvht_lint.errors import MissingExtraError
from dvht_lint.model import Document
from dvht_lint.readers.pairs import looks_like_pairs, read
from dvht_lint.text import Prose, Span

ROW = {"id": "a1", "claim": "The line took 9,241 calls.", "statement": "The line answered 9,241 calls in 2011."}


def jsonl(*rows: object) -> bytes:
    return "".join(
        (row if isinstance(row, str) else json.dumps(row, ensure_ascii=False)) + "\n" for row in rows
    ).encode()


def problems(document: Document) -> list[str]:
    places = [(document.text.place(p.span.start), p) for p in document.problems]
    return [f"{place.line}:{place.column} {p.code} {p.message}" for place, p in places]


def test_a_row_is_a_claim_that_names_its_statement():
    text = jsonl({**ROW, "source": "Annual report, 2012", "label": "consistent", "extra": {"nested": [1]}})
    document = read("p.jsonl", text)
    assert document.problems == ()
    (claim,), (statement,) = document.claims, document.statements
    assert (claim.id, claim.statement, statement.id) == ("a1", "a1:statement", "a1:statement")
    assert statement.citations[0].target == "Annual report, 2012"
    at = claim.prose.plain.index("9,241")
    assert claim.prose.source(Span(at, at + 5)).cut(document.text.text) == "9,241"


def test_escapes_keep_the_columns_exact():
    row = '{"id": 7, "claim": "Caf\\u00e9 \\"line\\" \\ud83d\\ude00:\\t9,241\\ncalls", "statement": "s"}'
    document = read("p.jsonl", jsonl(row))
    (claim,) = document.claims
    assert (claim.id, claim.prose.plain) == ("7", 'Café "line" 😀: 9,241 calls')
    at = claim.prose.plain.index("9,241")
    assert claim.prose.source(Span(at, at + 5)).cut(document.text.text) == "9,241"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ('{"id": "b", "claim": "c" "statement": "s"}', "2:26 DV002 expected a comma or '}'"),
        ("not json", "2:1 DV002 not a JSON value: 'not'"),
        ("[1]", "2:1 DV003 a row must be a table"),
        ('{"id": "b", "claim": "c"}', "2:1 DV003 the row needs the key 'statement'"),
        (
            '{"id": "b", "claims": "c", "statement": "s"}',
            "2:1 DV003 the row needs the key 'claim'; did you mean 'claims'?",
        ),
        ('{"id": "b", "claim": ["c"], "statement": "s"}', "2:22 DV003 'claim' must be a text"),
        ('{"id": "b", "claim": " ", "statement": "s"}', "2:22 DV003 'claim' must be a text"),
        ('{"id": "b", "claim": "c", "statement": null}', "2:40 DV003 'statement' must be a text"),
        ('{"claim": "c", "statement": "s"}', "2:1 DV003 the row needs an id"),
        ('{"id": "a1", "claim": "c", "statement": "s"}', "2:8 DV004 two rows have the id 'a1'"),
        ('{"id": "b", "claim": "c", "claim": "d", "statement": "s"}', "2:27 DV004 the key 'claim' is given twice"),
    ],
)
def test_a_bad_row_is_told_and_the_others_are_checked(row, expected):
    document = read("p.jsonl", jsonl(ROW, row, {**ROW, "id": "z"}))
    (found,) = problems(document)
    assert expected in found
    assert not document.problems[0].fatal
    assert (document.claims[0].id, document.claims[-1].id) == ("a1", "z")
    assert len({c.id for c in document.claims}) == len(document.claims) == len({s.id for s in document.statements})


def test_blank_lines_bom_and_crlf():
    document = read("p.jsonl", b"\xef\xbb\xbf" + jsonl(ROW, "  ", {**ROW, "id": "b"}).replace(b"\n", b"\r\n"))
    assert ([c.id for c in document.claims], document.problems) == (["a1", "b"], ())
    assert document.claims[1].span.cut(document.text.text) == json.dumps(ROW["claim"])


def test_a_separator_that_only_unicode_knows_breaks_no_line():
    document = read("p.jsonl", jsonl({**ROW, "claim": "one\u2028two\x85three"}, {**ROW, "id": "b"}))
    assert [c.id for c in document.claims] == ["a1", "b"]


@pytest.mark.parametrize(
    ("path", "data"), [("p.jsonl", b""), ("p.jsonl", b"\n \n"), ("p.csv", b""), ("p.csv", b"id,claim,statement\n")]
)
def test_a_file_without_pairs_is_not_silently_green(path, data):
    assert problems(read(path, data)) == ["1:1 DV003 the file holds no pairs"]


def test_csv_with_quotes_line_breaks_and_other_columns():
    text = (
        "label,Claim, statement ,id,source\r\n"
        'x,"The ""line"" took\r\n 9,241 calls.",It took 9241.,a1,Report\r\n'
        "\r\n"
        "y,Plain 55% claim,Plain statement,b2,\r\n"
    )
    document = read("p.csv", text.encode())
    assert document.problems == ()
    one, two = document.claims
    assert (one.id, one.prose.plain) == ("a1", 'The "line" took 9,241 calls.')
    at = one.prose.plain.index("9,241")
    assert one.prose.source(Span(at, at + 5)).cut(text) == "9,241"
    assert two.prose.source(Span(6, 9)).cut(text) == "55%"
    assert document.statements[0].citations[0].target == "Report"
    assert document.statements[1].citations == ()


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_csv_with_another_delimiter(delimiter):
    text = delimiter.join(["id", "claim", "statement"]) + "\n" + delimiter.join(["a", "c, d", "s"]) + "\n"
    (claim,) = read("p.csv", text.encode()).claims
    assert claim.prose.plain == "c, d"


@pytest.mark.parametrize(
    ("text", "expected", "claims"),
    [
        ('id,claim,statement\na,"c,s\nb,c,s\n', "2:3 DV002 the cell that begins here is never closed", 0),
        ('id,claim,statement\na,c,s\nb,"c "x" y",s\n', "3:6 DV002 a double quote inside a cell in quotes is written twice", 1),
        ("id,claim,statement\na,c,s,t,u\nb,c,s\n", "2:1 DV002 the row has 5 cells, the first row 3", 1),
        ("id,claim,statement\na,c\nb,c,s\n", "2:1 DV003 the row needs the key 'statement'", 1),
        ("id,claim,statement\na,,s\nb,c,s\n", "2:3 DV003 'claim' must be a text", 1),
        ("id,claims,statement\na,c,s\n", "1:1 DV003 the first row must name the columns id, claim, statement: claim is missing; did you mean 'claims'?", 0),
        ("claim,statement\nc,s\n", "1:1 DV003 the first row must name the columns id, claim, statement: id is missing", 1),
        ("id,claim,statement\na,c,s\na,c,s\n", "3:1 DV004 two rows have the id 'a'", 2),
    ],
)  # fmt: skip
def test_bad_csv(text, expected, claims):
    document = read("p.csv", text.encode())
    assert expected in problems(document)[0]
    assert len(document.claims) == claims


CELLS = st.text(st.sampled_from('ab ,"\n\r;1é😀'), max_size=12)


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=5))
def test_csv_as_the_standard_writer_writes_it(rows):
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["id", "claim", "statement"])
    writer.writerows((f"r{n}", f"c{claim}c", f"s{statement}s") for n, (claim, statement) in enumerate(rows))
    document = read("p.csv", out.getvalue().encode())
    assert document.problems == ()
    for claim, (cell, _) in zip(document.claims, rows, strict=True):
        assert claim.prose.plain.split() == f"c{cell}c".split()
        check_pieces(claim.prose, out.getvalue())


@given(st.lists(st.text(max_size=12), min_size=1, max_size=5), st.booleans())
def test_json_lines_as_the_standard_writer_writes_them(texts, ascii_only):
    lines = [
        json.dumps({"id": n, "claim": f"c{t}c", "statement": "s"}, ensure_ascii=ascii_only) for n, t in enumerate(texts)
    ]
    text = "\n".join(lines)
    document = read("p.jsonl", text.encode())
    assert document.problems == ()
    for claim, given_text in zip(document.claims, texts, strict=True):
        assert claim.prose.plain.split() == Prose.verbatim(f"c{given_text}c").plain.split()
        check_pieces(claim.prose, text)


def check_pieces(prose: Prose, text: str) -> None:
    assert "".join(p.plain.cut(prose.plain) for p in prose.pieces) == prose.plain
    for piece in prose.pieces:
        assert not piece.verbatim or piece.plain.cut(prose.plain) == piece.source.cut(text)


@given(st.sampled_from(["p.csv", "p.jsonl"]), st.text(st.sampled_from('{}[]:,"\\ \n\ridclamstet'), max_size=60))
def test_no_text_raises(path, text):
    document = read(path, text.encode())
    assert document.claims or document.problems


def test_parquet_is_shown_as_the_rows_it_stands_for():
    pyarrow = pytest.importorskip("pyarrow", reason="the extra 'scan' is not installed")
    from pyarrow import parquet

    out = io.BytesIO()
    table = pyarrow.table({"label": [1, 2], "id": [1, 2], "claim": ["It took 9,241.", "x"], "statement": ["a", None]})
    parquet.write_table(table, out)
    document = read("p.parquet", out.getvalue())
    assert problems(document) == ["2:38 DV003 'statement' must be a text"]
    (claim,) = document.claims
    assert (claim.id, document.text.place(claim.span.start).line) == ("1", 1)
    assert looks_like_pairs(out.getvalue())
    parquet.write_table(table.drop_columns(["claim"]), out := io.BytesIO())
    assert "claim is missing" in problems(read("p.parquet", out.getvalue()))[0]
    broken = read("p.parquet", b"PAR1 nothing").problems[0]
    assert (broken.code, broken.fatal) == ("DV002", True)


def test_parquet_without_its_extra_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"dvht-lint\[scan\]"):
        read("p.parquet", b"PAR1")


@pytest.mark.parametrize(
    ("data", "ours"),
    [
        (jsonl(ROW), True),
        (jsonl({"event": "click", "id": 1}), False),
        (b"id,claim,statement\n", True),
        (b'"statement";"claim";"id"\n', True),
        (b"name,amount\nclaim,statement\n", False),
        (b"", False),
    ],
)
def test_other_peoples_tables_are_left_alone(data, ours):
    assert looks_like_pairs(data) is ours
