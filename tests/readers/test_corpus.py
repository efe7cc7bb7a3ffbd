from __future__ import annotations

import json
import re
import textwrap
from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dvht_lint.model import CitationKind, Document
from dvht_lint.readers.corpus import looks_like_corpus, read
from dvht_lint.readers.json_nodes import parse_json
from dvht_lint.readers.nodes import Mapping, Node, Scalar, Sequence
from dvht_lint.readers.scalar_prose import scalar_prose
from dvht_lint.readers.yaml_nodes import parse_yaml
from dvht_lint.text import Prose, Span

CORPUS = """\
version: 1
sources:
  polaris-2012:
    type: report
    author: [{literal: Polaris Project}]
    issued: 2012
    title: Annual Report 2011
    publisher-place: Washington, DC
    evidence: evidence/polaris-2012.pdf
  coalition:
    author: Coalition of the State
    editor: {family: Doe, given: Jane}
    issued: {date-parts: [[2004, 5]]}
    revised: 2013-07
    volume: 12
    superseded-by: polaris-2012
statements:
  hotline-2011:
    text: In 2011 the hotline answered 19,427 calls.
    sources: [{id: polaris-2012, locator: p. 4, quote: "answered 19,427 calls"}, coalition]
    reviewed: 2026-11-01
    notes: checked twice
claims:
  - id: c1
    text: >-
      The hotline took
      more than 19,427 calls.
    statement: hotline-2011
  - text: A claim without an id.
contacts:
  line: {name: Help line, phone: 1-888-373-7888, sms: "233733", keyword: BEFREE, hours: 24/7, former-names: [Old line]}
"""


def problems(document: Document) -> list[str]:
    found = []
    for problem in document.problems:
        place = document.text.place(problem.span.start)
        found.append(f"{place.line}:{place.column} {problem.code} {problem.message}")
    return found


def corpus(body: str, path: str = "corpus.yaml") -> Document:
    return read(path, ("version: 1\n" + textwrap.dedent(body)).encode())


def test_a_whole_corpus():
    document = read("facts/corpus.yaml", CORPUS.encode())
    assert document.problems == ()
    polaris, coalition = document.sources
    assert polaris.fields == {
        "type": "report",
        "author": [{"literal": "Polaris Project"}],
        "issued": {"date-parts": [[2012]]},
        "title": "Annual Report 2011",
        "publisher-place": "Washington, DC",
        "evidence": "evidence/polaris-2012.pdf",
    }
    assert (polaris.year, polaris.explicit_id, polaris.authors) == (2012, True, ("Polaris Project",))
    assert polaris.text == "Polaris Project (2012). Annual Report 2011. Washington, DC."
    assert polaris.at("issued").cut(CORPUS) == "2012"
    assert polaris.span.cut(CORPUS).startswith("polaris-2012:\n")
    assert polaris.span.cut(CORPUS).endswith("polaris-2012.pdf")
    assert coalition.fields["author"] == [{"literal": "Coalition of the State"}]
    assert coalition.fields["editor"] == [{"family": "Doe", "given": "Jane"}]
    assert coalition.fields["revised"] == {"date-parts": [[2013, 7]]}
    assert coalition.fields["volume"] == "12"
    assert coalition.latest_year == 2013
    (statement,) = document.statements
    assert statement.sources == ("polaris-2012", "coalition")
    assert statement.reviewed == date(2026, 11, 1)
    first, second = statement.citations
    assert (first.kind, first.locator, first.quote) == (CitationKind.KEY, "p. 4", "answered 19,427 calls")
    assert first.span.cut(CORPUS) == "polaris-2012"
    assert first.quote_prose is not None
    assert first.quote_prose.source(Span(9, 15)).cut(CORPUS) == "19,427"
    assert second.span.cut(CORPUS) == "coalition"
    one, two = document.claims
    assert (one.id, one.statement, one.prose.plain) == (
        "c1",
        "hotline-2011",
        "The hotline took more than 19,427 calls.",
    )
    assert re.fullmatch(r"c-[0-9a-f]{8}", two.id)
    (contact,) = document.contacts
    assert (contact.phone, contact.former_names, contact.document) == (
        "1-888-373-7888",
        ("Old line",),
        "facts/corpus.yaml",
    )
    assert contact.spans["hours"].cut(CORPUS) == "24/7"


