"""The formats that others write and read, as pydantic models; `schemas/*.schema.json` are made from them.

Nothing here is imported while documents are checked: readers and configuration check by hand, for pydantic would
cost a hook more than all the rest. Tests hold the two together.
"""

from __future__ import annotations

import json
from typing import Any

from dvht_lint import HOME_PAGE

__all__ = ["NAMES", "export", "model", "text"]

NAMES = ("corpus", "config", "report", "pair")
"""The schemas there are."""

_HOME = f"{HOME_PAGE}schemas/"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def model(name: str) -> Any:
    """The pydantic model (or type adapter) of a schema. Raises `KeyError` for a name that is not in `NAMES`."""
    if name not in NAMES:
        raise KeyError(name)
    from pydantic import TypeAdapter

    from dvht_lint.schema.configuration import ConfigFile
    from dvht_lint.schema.corpus import Corpus
    from dvht_lint.schema.report import Pair, PairsReport, Report

    models: dict[str, Any] = {"corpus": Corpus, "config": ConfigFile, "report": Report | PairsReport, "pair": Pair}
    return TypeAdapter(models[name])


def export(name: str) -> dict[str, Any]:
    """A schema as plain data (JSON Schema 2020-12). Raises `KeyError` for a name that is not in `NAMES`."""
    from dvht_lint.schema.base import Generator

    schema = model(name).json_schema(by_alias=True, schema_generator=Generator)
    titles = {"report": "dvht-lint: what check and pairs print with --output-format json"}
    head = {
        "$schema": _DIALECT,
        "$id": f"{_HOME}{name}.schema.json",
        "title": titles.get(name, schema.get("title", name)),
    }
    return {**head, **{key: value for key, value in schema.items() if key != "title"}}


def text(name: str) -> str:
    """A schema as the text of its file."""
    return json.dumps(export(name), ensure_ascii=False, indent=2) + "\n"
