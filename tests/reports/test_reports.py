from __future__ import annotations

import json
from dataclasses import replace

import pytest

from dvht_lint.errors import UsageError
from dvht_lint.reports import FORMATS, RenderOptions, render

from . import sample

SUFFIXES = {
    "json": "json",
    "json-lines": "jsonl",
    "gitlab": "json",
    "junit": "xml",
    "sarif": "sarif",
    "rdjson": "json",
    "markdown": "md",
    "html": "html",
}


@pytest.mark.parametrize("name", FORMATS)
def test_golden(name, golden):
    golden(f"{name}.{SUFFIXES.get(name, 'txt')}", render(name, sample.SAMPLE, RenderOptions(width=90)))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_says_something_valid_of_no_findings(name, golden):
    golden(f"empty-{name}.{SUFFIXES.get(name, 'txt')}", render(name, sample.EMPTY))


def test_an_unknown_format_names_the_known_ones():
    with pytest.raises(UsageError, match="expected one of full, concise"):
        render("xml", sample.EMPTY)


def test_concise_is_one_line_a_finding_whatever_the_message_holds():
    odd = replace(sample.NUMBER, message="two\nlines \x1b[2J")
    out = render("concise", sample.make(odd), RenderOptions(quiet=True))
    assert out == "docs/talking points.md:3:143: DV501 two lines ␛[2J\n"


def test_the_summary_counts_fixes_by_what_applies_them():
    assert render("concise", sample.make(sample.NUMBER)).splitlines()[1:] == [
        "Found 1 error.",
        "No fixes available (1 hidden fix can be enabled with the `--unsafe-fixes` option).",
    ]
    assert render("concise", sample.make(sample.HEDGE)).splitlines()[1:] == ["Found 1 error."]


def test_json_has_the_keys_of_the_contract_and_no_others():
    data = json.loads(render("json", sample.SAMPLE))
    assert set(data) == {"version", "tool", "receipt", "diagnostics"}
    assert data["receipt"] == {
        "documents": 3, "claims": 5, "matched": 2, "uncited": 3, "exempt": 4, "quantities": 9, "seconds": 0.051,
    }  # fmt: skip
    keys = "code name severity confidence message path start end claim statement source related fix fingerprint url"
    for diagnostic in data["diagnostics"]:
        assert list(diagnostic) == keys.split()
        assert isinstance(diagnostic["related"], list)
    drift = next(d for d in data["diagnostics"] if d["code"] == "DV501")
    assert drift["start"] == {"line": 3, "column": 143}
    assert drift["statement"]["path"] == "references.md"
    assert drift["source"] == {
        "id": "polaris-2012", "path": "references.md", "start": {"line": 5, "column": 1}, "end": {"line": 5, "column": 53},
    }  # fmt: skip
    assert drift["fix"]["edits"] == [
        {"start": {"line": 3, "column": 143}, "end": {"line": 3, "column": 149}, "text": "19,427"}
    ]
    assert drift["related"][0]["id"] == "hotline-2011"
    missing = next(d for d in data["diagnostics"] if d["code"] == "DV001")
    assert [missing[k] for k in ("claim", "statement", "source", "fix")] == [None] * 4


def test_json_lines_is_the_diagnostics_of_json():
    lines = [json.loads(line) for line in render("json-lines", sample.SAMPLE).splitlines()]
    assert lines == json.loads(render("json", sample.SAMPLE))["diagnostics"]
    assert render("json-lines", sample.EMPTY) == ""
