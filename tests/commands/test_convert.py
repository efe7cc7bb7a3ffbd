"""`convert`: both ways without loss, into files that say the same to the linter."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dvht_lint.config import Config
from dvht_lint.model import Citation, CitationKind, Claim, Contact, Document, Source, Statement
from dvht_lint.session import Session
from dvht_lint.text import Prose, Span
from dvht_lint.writers.corpus import Corpus, corpus_json, corpus_yaml
from dvht_lint.writers.markdown import escaped
from tests.commands.running import run

TALKING_POINTS = """\
# Shelter in our county

In 2019 the county shelter housed **1,240 people**. Nearly half of them were children.

One in five callers had slept outdoors, between 40% and 55% of them in winter.

What can you do? Call 1-888-373-7888.

## References and Citations

- In 2019 the county shelter housed 1,204 people. About half of them were children.

Source: County Office on Violence. (2020). *Shelter report: beds & people*. Springfield, p. 3.

- One in five callers to the line had slept outdoors, between 40% and 50% of them in winter.

Source: Doe, J. A., & Roe, R. (2018, May). Nights outdoors. *Journal of Housing, 12*(3), 45-67.

- Most callers were under 30.

Source: County Office on Violence. (2020). *Shelter report: beds & people*. Springfield, pp. 14-16.
"""
HTML = """\
<html><body><h1>Shelter</h1><p>In 2019 the county shelter housed 1,240&nbsp;people.</p>
<h2>References</h2><ul><li>In 2019 the county shelter housed 1,204 people.</li></ul>
<p>Source: County Office on Violence. (2020). <em>Shelter report</em>. Springfield, p. 3.</p></body></html>
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "points.md").write_text(TALKING_POINTS)
    (tmp_path / "points.html").write_text(HTML)
    return tmp_path


def findings(folder: Path, name: str, prefixes: tuple[str, ...] = ("DV1", "DV4", "DV5")) -> Counter[tuple[str, str]]:
    report = json.loads(run("check", name, "--output-format", "json", cwd=folder).stdout)
    return Counter((d["code"], d["message"]) for d in report["diagnostics"] if d["code"].startswith(prefixes))


def read(folder: Path, name: str) -> Document:
    session = Session(Config(root=folder))
    session.update(name, (folder / name).read_bytes())
    return session.documents[name]


def said(document: Document) -> dict[str, Any]:
    """What must survive: the texts, the figures of each, and the works with all their fields."""
    page = {"page"}  # the page of a `Source:` line is the locator of a corpus
    fields = {
        json.dumps({k: v for k, v in s.fields.items() if k not in page}, sort_keys=True) for s in document.sources
    }
    return {
        "claims": [c.prose.plain for c in document.claims],
        "statements": [s.prose.plain for s in document.statements],
        "figures": [
            [(q.kind, q.low, q.high, q.text) for q in s.quantities] for s in (*document.claims, *document.statements)
        ],
        "sources": fields,
    }