def test_json_says_the_same_as_yaml():
    data = yaml.load(CORPUS, yaml.BaseLoader)
    data["version"] = 1
    document, other = read("a.json", json.dumps(data).encode()), read("a.yaml", CORPUS.encode())
    assert document.problems == ()
    assert [(c.id, c.prose.plain, c.statement) for c in document.claims] == [
        (c.id, c.prose.plain, c.statement) for c in other.claims
    ]
    assert [s.fields for s in document.sources] == [s.fields for s in other.sources]


def test_derived_ids_stay_with_the_words_and_tell_two_of_a_kind_apart():
    before = corpus("claims: [{text: One  fact.}, {text: Two.}, {text: Two.}]")
    after = corpus("claims:\n  - text: Zero.\n  - text: >\n      one\n      FACT.\n  - text: Two.\n")
    assert before.claims[0].id == after.claims[1].id
    assert before.claims[2].id == before.claims[1].id + "-2"


def test_claims_that_stand_in_a_document_are_kept_apart():
    document = corpus(
        """\
        statements: {s: {text: Fact.}}
        claims: [{document: talk.md, text: A fact., statement: s}, {text: Another.}]
        """
    )
    assert [c.prose.plain for c in document.claims] == ["Another."]
    ((path, claim),) = document.metadata["placed"]
    assert (path, claim.prose.plain, claim.statement) == ("talk.md", "A fact.", "s")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("statments: {}", "2:1 DV003 unknown key 'statments' in the corpus; did you mean 'statements'?"),
        ("sources: {a: {titel: X}}", "2:15 DV003 unknown key 'titel' in source 'a'; did you mean 'title'?"),
        ("sources: {a: {year: 2012}}", "2:15 DV003 unknown key 'year' in source 'a'; did you mean 'issued'?"),
        ("sources: {a: {url: x}}", "2:15 DV003 unknown key 'url' in source 'a'; did you mean 'URL'?"),
        ("sources: {a: {type: raport}}", "did you mean 'report'?"),
        ("sources: {a: {author: [{famly: X}]}}", "2:25 DV003 unknown key 'famly' in 'author' of source 'a'; did you mean 'family'?"),
        ("sources: {a: {author: [{suffix: Jr}]}}", "2:24 DV003 'author' of source 'a' needs 'family' and 'given', or 'literal'"),
        ("sources: {a: {issued: [2012]}}", "2:23 DV003 'issued' of source 'a' must be a year"),
        ("sources: {a: {issued: {date-parts: [[x]]}}}", "2:36 DV003 'issued' of source 'a': date-parts must be lists of numbers"),
        ("sources: {a: {title: [x]}}", "2:22 DV003 'title' of source 'a' must be a text, not a list"),
        ("sources: {a: {evidence: 'https://example.org/a.pdf'}}", "2:25 DV003 evidence is a copy on disk"),
        ("sources: {a: {id: b}}", "2:19 DV003 the id 'b' differs from the key 'a'"),
        ("sources: [a]", "2:10 DV003 sources must be a table from ids to sources, not a list"),
        ("sources: {a: b}", "2:14 DV003 source 'a' must be a table"),
        ("statements:\n  s:\n    sources: []", "3:3 DV003 statement 's' needs the key 'text'"),
        ("statements:\n  s:\n    text:", "4:10 DV003 the text of statement 's' must be a text, not nothing"),
        ("statements: {s: {text: ' '}}", "2:24 DV003 the text of statement 's' must be a text, not ' '"),
        ("statements: {s: {text: T, reviewed: 2026-13-01}}", "2:37 DV003 'reviewed' of statement 's' must be a date"),
        ("statements: {s: {text: T, sources: [{locator: p. 1}]}}", "2:37 DV003 a source of statement 's' needs the key 'id'"),
        ("statements: {s: {text: T, sources: [{id: a, loctor: 1}]}}\nsources: {a: {}}", "did you mean 'locator'?"),
        ("statements: {s: {text: T, sources: [[a]]}}", "2:37 DV003 a source of statement 's' must be a text, not a list"),
        ("claims: {}", "2:9 DV003 claims must be a list, not a table"),
        ("claims:\n  - just text", "3:5 DV003 a claim must be a table with the keys"),
        ("claims:\n  - statement: s\nstatements: {s: {text: T}}", "3:5 DV003 a claim needs the key 'text'"),
        ("contacts: {c: {fone: x}}", "2:16 DV003 unknown key 'fone' in contact 'c'; did you mean 'phone'?"),
        ("contacts: {c: {former-names: {}}}", "2:30 DV003 'former-names' of contact 'c' must be a text"),
        ("claims: [{text: !!python/name:x T}]", "2:17 DV003 the tag 'tag:yaml.org,2002:python/name:x' means nothing here"),
        ("---\nclaims: []", "2:1 DV003 a second YAML document begins here"),
        ("statements: {s: {text: T}}\nclaims: [{text: C, statement: t}]", "3:31 DV005 the claim rests on the statement 't', which is not defined"),
        ("statements: {hot-line: {text: T}}\nclaims: [{text: C, statement: hotline}]", "did you mean 'hot-line'?"),
        ("statements: {s: {text: T, sources: [a]}}", "2:37 DV005 statement 's' rests on the source 'a', which is not defined"),
        ("sources: {a: {superseded-by: b-2014}}", "2:30 DV005 source 'a' is superseded by 'b-2014', which is not defined"),
        ("statements:\n  s: {text: A}\n  s: {text: B}", "4:3 DV004 the key 's' is given twice in one table"),
        ("statements: {s: {text: A, text: B}}", "2:27 DV004 the key 'text' is given twice"),
        ("claims: [{id: c, text: A}, {id: c, text: B}]", "2:33 DV004 two claims have the id 'c'"),
    ],
)  # fmt: skip
def test_one_fault_stands_at_its_place(body, expected):
    (found,) = problems(corpus(body))
    assert expected in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("claims: []", "1:1 DV003 the corpus needs the key 'version'"),
        ("version: 2", "1:10 DV003 version must be 1, the one version of the format, not '2'"),
        ("version: one", "1:10 DV003 version must be 1"),
        ("", "1:1 DV003 the file is empty"),
        ("# nothing\n", "1:1 DV003 the file is empty"),
        ("- a\n", "1:1 DV003 this is no corpus, which has version"),
        ("just text", "1:1 DV003 the corpus must be a table"),
    ],
)
def test_the_frame(text, expected):
    (found,) = problems(read("c.yaml", text.encode()))
    assert expected in found


