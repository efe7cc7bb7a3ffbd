"""A corpus file: sources, statements, claims and contacts."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, ConfigDict, Field, WithJsonSchema, create_model, model_validator

from dvht_lint import lexicons
from dvht_lint.schema.base import Day, Strict, Text, TextOrNumber, optional

__all__ = ["Corpus"]


class Name(Strict):
    """A person (family, given) or a body (literal), as CSL-JSON has them."""

    model_config = ConfigDict(
        json_schema_extra={"anyOf": [{"required": ["family"]}, {"required": ["given"]}, {"required": ["literal"]}]}
    )

    family: Text = optional("The family name of a person")
    given: Text = optional("The given names or initials of a person")
    literal: Text = optional("The name of a body, or a name that is not to be taken apart")
    suffix: Text = optional("A suffix: Jr., III")
    dropping_particle: Text = optional("A particle that is dropped in sorting: van", "dropping-particle")
    non_dropping_particle: Text = optional("A particle that is kept in sorting: de", "non-dropping-particle")
    comma_suffix: bool | Text = optional("Whether a comma stands before the suffix", "comma-suffix")
    static_ordering: bool | Text = optional("Whether the family name always comes first", "static-ordering")
    parse_names: bool | Text = optional("Whether particles are to be read out of the names", "parse-names")

    @model_validator(mode="after")
    def _names_somebody(self) -> Self:
        if not self.model_fields_set & {"family", "given", "literal"}:
            raise ValueError("needs 'family' and 'given', or 'literal'")
        return self


Part = int | Annotated[str, Field(pattern=r"^-?\d{1,4}$")]


class DateParts(Strict):
    """A date as CSL-JSON has it."""

    date_parts: list[Annotated[list[Part], Field(min_length=1, max_length=3)]] = optional(
        "Year, month and day; two of these for a range: [[2013, 7, 15]]", "date-parts", min_length=1, max_length=2
    )
    raw: TextOrNumber = optional("The date as written")
    literal: TextOrNumber = optional("The date as it is to be shown: n.d.")
    season: TextOrNumber = optional("The season: 1 for spring to 4 for winter, or a word")
    circa: bool | TextOrNumber = optional("Whether the date is about right")


Date = TextOrNumber | DateParts
Names = Name | Text | list[Name | Text]


def _no_address(text: Any) -> Any:
    if isinstance(text, str) and text.lower().startswith(("http:", "https:", "ftp:")):
        raise ValueError("evidence is a copy on disk; a web address goes into 'URL'")
    return text


def _source_fields() -> dict[str, Any]:
    kinds = {"text": TextOrNumber, "number": TextOrNumber, "date": Date, "names": Names}
    fields: dict[str, Any] = {
        "id": (Text, optional("The id again, as CSL-JSON has it; it must be the key that the source stands under")),
        "type": (Literal[tuple(lexicons.load("csl")["types"])], optional("What kind of work it is, as CSL names them")),
        "revised": (Date, optional("When the work was last revised; the age counts from here")),
        "superseded_by": (TextOrNumber, optional("The id of the source that replaces this one, or its citation", "superseded-by")),
        "evidence": (
            Annotated[TextOrNumber, AfterValidator(_no_address)],
            optional("A copy of the source on disk (PDF, HTML, text, Word), relative to this file"),
        ),
    }  # fmt: skip
    for name, variable in lexicons.load("csl")["variables"].items():
        fields[name.replace("-", "_")] = (kinds[variable["kind"]], optional(variable["description"], name))
    return fields


Source = create_model("Source", __base__=Strict, __doc__="A work that statements rest on: CSL-JSON's names and values.", **_source_fields())  # fmt: skip


class Cited(Strict):
    """A source that a statement rests on, with the place in it."""

    id: Text = Field(description="The id of the source")
    locator: TextOrNumber = optional("The page or section: p. 4")
    quote: Text = optional("The words of the source, verbatim: the statement is checked against them")


class Statement(Strict):
    """The sourced wording that claims restate."""

    text: Text = Field(description="The statement, one sentence or a few")
    sources: Cited | Text | list[Cited | Text] | None = optional(
        "The ids of the sources it rests on, or tables with id, locator and quote"
    )
    reviewed: Day = optional("When a person last checked it")
    notes: Text = optional("Notes for the people who keep the corpus")


class Claim(Strict):
    """A sentence that the public reads."""

    id: TextOrNumber = optional("A name for findings; derived from the text where absent")
    text: Text = Field(description="The claim as the public reads it")
    document: Text = optional("The document that the claim stands in, relative to this file")
    statement: Text = optional("The id of the statement it rests on; found by its words where absent")


Texts = TextOrNumber | list[TextOrNumber]


class Contact(Strict):
    """A hotline, text code, e-mail or site that readers are told to use."""

    name: TextOrNumber = optional("The name in use now")
    phone: TextOrNumber = optional("The telephone number: 1-888-373-7888")
    sms: TextOrNumber = optional('The number that texts are sent to, in quotes: "233733"')
    keyword: TextOrNumber = optional("The word that is texted, or that spells the number: BEFREE")
    url: TextOrNumber = optional("The web address")
    email: TextOrNumber = optional("The e-mail address")
    hours: TextOrNumber = optional("When it is answered: 24/7")
    provenance: TextOrNumber = optional("Where these facts are from, and of what date")
    former_names: Texts = optional("Names it had before: a text that uses one is outdated", "former-names")
    aliases: Texts = optional("Other names and short forms in use")
    other_phones: Texts = optional("Other numbers of the same line: for the deaf, in another language", "other-phones")
    other_keywords: Texts = optional("Other words that may be texted", "other-keywords")
    other_urls: Texts = optional("Other addresses that lead there", "other-urls")


class Corpus(Strict):
    """A corpus file of dvht-lint: what the public reads, what it rests on, and where that is from."""

    version: Annotated[int, Field(ge=1, le=1), WithJsonSchema({"const": 1})] = Field(
        description="The version of the format"
    )
    schema_: Text = optional("Where this schema is, for editors", "$schema")
    sources: dict[str, Source] | None = optional("The works that statements rest on, by id")  # type: ignore[valid-type]
    statements: dict[str, Statement] | None = optional("The sourced wordings, by id")
    claims: list[Claim] | None = optional("What the public reads")
    contacts: dict[str, Contact] | None = optional("The hotlines and addresses that readers are sent to, by id")