def test_a_corpus_says_what_its_document_said(folder: Path) -> None:
    done = run("convert", "points.md", "-o", "corpus.yaml", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert said(read(folder, "corpus.yaml")) == said(read(folder, "points.md"))
    found = findings(folder, "corpus.yaml")
    assert found == findings(folder, "points.md")
    assert {code for code, _ in found} >= {"DV501", "DV502"}
    assert findings(folder, "corpus.yaml", ("DV0", "DV2")) == findings(folder, "points.md", ("DV0", "DV2"))


def test_and_back_again(folder: Path) -> None:
    run("convert", "points.md", "-o", "corpus.yaml", cwd=folder)
    done = run("convert", "corpus.yaml", "--to", "markdown", "-o", "back.md", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert said(read(folder, "back.md")) == said(read(folder, "points.md"))
    assert findings(folder, "back.md") == findings(folder, "points.md")
    run("convert", "back.md", "-o", "again.yaml", cwd=folder)
    assert (folder / "again.yaml").read_text() == (folder / "corpus.yaml").read_text()


def test_ids_locators_and_types(folder: Path) -> None:
    corpus = yaml.safe_load(run("convert", "points.md", cwd=folder).stdout)
    assert list(corpus["sources"]) == ["county-office-violence-2020", "doe-2018"]
    report = corpus["sources"]["county-office-violence-2020"]
    assert report["author"] == [{"literal": "County Office on Violence"}]
    assert report["title"] == "Shelter report: beds & people"
    article = corpus["sources"]["doe-2018"]
    assert article["author"][0] == {"family": "Doe", "given": "J. A."}
    assert (article["type"], article["page"], article["issued"]) == ("article-journal", "45-67", "2018-05")
    first, second, third = corpus["statements"].values()
    assert first["sources"] == [{"id": "county-office-violence-2020", "locator": "p. 3"}]
    assert second["sources"] == ["doe-2018"]
    assert third["sources"] == [{"id": "county-office-violence-2020", "locator": "pp. 14-16"}]
    assert corpus["claims"][0]["statement"] == next(iter(corpus["statements"]))
    assert corpus["contacts"]["us-human-trafficking"]["phone"] == "1-888-373-7888"


def test_html_and_json(folder: Path) -> None:
    done = run("convert", "points.html", "-o", "corpus.json", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert json.loads((folder / "corpus.json").read_text())["version"] == 1
    assert findings(folder, "corpus.json") == findings(folder, "points.html") != Counter()


def test_a_word_document(folder: Path) -> None:
    docx = pytest.importorskip("docx")
    word = docx.Document()
    word.add_paragraph("In 2019 the county shelter housed 1,240 people.")
    word.add_heading("References and Citations")
    word.add_paragraph("In 2019 the county shelter housed 1,204 people.", style="List Bullet")
    word.add_paragraph("Source: County Office on Violence. (2020). Shelter report. Springfield, p. 3.")
    word.save(str(folder / "points.docx"))
    assert run("convert", "points.docx", "-o", "corpus.yaml", cwd=folder).returncode == 0
    assert findings(folder, "corpus.yaml") == findings(folder, "points.docx") != Counter()


def test_a_document_beside_its_references(folder: Path) -> None:
    public, _, rest = TALKING_POINTS.partition("## References")
    (folder / "pair").mkdir()
    (folder / "pair" / "page.md").write_text(public)
    (folder / "pair" / "references.md").write_text(rest.partition("\n")[2])
    done = run("convert", "page.md", "-o", "corpus.yaml", cwd=folder / "pair")
    assert done.returncode == 0, done.stderr
    corpus = yaml.safe_load((folder / "pair" / "corpus.yaml").read_text())
    assert len(corpus["statements"]) == 3
    assert findings(folder / "pair", "corpus.yaml") == findings(folder, "points.md")


def test_pandoc_citations_and_notes(folder: Path) -> None:
    (folder / "refs.bib").write_text(
        "@report{office2020, author={{County Office}}, title={Beds}, year={2020}, address={Springfield}}\n"
        "@article{doe2018, author={Doe, J. A.}, title={Nights}, journal={Housing}, pages={45--67}, year={2018}}\n"
    )
    (folder / "page.md").write_text(
        "---\nbibliography: refs.bib\n---\n\n"
        "In 2011 we had 1,204 beds [@office2020, p. 4]. One in five slept outdoors [@doe2018, p. 46].\n\n"
        "The shelters housed 77 people.[^1]\n\n"
        '[^1]: Town Office. (2021). *Shelter report*. Springfield: "In all the shelters housed 77 people that winter."\n'
    )
    done = run("convert", "page.md", "-o", "corpus.yaml", cwd=folder)
    assert done.returncode == 0, done.stderr
    corpus = yaml.safe_load((folder / "corpus.yaml").read_text())
    assert {"office2020", "doe2018"} < corpus["sources"].keys()
    rests = {c["text"]: corpus["statements"][c["statement"]] for c in corpus["claims"]}
    assert rests["In 2011 we had 1,204 beds."]["sources"] == [{"id": "office2020", "locator": "p. 4"}]
    assert rests["The shelters housed 77 people."]["text"].startswith("In all the shelters")
    assert findings(folder, "corpus.yaml") == findings(folder, "page.md")
    back = run("convert", "corpus.yaml", "--to", "markdown", cwd=folder)
    assert "45–67" in back.stdout  # the pages of an article are not given up for the page that is cited
    assert "'locator' of the statement" in back.stderr


def test_a_pairs_file(folder: Path) -> None:
    row = {
        "id": "a",
        "claim": "We had 12 beds.",
        "statement": "In 2011 we had 14 beds.",
        "source": "Office. (2012). *Beds.* Town.",
    }
    (folder / "pairs.jsonl").write_text(json.dumps(row) + "\n")
    assert run("convert", "pairs.jsonl", "-o", "corpus.yaml", cwd=folder).returncode == 0
    corpus = yaml.safe_load((folder / "corpus.yaml").read_text())
    assert corpus["claims"] == [{"id": "a", "text": "We had 12 beds.", "statement": "beds-2011"}]
    assert corpus["statements"] == {"beds-2011": {"text": "In 2011 we had 14 beds.", "sources": ["office-2012"]}}
    assert findings(folder, "corpus.yaml", ("DV5",)) == findings(folder, "pairs.jsonl", ("DV5",)) != Counter()


def test_the_statement_is_named_where_words_do_not_lead_there(folder: Path) -> None:
    (folder / "corpus.yaml").write_text(
        "version: 1\n"
        "sources: {a: {type: report, title: Beds, author: [{literal: Office}], issued: 2020}}\n"
        "statements:\n  beds: {text: There were 1204 beds in the county., sources: [a]}\n"
        "claims:\n- {text: A small town could sleep in our shelters., statement: beds}\n"
    )
    done = run("convert", "corpus.yaml", "--to", "markdown", "-o", "page.md", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert (folder / "page.md").read_text().count("<!-- dvht-lint: statement=beds -->") == 2
    pairs = json.loads(run("pairs", "page.md", "--output-format", "json", cwd=folder).stdout)["pairs"]
    assert [(p["how"], p["statement_id"]) for p in pairs] == [("explicit", "beds")]


def test_what_markdown_cannot_hold_is_told(folder: Path) -> None:
    (folder / "corpus.yaml").write_text(
        "version: 1\n"
        "sources: {a: {type: report, title: Beds, author: [{literal: Office}], issued: 2020, evidence: a.pdf}}\n"
        "statements:\n"
        "  beds:\n    text: There were 1204 beds in the county.\n    reviewed: 2026-01-02\n"
        "    sources: [{id: a, locator: p. 4, quote: There were 1204 beds.}]\n"
    )
    done = run("convert", "corpus.yaml", "--to", "markdown", cwd=folder)
    assert done.returncode == 1
    told = [line for line in done.stderr.splitlines() if "not carried over" in line]
    assert len(told) == 3
    assert all(any(name in line for line in told) for name in ("'evidence'", "'reviewed'", "'quote'"))
    whole = run("convert", "corpus.yaml", "-o", "again.yaml", cwd=folder)
    assert whole.returncode == 0, whole.stderr
    assert yaml.safe_load((folder / "again.yaml").read_text())["statements"]["beds"]["reviewed"] == "2026-01-02"


def test_sources_alone(folder: Path) -> None:
    items = json.loads(run("convert", "points.md", "--to", "csl-json", cwd=folder).stdout)
    assert [item["id"] for item in items] == ["county-office-violence-2020", "doe-2018"]
    lines = run("convert", "points.md", "--to", "apa", cwd=folder).stdout.splitlines()
    assert len(lines) == 2
    assert lines[1].startswith("Doe, J. A., & Roe, R. (2018, May). Nights outdoors. *Journal of Housing, 12*(3)")


def test_a_work_cited_in_two_forms_stays_two(folder: Path) -> None:
    line = "Source: County Office on Violence. (2004). *Handbook for Shelter Advocates*. Springfield, IL."
    bullets = [f"- There were {n} beds.\n\n{line}\n\n" for n in (12, 30, 45)]
    text = "There were 12 beds.\n\n## References\n\n" + "".join(bullets).replace("(2004)", "(2014)", 1)
    (folder / "points.md").write_text(text)
    assert run("convert", "points.md", "-o", "corpus.yaml", cwd=folder).returncode == 0
    assert len(yaml.safe_load((folder / "corpus.yaml").read_text())["sources"]) == 2
    assert len(findings(folder, "points.md", ("DV301",))) == 1
    assert len(findings(folder, "corpus.yaml", ("DV301",))) == 1


def test_a_source_that_cannot_be_read_is_kept_verbatim(folder: Path) -> None:
    (folder / "points.md").write_text(
        "We had 12 beds.\n\n## References\n\n- We had 12 beds.\n\nSource: ask Mary about it\n"
    )
    assert run("convert", "points.md", "-o", "corpus.yaml", cwd=folder).returncode == 0
    assert "ask Mary about it" in (folder / "corpus.yaml").read_text()
    assert run("convert", "corpus.yaml", "--to", "markdown", "-o", "back.md", cwd=folder).returncode == 0
    assert "Source: ask Mary about it" in (folder / "back.md").read_text()


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["points.md", "-o", "points.md"], "input"),
        (["points.md", "-o", "./link.md"], "input"),
        (["points.md", "-o", "nowhere/corpus.yaml"], "cannot write"),
        (["nowhere.md"], "nowhere.md"),
        (["empty.md"], "nothing to convert"),
        (["broken.yaml"], "broken.yaml"),
        (["points.md", "--to", "docbook"], "docbook"),
    ],
)
def test_wrong_usage_is_2_and_writes_nothing(folder: Path, arguments: list[str], word: str) -> None:
    (folder / "empty.md").touch()
    (folder / "broken.yaml").write_text("version: 1\nclaims: [")
    (folder / "link.md").symlink_to("points.md")
    before = sorted(p.name for p in folder.iterdir())
    done = run("convert", *arguments, cwd=folder)
    assert (done.returncode, word in done.stderr) == (2, True), done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(p.name for p in folder.iterdir()) == before
    assert (folder / "points.md").read_text() == TALKING_POINTS


def test_the_document_on_stdin(folder: Path) -> None:
    done = run("convert", "-", "--stdin-filename", "points.md", cwd=folder, stdin=TALKING_POINTS)
    assert done.stdout == run("convert", "points.md", cwd=folder).stdout


# --- the written text ------------------------------------------------------------------------------

MISREAD = ["no", "NO", "Yes", "on", "~", "null", "2012-13-45", "2012-10-10", "12:30:45", "0123", "1e3", "0x1F", "1_000",
           ".inf", "=", "<<", "- a", "a: b", "# a", "a #b", "@a", "%a", "'a", '"a', "{a", "[a", "a\\b", "!a", "&a", "*a", "? a",
           "|", ">", "-", "12", "1.5", "true", "  a", "a ", "☎", "a\u00a0b", "É"]  # fmt: skip


@pytest.mark.parametrize("text", MISREAD)
def test_no_yaml_reader_takes_a_text_for_anything_else(text: str) -> None:
    written = corpus_yaml(_corpus(text))
    assert yaml.safe_load(written)["contacts"]["c"] == {"name": text, "phone": text}
    assert _read(written, "yaml").contacts[0].name == text.strip()


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30)
TEXTS = (
    st.lists(WORDS, min_size=1, max_size=30)
    .map(" ".join)
    .map(lambda t: " ".join(t.split()))
    .filter(lambda t: any(c.isalnum() for c in t))
)