def test_null_sections_are_empty_ones():
    assert corpus("sources:\nstatements:\nclaims: ~\ncontacts: null\n").problems == ()


def test_the_rest_is_read_beside_a_fault():
    document = corpus(
        """\
        sources: {a: {title: [x], issued: 2012}}
        statements: {s: {text: T, sources: [a, a, [x]], odd: 1}, t: {sources: [a]}}
        claims: [{text: C, statement: s}, oops, {text: D, statement: t}]
        """
    )
    assert [line.split()[1] for line in problems(document)] == ["DV003"] * 5
    assert document.sources[0].year == 2012
    assert document.statements[0].sources == ("a",)
    assert [c.prose.plain for c in document.claims] == ["C", "D"]


def test_a_dangling_id_is_named_for_other_files_to_answer():
    (problem,) = corpus("claims: [{text: C, statement: elsewhere}]").problems
    assert (problem.code, problem.key) == ("DV005", "elsewhere")


def test_a_date_that_no_calendar_has_is_left_to_the_rule_about_dates():
    document = corpus(
        "sources: {a: {issued: 2012-13-45}, b: {issued: 2013-02-30}, c: {issued: 2007/2010}, d: {issued: n.d.}}"
    )
    assert document.problems == ()
    assert [s.fields["issued"] for s in document.sources] == [
        {"raw": "2012-13-45"}, {"raw": "2013-02-30"}, {"date-parts": [[2007], [2010]]}, {"raw": "n.d."},
    ]  # fmt: skip
    assert [s.year for s in document.sources] == [None, None, 2007, None]


