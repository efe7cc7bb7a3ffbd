"""The configuration: `dvht_lint.toml`, or `[tool.dvht_lint]` in `pyproject.toml`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from dvht_lint.schema.base import Day, Strict, optional
from dvht_lint.schema.corpus import Contact

__all__ = ["ConfigFile"]

Level = Literal["error", "warning", "info"]
Format = Literal[
    "full", "concise", "grouped", "json", "json-lines", "github", "gitlab", "junit", "sarif", "rdjson", "markdown",
    "html",
]  # fmt: skip
Rules = list[str]
Paths = str | list[str]
Size = Annotated[int, Field(gt=0)] | Annotated[str, Field(pattern=r"^\d{1,12}(\.\d{1,3})?\s*(B|kB|KB|MB|GB)?$")]


class ConfigFile(Strict):
    """The configuration of dvht-lint."""

    select: Rules = optional("The rules to run: codes, prefixes (DV5) or names; all where absent")
    extend_select: Rules = optional("Rules to run beside those of select", "extend-select")
    ignore: Rules = optional("Rules to leave out")
    extend_ignore: Rules = optional("Rules to leave out beside those of ignore", "extend-ignore")
    per_file_ignores: dict[str, Rules] = optional(
        "Rules to leave out in the files that match a pattern", "per-file-ignores"
    )
    extend_per_file_ignores: dict[str, Rules] = optional("More of the same", "extend-per-file-ignores")
    severity: dict[str, Level] = optional('How much a rule matters here: {DV303 = "warning"}')
    exclude: list[str] = optional("Patterns of files and folders to leave out, in place of the default ones")
    extend_exclude: list[str] = optional("Patterns to leave out beside those of exclude", "extend-exclude")
    force_exclude: bool = optional(
        "Whether exclude holds also for files that are named on the command line, and data files that hold none of our "
        "tables are left out too: a hook names every file of a commit",
        "force-exclude",
    )
    respect_gitignore: bool = optional(
        "Whether files that git ignores are left out (default: true)", "respect-gitignore"
    )
    documents: Paths = optional("What to check where no path is given: files, folders or globs, from this file on")
    references: Paths = optional("Files that hold the referenced statements, sources or bibliographies")
    corpus: Paths = optional("Corpus files that belong to the project")
    contacts: Paths | dict[str, Contact] = optional("Contacts by id, or files that have a contacts table")
    builtin_contacts: bool = optional(
        "Whether the registry of national hotlines counts (default: true)", "builtin-contacts"
    )
    translations: list[Annotated[list[str], Field(min_length=2, max_length=2)]] = optional(
        "Pairs of a page and its translation, whose figures are compared"
    )
    reference_headings: list[str] = optional(
        "More headings that open the reference part of a document", "reference-headings"
    )
    hedges: list[str] = optional("More words that hedge: alleged, suspected")
    scope_words: list[str] = optional("More words that say of whom or where something holds", "scope-words")
    exempt: list[str] = optional("Phrases whose sentences need no source")
    coverage: Literal["all", "cited", "off"] = optional(
        "Which documents answer for statistics and assertions that nothing backs: those that cite anything (default), all, or "
        "none"
    )
    language: str = optional("The language of the documents, as a code: en, es, pt-BR")
    match_threshold: float = optional(
        "How alike claim and statement must be to be a pair, 0 to 1", "match-threshold", ge=0, le=1
    )
    max_source_age: int = optional(
        "From how many years on a source is stale (default: 10)", "max-source-age", ge=0, le=1000
    )
    review_after: int = optional(
        "After how many days a statement should be reviewed again (default: 365)", "review-after", ge=0, le=100_000
    )
    required_fields: dict[str, list[str]] = optional("What a source must have, by its CSL type", "required-fields")
    as_of: Day = optional("The day from which ages are counted (default: today)", "as-of")
    output_format: Format = optional("How findings are printed", "output-format")
    output_file: str = optional("Where findings are written (default: standard output)", "output-file")
    color: Literal["auto", "always", "never"] = optional("Whether the output is coloured")
    statistics: bool = optional("Whether findings are counted by rule in place of being listed")
    fail_level: Literal["error", "warning", "info", "never"] = optional(
        "From which severity on the status is 1 (default: warning)", "fail-level"
    )
    baseline: str = optional("A file of known findings that are not reported again")
    fix: bool = optional("Whether safe fixes are applied")
    unsafe_fixes: bool = optional("Whether fixes that change wording or figures are applied too", "unsafe-fixes")
    cache_dir: str = optional("Where the cache is kept", "cache-dir")
    no_cache: bool = optional("Whether the cache is left alone", "no-cache")
    jobs: int = optional("How many processes read files; 0 for as many as it takes", ge=0, le=1024)
    file_size_limit: Size = optional('Larger files are not checked (default: "64 MB")', "file-size-limit")
    time_limit: int = optional(
        "Seconds of the processor that reading one file may take; 0 for no limit (default: 300)",
        "time-limit",
        ge=0,
        le=86_400,
    )
    online: bool = optional("Whether web addresses are looked up (default: false)")
    allowed_hosts: list[str] = optional("Hosts in private networks that may be looked up", "allowed-hosts")
