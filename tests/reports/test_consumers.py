"""Each format is read by its own consumer: a schema or a validator that others wrote."""

from __future__ import annotations

import json
import os
import re
import subprocess
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from lxml import etree

from dvht_lint.diagnostic import Severity
from dvht_lint.reports import RenderOptions, render

from . import sample

HERE = Path(__file__).parent
REPORTS = {"sample": sample.SAMPLE, "empty": sample.EMPTY}


def consumer(path: str) -> Path:
    """A file of the npm packages beside the tests."""
    found = HERE / "consumers" / "node_modules" / path
    if not found.exists():
        assert not os.environ.get("CI"), f"CI must install tests/reports/consumers: {path} is missing"
        pytest.skip("tests/reports/consumers is not installed (see the README there)")
    return found


@pytest.mark.parametrize("name", REPORTS)
def test_sarif_is_valid_by_the_schema_of_its_standard(name):
    schema = json.loads(consumer("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json").read_text("utf-8"))
    jsonschema.Draft4Validator(schema).validate(json.loads(render("sarif", REPORTS[name])))


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("level", [*Severity, None])
def test_junit_is_valid_by_its_schema(name, level):
    schema = etree.XMLSchema(etree.parse(HERE / "schemas" / "junit-10.xsd"))
    text = render("junit", REPORTS[name], RenderOptions(fail_level=level))
    schema.assertValid(etree.fromstring(text.encode()))


@pytest.mark.parametrize("name", REPORTS)
def test_rdjson_is_valid_by_a_validator_of_its_format(name, tmp_path):
    validator = consumer("@umbrelladocs/rdformat-validator/bin/rdformat-validator.js")
    path = tmp_path / "report.json"
    path.write_text(render("rdjson", REPORTS[name]), "utf-8")
    run = subprocess.run(
        ["node", validator, "--strict", "--no-extra-fields", path], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr


def sarif(report):
    [run] = json.loads(render("sarif", report))["runs"]
    return run


def test_sarif_paths_are_relative_and_escaped():
    [result] = sarif(sample.make(replace(sample.MISSING, region=replace(sample.MISSING.region, path="./a b/ü#1.md"))))[
        "results"
    ]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a%20b/%C3%BC%231.md"


def test_sarif_leads_to_the_statement_and_the_source():
    [result] = sarif(sample.make(sample.NUMBER))["results"]
    named = {r["message"]["text"]: r["physicalLocation"]["region"]["startLine"] for r in result["relatedLocations"]}
    assert named == {"the statement": 3, "the source": 5}


def test_sarif_marks_what_was_silenced_and_says_so_of_the_rest():
    report = replace(sample.make(sample.NUMBER, suppressed=(sample.SUPPRESSED,)), baselined=(sample.UNUSED,))
    kinds = {r["ruleId"]: [s["kind"] for s in r["suppressions"]] for r in sarif(report)["results"]}
    assert kinds == {"DV501": [], "DV401": ["inSource"], "DV308": ["external"]}


def test_sarif_counts_code_points_and_keeps_line_numbers_out_of_fingerprints():
    run = sarif(sample.make(sample.EMOJI))
    assert run["columnKind"] == "unicodeCodePoints"
    [result] = run["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startColumn"], region["endColumn"]) == (10, 27)
    assert region["snippet"]["text"] == "one in four (20%)"
    assert result["partialFingerprints"] == {"dvhtLint/v1": sample.EMOJI.fingerprint}


def test_sarif_rules_carry_their_page():
    [rule] = sarif(sample.make(sample.NUMBER))["tool"]["driver"]["rules"]
    assert rule["helpUri"] == "https://example.org/rules/number-drift"
    assert rule["shortDescription"]["text"] == "A claim gives another figure than the statement it rests on."
    assert set(rule["help"]) == {"text", "markdown"}


def test_sarif_says_that_a_run_was_blind():
    assert sarif(sample.SAMPLE)["invocations"] == [{"executionSuccessful": False}]


def test_gitlab_has_the_fields_that_gitlab_reads_and_no_fingerprint_twice():
    found = json.loads(render("gitlab", sample.make(sample.NUMBER, replace(sample.NUMBER), sample.UNUSED)))
    assert [f["severity"] for f in found] == ["major", "major", "info"]
    assert len({f["fingerprint"] for f in found}) == 3
    assert found[0] == {
        "description": f"DV501 {sample.NUMBER.message}",
        "check_name": "number-drift",
        "fingerprint": sample.NUMBER.fingerprint,
        "severity": "major",
        "location": {
            "path": "docs/talking points.md",
            "lines": {"begin": 3, "end": 3},
            "positions": {"begin": {"line": 3, "column": 143}, "end": {"line": 3, "column": 149}},
        },
    }