def test_norway_octals_and_times_stay_what_was_written():
    document = corpus("contacts: {a: {name: no, sms: 0123, hours: 12:30:45, keyword: on, phone: 1_000}}")
    (contact,) = document.contacts
    assert (contact.name, contact.sms, contact.hours, contact.keyword, contact.phone) == (
        "no",
        "0123",
        "12:30:45",
        "on",
        "1_000",
    )


# --- broken files ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("claims:\n\t- text: x", "2:1 DV002 a tab cannot stand here"),
        ("claims:\n  - text: He said: no", "2:18 DV002 ': ' starts a value here"),
        ("claims:\n  - text: 'never closed\n", "2:11 DV002 the quotation mark that opens this text is never closed"),
        ("claims:\n  - text: @handle", "2:11 DV002 a plain text cannot begin with this character"),
        ("claims: [a, b\n", "2:1 DV002 expected ',' or ']' here"),
        ("a: 1\n b: 2", "2:3 DV002"),
        ("a: *nowhere", "1:4 DV002 no anchor '&nowhere' stands before this alias"),
        ("a: &x [*x]", "1:8 DV002 the anchor '&x' contains itself"),
        ("a: \x07", "1:4 DV002 a control character (U+0007)"),
        ("😀: '日本\n\n", "1:4 DV002 the quotation mark"),
        ("a: " + "[" * 200, "1:103 DV007 nested more than 100 levels deep"),
    ],
)
def test_broken_yaml(text, expected):
    document = read("c.yaml", text.encode())
    (found,) = problems(document)
    assert expected in found
    assert document.problems[0].fatal


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"version": 1,}', "1:14 DV002 JSON has no comma before '}'"),
        ('{"version": 1\n "claims": []}', "2:2 DV002 expected a comma or '}', not '\"'"),
        ("{'version': 1}", "1:2 DV002 expected a key in double quotes"),
        ('{"a": "x', "1:7 DV002 the text that begins here is never closed"),
        ('{"a": "\\q"}', "1:8 DV002 JSON has no escape"),
        ('{"a": [1, 2', "1:12 DV002 expected a comma or ']', but the file ends: the '[' of line 1 is not closed"),
        ('{"a": True}', "1:7 DV002 not a JSON value: 'True'"),
        ('{"a": 1} x', "1:10 DV002 the file should end here"),
        ('{"a" 1}', "1:6 DV002 expected a colon after the key 'a'"),
        ('{"a": NaN}', "1:7 DV002 not a JSON value"),
        ("[" * 200, "1:101 DV007 nested more than 100 levels deep"),
    ],
)
def test_broken_json(text, expected):
    document = read("c.json", text.encode())
    (found,) = problems(document)
    assert expected in found
    assert document.problems[0].fatal


def test_few_lines_that_stand_for_billions_are_refused():
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    (problem,) = read("c.yaml", "\n".join(lines).encode()).problems
    assert (problem.code, problem.fatal) == ("DV007", True)