@given(TEXTS)
def test_any_text_is_read_back(text: str) -> None:
    corpus = _corpus(text)
    for written, form in ((corpus_yaml(corpus), "yaml"), (corpus_json(corpus), "json")):
        document = _read(written, form)
        assert not document.problems
        assert document.claims[0].prose.plain == document.statements[0].prose.plain == _seen(text)
        assert document.statements[0].citations[0].locator == "p. 4"


@given(st.text("ab *_`[]<>&;#-+=~^@!\\|1.)(:", min_size=1, max_size=40))
def test_markdown_says_what_the_text_says(text: str) -> None:
    flat = " ".join(f"A word {text} more.".split())
    document = _read(escaped(flat) + "\n", "md")
    assert " ".join(block.prose.plain for block in document.blocks) == flat


@pytest.mark.parametrize("start", ["# ", "- ", "+ ", "> ", "1. ", "12) ", "--- ", "=== ", ": ", "~~~ "])
def test_nothing_at_the_start_of_a_line_becomes_markup(start: str) -> None:
    document = _read(escaped(f"{start}of all calls"), "md")
    assert [b.prose.plain for b in document.blocks] == [f"{start}of all calls"]


def _corpus(text: str) -> Corpus:
    span = Span(0, 0)
    citation = Citation(CitationKind.KEY, "s", span, "p. 4")
    return Corpus(
        (Source("s", "", span, "", {"type": "report", "title": text}),),
        (Statement("t", Prose.verbatim(text), span, "", (citation,), (), ("s",)),),
        (Claim("", Prose.verbatim(text), span, "", statement="t"),),
        (Contact("c", name=text, phone=text),),
    )


