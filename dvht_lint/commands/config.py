"""`config`: the configuration in force, and where each value came from."""

from __future__ import annotations

import argparse
import dataclasses
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from dvht_lint.commands.project import add_configuration_options, add_selection_options, load_config
from dvht_lint.config import KEYS, Config
from dvht_lint.model import Contact

__all__ = ["add_options", "run"]


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of `config`: those of `check` that a configuration may hold."""
    add_configuration_options(parser)
    add_selection_options(parser)
    parser.add_argument("--output-format", choices=("text", "json"), default="text")


def run(options: argparse.Namespace) -> int:
    """Print every key with its value, and its origin where it is not the default."""
    output_format, options.output_format = options.output_format, None
    config = load_config(options)
    if output_format == "json":
        print(json.dumps(_object(config), ensure_ascii=False, indent=2))
        return 0
    print(f"# {config.path or 'no configuration file: defaults'}")
    for name, key in KEYS.items():
        value = json.dumps(_plain(getattr(config, key.attribute)), ensure_ascii=False)
        print(f"{name} = {value}  # {config.origin.get(name, 'default')}")
    return 0


def _object(config: Config) -> dict[str, Any]:
    keys = {
        name: {"value": _plain(getattr(config, key.attribute)), "origin": config.origin.get(name, "default")}
        for name, key in KEYS.items()
    }
    return {"path": str(config.path) if config.path else None, "root": str(config.root), "keys": keys}


def _plain(value: Any) -> Any:
    """A value as JSON has it; contacts by id, as they are written."""
    if isinstance(value, tuple) and value and isinstance(value[0], Contact):
        return {contact.id: _contact(contact) for contact in value}
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    return value.isoformat() if isinstance(value, date) else value


def _contact(contact: Contact) -> dict[str, Any]:
    fields = dataclasses.asdict(contact)
    left_out = {"id", "document", "span", "spans"}
    return {key.replace("_", "-"): _plain(v) for key, v in fields.items() if v and key not in left_out}
