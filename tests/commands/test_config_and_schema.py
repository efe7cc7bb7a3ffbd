from __future__ import annotations

import json

import jsonschema
import pytest

from dvht_lint import schema
from dvht_lint.cli import main
from dvht_lint.config import KEYS


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", schema.NAMES)
def test_schema_prints_the_schema(name, capsys):
    assert main(["schema", name]) == 0
    jsonschema.Draft202012Validator.check_schema(json.loads(capsys.readouterr().out))


def test_schema_of_another_name(capsys):
    assert main(["schema", "corpsu"]) == 2
    assert "did you mean 'corpus'?" in capsys.readouterr().err


def test_config_says_where_each_value_came_from(folder, capsys):
    (folder / "dvht_lint.toml").write_text(
        'language = "es"\nas-of = 2026-11-23\n[contacts.line]\nname = "Line"\nsms = 233733\n'
    )
    assert main(["config", "--select", "DV5,DV1"]) == 0
    out = capsys.readouterr().out
    assert 'language = "es"  # dvht_lint.toml:1' in out
    assert 'as-of = "2026-11-23"  # dvht_lint.toml:2' in out
    assert 'contacts = {"line": {"name": "Line", "sms": "233733"}}  # dvht_lint.toml:3' in out
    assert 'select = ["DV5", "DV1"]  # --select' in out
    assert "max-source-age = 10  # default" in out


def test_config_as_json_names_every_key(folder, capsys):
    assert main(["config", "--isolated", "--output-format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["path"] is None
    assert list(data["keys"]) == list(KEYS)
    assert data["keys"]["fail-level"] == {"value": "warning", "origin": "default"}


def test_a_bad_configuration_ends_with_2_and_its_place(folder, capsys):
    (folder / "dvht_lint.toml").write_text('fail-level = "warn"\n')
    assert main(["config"]) == 2
    assert "dvht_lint.toml:1:14: fail-level: expected one of error, warning" in capsys.readouterr().err