def _read(text: str, form: str) -> Document:
    session = Session(Config(root=Path()))
    session.update(f"corpus.{form}", text.encode())
    return session.documents[f"corpus.{form}"]


def _seen(text: str) -> str:
    return " ".join(Prose.verbatim(text).plain.split())


def test_what_a_corpus_has_no_place_for_is_told(tmp_path: Path) -> None:
    (tmp_path / "points.md").write_text("""\
<!-- dvht-lint: ignore[number-drift] reason="a count of another year" -->
In 2010 the survey reached 16,507 adults[^1].

## References

- In 2010 the survey reached 16,570 adults.

Source: Black, M. C., Basile, K., et al. (2011). *Partner violence survey*. Atlanta, GA: Health Agency, p. 9.

[^1]: Black et al., 2011.
""")
    done = run("convert", "points.md", "-o", "corpus.yaml", cwd=tmp_path)
    assert done.returncode == 1
    assert "not carried over: ignore[number-drift] of line 1" in done.stderr
    assert "not carried over: “et al.” of line 8: name the authors whom it stands for" in done.stderr


def test_a_short_form_is_no_source_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "points.md").write_text("""\
In 2020 the clinic saw 40 clients[^1], and in 2021 44[^2].

[^1]: Legal Aid Clinic. (2022). *Year in Review.* https://example.org/reviews/2022
[^2]: Legal Aid Clinic, 2022.
""")
    done = run("convert", "points.md", "-o", "corpus.yaml", cwd=tmp_path)
    assert (done.returncode, done.stderr.count("not carried over")) == (0, 0)
    assert list(yaml.safe_load((tmp_path / "corpus.yaml").read_text())["sources"]) == ["legal-aid-clinic-2022"]
