from __future__ import annotations

import copy
import json
import subprocess
import sys
from pathlib import Path
from typing import get_args

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from dvht_lint import schema
from dvht_lint.config import KEYS, OUTPUT_FORMATS, load
from dvht_lint.config.keys import CONTACT_LISTS, CONTACT_TEXTS
from dvht_lint.diagnostic import Severity
from dvht_lint.errors import ConfigurationError
from dvht_lint.readers.corpus import read
from dvht_lint.readers.pairs import REQUIRED
from dvht_lint.schema import configuration
from dvht_lint.schema.corpus import Contact
from tests.readers.test_corpus import CORPUS

SCHEMAS = Path(__file__).parents[1] / "schemas"
WHOLE = {**yaml.load(CORPUS, yaml.BaseLoader), "version": 1}


@pytest.mark.parametrize("name", schema.NAMES)
def test_the_files_are_what_the_models_say(name):
    assert (SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8") == schema.text(name)


@pytest.mark.parametrize("name", schema.NAMES)
def test_each_is_a_schema_and_describes_every_key(name):
    exported = schema.export(name)
    jsonschema.Draft202012Validator.check_schema(exported)
    assert exported["$id"].endswith(f"/{name}.schema.json")
    for owner in (exported, *exported.get("$defs", {}).values()):
        for key, value in owner.get("properties", {}).items():
            assert value.get("description"), f"{owner.get('title')}.{key}"


def test_no_other_names():
    with pytest.raises(KeyError):
        schema.export("pairs")


def test_checking_imports_no_pydantic():
    code = (
        "import sys, dvht_lint.config, dvht_lint.readers.corpus, dvht_lint.schema; sys.exit('pydantic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# --- corpus: the reader and the model say the same ----------------------------------------------------


def reader_accepts(data: object) -> bool:
    document = read("c.json", json.dumps(data).encode())
    return not any(problem.code == "DV003" for problem in document.problems)


def model_accepts(data: object) -> bool:
    try:
        schema.model("corpus").validate_python(data)
    except ValidationError:
        return False
    return True


def test_the_sample_is_sound_everywhere():
    jsonschema.validate(WHOLE, schema.export("corpus"))
    assert model_accepts(WHOLE)
    assert reader_accepts(WHOLE)


def paths(data: object, path: tuple = ()) -> list[tuple]:
    """The path of every value inside."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(found for key, value in inner for found in paths(value, (*path, key)))]


JUNK = st.one_of(
    st.sampled_from([None, True, False, 0, 2012, 1.5, "", " ", "text", "2012-07", "2026-11-01", [], {}, ["a"], [1], [[2012]],
                     [[2012, "7"]], [None], {"id": "a"}, {"literal": "Body"}, {"suffix": "Jr"}, {"date-parts": [[2013, 7]]},
                     {"date-parts": [["x"]]}, {"raw": "then"}, {"text": "T"}, "report", "https://example.org", [{"id": "polaris-2012"}]]),
    st.text(max_size=3),
)  # fmt: skip
KEYS_TO_ADD = st.sampled_from(["title", "text", "id", "quote", "name", "literal", "circa", "season", "comma-suffix", "issued",
                               "author", "type", "evidence", "odd", "statement", "document", "reviewed", "sms", "aliases", "locator"])  # fmt: skip


@settings(max_examples=400)
@given(st.data())
def test_reader_and_model_agree_on_any_change(data):
    corpus = copy.deepcopy(WHOLE)
    for _ in range(data.draw(st.integers(1, 2))):
        path = data.draw(st.sampled_from([p for p in paths(corpus) if p]))
        target = corpus
        for step in path[:-1]:
            target = target[step]
        action = data.draw(st.sampled_from(["replace", "remove", "add"]))
        if action == "replace":
            target[path[-1]] = copy.deepcopy(data.draw(JUNK))
        elif action == "remove":
            del target[path[-1]]
        elif isinstance(target[path[-1]], dict):
            target[path[-1]][data.draw(KEYS_TO_ADD)] = copy.deepcopy(data.draw(JUNK))
    for name, source in (corpus.get("sources") or {}).items() if isinstance(corpus.get("sources"), dict) else ():
        if isinstance(source, dict) and isinstance(source.get("id"), str) and source["id"].strip():
            source["id"] = name  # that the id is the key is more than a schema can say
    assert reader_accepts(corpus) is model_accepts(corpus)


# --- configuration: the keys and the model say the same -------------------------------------------------


def test_the_same_keys():
    fields = configuration.ConfigFile.model_fields
    assert {field.alias or name for name, field in fields.items()} == set(KEYS)
    assert get_args(configuration.Format) == OUTPUT_FORMATS
    assert set(get_args(configuration.Level)) == {s.value for s in Severity}
    assert {f.alias or n for n, f in Contact.model_fields.items()} == CONTACT_TEXTS | CONTACT_LISTS


VALUES = st.one_of(
    st.sampled_from([True, False, 0, 3, -1, 2000, 0.5, 7.5, "", "x", "full", "auto", "error", "never", "2026-11-23", "2026-13-01",
                     "64 MB", "64 miles", [], ["a"], [1], [["a", "b"]], [["a"]], {}, {"DV303": "error"}, {"DV303": "bad"},
                     {"a": ["x"]}, {"a": "x"}, {"a": {"name": "Line", "sms": 233733}}, {"a": {"fone": "1"}},
                     {"a": {"aliases": ["x"]}}, {"a": {"aliases": [1.5]}}]),
)  # fmt: skip


@settings(max_examples=400)
@given(st.sampled_from(sorted(KEYS)), VALUES)
def test_configuration_and_model_agree(name, value):
    try:
        load(Path.cwd(), isolated=True, overrides={name: value}, environ={})
        accepted = True
    except ConfigurationError:
        accepted = False
    try:
        schema.model("config").validate_python({name: value})
        valid = True
    except ValidationError:
        valid = False
    assert accepted is valid


# --- report and pair --------------------------------------------------------------------------------------


def test_a_report_as_the_contract_shows_it():
    place = {"line": 5, "column": 9}
    region = {"path": "a.md", "start": place, "end": {"line": 5, "column": 15}}
    diagnostic = {
        "code": "DV501", "name": "number-drift", "severity": "error", "confidence": 0.97, "message": "…", **region,
        "claim": {"id": "c", "text": "…"}, "statement": {"id": "s", "text": "…", **region}, "source": None,
        "related": [{"message": "the statement", "id": "s", **region}],
        "fix": {"title": "Write 5", "safety": "unsafe", "edits": [{"start": place, "end": place, "text": "5"}]},
        "fingerprint": "f", "url": "u",
    }  # fmt: skip
    receipt = {
        "documents": 1,
        "claims": 12,
        "matched": 10,
        "uncited": 2,
        "exempt": 5,
        "quantities": 14,
        "seconds": 0.05,
    }
    report = {
        "version": 1,
        "tool": {"name": "dvht-lint", "version": "1"},
        "receipt": receipt,
        "diagnostics": [diagnostic],
    }
    validator = jsonschema.Draft202012Validator(schema.export("report"))
    validator.validate(report)
    assert not validator.is_valid({**report, "diagnostics": [{**diagnostic, "severity": "fatal"}]})
    assert not validator.is_valid({**report, "diagnostics": [{**diagnostic, "related": None}]})


def test_pairs_as_the_contract_shows_them():
    ends = {"start": {"line": 1, "column": 1}, "end": {"line": 1, "column": 5}}
    pair = {
        "path": "a.md",
        **ends,
        "claim_id": "c",
        "claim": "…",
        "statement_id": "s",
        "statement": "…",
        "score": 1.0,
        "how": "exact",
    }
    rest = {"path": "a.md", **ends, "claim_id": "", "claim": "…", "reason": "heading"}
    validator = jsonschema.Draft202012Validator(schema.export("report"))
    validator.validate({"pairs": [pair], "unmatched": [rest]})
    assert not validator.is_valid({"pairs": [{**pair, "score": 2}], "unmatched": []})


def test_a_row_of_a_pairs_file():
    row = {"id": 1, "claim": "c", "statement": "s", "label": "anything"}
    validator = jsonschema.Draft202012Validator(schema.export("pair"))
    validator.validate(row)
    for key in REQUIRED:
        assert not validator.is_valid({k: v for k, v in row.items() if k != key})
