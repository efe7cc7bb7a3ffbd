"""What the models share: strictness, texts that are not empty, and how their schemas are written."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

__all__ = ["Day", "Generator", "Strict", "Text", "TextOrNumber", "optional"]


class Strict(BaseModel):
    """No unknown keys, no conversions: `"1"` is no number."""

    model_config = ConfigDict(extra="forbid", strict=True, populate_by_name=False)


class Generator(GenerateJsonSchema):
    """Leaves out what tells a reader nothing: titles made from names, and defaults that stand for absence."""

    def field_title_should_be_set(self, schema: object) -> bool:
        """Keys are their own titles."""
        del schema
        return False

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """The schema of a field with a default."""
        written = super().default_schema(schema)
        if written.get("default", ...) is None:
            del written["default"]
        return written


def _is_day(text: str) -> str:
    date.fromisoformat(text)
    return text


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
TextOrNumber = Annotated[Text | int | float, WithJsonSchema({"type": ["string", "number"], "minLength": 1})]
Day = Annotated[str, AfterValidator(_is_day), WithJsonSchema({"type": "string", "format": "date"})]


def optional(description: str, alias: str | None = None, **more: Any) -> Any:
    """A key that may be absent."""
    return Field(default=None, alias=alias, description=description, **more)
