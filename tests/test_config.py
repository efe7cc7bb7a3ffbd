from __future__ import annotations

import dataclasses
import json
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvht_lint.config import KEYS, Config, discover, load
from dvht_lint.config.places import scan
from dvht_lint.diagnostic import Severity
from dvht_lint.errors import ConfigurationError
from dvht_lint.text import Place


def write(folder: Path, text: str, name: str = "dvht_lint.toml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def fault(folder: Path, text: str, name: str = "dvht_lint.toml") -> ConfigurationError:
    path = write(folder, text, name)
    with pytest.raises(ConfigurationError) as caught:
        load(folder, path, environ={})
    return caught.value


def test_every_key_has_a_field():
    fields = {f.name for f in dataclasses.fields(Config)}
    assert {key.attribute for key in KEYS.values()} <= fields
    assert fields - {key.attribute for key in KEYS.values()} == {
        "root",
        "path",
        "origin",
        "text",
        "places",
        "prefix",
        "allow_folder",
    }


def test_defaults_without_any_file(tmp_path):
    config = load(tmp_path, isolated=True, environ={})
    assert (config.output_format, config.fail_level, config.file_size_limit) == ("full", "warning", 64_000_000)
    assert config.origin == {}


def test_nearest_file_upward_wins(tmp_path):
    write(tmp_path, "language = 'en'")
    write(tmp_path, "[tool.other]\nx = 1", "a/pyproject.toml")
    near = write(tmp_path, "[tool.dvht_lint]\nlanguage = 'es'", "a/b/pyproject.toml")
    deep = tmp_path / "a/b/c"
    deep.mkdir()
    assert discover(deep) == near
    assert load(deep, environ={}).language == "es"
    assert load(tmp_path / "a", environ={}).language == "en"  # a pyproject.toml without our table is passed over


def test_own_file_wins_over_pyproject_in_one_folder(tmp_path):
    write(tmp_path, "[tool.dvht_lint]\nlanguage = 'es'", "pyproject.toml")
    write(tmp_path, "language = 'fr'", "dvht_lint.toml")
    assert load(tmp_path, environ={}).language == "fr"


def test_isolated_reads_no_file(tmp_path):
    write(tmp_path, "language = 'es'")
    assert load(tmp_path, isolated=True, environ={}).language == ""


def test_precedence_and_origin(tmp_path):
    write(tmp_path, "# ours\noutput-format = 'json'\ncache-dir = 'one'\nbaseline = 'b.json'\nignore = ['DV309']\n")
    environ = {"DVHT_LINT_OUTPUT_FORMAT": "sarif", "DVHT_LINT_CACHE_DIR": "two", "DVHT_LINT_NO_CACHE": "1"}
    config = load(tmp_path, overrides={"cache-dir": "three", "select": None}, environ=environ)
    assert config.output_format == "sarif"
    assert config.no_cache
    assert Path(config.cache_dir) == tmp_path / "three"
    assert Path(config.baseline) == tmp_path / "b.json"
    assert config.origin == {
        "output-format": "DVHT_LINT_OUTPUT_FORMAT",
        "cache-dir": "--cache-dir",
        "no-cache": "DVHT_LINT_NO_CACHE",
        "baseline": "dvht_lint.toml:4",
        "ignore": "dvht_lint.toml:5",
    }


def test_paths_of_the_command_line_start_from_where_the_user_stands(tmp_path):
    write(tmp_path, "baseline = 'b.json'")
    below = tmp_path / "docs"
    below.mkdir()
    config = load(below, overrides={"output-file": "out.txt"}, environ={})
    assert Path(config.baseline) == tmp_path / "b.json"
    assert Path(config.output_file) == below / "out.txt"


def test_extending_keys_add_up(tmp_path):
    write(tmp_path, "extend-select = ['DV1']\nextend-exclude = ['old']")
    config = load(tmp_path, overrides={"extend-select": ["DV2"]}, environ={})
    assert config.extend_select == ("DV1", "DV2")
    assert config.excludes[-1] == "old"


def test_values_as_read(tmp_path):
    write(
        tmp_path,
        """\
as-of = 2026-11-23
documents = "talk.md"
severity = {DV303 = "warning"}
file-size-limit = "2 MB"
translations = [["a.md", "a.es.md"]]
per-file-ignores = {"*.txt" = ["DV102"]}
[required-fields]
report = ["title", "issued"]
[contacts.line]
name = "Help line"
former-names = ["Old line"]
""",
    )
    config = load(tmp_path, environ={})
    assert config.documents == ("talk.md",)
    assert config.severity == {"DV303": Severity.WARNING}
    assert config.file_size_limit == 2_000_000
    assert config.translations == (("a.md", "a.es.md"),)
    settings = config.settings()
    assert settings.as_of == date(2026, 11, 23)
    assert settings.required_fields == {"report": ("title", "issued")}
    (contact,) = settings.contacts
    assert (contact.id, contact.name, contact.former_names) == ("line", "Help line", ("Old line",))
    assert config.text is not None
    assert contact.spans["name"].cut(config.text.text) == '"Help line"'


def test_unknown_key_at_its_place_with_the_near_one(tmp_path):
    error = fault(tmp_path, "select = ['DV5']\n\n  match-treshold = 0.5\n")
    assert (error.line, error.column) == (3, 3)
    assert str(error) == f"{error.path}:3:3: unknown key 'match-treshold'; did you mean 'match-threshold'?"


def test_underscores_are_told_from_hyphens(tmp_path):
    assert "did you mean 'max-source-age'?" in str(fault(tmp_path, "max_source_age = 3"))


def test_a_key_of_the_command_line_only(tmp_path):
    assert "give it on the command line as --exit-zero" in str(fault(tmp_path, "exit-zero = true"))


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("select = 'DV5'", (1, 10), "expected a list of strings, not 'DV5'"),
        ("select = ['DV5',\n  5]", (2, 3), "expected a string, not 5"),
        ("fix = 1", (1, 7), "expected true or false, not 1"),
        ("max-source-age = true", (1, 18), "expected a whole number from 0 to 1000, not true"),
        ("match-threshold = 2", (1, 19), "expected a number from 0 to 1, not 2"),
        ("output-format = 'jsn'", (1, 17), "did you mean 'json'?"),
        ("as-of = '2026-13-45'", (1, 9), "expected a date such as 2026-11-23, not '2026-13-45'"),
        ("as-of = 2026-11-23T10:00:00", (1, 9), "expected a date such as 2026-11-23"),
        ("file-size-limit = 'big'", (1, 19), 'expected a size such as "64 MB"'),
        ("severity = {DV303 = 'warn'}", (1, 21), "expected one of error, warning, info, not 'warn'"),
        ("[severity]\nDV303 = 'erorr'", (2, 9), "did you mean 'error'?"),
        ("translations = [['a.md']]", (1, 17), "expected a pair of paths"),
        ("[contacts.line]\nfone = '1'", (2, 1), "did you mean 'phone'?"),
        ("[contacts]\nline = 3", (2, 8), "expected a table"),
        ("per-file-ignores = {'a.md' = ['DV1', 2]}", (1, 38), "expected a string, not 2"),
        ("[[select]]\nx = 1", (1, 1), "expected a string"),
        ("[tool.dvht_lint]\nfix = true", (1, 2), "unknown key 'tool'"),
    ],
)
def test_wrong_values_stand_at_their_place(tmp_path, text, place, expected):
    error = fault(tmp_path, text)
    assert ((error.line, error.column), expected in str(error)) == (place, True), str(error)


