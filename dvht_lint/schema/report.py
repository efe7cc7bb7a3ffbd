"""What `check` and `pairs` print with `--output-format json`, and one row of a pairs file."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from dvht_lint.schema.base import Strict, Text, TextOrNumber, optional

__all__ = ["Pair", "PairsReport", "Report"]

Share = float
"""From 0 to 1."""


class Place(Strict):
    """A place in a file."""

    line: int = Field(ge=1, description="The line, counted from 1")
    column: int = Field(ge=1, description="The column, counted from 1 in code points")


class Tool(Strict):
    """What made the report."""

    name: Literal["dvht-lint"] = Field(description="The name of the program")
    version: str = Field(description="Its version")


class Receipt(Strict):
    """What was looked at."""

    documents: int = Field(ge=0, description="How many documents were read")
    claims: int = Field(ge=0, description="How many claims they hold: matched and uncited together")
    matched: int = Field(ge=0, description="How many of them rest on a statement")
    uncited: int = Field(ge=0, description="How many of them rest on none")
    exempt: int = Field(ge=0, description="How many blocks hold no claim")
    quantities: int = Field(ge=0, description="How many figures were compared")
    seconds: float = Field(ge=0, description="How long it took")


class ClaimOf(Strict):
    """The claim that a diagnostic is about."""

    id: str = Field(description="The claim's id; for a pairs file, the row's")
    text: str = Field(description="Its words")


class Region(Strict):
    """A part of a file; all null where it stands in none."""

    path: str | None = Field(description="The file")
    start: Place | None = Field(description="Where it begins")
    end: Place | None = Field(description="Where it ends; the end is not part of it")


class StatementOf(Region):
    """The statement that the claim rests on."""

    id: str = Field(description="The statement's id")
    text: str = Field(description="Its words")


class SourceOf(Region):
    """The source that a diagnostic is about."""

    id: str = Field(description="The source's id")


class Related(Region):
    """Another place that matters."""

    message: str = Field(description="What stands there")
    id: str = Field(description="The id of what stands there, or empty")


class FixEdit(Strict):
    """A part of the file to be replaced."""

    start: Place = Field(description="Where it begins")
    end: Place = Field(description="Where it ends")
    text: str = Field(description="What to write there")


class Fix(Strict):
    """What to paste."""

    title: str = Field(description="What it does")
    safety: Literal["safe", "unsafe", "suggestion"] = Field(
        description="Whether --fix, --unsafe-fixes or only a person applies it"
    )
    edits: list[FixEdit] = Field(description="The edits, all in the file of the diagnostic")


class Diagnostic(Strict):
    """One finding."""

    code: str = Field(pattern=r"^DV\d{3}$", description="The rule's code")
    name: str = Field(description="The rule's name")
    severity: Literal["error", "warning", "info"] = Field(description="How much it matters here")
    confidence: Share = Field(ge=0, le=1, description="How sure the rule is")
    message: str = Field(description="What is wrong, in a sentence")
    path: str = Field(description="The file")
    start: Place = Field(description="Where it begins")
    end: Place = Field(description="Where it ends")
    claim: ClaimOf | None = Field(description="The claim it is about, or null")
    statement: StatementOf | None = Field(description="The statement that the claim rests on, or null")
    source: SourceOf | None = Field(description="The source it is about, or null")
    related: list[Related] = Field(description="Other places that matter")
    fix: Fix | None = Field(description="What to paste, or null")
    fingerprint: str = Field(description="The same as long as rule, claim and statement are; no line numbers in it")
    url: str = Field(description="The rule's page")


class Report(Strict):
    """What check found."""

    version: Literal[1] = Field(description="The version of the format")
    tool: Tool = Field(description="What made the report")
    receipt: Receipt = Field(description="What was looked at")
    diagnostics: list[Diagnostic] = Field(description="The findings, by path, line and column")


class Paired(Strict):
    """A claim and the statement it rests on."""

    path: str = Field(description="The file of the claim")
    start: Place = Field(description="Where the claim begins")
    end: Place = Field(description="Where it ends")
    claim_id: str = Field(description="The claim's id")
    claim: str = Field(description="The claim's words")
    statement_id: str = Field(description="The statement's id")
    statement: str = Field(description="The statement's words")
    score: Share = Field(ge=0, le=1, description="How alike they are, figures left aside")
    how: Literal["explicit", "exact", "fuzzy"] = Field(description="How the statement was found")


class Unmatched(Strict):
    """What rests on nothing, or need not."""

    path: str = Field(description="The file")
    start: Place = Field(description="Where it begins")
    end: Place = Field(description="Where it ends")
    claim_id: str = Field(description="The claim's id; empty for what is exempt")
    claim: str = Field(description="Its words")
    reason: str = Field(description="`uncited`, or why it is exempt: heading, form, contact, boilerplate, lead …")


class PairsReport(Strict):
    """What pairs found."""

    pairs: list[Paired] = Field(description="The pairs, best first")
    unmatched: list[Unmatched] = Field(description="Everything else")


class Pair(Strict):
    """One row of a pairs file (`.jsonl`, `.csv`, `.parquet`). Other columns may stand beside these."""

    model_config = ConfigDict(extra="allow")

    id: TextOrNumber = Field(description="By what findings name the row")
    claim: Text = Field(description="What the public reads")
    statement: Text = Field(description="The sourced wording it rests on")
    source: str | None = optional("Where the statement is from, as cited")