def test_rdjson_columns_count_bytes():
    [found] = json.loads(render("rdjson", sample.make(sample.EMOJI)))["diagnostics"]
    line = sample.POINTS.line(5).encode()
    span = found["location"]["range"]
    assert line[span["start"]["column"] - 1 : span["end"]["column"] - 1] == b"one in four (20%)"


def test_junit_fails_what_fails_the_run():
    found = sample.make(sample.NUMBER, sample.LINES, sample.UNUSED)
    failures = {
        level: ET.fromstring(render("junit", found, RenderOptions(fail_level=level))).get("failures")
        for level in [*Severity, None]
    }
    assert failures == {Severity.ERROR: "1", Severity.WARNING: "2", Severity.INFO: "3", None: "0"}


def test_junit_says_of_a_clean_document_that_it_passed():
    root = ET.fromstring(render("junit", sample.make(sample.UNUSED)))
    clean = next(suite for suite in root if suite.get("name") == "docs/talking points.md")
    assert [(case.get("name"), len(case)) for case in clean] == [("no findings", 0)]


def test_junit_holds_only_what_xml_can():
    text = render("junit", sample.make(replace(sample.NUMBER, message="a \x00\x1b\ufffe b")))
    assert ET.fromstring(text).find(".//failure").get("message") == "a \ufffd\ufffd\ufffd b"


COMMAND = re.compile(r"::(?P<kind>error|warning|notice) (?P<properties>[^:]*)::(?P<message>.*)")


def read_commands(text):
    """What the runner reads: properties unescaped, then the message."""

    def plain(value):
        for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
            value = value.replace(code, char)
        return value

    for line in text.splitlines():
        if match := COMMAND.fullmatch(line):
            properties = dict(pair.split("=", 1) for pair in match["properties"].split(","))
            yield match["kind"], {name: plain(value) for name, value in properties.items()}, plain(match["message"])


def test_github_commands_survive_any_path_and_message():
    odd = replace(
        sample.NUMBER, region=replace(sample.NUMBER.region, path="a,b:c%d.md"), message="50% of: a,\nb::error::c"
    )
    [(kind, properties, message)] = read_commands(render("github", sample.make(odd)))
    assert kind == "error"
    assert properties == {
        "title": "DV501 number-drift", "file": "a,b:c%d.md", "line": "3", "endLine": "3", "col": "143", "endColumn": "149",
    }  # fmt: skip
    assert message == "a,b:c%d.md:3:143: DV501 50% of: a,\nb::error::c"


def test_github_shows_errors_first_and_says_how_many_it_cuts():
    found = [replace(sample.LINES)] * 12 + [replace(sample.NUMBER)] * 23
    lines = render("github", sample.make(*found)).splitlines()
    assert [line.partition(" ")[0] for line in lines[:35]] == ["::error"] * 23 + ["::warning"] * 12
    assert lines[35] == "GitHub shows 10 annotations of a kind: 13 errors, 2 warnings stand in this log alone."


def test_the_same_finding_has_the_same_words_and_fingerprint_everywhere():
    found = sample.make(sample.EMOJI)
    message, fingerprint = sample.EMOJI.message, sample.EMOJI.fingerprint
    data = {name: render(name, found) for name in ("json", "json-lines", "gitlab", "sarif", "rdjson", "junit")}
    for name, text in data.items():
        assert fingerprint in text, name
    assert json.loads(data["json"])["diagnostics"][0]["message"] == message
    assert sarif(found)["results"][0]["message"]["text"] == message
    assert json.loads(data["rdjson"])["diagnostics"][0]["message"] == message
    assert json.loads(data["gitlab"])[0]["description"] == f"DV512 {message}"
    assert ET.fromstring(data["junit"]).find(".//failure").get("message") == message
    assert f"DV512 {message}\n" in render("concise", found)


def test_markdown_shows_text_as_text():
    odd = replace(sample.NUMBER, message="*a* _b_ <img src=x> [c](d) `e`\n# f", claim=None, statement=None)
    [line] = [line for line in render("markdown", sample.make(odd)).splitlines() if line.startswith("- ")]
    assert line.endswith(r": \*a\* \_b\_ \<img src=x\> \[c\](d) \`e\` # f")


def test_markdown_marks_the_words_that_differ():
    text = render("markdown", sample.make(sample.NUMBER))
    assert "answered **20,427** calls" in text
    assert "answered **19,427** calls" in text


def test_markdown_fits_a_step_summary():
    found = [replace(sample.NUMBER, message=f"finding {number}") for number in range(5000)]
    text = render("markdown", sample.make(*found))
    assert len(text.encode()) < 1_000_000
    shown = text.count("- **error**")
    assert text.endswith(f"… and {5000 - shown:,} more findings, not shown here.\n")
