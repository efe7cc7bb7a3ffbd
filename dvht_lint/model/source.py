"""A work as cited in one place; its fields are CSL-JSON's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from dvht_lint.text import Span


@dataclass(frozen=True)
class Source:
    """A work that statements rest on, as cited in one place.

    `fields` holds CSL-JSON names and values (`author` a list of `{family, given}` or `{literal}`; `issued` a
    `{"date-parts": [[2013, 7]]}`), plus `revised`, `superseded-by`, `evidence`; `spans` says where in the file
    each field stands. `text` is the citation as written. `parsed` is false where it could not be read.
    """

    id: str
    document: str
    span: Span
    text: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    spans: Mapping[str, Span] = field(default_factory=dict)
    parsed: bool = True
    explicit_id: bool = False
    """Whether the id stands in a file (corpus, bibliography), and was not made from the citation's text."""
    linked: bool = False
    """Whether it is but a link of the running text: its words belong to the sentence and name nothing of the work."""

    @cached_property
    def title(self) -> str:
        """The title, empty where there is none."""
        return str(self.fields.get("title", ""))

    @cached_property
    def year(self) -> int | None:
        """The year it was issued."""
        return _year(self.fields.get("issued"))

    @cached_property
    def latest_year(self) -> int | None:
        """The year of the last revision, else the year of issue."""
        years = [y for y in (self.year, _year(self.fields.get("revised"))) if y is not None]
        return max(years) if years else None

    @cached_property
    def authors(self) -> tuple[str, ...]:
        """Family or body names of the authors, else of the editors, in order."""
        names = self.fields.get("author") or self.fields.get("editor") or ()
        if isinstance(names, (str, Mapping)):
            names = [names]
        return tuple(_name(n) for n in names)

    @cached_property
    def label(self) -> str:
        """A short name for messages: `Florida Coalition Against Domestic Violence (2004)`."""
        who = self.authors[0] if self.authors else self.title or self.text[:60] or self.id
        return f"{who} ({self.year})" if self.year else who

    def shown(self, name: str) -> str:
        """A field's value as a message gives it: `2013-07`, `Dabby; Smith`, the text of any other field."""
        value = self.fields.get(name)
        if name in ("author", "editor"):
            return "; ".join(self.authors)
        if isinstance(value, Mapping):
            parts = (value.get("date-parts") or [[]])[0]
            return "-".join(f"{part:0>2}" for part in parts) or str(value.get("literal") or value.get("raw") or "")
        return " ".join(str(value or "").split())

    def at(self, *names: str) -> Span:
        """Where the first of these fields stands, else the whole citation."""
        return next((self.spans[n] for n in names if n in self.spans), self.span)


def _name(value: object) -> str:
    if isinstance(value, Mapping):
        return str(value.get("literal") or value.get("family") or value.get("given") or "")
    return str(value)


def _year(value: object) -> int | None:
    if isinstance(value, Mapping):
        parts = value.get("date-parts") or ((),)
        value = parts[0][0] if parts and parts[0] else None
    if isinstance(value, date):
        return value.year
    try:
        return int(str(value)[:4])
    except ValueError:
        return None
