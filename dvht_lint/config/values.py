"""The configuration as plain, frozen data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from dvht_lint.config.keys import DEFAULT_EXCLUDES
from dvht_lint.config.places import Step, TomlPlaces
from dvht_lint.diagnostic import Severity
from dvht_lint.model import Contact, Settings
from dvht_lint.text import Place, SourceText

__all__ = ["Config", "FailLevel"]

FailLevel = Literal["error", "warning", "info", "never"]


@dataclass(frozen=True)
class Config:
    """The configuration in force; one field a key, with hyphens as underscores.

    `root` is the folder that relative paths and patterns of the file start from; paths of the command line and
    the environment have been made absolute. `origin` says where each value came from (`dvht_lint.toml:3`,
    `--select`, `DVHT_LINT_CACHE_DIR`); a key that is not in it has its default.
    """

    root: Path
    path: Path | None = None
    origin: Mapping[str, str] = field(default_factory=dict)
    text: SourceText | None = field(default=None, repr=False)
    places: TomlPlaces = field(default_factory=TomlPlaces, repr=False, compare=False)
    prefix: tuple[str, ...] = field(default=(), repr=False)

    select: tuple[str, ...] = ("DV",)
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_ignore: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    extend_per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    severity: Mapping[str, Severity] = field(default_factory=dict)
    exclude: tuple[str, ...] = DEFAULT_EXCLUDES
    extend_exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    respect_gitignore: bool = True
    documents: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    corpus: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] | tuple[str, ...] = ()
    builtin_contacts: bool = True
    coverage: str = "cited"
    translations: tuple[tuple[str, str], ...] = ()
    reference_headings: tuple[str, ...] = ()
    hedges: tuple[str, ...] = ()
    scope_words: tuple[str, ...] = ()
    exempt: tuple[str, ...] = ()
    language: str = ""
    match_threshold: float = 0.0
    max_source_age: int = 10
    review_after: int = 365
    required_fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    as_of: date | None = None
    output_format: str = "full"
    output_file: str = ""
    color: str = "auto"
    statistics: bool = False
    fail_level: FailLevel = "warning"
    baseline: str = ""
    fix: bool = False
    unsafe_fixes: bool = False
    cache_dir: str = ""
    no_cache: bool = False
    jobs: int = 0
    file_size_limit: int = 64_000_000
    time_limit: int = 300
    online: bool = False
    allowed_hosts: tuple[str, ...] = ()
    allow_folder: tuple[str, ...] = ()

    @property
    def contact_files(self) -> tuple[str, ...]:
        """The files that `contacts` names; empty where it is a table."""
        return tuple(c for c in self.contacts if isinstance(c, str))

    @property
    def excludes(self) -> tuple[str, ...]:
        """`exclude` and `extend-exclude` together."""
        return (*self.exclude, *self.extend_exclude)

    @property
    def ignores_by_file(self) -> dict[str, tuple[str, ...]]:
        """`per-file-ignores` and `extend-per-file-ignores` together."""
        both = dict(self.per_file_ignores)
        for pattern, codes in self.extend_per_file_ignores.items():
            both[pattern] = (*both.get(pattern, ()), *codes)
        return both

    def place(self, key: str, *steps: Step) -> Place | None:
        """The line and column of a key, or of an item of its list or table, where the file has it."""
        if self.text is None or not self._stands_in_file(key):
            return None
        span = self.places.find((*self.prefix, key, *steps))
        return self.text.place(span.start) if span is not None else None

    def settings(self) -> Settings:
        """What rules and stages may know of it; without `as-of`, ages are counted to today."""
        return Settings(
            as_of=self.as_of or date.today(),  # noqa: DTZ011 - the user's day, as on their wall
            max_source_age=self.max_source_age,
            review_after=self.review_after,
            match_threshold=self.match_threshold,
            reference_headings=self.reference_headings,
            hedges=self.hedges,
            scope_words=self.scope_words,
            exempt=self.exempt,
            language=self.language,
            contacts=tuple(c for c in self.contacts if isinstance(c, Contact)),
            builtin_contacts=self.builtin_contacts,
            coverage=self.coverage,
            required_fields=self.required_fields,
            time_limit=self.time_limit,
        )

    def _stands_in_file(self, key: str) -> bool:
        return self.path is not None and self.origin.get(key, "").startswith(f"{self.path.name}:")