def test_anchors_aliases_and_merges():
    document = corpus(
        """\
        sources:
          base: &base {title: Base, publisher: P}
          next: {<<: *base, title: Next}
          list: {<<: [*base, {issued: 2001}]}
        statements:
          s: {text: &words Some words., sources: [base]}
        claims: [{text: *words}]
        """
    )
    assert document.problems == ()
    assert [s.title for s in document.sources] == ["Base", "Next", "Base"]
    assert document.sources[1].fields["publisher"] == "P"
    assert document.sources[2].year == 2001
    assert document.claims[0].prose.plain == "Some words."
    assert "'<<' takes in a table" in problems(corpus("sources: {a: {<<: text}}"))[0]


# --- prose of scalars -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("yaml_text", "plain"),
    [
        ("a: plain words 12 %", "plain words 12 %"),
        ("a: plain\n  folded 12\n\n  words", "plain folded 12 words"),
        ("a: 'it''s 12\n\n  folded'", "it's 12 folded"),
        ('a: "caf\\u00e9 \\"12\\" \\\n   joined  \\\n   up\n   line\\n end"', 'café "12" joined  up line  end'),
        ('a: "\\U0001F600 \\x31\\t2"', "😀 1 2"),
        ('a: "soft\\u00ad \\_ 12"', "soft   12"),
        ("a: |\n  one\n    two 12\n\n  three\n", "one two 12 three"),
        ("a: >-2\n   one 12\n  two\n", "one 12 two"),
        ("a: &anchor !!str >  # note\n  one\n  12\n", "one 12"),
        ("a: |\r\n  one\r\n  12\r\n", "one 12"),
        ("a: &x 'quoted 12'", "quoted 12"),
        ("a: no\u00a0break 12", "no break 12"),
    ],
)
def test_prose_of_every_style_knows_its_way_back(yaml_text, plain):
    root = parse_yaml(yaml_text).root
    assert isinstance(root, Mapping)
    scalar = root.entries["a"].value
    assert isinstance(scalar, Scalar)
    prose = scalar_prose(scalar, yaml_text)
    assert prose.plain == plain
    check_pieces(prose, yaml_text)
    if "12" in plain:
        at = plain.index("12")
        assert prose.source(Span(at, at + 2)).cut(yaml_text) == "12"


def check_pieces(prose: Prose, text: str) -> None:
    assert "".join(piece.plain.cut(prose.plain) for piece in prose.pieces) == prose.plain
    for piece in prose.pieces:
        assert piece.source.end <= len(text)
        if piece.verbatim:
            assert piece.plain.cut(prose.plain) == piece.source.cut(text)
    assert [p.source.start for p in prose.pieces] == sorted(p.source.start for p in prose.pieces)


def test_json_escapes_map_as_units():
    text = '{"version": 1, "claims": [{"text": "caf\\u00e9 \\ud83d\\ude00 \\"55%\\" \\ud800 end"}]}'
    document = read("c.json", text.encode())
    prose = document.claims[0].prose
    assert prose.plain == 'café 😀 "55%" \ufffd end'
    check_pieces(prose, text)
    at = prose.plain.index("55%")
    assert prose.source(Span(at, at + 3)).cut(text) == "55%"
    at = prose.plain.index("😀")
    assert prose.source(Span(at, at + 1)).cut(text) == "\\ud83d\\ude00"


WORDS = st.text(st.sampled_from("ab 1%:#'\"\\-\n\té😀\u00a0\u00ad|>&"), min_size=1, max_size=40)


def words_of(value: str) -> list[str]:
    return Prose.verbatim(value).plain.split()