def test_all_faults_are_told_at_once(tmp_path):
    error = fault(tmp_path, "fix = 1\nselct = []\n[severity]\nDV1 = 'x'\n")
    assert [line.split(": ")[0].rsplit(":", 2)[1:] for line in str(error).split("\n")] == [
        ["1", "7"],
        ["2", "1"],
        ["4", "7"],
    ]


@pytest.mark.parametrize(
    ("text", "place"), [("select = [", (1, 11)), ("a = 1\nb = \n", (2, 5)), ("a = 1\na = 2\n", (2, 6)), ("= 1", (1, 1))]
)
def test_broken_toml_has_a_place(tmp_path, text, place):
    error = fault(tmp_path, text)
    assert (error.line, error.column) == place
    assert "not valid TOML" in error.message


@pytest.mark.parametrize("text", [f"max-source-age = {'1' * 5000}", f"select = {'[' * 5000}"])
def test_toml_that_python_cannot_hold_is_a_configuration_error(tmp_path, text):
    assert "too long" in fault(tmp_path, text).message


def test_broken_pyproject_that_names_us_is_not_passed_over(tmp_path):
    write(tmp_path, "[tool.dvht_lint\n", "pyproject.toml")
    with pytest.raises(ConfigurationError, match="not valid TOML"):
        load(tmp_path, environ={})