@given(st.lists(WORDS, min_size=1, max_size=4), st.sampled_from(["'", '"', "|", ">", None]), st.integers(8, 90))
def test_any_text_that_yaml_can_write_comes_back_with_its_places(texts, style, width):
    written = yaml.safe_dump({"claims": texts}, default_style=style, width=width, allow_unicode=width % 2 == 0)
    root = parse_yaml(written).root
    assert isinstance(root, Mapping)
    claims = root.entries["claims"].value
    assert isinstance(claims, Sequence)
    for text, node in zip(texts, claims.items, strict=True):
        assert isinstance(node, Scalar)
        prose = scalar_prose(node, written)
        check_pieces(prose, written)
        assert prose.plain.split() == words_of(text)


@given(st.recursive(st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=8)),
                    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=5), inner, max_size=4)),
                    max_leaves=12),
       st.sampled_from([None, 0, 2]), st.booleans())  # fmt: skip
def test_json_nodes_are_what_the_standard_parser_reads(data, indent, ascii_only):
    text = json.dumps(data, indent=indent, ensure_ascii=ascii_only)
    parsed = parse_json(text)
    assert parsed.problems == []
    assert parsed.root is not None
    assert plain(parsed.root) == json.loads(text)


def plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(entry.value) for key, entry in node.entries.items()}


@given(st.text(st.sampled_from('{}[],:"\\ua1tn.-+e \n'), max_size=30))
def test_json_is_broken_exactly_where_the_standard_parser_says_so(text):
    try:
        json.loads(text)
        sound = True
    except ValueError:
        sound = not text.strip()
    assert parse_json(text).failed is not sound


@given(st.text(st.sampled_from("a:- \n#'\"[]{}|>&*!%@,1é😀\t\r"), max_size=40))
def test_no_yaml_text_raises(text):
    document = read("c.yaml", text.encode())
    for problem in document.problems:
        assert problem.span.end <= len(text)


# --- comments ----------------------------------------------------------------------------------------


def test_comments_and_what_they_cover():
    text = (
        "version: 1  # first\n"
        "statements:\n"
        '  # dvht-lint: ignore[a] reason="x"\n'
        "  s:\n"
        "    text: |\n"
        "      # not a comment\n"
        '    sources: [a]  # dvht-lint: ignore[b] reason="x"\n'
        "  'key # no': {text: plain#no}\n"
        "claims:\n"
        '  # dvht-lint: ignore[c] reason="x"\n'
        "  - id: c\n"
        '    text: "one\n'
        '      two"  # dvht-lint: ignore[d] reason="x"\n'
        '# dvht-lint: ignore-file[e] reason="x"\n'
    )  # fmt: skip
    comments = read("c.yaml", text.encode()).comments
    assert [c.text[:20] for c in comments] == [
        "first", "dvht-lint: ignore[a]", "dvht-lint: ignore[b]", "dvht-lint: ignore[c]", "dvht-lint: ignore[d]",
        "dvht-lint: ignore-fi",
    ]  # fmt: skip
    covers = [c.covers.cut(text) if c.covers else None for c in comments]
    assert covers[0] is None
    assert covers[1] is not None
    assert (covers[1][:2], covers[1][-3:]) == ("s:", "[a]")
    assert covers[2] == "sources: [a]"
    assert covers[3] == 'id: c\n    text: "one\n      two"'
    assert covers[4] == 'text: "one\n      two"'
    assert covers[5] is None


# --- which files are ours -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        (CORPUS, True),
        ("# yaml-language-server: $schema=../schemas/corpus.schema.json\n", True),
        ('{"version": 1, "claims": [{"text": "x"}]}', True),
        ('"version": 1\n"claims": []\n', True),
        ("version: '3'\nservices: {web: {}}\n", False),
        ("version: 2\nsources:\n  - name: raw\n", False),
        ("name: CI\non: push\njobs: {}\n", False),
        ('{"name": "pkg", "version": "1.0.0", "contacts": []}', False),
        ('[{"id": "a", "type": "book"}]', False),
        ("references:\n  - id: a\n", False),
        ("", False),
    ],
)
def test_other_peoples_files_are_left_alone(text, ours):
    assert looks_like_corpus(text.encode()) is ours