def test_missing_and_unreadable_files(tmp_path):
    with pytest.raises(ConfigurationError, match=r"none\.toml: cannot be read"):
        load(tmp_path, tmp_path / "none.toml", environ={})
    path = tmp_path / "latin.toml"
    path.write_bytes(b"a = 1\nb = '\xe9'\n")
    with pytest.raises(ConfigurationError, match=r"2:6: not UTF-8"):
        load(tmp_path, path, environ={})


@pytest.mark.parametrize("text", ["", 'fail-level = "error"\n'])
def test_a_file_in_utf_16_is_said_to_be_one(tmp_path, text):
    (tmp_path / "dvht_lint.toml").write_bytes(text.encode("utf-16"))
    with pytest.raises(ConfigurationError, match=r"dvht_lint.toml:1:1: this is UTF-16"):
        load(tmp_path)


def test_bad_environment_and_options_say_which(tmp_path):
    with pytest.raises(ConfigurationError, match="DVHT_LINT_OUTPUT_FORMAT: expected one of"):
        load(tmp_path, environ={"DVHT_LINT_OUTPUT_FORMAT": "xml"})
    with pytest.raises(ConfigurationError, match=r"--as-of: expected a date"):
        load(tmp_path, overrides={"as-of": "yesterday"}, environ={})


def test_place_of_a_rule_in_a_list_and_of_a_table_key(tmp_path):
    write(
        tmp_path,
        "[tool.dvht_lint]\nselect = [\n  'DV5',  # figures\n  'number-drift',\n]\nseverity.DV303 = 'error'\n",
        "pyproject.toml",
    )
    config = load(tmp_path, environ={})
    assert config.place("select", 1) == Place(4, 3)
    assert config.place("select") == Place(2, 1)
    assert config.place("severity", "DV303") == Place(6, 10)
    assert config.place("ignore") is None
    assert load(tmp_path, overrides={"select": ["DV1"]}, environ={}).place("select", 0) is None


def test_places_of_every_notation():
    text = (
        "\ufeff"[1:] + '# head\na.b."c d" = [1, [2, "x]"], {y = \'z\'}]\r\n[t."q\\"r"]\nlong = """a\n"b"\n""" # end\n'
        "[[many]]\nk = 1\n[[many]]\nk = 2.5e3\n[many.sub]\nd = 2020-01-01 10:00:00\n"
    )
    places = scan(text)
    tomllib.loads(text)
    cut = {path: span.cut(text) for path, span in places.values.items()}
    assert cut["a", "b", "c d", 1, 1] == '"x]"'
    assert cut["a", "b", "c d", 2, "y"] == "'z'"
    assert cut["t", 'q"r', "long"] == '"""a\n"b"\n"""'
    assert cut["many", 1, "k"] == "2.5e3"
    assert cut["many", 1, "sub", "d"] == "2020-01-01 10:00:00"


SCALARS = st.one_of(
    st.booleans(),
    st.integers(-999, 999),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x7f"), max_size=8),
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text('ab." é', max_size=3), inner)),
    max_leaves=8,
)  # fmt: skip


def toml(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(k, ensure_ascii=False)} = {toml(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[ # of\n" + ",\n ".join(toml(v) for v in value) + "]"
    return json.dumps(value, ensure_ascii=False)


@given(st.dictionaries(st.from_regex(r"[a-z-]{1,5}", fullmatch=True), VALUES, min_size=1, max_size=4))
def test_every_value_stands_at_its_span(data):
    text = "".join(f"{key} = {toml(value)} # end\n" for key, value in data.items())
    for path, span in scan(text).values.items():
        value = data
        for step in path:
            value = value[step]
        assert tomllib.loads(f"x = {span.cut(text)}")["x"] == value
